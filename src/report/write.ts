import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Plan } from '../../schemas/plan.ts'
import type { Correction } from '../corrections/schema.ts'
import type { SourceDocument } from '../document.ts'
import { PlanExtractError } from '../errors.ts'
import type { IngestOptions } from '../ingest/options.ts'
import { type BatchRow, batchPage, rowFacts } from './batch-page.ts'
import { documentPage } from './document-page.ts'
import { PagePictures } from './pictures.ts'

export interface Reported {
  plan: Plan
  /** Repaired; a person's corrections are not applied to it. */
  document: SourceDocument
  corrections: Correction[]
}

/**
 * Writes the page of one document with its pictures into a folder of its own, whole or not at all.
 *
 * @param report the folder of the whole report
 * @param folder where in it
 * @returns its row for the page of all documents
 * @throws PlanExtractError E_WRITE
 */
export async function writeDocumentReport(
  reported: Reported,
  bytes: Uint8Array,
  options: IngestOptions,
  report: string,
  folder: string,
): Promise<NonNullable<BatchRow['read']>> {
  const target = join(report, folder)
  const unfinished = `${target}.${process.pid}.tmp`
  const facts = rowFacts(reported.plan, reported.document)
  try {
    mkdirSync(join(unfinished, 'pages'), { recursive: true })
    const pictures = await writePictures(reported.document, bytes, options, unfinished)
    const all = join(relative(target, report), 'index.html').replaceAll('\\', '/')
    writeFileSync(join(unfinished, 'index.html'), documentPage({ ...reported, pictures, all }))
    writeFileSync(join(unfinished, ROW), `${JSON.stringify(facts)}\n`)
    rmSync(target, { recursive: true, force: true })
    renameSync(unfinished, target)
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true })
    throw cause instanceof PlanExtractError ? cause : cannotWrite(target, cause)
  }
  return facts
}

/** Beside each page: what a later run says of it on the page of all documents. */
export const ROW = 'row.json'

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
  return new PlanExtractError('E_WRITE', `${path} cannot be written (${code})`, {
    hint: 'Check the permissions and the free space of the folder.',
    cause,
  })
}
