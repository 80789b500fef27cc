/**
 * `npx tsx bench/ingest/many.ts [--count 2000] [--kills 10]`: a folder of plans with text layers through the built
 * program, undisturbed and killed.
 *
 *     2000 plans in 210 s, 9.5 a second, peak memory of all processes 612 MB, 590 MB after the first hundred
 *     killed 10 times and resumed: the same 2000 files, byte by byte
 *
 * The plans are the born-digital fixtures under many names. Memory is read from /proc every half second, so that this
 * runs on Linux only.
 */
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packagePath } from '../../src/package-root.ts'

const PAGE_BYTES = 4096

const { values } = parseArgs({
  options: { count: { type: 'string', default: '2000' }, kills: { type: 'string', default: '10' } },
})
const count = Number(values.count)
const kills = Number(values.kills)
const program = packagePath('bin/plan-extract.js')

const folder = mkdtempSync(join(tmpdir(), 'many-'))
try {
  const plans = join(folder, 'plans')
  fill(plans)
  const calm = join(folder, 'calm')
  const { seconds, samples } = await once(plans, calm)
  const settled = samples.filter(sample => sample.done >= Math.min(100, count / 2))
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`
  const third = Math.max(1, Math.floor(settled.length / 3))
  console.log(
    `${count} plans in ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(1)} a second; memory of all processes: ` +
      `peak ${megabytes(peak(samples))}, in the first third after a hundred ${megabytes(peak(settled.slice(0, third)))}, ` +
      `in the last ${megabytes(peak(settled.slice(-third)))}`,
  )
  const rough = join(folder, 'rough')
  for (let kill = 0; kill < kills; kill++) {
    // Moments spread over the whole run, each at a different place in the work on a file.
    const after = (seconds / (kills + 1)) * (0.5 + Math.random())
    await once(plans, rough, after * 1000)
  }
  await once(plans, rough)
  const wrong = differences(calm, rough)
  console.log(
    wrong.length === 0
      ? `killed ${kills} times and resumed: the same ${readdirSync(rough).length} files, byte by byte`
      : `killed ${kills} times and resumed: ${wrong.length} files differ, the first ${wrong[0]}`,
  )
  if (wrong.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true })
}

function fill(plans: string): void {
  mkdirSync(plans)
  const fixtures = readdirSync(packagePath('fixtures')).filter(file => /^[^.]+\.pdf$/.test(file))
  for (let index = 0; index < count; index++) {
    const fixture = fixtures[index % fixtures.length]!
    copyFileSync(packagePath(`fixtures/${fixture}`), join(plans, `${String(index).padStart(5, '0')}.pdf`))
  }
}

interface Sample {
  /** Results written so far. */
  done: number
  /** Bytes that all processes hold. */
  memory: number
}

/** Runs the program over the folder, killed after so many milliseconds if any. */
async function once(
  plans: string,
  results: string,
  killAfter?: number,
): Promise<{ seconds: number; samples: Sample[] }> {
  const started = performance.now()
  mkdirSync(results, { recursive: true })
  const child = spawn(process.execPath, [program, plans, '-o', results, '--resume', '--quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const samples: Sample[] = []
  const sampling = setInterval(() => {
    samples.push({ done: readdirSync(results).length, memory: memoryOf(child.pid!) })
  }, 500)
  const killing = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  await new Promise(resolve => child.on('close', resolve))
  clearInterval(sampling)
  clearTimeout(killing)
  return { seconds: (performance.now() - started) / 1000, samples }
}

/** Resident memory of a process and those it started. */
function memoryOf(pid: number): number {
  const pages = read(`/proc/${pid}/statm`).split(' ')[1] ?? 0
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  return children.reduce((sum, child) => sum + memoryOf(Number(child)), Number(pages) * PAGE_BYTES)
}

/** Empty where the process has ended, or the kernel doesn't tell. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function peak(samples: readonly Sample[]): number {
  return Math.max(0, ...samples.map(sample => sample.memory))
}

function differences(calm: string, rough: string): string[] {
  const names = new Set([...readdirSync(calm), ...readdirSync(rough)])
  return [...names].filter(name => {
    try {
      return !readFileSync(join(calm, name)).equals(readFileSync(join(rough, name)))
    } catch {
      return true
    }
  })
}
