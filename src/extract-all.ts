import { availableParallelism } from 'node:os'
import type { PlanExtractError } from './errors.ts'
import type { Extraction, ExtractOptions, Input } from './extract.ts'
import { errorOf, type Failed, failed } from './jobs/failure.ts'
import type { Job, JobOptions } from './jobs/job.ts'
import { runJobs } from './jobs/run-jobs.ts'

export interface ExtractAllOptions extends Omit<ExtractOptions, 'onProgress' | 'log' | 'fileName'> {
  /** Documents at work at the same time, each in a thread of its own; 1 works in the calling thread. Default: all cores. */
  jobs?: number
}

/** One input's plan, or the error that ended the work on it: `if (result.error) … else result.plan …`. */
export type ExtractAllResult =
  | (Extraction & { input: Input; error?: undefined })
  | { input: Input; error: PlanExtractError; plan?: undefined; document?: undefined; warnings?: undefined }

/**
 * Extracts many documents in the order of the inputs, whatever the number of jobs. An input that fails is a result with
 * `error`; the others go on. Inputs are taken as they are needed, so that an endless stream of them needs no more memory
 * than a few.
 */
export async function* extractAll(
  inputs: Iterable<Input> | AsyncIterable<Input>,
  options: ExtractAllOptions = {},
): AsyncGenerator<ExtractAllResult> {
  const { jobs: workers = availableParallelism(), signal, ...jobOptions } = options
  const taken: Input[] = []

  async function* jobs(): AsyncGenerator<Job | Failed> {
    for await (const input of inputs) {
      taken.push(input)
      yield await jobFor(input, jobOptions)
    }
  }

  for await (const outcome of runJobs<Failed>(jobs(), { workers, ...(signal && { signal }) })) {
    const input = taken.shift()!
    if (!outcome.ok) yield { input, error: errorOf(outcome) }
    else yield { input, plan: outcome.plan!, document: outcome.document!, warnings: outcome.warnings }
  }
}

async function jobFor(input: Input, options: JobOptions): Promise<Job | Failed> {
  try {
    const sendable = typeof input === 'string' || input instanceof Uint8Array ? input : await collect(input)
    return { input: sendable, options, want: { step: 'plan' } }
  } catch (error) {
    return failed(error)
  }
}

/** A stream can't be sent to a thread. */
async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}
