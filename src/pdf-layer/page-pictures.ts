import type { Bytes } from '../ingest/byte-source.ts'
import type { IngestOptions } from '../ingest/options.ts'
import { PdfDocument } from '../ingest/pdf/document.ts'
import { grayPage } from '../ingest/pdf/gray-page.ts'
import type { GrayPicture } from '../ingest/picture/gray.ts'
import { INK_DPI } from './text/ink.ts'

/**
 * The pages of a PDF as they are printed, at `INK_DPI`, one at a time in the same memory: left to be collected, a megabyte a
 * page takes a hundred before it is. The file is opened where the first page is asked for.
 */
export class PagePictures {
  readonly #file: Bytes
  readonly #options: IngestOptions
  #document: PdfDocument | undefined
  #last: GrayPicture | undefined

  constructor(file: Bytes, options: IngestOptions = {}) {
    this.#file = file
    this.#options = options
  }

  /**
   * @param number 1-based
   * @returns a picture that stands until the next is asked for
   */
  async gray(number: number): Promise<GrayPicture> {
    this.#document ??= await PdfDocument.open(this.#file, this.#options)
    this.#last = await this.#document.withPage(number, page => grayPage(page, INK_DPI, this.#last))
    return this.#last
  }

  close(): void {
    this.#document?.close()
    this.#document = undefined
  }
}
