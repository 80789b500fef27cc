import type { Input, Page, SourceDocument, TextOrigin, Warning } from '../document.ts'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'
import { allBytes, type Bytes } from './byte-source.ts'
import { type OpenInput, whileOpen } from './bytes.ts'
import { layoutDocument } from './layout/document.ts'
import { type MediaType, mediaTypeOf } from './media-type.ts'
import { type IngestOptions, wantsPage } from './options.ts'
import type { Doubt } from './pdf/again.ts'
import { pagesOfText } from './text.ts'
import { decodeText } from './text-encoding.ts'

export { type OpenInput, whileOpen } from './bytes.ts'
export { closeEngines } from './engine/engines.ts'
export type { IngestOptions, PageDone } from './options.ts'
export type { Doubt } from './pdf/again.ts'

/**
 * Bytes to pages of lines, as found: nothing is repaired here.
 *
 * @param input a path, the bytes, or a stream of them; its type is told by content
 * @returns pages with their lines in reading order, boxes in PDF points where geometry is known
 * @throws PlanExtractError E_NOT_FOUND, E_UNREADABLE, E_EMPTY, E_UNSUPPORTED, E_ENCRYPTED, E_DAMAGED, E_TOO_LARGE,
 *   E_OCR, E_ABORTED
 */
export async function ingest(input: Input, options: IngestOptions = {}): Promise<SourceDocument> {
  return await whileOpen(input, options.fileName, open => ingestOpen(open, options))
}

/** The same of an input that is open, and stays so. */
export async function ingestOpen(open: OpenInput, options: IngestOptions): Promise<SourceDocument> {
  const { bytes, name, sha256 } = open
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType)
    throw new PlanExtractError('E_UNSUPPORTED', say('the content is neither PDF, picture nor text'), {
      hint: say('Give a PDF, PNG, JPEG, TIFF, WebP, BMP or plain text file.'),
    })
  const warnings: Warning[] = []
  const { pages, count } = await pagesOf(bytes, mediaType, options, warnings)
  if (mediaType !== 'text/plain') layoutDocument(pages)
  lookForText(pages, warnings)
  open.refuseChanged()
  return {
    source: { file: name, sha256, mediaType, pages: count, text: originOf(pages) },
    pages,
    warnings,
  }
}

/**
 * The document with words in doubt read again from the scans under its text layer, as `ingest` would have found them.
 *
 * @param bytes of the PDF from which `ingest` made the document
 */
export async function readAgain(
  bytes: Bytes,
  document: SourceDocument,
  doubts: readonly Doubt[],
  options: IngestOptions,
): Promise<SourceDocument> {
  const { readDoubtsAgain } = await import('./pdf/again.ts')
  const pages = await readDoubtsAgain(bytes, document.pages, doubts, options)
  layoutDocument(pages)
  return { ...document, pages }
}

async function pagesOf(
  bytes: Bytes,
  mediaType: MediaType,
  options: IngestOptions,
  warnings: Warning[],
): Promise<{ pages: Page[]; count: number }> {
  // The libraries of PDF and pictures take longer to load than a text to be read.
  if (mediaType === 'application/pdf') {
    const { pagesOfPdf } = await import('./pdf/pdf.ts')
    return await pagesOfPdf(bytes, options, warnings)
  }
  if (mediaType !== 'text/plain') {
    const { pagesOfPictures } = await import('./picture/pictures.ts')
    return await pagesOfPictures(allBytes(bytes), options, warnings)
  }
  const pages = pagesOfText(decodeText(allBytes(bytes)) ?? '')
  return { pages: pages.filter(page => wantsPage(options, page.number)), count: pages.length }
}

/** Errors: E_OCR where no page could be read. */
function lookForText(pages: readonly Page[], warnings: Warning[]): void {
  if (pages.some(page => page.lines.length > 0)) return
  const failed = warnings.find(warning => warning.code === 'page-not-read')
  if (failed)
    throw new PlanExtractError(
      'E_OCR',
      say('no page could be read: {message}', { message: failed.message }),
      {
        hint: say('Try the other --engine, or scan anew.'),
      },
    )
  warnings.push({ code: 'no-text', severity: 'warning', message: 'no text was found in the document' })
}

function originOf(pages: readonly Page[]): TextOrigin {
  const origins = new Set(pages.map(page => page.text))
  if (origins.size > 1) return 'mixed'
  return pages[0]?.text ?? 'plain'
}
