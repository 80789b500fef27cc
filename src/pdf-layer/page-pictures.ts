import type { IngestOptions } from '../ingest/options.ts'
import { PdfDocument } from '../ingest/pdf/document.ts'
import { grayPage } from '../ingest/pdf/gray-page.ts'
import type { GrayPicture } from '../ingest/picture/gray.ts'
import { INK_DPI } from './text/ink.ts'

/** PDFium keeps what it once read of a document until that is closed, some 0.3 MB a page. */
const PAGES_AT_ONCE = 30

/** The pages of a PDF as they are printed, at `INK_DPI`, in memory that does not grow with their number. */
export class PagePictures {
  readonly #file: Uint8Array
  readonly #options: IngestOptions
  #document: PdfDocument | undefined
  #shown = 0

  constructor(file: Uint8Array, options: IngestOptions = {}) {
    this.#file = file
    this.#options = options
  }

  /** @param number 1-based */
  async gray(number: number): Promise<GrayPicture> {
    if (this.#shown >= PAGES_AT_ONCE) this.close()
    this.#document ??= await PdfDocument.open(this.#file, this.#options)
    this.#shown++
    return await this.#document.withPage(number, page => grayPage(page, INK_DPI))
  }

  close(): void {
    this.#document?.close()
    this.#document = undefined
    this.#shown = 0
  }
}
