import './natives.ts'

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { lineText, type Page, type Warning } from '../../document.ts'
import { PlanExtractError } from '../../errors.ts'
import { judgeLayer } from '../choice.ts'
import { engineOf } from '../engine/engines.ts'
import { layoutPage } from '../layout/page.ts'
import { type IngestOptions, wantsPage } from '../options.ts'
import { inParallel, pageDone, readOrWarn, stopIfAborted } from '../pages.ts'
import { readPicture } from '../picture/read.ts'
import type { FoundPage } from '../placed.ts'
import { refuseBombs } from './bombs.ts'
import { styleWords } from './fonts.ts'
import { wordsOfLayer } from './layer.ts'
import { closePdf, openPdf } from './pdfjs.ts'
import { holdsPicture, pictureOfPage } from './picture.ts'
import { rulesOf } from './rules.ts'

/** A PDF to pages of lines: each page by its text layer or by its picture, whichever reads better. */
export async function pagesOfPdf(
  bytes: Uint8Array,
  options: IngestOptions,
  warnings: Warning[],
): Promise<{ pages: Page[]; count: number }> {
  const reader = new PdfReader(bytes, options)
  try {
    refuseBombs(bytes)
    const count = await reader.open()
    const numbers = Array.from({ length: count }, (_, index) => index + 1)
    const wanted = numbers.filter(number => wantsPage(options, number))
    const read = async (number: number): Promise<Page> => {
      const started = performance.now()
      const { page, reason } = await readPage(reader, number, number === wanted[0], options, warnings).catch(
        cause => damagedPage(number, cause, warnings),
      )
      pageDone(options, {
        page: number,
        pages: count,
        text: page.text,
        reason,
        took: performance.now() - started,
      })
      return page
    }
    const pages = await inParallel(wanted, engineOf(options.engine).slots, read)
    const damaged = warnings.filter(warning => warning.code === 'page-damaged')
    if (damaged.length > 0 && damaged.length === pages.length)
      throw new PlanExtractError('E_DAMAGED', `no page of the PDF can be read: ${damaged[0]?.message}`, {
        hint: 'Try to mend it with qpdf or by printing it to PDF anew.',
      })
    return { pages, count }
  } finally {
    await reader.close()
  }
}

/** A page that pdfjs can't make sense of is left empty; the others are none the worse for it. */
function damagedPage(number: number, cause: unknown, warnings: Warning[]): { page: Page; reason: string } {
  if (cause instanceof PlanExtractError) throw cause
  const reason = cause instanceof Error ? cause.message : String(cause)
  const message = `page ${number} is damaged (${reason})`
  warnings.push({ code: 'page-damaged', severity: 'error', message, at: { page: number } })
  return { page: { number, text: 'layer', lines: [] }, reason: 'it is damaged' }
}

async function readPage(
  reader: PdfReader,
  number: number,
  first: boolean,
  options: IngestOptions,
  warnings: Warning[],
): Promise<{ page: Page; reason: string }> {
  stopIfAborted(options.signal)
  const layer = layoutPage(await reader.layer(number), first)
  const reason = await reasonForPicture(reader, layer, options)
  if (!reason) return { page: layer, reason: 'the text layer reads well' }
  const found = await readOrWarn(number, warnings, async () => {
    const { picture, box, width, height, from } = await reader.picture(number)
    options.log?.(`page ${number}: picture ${from}, ${picture.width} × ${picture.height}`)
    const { words, rules, turn } = await readPicture(picture, box, engineOf(options.engine), options)
    const [across, down] = turn.quarters % 2 === 1 ? [height, width] : [width, height]
    return { number, width: across, height: down, turn, text: 'ocr' as const, words, rules }
  })
  if (!found) return { page: layer, reason: 'the picture could not be read' }
  return { page: layoutPage(found, first), reason }
}

/** Why the page must be read from its picture; undefined where its text layer is as good. */
async function reasonForPicture(
  reader: PdfReader,
  layer: Page,
  options: IngestOptions,
): Promise<string | undefined> {
  if (options.ocr === 'never') return undefined
  if (options.ocr === 'always') return 'as asked'
  const lines = layer.lines.filter(line => line.region !== 'caption')
  const verdict = judgeLayer(lines.map(lineText).join('\n'))
  if (verdict === 'good') return undefined
  // Few words can be all that the page holds; a picture beside them is what they only caption.
  if (verdict === 'scanty')
    return (await reader.holdsPicture(layer.number)) ? 'it has no text layer' : undefined
  return 'its text layer is broken'
}

/** The PDF opened once for its text, and once more for its pictures if a page needs them. */
class PdfReader {
  private readonly bytes: Uint8Array
  private readonly options: IngestOptions
  private forText: Promise<PDFDocumentProxy> | undefined
  private forPictures: Promise<PDFDocumentProxy> | undefined

  constructor(bytes: Uint8Array, options: IngestOptions) {
    this.bytes = bytes
    this.options = options
  }

  /** @returns the number of pages */
  async open(): Promise<number> {
    this.forText = openPdf(this.bytes, this.options, 'skipped')
    return (await this.forText).numPages
  }

  async layer(number: number): Promise<FoundPage> {
    const page = await (await this.forText!).getPage(number)
    const operators = await page.getOperatorList()
    const { words, fonts } = await wordsOfLayer(page)
    styleWords(page, words, fonts)
    const rules = rulesOf(page, operators)
    const { width, height } = page.getViewport({ scale: 1 })
    page.cleanup()
    return { number, width, height, text: 'layer', words, rules }
  }

  async holdsPicture(number: number): Promise<boolean> {
    return await holdsPicture(await (await this.pictures()).getPage(number))
  }

  async picture(number: number) {
    const page = await (await this.pictures()).getPage(number)
    try {
      const { width, height } = page.getViewport({ scale: 1 })
      return { width, height, ...(await pictureOfPage(page, this.options)) }
    } finally {
      page.cleanup()
    }
  }

  async close(): Promise<void> {
    for (const opened of [this.forText, this.forPictures]) {
      const document = await opened?.catch(() => undefined)
      if (document) await closePdf(document)
    }
  }

  private pictures(): Promise<PDFDocumentProxy> {
    this.forPictures ??= openPdf(this.bytes, this.options, 'decoded')
    return this.forPictures
  }
}
