import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Page, Warning } from '../../document.ts'
import { layoutDocument } from '../layout/document.ts'
import { layoutPage } from '../layout/page.ts'
import { type IngestOptions, wantsPage } from '../options.ts'
import type { FoundPage } from '../placed.ts'
import { styleWords } from './fonts.ts'
import { wordsOfLayer } from './layer.ts'
import { closePdf, openPdf } from './pdfjs.ts'
import { rulesOf } from './rules.ts'

/** A PDF to pages of lines. */
export async function pagesOfPdf(
  bytes: Uint8Array,
  options: IngestOptions,
  _warnings: Warning[],
): Promise<{ pages: Page[]; count: number }> {
  const document = await openPdf(bytes, options, 'skipped')
  try {
    const pages: Page[] = []
    for (let number = 1; number <= document.numPages; number++) {
      if (!wantsPage(options, number)) continue
      options.signal?.throwIfAborted()
      pages.push(layoutPage(await readLayer(document, number), pages.length === 0))
    }
    layoutDocument(pages)
    return { pages, count: document.numPages }
  } finally {
    await closePdf(document)
  }
}

async function readLayer(document: PDFDocumentProxy, number: number): Promise<FoundPage> {
  const page: PDFPageProxy = await document.getPage(number)
  const { words, fonts } = await wordsOfLayer(page)
  const operators = await page.getOperatorList()
  styleWords(page, words, fonts)
  const rules = rulesOf(page, operators)
  const { width, height } = page.getViewport({ scale: 1 })
  page.cleanup()
  return { number, width, height, text: 'layer', words, rules }
}
