import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Plan } from '../../schemas/plan.ts'
import { correctionsFor, correctionsTarget } from '../corrections/beside.ts'
import type { SourceDocument } from '../document.ts'
import { emit } from '../emit/emit.ts'
import type { Format } from '../emit/formats.ts'
import { type RepairForm, repairedText } from '../emit/repaired.ts'
import { type Extraction, type ExtractOptions, extract, planOf, read, repair } from '../extract.ts'
import type { PageDone } from '../ingest/ingest.ts'
import type { RowFacts } from '../report/batch-page.ts'
import { type Failed, failed } from './failure.ts'
import { type Place, writtenTo } from './written.ts'

/** Work on one document that can be sent to another thread: plain data only. */
export interface Job {
  input: string | Uint8Array
  options: JobOptions
  want:
    | { step: 'extract'; format: Format }
    | { step: 'repair'; form: RepairForm }
    | { step: 'plan' }
    | { step: 'pdf'; attach: boolean; pdfa: boolean; force: boolean; to: Place }
    /** The document repaired, without a person's corrections. */
    | { step: 'read' }
  /** Where the document's page goes as well. */
  report?: ReportPlace
}

export interface ReportPlace {
  /** The folder of the whole report. */
  folder: string
  /** The document's own folder in it. */
  place: string
  /** Shown instead of what comes out now: a plan that was made before. */
  plan?: Plan
}

/** Options without what can't leave its thread. */
export type JobOptions = Omit<ExtractOptions, 'signal' | 'onProgress' | 'log'>

/** What came of it, as plain data too. */
export type Outcome = Done | Failed

export interface Done {
  ok: true
  /** The text to write; empty where the plan itself was wanted, or the file is written. */
  text: string
  pages: number
  sha256: string
  warnings: Plan['warnings']
  /** What the steps had to say, for `--verbose`. */
  log: string[]
  plan?: Plan
  document?: SourceDocument
  /** What the page of all documents says of it, where a report is made. */
  row?: RowFacts
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
    if (job.want.step === 'read') {
      const document = await read(job.input, options)
      return { ...summary(document, [], log), document }
    }
    if (job.want.step === 'pdf') {
      const { to, ...want } = job.want
      const { writeSearchablePdf } = await import('../searchable-pdf.ts') // its library takes long to load
      const { document, warnings } = await writtenTo(to, write =>
        writeSearchablePdf(job.input, write, { ...options, ...want }),
      )
      return summary(document, warnings, log)
    }
    const { plan, document, row }: Extraction & { row?: RowFacts } = job.report
      ? await extractWithReport(job.input, options, job.report)
      : await extract(job.input, options)
    const done = { ...summary(document, plan.warnings, log), ...(row && { row }) }
    return job.want.step === 'plan'
      ? { ...done, plan, document }
      : { ...done, text: emit(plan, job.want.format) }
  } catch (error) {
    return failed(error)
  }
}

/** The page shows what corrections there are over the document as it was without them. */
async function extractWithReport(
  input: Job['input'],
  options: ExtractOptions,
  { folder, place, plan: shown }: ReportPlace,
): Promise<Extraction & { row: RowFacts }> {
  const corrections = correctionsFor(input, options.corrections)
  const repaired = await read(input, options)
  const extraction = planOf(repaired, options, corrections)
  const { writeDocumentReport } = await import('../report/write.ts')
  const bytes = typeof input === 'string' ? await readFile(input) : input
  const { plan, document: corrected } = extraction
  const reported = {
    plan: shown ?? plan,
    document: repaired,
    corrections: corrections?.corrections ?? [],
    correctionsFile: basename(correctionsTarget(typeof input === 'string' ? input : corrected.source.file)),
    corrected,
  }
  return { ...extraction, row: await writeDocumentReport(reported, bytes, options, folder, place) }
}

function summary(document: SourceDocument, warnings: Plan['warnings'], log: string[]): Done {
  const { pages, sha256 } = document.source
  return { ok: true, text: '', pages, sha256, warnings, log }
}
