import type { Plan } from '../../schemas/plan.ts'
import type { SourceDocument } from '../document.ts'
import { emit } from '../emit/emit.ts'
import type { Format } from '../emit/formats.ts'
import { type RepairForm, repairedText } from '../emit/repaired.ts'
import { type ExtractOptions, extract, repair } from '../extract.ts'
import type { PageDone } from '../ingest/ingest.ts'
import { type Failed, failed } from './failure.ts'

/** Work on one document that can be sent to another thread: plain data only. */
export interface Job {
  input: string | Uint8Array
  options: JobOptions
  want: { step: 'extract'; format: Format } | { step: 'repair'; form: RepairForm } | { step: 'plan' }
}

/** Options without what can't leave its thread. */
export type JobOptions = Omit<ExtractOptions, 'signal' | 'onProgress' | 'log'>

/** What came of it, as plain data too. */
export type Outcome = Done | Failed

export interface Done {
  ok: true
  /** The text to write; empty where the plan itself was wanted. */
  text: string
  pages: number
  sha256: string
  warnings: Plan['warnings']
  /** What the steps had to say, for `--verbose`. */
  log: string[]
  plan?: Plan
  document?: SourceDocument
}

export interface Hooks {
  signal?: AbortSignal
  onProgress?: (done: PageDone) => void
}

/** Does the work; every failure is an outcome. */
export async function runJob(job: Job, hooks: Hooks = {}): Promise<Outcome> {
  const log: string[] = []
  const options: ExtractOptions = { ...job.options, ...hooks, log: message => log.push(message) }
  try {
    if (job.want.step === 'repair') {
      const document = await repair(job.input, options)
      return {
        ...summary(document, document.warnings as Plan['warnings'], log),
        text: repairedText(document, job.want.form),
      }
    }
    const { plan, document } = await extract(job.input, options)
    const done = summary(document, plan.warnings, log)
    return job.want.step === 'plan'
      ? { ...done, plan, document }
      : { ...done, text: emit(plan, job.want.format) }
  } catch (error) {
    return failed(error)
  }
}

function summary(document: SourceDocument, warnings: Plan['warnings'], log: string[]): Done {
  const { pages, sha256 } = document.source
  return { ok: true, text: '', pages, sha256, warnings, log }
}
