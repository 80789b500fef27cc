import { lineText, type Page, type Warning } from '../../document.ts'
import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import type { Bytes } from '../byte-source.ts'
import { judgeLayer } from '../choice.ts'
import { engineOf } from '../engine/engines.ts'
import { layoutPage } from '../layout/page.ts'
import { type IngestOptions, wantsPage } from '../options.ts'
import { inParallel, pageDone, readOrWarn, stopIfAborted } from '../pages.ts'
import { readPicture } from '../picture/read.ts'
import type { FoundPage } from '../placed.ts'
import { refuseBombs } from './bombs.ts'
import { PdfDocument } from './document.ts'
import { wordsOfLayer } from './layer.ts'
import { withTablesOfScan } from './layered.ts'
import type { PdfPage } from './page.ts'
import { holdsPicture, pictureOfPage } from './picture.ts'
import { rulesOf } from './rules.ts'
import { SecondReading } from './second-reading.ts'

const BROKEN = 'its text layer is broken'

/** A PDF to pages of lines: each page by its text layer or by its picture, whichever reads better. */
export async function pagesOfPdf(
  bytes: Bytes,
  options: IngestOptions,
  warnings: Warning[],
): Promise<{ pages: Page[]; count: number }> {
  refuseBombs(bytes)
  const second = new SecondReading(bytes, options)
  try {
    const document = await PdfDocument.open(bytes, options).catch(cause => cause as PlanExtractError)
    if (document instanceof PdfDocument) return await pagesOf(document, second, options, warnings)
    return (await pagesOfSecond(second, options)) ?? Promise.reject(document)
  } finally {
    await second.close()
  }
}

/** All of a file that pdfium can't open, by pdfjs; undefined where it finds no text either. */
async function pagesOfSecond(
  second: SecondReading,
  options: IngestOptions,
): Promise<{ pages: Page[]; count: number } | undefined> {
  const count = await second.count()
  const pages: Page[] = []
  for (let number = 1; number <= count; number++) {
    if (!wantsPage(options, number)) continue
    stopIfAborted(options.signal)
    const found = await second.page(number)
    pages.push(found ? layoutPage(found, pages.length === 0) : { number, text: 'layer', lines: [] })
  }
  return pages.some(page => page.lines.length > 0) ? { pages, count } : undefined
}

async function pagesOf(
  document: PdfDocument,
  second: SecondReading,
  options: IngestOptions,
  warnings: Warning[],
): Promise<{ pages: Page[]; count: number }> {
  try {
    const count = document.pageCount
    const numbers = Array.from({ length: count }, (_, index) => index + 1)
    const wanted = numbers.filter(number => wantsPage(options, number))
    const read = async (number: number): Promise<Page> => {
      const started = performance.now()
      const { page, reason } = await readPage(
        document,
        second,
        number,
        number === wanted[0],
        options,
        warnings,
      ).catch(cause => damagedPage(second, number, cause, warnings))
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
      throw new PlanExtractError(
        'E_DAMAGED',
        say('no page of the PDF can be read: {message}', { message: damaged[0]?.message }),
        {
          hint: say('Try to mend it with qpdf or by printing it to PDF anew.'),
        },
      )
    return { pages, count }
  } finally {
    document.close()
  }
}

/** A page that pdfium can't make sense of is read by pdfjs, or left empty; the others are none the worse for it. */
async function damagedPage(
  second: SecondReading,
  number: number,
  cause: unknown,
  warnings: Warning[],
): Promise<{ page: Page; reason: string }> {
  if (cause instanceof PlanExtractError) throw cause
  const found = await second.page(number)
  if (found && found.words.length > 0)
    return { page: layoutPage(found, false), reason: 'the second reader opens it' }
  const reason = cause instanceof Error ? cause.message : String(cause)
  const message = `page ${number} is damaged (${reason})`
  warnings.push({ code: 'page-damaged', severity: 'error', message, at: { page: number } })
  return { page: { number, text: 'layer', lines: [] }, reason: 'it is damaged' }
}

async function readPage(
  document: PdfDocument,
  second: SecondReading,
  number: number,
  first: boolean,
  options: IngestOptions,
  warnings: Warning[],
): Promise<{ page: Page; reason: string }> {
  stopIfAborted(options.signal)
  const drawn = await document.withPage(number, layerOf(number))
  const layer = layoutPage(drawn, first)
  const reason = await reasonForPicture(document, layer, options)
  if (!reason) {
    const found = await readOrWarn(number, warnings, () => withTablesOfScan(document, drawn, layer, options))
    if (!found) return { page: layer, reason: 'the text layer reads well' }
    return { page: layoutPage(found, first), reason: 'the text layer reads well; tables after the scan' }
  }
  if (reason === BROKEN) {
    const again = await second.page(number)
    const page = again && layoutPage(again, first)
    if (page && (await reasonForPicture(document, page, options)) === undefined)
      return { page, reason: 'the text layer reads well with the second reader' }
  }
  const found = await readOrWarn(number, warnings, async () => {
    const { picture, box, from } = await document.withPage(number, page => pictureOfPage(page, options))
    options.log?.(`page ${number}: picture ${from}, ${picture.width} × ${picture.height}`)
    const { words, rules, turn } = await readPicture(picture, box, engineOf(options.engine), options)
    const { width, height } = drawn
    const [across, down] = turn.quarters % 2 === 1 ? [height, width] : [width, height]
    return { number, width: across, height: down, turn, text: 'ocr' as const, words, rules }
  })
  if (!found) return { page: layer, reason: 'the picture could not be read' }
  return { page: layoutPage(found, first), reason }
}

/** Why the page must be read from its picture; undefined where its text layer is as good. */
async function reasonForPicture(
  document: PdfDocument,
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
    return (await document.withPage(layer.number, holdsPicture)) ? 'it has no text layer' : undefined
  return BROKEN
}

function layerOf(number: number): (page: PdfPage) => FoundPage {
  return page => {
    const { width, height } = page
    return { number, width, height, text: 'layer', words: wordsOfLayer(page), rules: rulesOf(page) }
  }
}
