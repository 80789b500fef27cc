import { Chalk, type ChalkInstance } from 'chalk'

/** Colours for results on stdout: on a terminal only, and not where the person has said so. */
export function outputColors({ color, output }: { color?: boolean; output?: string }): ChalkInstance {
  const wanted = color !== false && !process.env.NO_COLOR && output === undefined && process.stdout.isTTY
  return new Chalk({ level: wanted ? 1 : 0 })
}
