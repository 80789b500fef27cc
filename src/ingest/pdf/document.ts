import { PlanExtractError } from '../../errors.ts'
import { type Field, say } from '../../said.ts'
import type { ByteSource, Bytes } from '../byte-source.ts'
import { DEFAULT_MAX_PAGES, type IngestOptions } from '../options.ts'
import { PdfPage } from './page.ts'
import { givePdfium, type Pdfium, takePdfium } from './pdfium.ts'

/** Codes of `FPDF_GetLastError`. */
const WRONG_PASSWORD = 4
const UNKNOWN_ENCRYPTION = 5

/** A file as pdfium holds it. */
interface Opened {
  pdfium: Pdfium
  /** Address of the document. */
  handle: number
  file: FileAccess
}

/** pdfium keeps what it once read of a document until that is closed, some 0.3 MB a page. */
const PAGES_AT_ONCE = 30

/**
 * An open PDF. Scripts, forms and attachments in it are never run or opened. After some pages it is opened anew, so that
 * memory does not grow with their number.
 */
export class PdfDocument {
  readonly pageCount: number
  private readonly file: Bytes
  private readonly options: IngestOptions
  private opened: Opened | undefined
  private opening: Promise<void> | undefined
  /** Pages given since it was opened. */
  private given = 0
  private isClosed = false

  private constructor(file: Bytes, options: IngestOptions, opened: Opened) {
    this.file = file
    this.options = options
    this.opened = opened
    this.pageCount = opened.pdfium.FPDF_GetPageCount(opened.handle)
  }

  /** The caller closes it. Errors: E_ENCRYPTED, E_DAMAGED, E_TOO_LARGE. */
  static async open(file: Bytes, options: IngestOptions): Promise<PdfDocument> {
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
    // Nobody is at a page here, since nothing waits while one is open.
    if (this.given >= PAGES_AT_ONCE) this.release()
    // More than once: another page may have let it go before this one had its turn.
    while (!this.opened) await (this.opening ??= this.openAgain())
    const { pdfium, handle } = this.opened
    this.given++
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
    this.isClosed = true
    this.release()
  }

  private async openAgain(): Promise<void> {
    try {
      this.opened = await openFile(this.file, this.options)
    } finally {
      this.opening = undefined
    }
    if (!this.isClosed) return
    this.release()
    throw new Error('the document was closed')
  }

  private release(): void {
    if (!this.opened) return
    const { pdfium, handle, file } = this.opened
    this.opened = undefined
    this.given = 0
    pdfium.FPDF_CloseDocument(handle)
    file.close()
    givePdfium(pdfium, 'sound')
  }
}

class UnreadablePage extends Error {}

/** Errors: E_ENCRYPTED, E_DAMAGED. */
async function openFile(file: Bytes, options: IngestOptions): Promise<Opened> {
  const pdfium = await takePdfium()
  try {
    const access = new FileAccess(pdfium, file)
    const handle = pdfium.FPDF_LoadCustomDocument(access.address, options.password ?? '')
    if (handle !== 0) return { pdfium, handle, file: access }
    access.close()
  } catch (cause) {
    givePdfium(pdfium, 'broken')
    throw damaged(cause instanceof Error ? cause.message : String(cause), cause)
  }
  const code = pdfium.FPDF_GetLastError()
  givePdfium(pdfium, 'sound')
  throw openingError(code, options)
}

/**
 * A file that pdfium reads piece by piece, as it needs it, so that there is no second copy of it (`FPDF_FILEACCESS`):
 *
 *     length   address of the function that gives a piece   what it is told besides, here nothing
 */
class FileAccess {
  readonly address: number
  readonly #pdfium: Pdfium['pdfium']
  readonly #give: number

  constructor({ pdfium }: Pdfium, file: Bytes) {
    this.#pdfium = pdfium
    this.address = pdfium.wasmExports.malloc(3 * WORD)
    if (this.address === 0) throw new Error('no memory for it')
    const give = (_told: number, from: number, to: number, length: number): number => {
      const end = (from >>> 0) + (length >>> 0)
      if (end > file.length) return 0
      if (file instanceof Uint8Array) pdfium.HEAPU8.set(file.subarray(from >>> 0, end), to >>> 0)
      else return filled(pdfium.HEAPU8.subarray(to >>> 0, (to >>> 0) + (length >>> 0)), file, from >>> 0)
      return 1
    }
    this.#give = pdfium.addFunction(give, 'iiiii')
    pdfium.HEAP32.set([file.length, this.#give, 0], this.address / WORD)
  }

  close(): void {
    this.#pdfium.removeFunction(this.#give)
    this.#pdfium.wasmExports.free(this.address)
  }
}

/** 1 where it could be read: what is thrown must not pass through pdfium. */
function filled(piece: Uint8Array, file: ByteSource, from: number): 0 | 1 {
  try {
    file.readInto(piece, from)
    return 1
  } catch {
    return 0
  }
}

/** Bytes of an address or a length in pdfium's memory. */
const WORD = 4

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
