import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Plan, PlanSchema } from '../../../schemas/plan.ts'
import type { SourceDocument } from '../../document.ts'
import { PlanExtractError } from '../../errors.ts'
import { failed } from '../../jobs/failure.ts'
import { writeDocumentReport } from '../../report/write.ts'
import { say } from '../../said.ts'
import { PLAN_ENDINGS, recordsOf } from '../../validate/plan-file.ts'
import { runBatch, type Sink } from '../batch.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { expandInputs, type InputFile, isDocument } from '../inputs.ts'
import { t } from '../language/language.ts'
import { Messages } from '../messages.ts'
import { type DocumentOptions, jobOptions } from '../options.ts'
import { requireFolder, statOf, targets } from '../outputs.ts'
import { isAnyPlanFile, isPlanFile, planBeside } from '../plan-files.ts'
import { ReportRows } from '../report-pages.ts'
import { writeOut } from '../standard-output.ts'

export interface ReportOptions extends DocumentOptions {
  output: string
  documents?: string
}

/** One page of the report. */
interface Entry {
  /** What the page of all documents calls it. */
  path: string
  /** Absent for a document that was given by itself. */
  plan?: Plan
  /** Absent where the plan's document is not at hand. */
  document?: string
  error?: PlanExtractError
}

/**
 * `plan-extract report <input…> -o <folder>`: pages of plans, each with its document where that is found, and of
 * documents, which are extracted on the way.
 */
export async function reportCommand(args: string[], cli: ReportOptions): Promise<ExitCode> {
  const messages = new Messages(cli)
  const options = await jobOptions(cli)
  requireFolder(cli.output)
  const { files, base } = await expandInputs(
    args,
    path => isPlanFile(path) || (isDocument(path) && planBeside(path) === undefined),
  )
  if (files.length === 0)
    messages.warning(undefined, t('no plan and no document in {inputs}', { inputs: args.join(', ') }))
  const entries = files.flatMap(file => entriesOf(file, cli.documents))
  const places = targets(
    entries.map(({ path }) => ({ path })),
    '',
    base,
    '',
  )
  const rows = new ReportRows(cli.output, path => places.get(path)!)
  let failures = 0
  for (const { path, plan, document, error } of entries)
    if (error) {
      failures++
      messages.error(path, failed(error))
      rows.failed(path, error)
    } else if (plan && document === undefined) {
      messages.warning(
        path,
        t('its document, {file}, was not found; the page shows the plan alone', { file: plan.source.file }),
      )
      const pageless: SourceDocument = { source: plan.source, pages: [], warnings: [] }
      const reported = {
        plan,
        document: pageless,
        corrections: [],
        correctionsFile: '',
        corrected: pageless,
      }
      rows.done(path, await writeDocumentReport(reported, undefined, options, cli.output, places.get(path)!))
    }
  const byDocument = new Map(entries.flatMap(entry => (entry.document ? [[entry.document, entry]] : [])))
  const sink: Sink = {
    wants: async () => true,
    async write(document, { row }) {
      const { path } = byDocument.get(document)!
      rows.done(path, row!)
      return { output: join(cli.output, places.get(path)!, 'index.html') }
    },
    failed: (document, failure) => rows.failed(byDocument.get(document)!.path, failure),
    finish: async () => {},
  }
  const code = await runBatch(
    {
      files: [...byDocument.keys()].map(path => ({ path })),
      want: { step: 'plan' },
      options,
      sink,
      report: document => {
        const { path, plan } = byDocument.get(document)!
        return { folder: cli.output, place: places.get(path)!, ...(plan && { plan }) }
      },
    },
    cli,
    messages,
  )
  await writeOut(`${rows.write(entries.map(({ path }) => path))}\n`)
  return failures > 0 ? EXIT.someFailed : code
}

/** A document is a page, a plan file one for each of its plans. */
function entriesOf({ path, error }: InputFile, documents: string | undefined): Entry[] {
  if (error) return [{ path, error }]
  if (!isAnyPlanFile(path)) return [{ path, document: path }]
  const ending = PLAN_ENDINGS.find(each => path.toLowerCase().endsWith(each))!
  const stem = path.slice(0, -ending.length)
  try {
    const records = recordsOf(readFileSync(path, 'utf8'), path)
    return records.map(({ value }, index) => {
      const plan = checked(value)
      const document = documentOf(plan, path, documents)
      const name = records.length > 1 ? `${stem}-${index + 1}.plan` : `${stem}.plan`
      return { path: name, plan, ...(document !== undefined && { document }) }
    })
  } catch (cause) {
    return [{ path, error: asError(cause) }]
  }
}

function checked(value: unknown): Plan {
  const parsed = PlanSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new PlanExtractError('E_SCHEMA', say('the file holds no plan'), {
    hint: say('plan-extract validate says what is wrong with it.'),
    cause: parsed.error,
  })
}

function asError(cause: unknown): PlanExtractError {
  if (cause instanceof PlanExtractError) return cause
  return new PlanExtractError('E_UNREADABLE', say('the file cannot be read'), { cause })
}

/** The document from which a plan was made: of its name, beside it or in the folder of documents, with the same bytes. */
function documentOf({ source }: Plan, path: string, documents: string | undefined): string | undefined {
  const name = basename(source.file) // whatever a plan from elsewhere says, it leads to no other folder
  const folders = [dirname(path), ...(documents === undefined ? [] : [documents])]
  return folders
    .map(folder => join(folder, name))
    .find(found => statOf(found)?.isFile() && sha256(found) === source.sha256)
}

function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
