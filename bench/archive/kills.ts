import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Plan } from '../../schemas/plan.ts'
import { packagePath } from '../../src/package-root.ts'
import { contentOf, isSound } from './content.ts'
import { randomFrom } from './generate.ts'

const program = packagePath('bin/plan-extract.js')

/**
 * Kills runs of the built program that index plans, every fourth of them while it ends; after each the archive must be
 * sound, and the next run must complete it to what an undisturbed one gives.
 *
 * @param folder empty, for the archives
 */
export async function killRuns(
  folder: string,
  plans: readonly Plan[],
  times: number,
): Promise<{ killed: number; atEnd: number; sound: number; same: number }> {
  const input = join(folder, 'plans.ndjson')
  writeFileSync(input, plans.map(plan => `${JSON.stringify(plan)}\n`).join(''))
  const whole = join(folder, 'whole.archive')
  let { time } = await index(whole, input)
  const content = await contentOf(whole)
  const random = randomFrom(11)
  const result = { killed: 0, atEnd: 0, sound: 0, same: 0 }
  // When the machine has become less busy a run ends before its moment: it does not count, but tells how long runs take now.
  for (let at = 0; result.killed < times && at < 3 * times; at++) {
    const archive = join(folder, `${at}.archive`)
    const share = at % 4 === 3 ? 0.93 + 0.07 * random() : 0.1 + 0.83 * random()
    const run = await index(archive, input, time * share)
    if (!run.killed) {
      time = run.time
      continue
    }
    result.killed++
    if (share > 0.93) result.atEnd++
    if (!existsSync(archive) || (await isSound(archive))) result.sound++
    await index(archive, input)
    if (isDeepStrictEqual(await contentOf(archive), content)) result.same++
  }
  return result
}

/** One run, killed after so many milliseconds. */
function index(archive: string, input: string, after?: number): Promise<{ time: number; killed: boolean }> {
  const start = performance.now()
  const child = spawn(process.execPath, [program, 'index', archive, input], { stdio: 'ignore' })
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after)
  return new Promise(resolve => {
    child.on('close', (_code, signal) => {
      clearTimeout(timer)
      resolve({ time: performance.now() - start, killed: signal === 'SIGKILL' })
    })
  })
}
