import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { PlanExtractError } from '../errors.ts'
import { type Done, type Failed, failed, type Job, type JobOptions, type Outcome } from '../jobs/job.ts'
import { runJobs } from '../jobs/run-jobs.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { InputFile } from './inputs.ts'
import type { Messages } from './messages.ts'
import type { DocumentOptions } from './options.ts'

/** Where the results of a run go. */
export interface Sink {
  /** Called for each input before any work on it: false leaves it out, an error fails it. */
  wants(path: string, sha256: () => Promise<string>): Promise<boolean>
  write(path: string, done: Done): Promise<Written>
  finish(): Promise<void>
}

/** What became of a result, for the person. */
export interface Written {
  /** The file that was written. */
  output?: string
  note?: string
}

export interface Batch {
  files: readonly InputFile[]
  want: Job['want']
  options: JobOptions
  sink: Sink
}

interface Entry {
  path: string
  /** What is known without work on it. */
  early?: Failed | 'left out'
}

/** Runs a step over all inputs, in their order, with messages, progress and exit code. */
export async function runBatch(
  { files, want, options, sink }: Batch,
  cli: DocumentOptions,
  messages: Messages,
): Promise<ExitCode> {
  const count = { done: 0, failed: 0, leftOut: 0, found: 0 }
  const started = performance.now()
  const entries: Entry[] = []
  const single = files.length === 1
  messages.startProgress(files.length, single ? 'page' : 'file')

  async function* jobs(): AsyncGenerator<Job> {
    for (const file of files) {
      const entry: Entry = { path: file.path }
      const work = await prepared(file, entry)
      entries.push(entry)
      if (work) yield work
    }
  }

  async function prepared(file: InputFile, entry: Entry): Promise<Job | undefined> {
    try {
      if (file.error) throw file.error
      const input = file.path === '-' ? await readStandardInput() : file.path
      if (await sink.wants(file.path, () => sha256Of(input)))
        return { input, options: file.path === '-' ? { ...options, fileName: '-' } : options, want }
      entry.early = 'left out'
    } catch (error) {
      entry.early = failed(error)
    }
    return undefined
  }

  /** False where the run is to stop. */
  async function settle(entry: Entry, outcome: Outcome | 'left out'): Promise<boolean> {
    const settled = outcome === 'left out' ? outcome : await written(entry.path, outcome)
    if (settled === 'left out') count.leftOut++
    else if (settled.ok) count.done++
    else {
      count.failed++
      messages.error(entry.path, settled)
      if (settled.stack) messages.detail(entry.path, settled.stack)
    }
    if (!single) messages.progress(count.done + count.failed + count.leftOut, entry.path)
    return !(cli.failFast && count.failed > 0)
  }

  async function written(path: string, outcome: Outcome): Promise<Outcome> {
    if (!outcome.ok) return outcome
    try {
      tell(path, outcome, await sink.write(path, outcome), messages)
    } catch (error) {
      return failed(error)
    }
    if (outcome.warnings.some(warning => warning.severity === 'error')) count.found++
    return outcome
  }

  /** Settles what is known of the inputs before the next that needed work; true where the run goes on. */
  async function settleEarly(): Promise<boolean> {
    while (entries[0]?.early !== undefined) {
      const entry = entries.shift()!
      if (!(await settle(entry, entry.early!))) return false
    }
    return true
  }

  const workers = single ? 1 : Math.min(cli.jobs ?? availableParallelism(), files.length)
  try {
    let goesOn = true
    for await (const outcome of runJobs(jobs(), {
      workers,
      onProgress: ({ page, pages }) => single && messages.progress(page, files[0]!.path, pages),
    })) {
      goesOn = (await settleEarly()) && (await settle(entries.shift()!, outcome))
      if (!goesOn) break
    }
    if (goesOn) await settleEarly()
    await sink.finish()
  } finally {
    messages.stopProgress()
  }
  if (!single) messages.info(summary(count, performance.now() - started), { event: 'summary', ...count })
  if (count.failed > 0) return EXIT.someFailed
  return cli.strict && count.found > 0 ? EXIT.found : EXIT.done
}

function tell(path: string, done: Done, { output, note }: Written, messages: Messages): void {
  for (const line of done.log) messages.detail(path, line)
  for (const { severity, at, message, code } of done.warnings) {
    const place = at ? `page ${at.page}${at.line ? `, line ${at.line}` : ''}: ` : ''
    const text = `${place}${message.replace(/\.$/, '')} (${code})`
    const fields = { code, severity: severity ?? 'warning', ...(at && { at }) }
    if (severity === 'error') messages.warning(path, text, fields)
    else messages.detail(path, text, fields)
  }
  const warnings = done.warnings.length
  const counts = [plural(done.pages, 'page'), plural(warnings, 'warning'), ...(note ? [note] : [])].join(', ')
  messages.fileDone(path, output === undefined ? counts : `${counts} → ${output}`, {
    event: 'done',
    pages: done.pages,
    warnings,
    ...(output !== undefined && { output }),
    ...(note !== undefined && { note }),
  })
}

function summary(count: { done: number; failed: number; leftOut: number }, took: number): string {
  const parts = [`${count.done} done`]
  if (count.leftOut > 0) parts.push(`${count.leftOut} left out (unchanged)`)
  if (count.failed > 0) parts.push(`${count.failed} failed`)
  return `${parts.join(', ')} in ${(took / 1000).toFixed(1)} s`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

async function readStandardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of process.stdin) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

async function sha256Of(input: string | Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  if (typeof input !== 'string') return hash.update(input).digest('hex')
  try {
    for await (const part of createReadStream(input)) hash.update(part as Uint8Array)
  } catch (cause) {
    throw new PlanExtractError('E_UNREADABLE', 'the file cannot be read', { cause })
  }
  return hash.digest('hex')
}
