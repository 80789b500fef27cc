import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { allBytes, type Bytes } from '../byte-source.ts'
import type { IngestOptions } from '../options.ts'
import type { FoundPage, PlacedWord } from '../placed.ts'
import { checkPages } from './document.ts'
import { restoreNatives } from './natives.ts'
import { wordsOfText } from './text-content.ts'

/**
 * A file read by pdfjs, which maps characters and mends damaged files in ways of its own: asked where pdfium opens no page
 * or gives letters that stand for others, before anything is read from a picture. Text only, no rules.
 *
 * Loaded at first use, since few files need it and it takes a while.
 */
export class SecondReading {
  private readonly bytes: Bytes
  private readonly options: IngestOptions
  private opened: Promise<PDFDocumentProxy> | undefined

  constructor(bytes: Bytes, options: IngestOptions) {
    this.bytes = bytes
    this.options = options
  }

  /** Number of pages, 0 where pdfjs can't open the file either. Errors: E_TOO_LARGE. */
  async count(): Promise<number> {
    const document = await this.document().catch(() => undefined)
    if (document) checkPages(document.numPages, this.options)
    return document?.numPages ?? 0
  }

  /** @returns undefined where pdfjs can make no more of the page */
  async page(number: number): Promise<FoundPage | undefined> {
    try {
      const page = await (await this.document()).getPage(number)
      const viewport = page.getViewport({ scale: 1 })
      const words: PlacedWord[] = wordsOfText(await page.getTextContent(), viewport.transform)
      page.cleanup()
      return { number, width: viewport.width, height: viewport.height, text: 'layer', words, rules: [] }
    } catch {
      return undefined
    }
  }

  private document(): Promise<PDFDocumentProxy> {
    this.opened ??= openWithPdfjs(this.bytes, this.options)
    return this.opened
  }

  async close(): Promise<void> {
    const document = await this.opened?.catch(() => undefined)
    await document?.loadingTask.destroy()
  }
}

/** Scripts and attachments in the file are never run or opened, its pictures never decoded. */
async function openWithPdfjs(bytes: Bytes, { password }: IngestOptions): Promise<PDFDocumentProxy> {
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  restoreNatives()
  return await getDocument({
    // pdfjs takes the buffer away from its owner
    data:
      bytes instanceof Uint8Array
        ? new Uint8Array(bytes)
        : new Uint8Array(allBytes(bytes).buffer as ArrayBuffer),
    ...(password === undefined ? {} : { password }),
    cMapUrl: packageFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: packageFolder('standard_fonts'),
    maxImageSize: 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise
}

/** In Node pdfjs reads these with `fs`, which takes a path, not a URL; it must end in a slash. */
function packageFolder(name: string): string {
  return join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name, '/')
}
