import { type Colors, colorsFor } from '../colors.ts'

/** Colours for results on stdout: on a terminal only, and not where the person has said so. */
export function outputColors({ color, output }: { color?: boolean; output?: string }): Colors {
  const wanted = color !== false && !process.env.NO_COLOR && output === undefined && process.stdout.isTTY
  return colorsFor(wanted ? 'colors' : 'plain')
}
