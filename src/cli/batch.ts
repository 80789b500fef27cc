import { availableParallelism } from 'node:os'
import { type Failed, failed } from '../jobs/failure.ts'
import type { Done, Job, JobOptions, ReportPlace } from '../jobs/job.ts'
import { runJobs } from '../jobs/run-jobs.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { InputFile } from './inputs.ts'
import type { Messages } from './messages.ts'
import type { DocumentOptions } from './options.ts'
import { type Counts, summary, tellDone, type Written } from './report.ts'
import { readStandardInput, sha256Of } from './standard-input.ts'

/** Where the results of a run go. */
export interface Sink {
  /** Called for each input before any work on it: false leaves it out, an error fails it. */
  wants(path: string, sha256: () => Promise<string>): Promise<boolean>
  write(path: string, done: Done): Promise<Written>
  /** Told of an input that failed. */
  failed?(path: string, failure: Failed): void
  finish(): Promise<void>
}

export interface Batch {
  files: readonly InputFile[]
  /** The same of all inputs, or told for each that needs work. */
  want: Job['want'] | ((path: string) => Job['want'])
  options: JobOptions
  sink: Sink
  /** Where a document's page goes; no pages are made where absent. */
  report?: (path: string) => ReportPlace | undefined
}

/** An input whose output is there already. */
const LEFT_OUT = { leftOut: true } as const
type LeftOut = typeof LEFT_OUT

/** Runs a step over all inputs, in their order, with messages, progress and exit code. */
export async function runBatch(batch: Batch, cli: DocumentOptions, messages: Messages): Promise<ExitCode> {
  const { files, sink } = batch
  const count: Counts = { done: 0, leftOut: 0, failed: 0, withErrors: 0 }
  const started = performance.now()
  const single = files.length === 1
  const workers = single ? 1 : Math.min(cli.jobs ?? availableParallelism(), files.length)
  let settled = 0
  messages.startProgress(files.length, single ? 'page' : 'file')
  try {
    for await (const outcome of runJobs(tasks(batch), {
      workers,
      onProgress: ({ page, pages }) => single && messages.progress(page, files[0]!.path, pages),
    })) {
      const { path } = files[settled++]!
      const written = 'ok' in outcome && outcome.ok ? await write(path, outcome, sink, messages) : outcome
      if ('leftOut' in written) count.leftOut++
      else if (written.ok) {
        count.done++
        if (written.warnings.some(({ severity }) => severity === 'error')) count.withErrors++
      } else {
        count.failed++
        sink.failed?.(path, written)
        messages.error(path, written)
        if (written.stack) messages.detail(path, written.stack)
      }
      if (!single) messages.progress(settled, path)
      if (cli.failFast && count.failed > 0) break
    }
    if (settled === files.length) await sink.finish() // a file for all inputs does not appear with some of them
  } finally {
    messages.stopProgress()
  }
  if (!single) messages.info(summary(count, performance.now() - started), { event: 'summary', ...count })
  if (count.failed > 0) return EXIT.someFailed
  return cli.strict && count.withErrors > 0 ? EXIT.found : EXIT.done
}

/** A job for each input that needs work; for the others what is known of them without. */
async function* tasks(batch: Batch): AsyncGenerator<Job | Failed | LeftOut> {
  for (const file of batch.files) yield await task(file, batch)
}

async function task(
  file: InputFile,
  { want, options, sink, report }: Batch,
): Promise<Job | Failed | LeftOut> {
  try {
    if (file.error) throw file.error
    const isStandardInput = file.path === '-'
    const input = isStandardInput ? await readStandardInput() : file.path
    if (!(await sink.wants(file.path, () => sha256Of(input)))) return LEFT_OUT
    const place = report?.(file.path)
    const named = isStandardInput ? { ...options, fileName: '-' } : options
    const wanted = typeof want === 'function' ? want(file.path) : want
    return { input, options: named, want: wanted, ...(place && { report: place }) }
  } catch (error) {
    return failed(error)
  }
}

async function write(path: string, done: Done, sink: Sink, messages: Messages): Promise<Done | Failed> {
  try {
    tellDone(path, done, await sink.write(path, done), messages)
    return done
  } catch (error) {
    return failed(error)
  }
}
