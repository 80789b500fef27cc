import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packagePath } from '../../src/package-root.ts'

export const shared = process.env.PLAN_EXTRACT_SHARED ?? packagePath('../shared')

/** Shares of wrong syllables and tokens, in [0, 1]. */
export type Scorer = (gold: string, text: string) => { SER: number; TER: number }

export async function loadScorer(): Promise<Scorer> {
  return (await import(pathToFileURL(join(shared, 'eval', 'text.mjs')).href)).score
}

/** Names of the fixtures that hold `only`. */
export function fixtureNames(only: string): string[] {
  const ending = '.plan.json'
  return readdirSync(packagePath('fixtures'))
    .filter(file => file.endsWith(ending) && file.includes(only))
    .map(file => file.slice(0, -ending.length))
}

/** What a program prints; undefined where it is not installed or fails. */
export function run(program: string, args: string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  })
  return status === 0 ? stdout : undefined
}

/** Seconds of processor time that all threads of this process take for the work: waiting for others doesn't count. */
export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (user + system) / 1e6 }
}

/** Clock ticks a second in /proc, on every Linux of today. */
const TICKS = 100

/** Seconds of processor time of all programs that this process has run and waited for; 0 where there is no /proc. */
export function childSeconds(): number {
  if (!existsSync('/proc/self/stat')) return 0
  // What follows the name in brackets: state, …, the children's user and system time as fields 16 and 17 of the whole.
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) / TICKS
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

export function row(name: string, way: string, ...figures: string[]): void {
  console.log(`${name.padEnd(34)}${way.padEnd(12)}${figures.map(figure => figure.padStart(10)).join('')}`)
}

export const percent = (share: number): string => (100 * share).toFixed(2)
