import { createHash } from 'node:crypto'
import { PdfDocument } from '../ingest/pdf/document.ts'
import type { PdfPage } from '../ingest/pdf/page.ts'

/** Each page painted as Chromium's viewer paints it, its annotations too: a hash of its pixels. */
export async function paintedPages(bytes: Uint8Array, dpi = 72): Promise<string[]> {
  return await eachPage(bytes, page => {
    const { pdfium, handle } = page
    const [width, height] = [Math.ceil((page.width * dpi) / 72), Math.ceil((page.height * dpi) / 72)]
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, 4, 0, 0)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, 1)
    const from = pdfium.FPDFBitmap_GetBuffer(bitmap)
    const pixels = pdfium.pdfium.HEAPU8.subarray(from, from + height * pdfium.FPDFBitmap_GetStride(bitmap))
    const hash = createHash('sha256').update(pixels).digest('hex')
    pdfium.FPDFBitmap_Destroy(bitmap)
    return hash
  })
}

/** Each page's text as Chromium's viewer copies it. */
export async function copiedPages(bytes: Uint8Array): Promise<string[]> {
  return await eachPage(bytes, page => {
    const { pdfium, handle } = page
    const text = pdfium.FPDFText_LoadPage(handle)
    const count = pdfium.FPDFText_CountChars(text)
    let copied = ''
    for (let index = 0; index < count; index++)
      copied += String.fromCodePoint(pdfium.FPDFText_GetUnicode(text, index))
    pdfium.FPDFText_ClosePage(text)
    return copied
  })
}

/** Each page's text as pdf.js (Firefox's viewer) lays it over the page, a line's end where it says so. */
export async function pagesOfPdfjs(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  try {
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
      pages.push(items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
    }
    return pages
  } finally {
    await document.loadingTask.destroy()
  }
}

export async function eachPage<T>(bytes: Uint8Array, work: (page: PdfPage) => T): Promise<T[]> {
  const document = await PdfDocument.open(bytes, {})
  try {
    const results: T[] = []
    for (let number = 1; number <= document.pageCount; number++)
      results.push(await document.withPage(number, work))
    return results
  } finally {
    document.close()
  }
}
