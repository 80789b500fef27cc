import { PlanExtractError } from '../../errors.ts'
import { type Field, say } from '../../said.ts'
import { DEFAULT_MAX_PAGES, type IngestOptions } from '../options.ts'
import { PdfPage } from './page.ts'
import { givePdfium, type Pdfium, takePdfium } from './pdfium.ts'

/** Codes of `FPDF_GetLastError`. */
const WRONG_PASSWORD = 4
const UNKNOWN_ENCRYPTION = 5

/** A file as pdfium holds it. */
interface Opened {
  pdfium: Pdfium
  /** Addresses of its bytes and of the document. */
  bytes: number
  handle: number
}

/** An open PDF. Scripts, forms and attachments in it are never run or opened. */
export class PdfDocument {
  readonly pageCount: number
  private readonly file: Uint8Array
  private readonly options: IngestOptions
  private opened: Opened | undefined

  private constructor(file: Uint8Array, options: IngestOptions, opened: Opened) {
    this.file = file
    this.options = options
    this.opened = opened
    this.pageCount = opened.pdfium.FPDF_GetPageCount(opened.handle)
  }

  /** The caller closes it. Errors: E_ENCRYPTED, E_DAMAGED, E_TOO_LARGE. */
  static async open(file: Uint8Array, options: IngestOptions): Promise<PdfDocument> {
    const document = new PdfDocument(file, options, await openFile(file, options))
    try {
      checkPages(document.pageCount, options)
    } catch (error) {
      document.close()
      throw error
    }
    return document
  }

  /**
   * Gives `work` a page, which is closed after it. What pdfium can't make sense of is thrown as an Error.
   *
   * @param number 1-based
   */
  async withPage<T>(number: number, work: (page: PdfPage) => T): Promise<T> {
    this.opened ??= await openFile(this.file, this.options)
    const { pdfium, handle } = this.opened
    try {
      const loaded = pdfium.FPDF_LoadPage(handle, number - 1)
      if (loaded === 0) throw new UnreadablePage('its objects are missing or damaged')
      const page = new PdfPage(pdfium, loaded)
      try {
        return work(page)
      } finally {
        page.close()
      }
    } catch (error) {
      if (error instanceof UnreadablePage || error instanceof PlanExtractError) throw error
      // After a trap (no memory left, a fault in pdfium) its memory is in no known state: the next page begins anew.
      this.opened = undefined
      givePdfium(pdfium, 'broken')
      throw error
    }
  }

  close(): void {
    if (!this.opened) return
    const { pdfium, handle, bytes } = this.opened
    this.opened = undefined
    pdfium.FPDF_CloseDocument(handle)
    pdfium.pdfium.wasmExports.free(bytes)
    givePdfium(pdfium, 'sound')
  }
}

class UnreadablePage extends Error {}

/** Errors: E_ENCRYPTED, E_DAMAGED. */
async function openFile(file: Uint8Array, options: IngestOptions): Promise<Opened> {
  const pdfium = await takePdfium()
  const { wasmExports } = pdfium.pdfium
  try {
    const bytes = wasmExports.malloc(file.length)
    if (bytes === 0) throw new Error('no memory for it')
    pdfium.pdfium.HEAPU8.set(file, bytes)
    const handle = pdfium.FPDF_LoadMemDocument(bytes, file.length, options.password ?? '')
    if (handle !== 0) return { pdfium, bytes, handle }
    wasmExports.free(bytes)
  } catch (cause) {
    givePdfium(pdfium, 'broken')
    throw damaged(cause instanceof Error ? cause.message : String(cause), cause)
  }
  const code = pdfium.FPDF_GetLastError()
  givePdfium(pdfium, 'sound')
  throw openingError(code, options)
}

/** Errors: E_DAMAGED, E_TOO_LARGE. */
export function checkPages(count: number, { maxPages = DEFAULT_MAX_PAGES }: IngestOptions): void {
  if (count === 0) throw damaged(say('it has no pages'))
  if (count > maxPages)
    throw new PlanExtractError(
      'E_TOO_LARGE',
      say('the file has {count} pages, more than {maxPages}', { count, maxPages }),
      {
        hint: say('Name the pages of the plan with --pages after splitting it, or raise --max-pages.'),
      },
    )
}

function openingError(code: number, options: IngestOptions): PlanExtractError {
  if (code !== WRONG_PASSWORD && code !== UNKNOWN_ENCRYPTION)
    return damaged(say('no objects of a document were found'))
  const message =
    options.password === undefined
      ? say('the file is encrypted')
      : say('the file is encrypted, and the password is wrong')
  return new PlanExtractError('E_ENCRYPTED', message, {
    hint: say('Remove the password with qpdf --decrypt, or give --password.'),
  })
}

function damaged(reason: Field, cause?: unknown): PlanExtractError {
  return new PlanExtractError('E_DAMAGED', say('the PDF cannot be opened ({reason})', { reason }), {
    hint: say('Try to mend it with qpdf or by printing it to PDF anew.'),
    cause,
  })
}
