import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Generator, Plan } from '../../schemas/plan.ts'
import type { Correction } from '../corrections/schema.ts'
import type { SourceDocument } from '../document.ts'
import { PlanExtractError } from '../errors.ts'
import type { IngestOptions } from '../ingest/options.ts'
import { say } from '../said.ts'
import { type BatchRow, batchPage, type RowFacts, rowFacts } from './batch-page.ts'
import { documentPage } from './document-page.ts'
import { MARK } from './mark.ts'
import { PagePictures } from './pictures.ts'

export interface Reported {
  plan: Plan
  /** Repaired; a person's corrections are not applied to it. */
  document: SourceDocument
  corrections: Correction[]
  /** Name of the file in which they lie or would lie. */
  correctionsFile: string
  /** The same with them applied: what is in doubt still. */
  corrected: SourceDocument
}

/**
 * Writes the page of one document with its pictures into a folder of its own, whole or not at all.
 *
 * @param bytes of the document; undefined where it is not at hand, so that there are no pictures
 * @param report the folder of the whole report
 * @param place where in it
 * @returns its row for the page of all documents
 * @throws PlanExtractError E_WRITE, E_EXISTS where the place is a folder of something else
 */
export async function writeDocumentReport(
  reported: Reported,
  bytes: Uint8Array | undefined,
  options: IngestOptions,
  report: string,
  place: string,
): Promise<RowFacts> {
  const target = join(report, place)
  const unfinished = `${target}.${process.pid}.tmp`
  const facts = rowFacts(reported.plan, reported.corrected)
  if (existsSync(target) && !existsSync(join(target, MARK)))
    throw new PlanExtractError(
      'E_EXISTS',
      say('{output} exists and is no page of a report', { output: target }),
      {
        hint: say('Give another folder.'),
      },
    )
  try {
    mkdirSync(join(unfinished, 'pages'), { recursive: true })
    const pictures = bytes ? await writePictures(reported.document, bytes, options, unfinished) : new Map()
    const all = join(relative(target, report), 'index.html').replaceAll('\\', '/')
    writeFileSync(join(unfinished, 'index.html'), documentPage({ ...reported, pictures, all }))
    const { source, generator } = reported.plan
    const made: Made = { sha256: source.sha256, generator, facts }
    writeFileSync(join(unfinished, MARK), `${JSON.stringify(made)}\n`)
    rmSync(target, { recursive: true, force: true })
    renameSync(unfinished, target)
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true })
    throw cause instanceof PlanExtractError ? cause : cannotWrite(target, cause)
  }
  return facts
}

/** What stands beside each page, so that a later run knows of what it was made. */
interface Made {
  sha256: string
  generator: Generator | undefined
  facts: RowFacts
}

/** What an earlier run wrote of the document at the place; undefined where it would be another now. */
export function earlierRow(
  report: string,
  place: string,
  sha256: string,
  generator: Generator,
): RowFacts | undefined {
  try {
    const made: Made = JSON.parse(readFileSync(join(report, place, MARK), 'utf8'))
    const same = made.generator?.version === generator.version && made.generator.options === generator.options
    return same && made.sha256 === sha256 ? made.facts : undefined
  } catch {
    return undefined // there is none
  }
}

async function writePictures(
  { pages }: SourceDocument,
  bytes: Uint8Array,
  options: IngestOptions,
  folder: string,
): Promise<Map<number, string>> {
  const addresses = new Map<number, string>()
  const pictures = await PagePictures.open(bytes, options)
  if (!pictures) return addresses
  try {
    for (const page of pages) {
      const picture = await pictures.webp(page)
      if (!picture) continue
      const address = `pages/${String(page.number).padStart(3, '0')}.webp`
      writeFileSync(join(folder, address), picture)
      addresses.set(page.number, address)
    }
  } finally {
    pictures.close()
  }
  return addresses
}

/** Writes the page of all documents. Errors: E_WRITE. */
export function writeBatchReport(rows: readonly BatchRow[], report: string): string {
  const target = join(report, 'index.html')
  const unfinished = join(report, `.index.${process.pid}.tmp`)
  try {
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(unfinished, batchPage(rows))
    renameSync(unfinished, target)
  } catch (cause) {
    throw cannotWrite(target, cause)
  }
  return target
}

function cannotWrite(path: string, cause: unknown): PlanExtractError {
  const code = (cause as NodeJS.ErrnoException).code
  if (code === undefined) throw cause
  return new PlanExtractError('E_WRITE', say('{path} cannot be written ({code})', { path, code }), {
    hint: say('Check the permissions and the free space of the folder.'),
    cause,
  })
}
