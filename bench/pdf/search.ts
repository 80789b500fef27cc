import type { Box, SourceDocument } from '../../src/document.ts'
import type { PdfPage } from '../../src/ingest/pdf/page.ts'
import { unite } from '../../src/ingest/placed.ts'
import { eachPage } from '../../src/pdf-layer/test-support.ts'

/** What PDFium (Chromium's viewer) marks on each page where it is asked to find a text, a box for each line of a hit. */
export async function markedBySearch(bytes: Uint8Array, query: string): Promise<Box[][]> {
  return await eachPage(bytes, page => marksOn(page, query))
}

/** FPDFText_FindStart: neither case nor whole words matter. */
const ANY = 0

function marksOn({ pdfium, handle, height }: PdfPage, query: string): Box[] {
  const { wasmExports } = pdfium.pdfium
  const wanted = Buffer.from(`${query}\0`, 'utf16le')
  const memory = wasmExports.malloc(wanted.length)
  const corners = wasmExports.malloc(4 * Float64Array.BYTES_PER_ELEMENT)
  pdfium.pdfium.HEAPU8.set(wanted, memory)
  const text = pdfium.FPDFText_LoadPage(handle)
  const search = pdfium.FPDFText_FindStart(text, memory, ANY, 0)
  const marks: Box[] = []
  while (pdfium.FPDFText_FindNext(search)) {
    const from = pdfium.FPDFText_GetSchResultIndex(search)
    const lines = pdfium.FPDFText_CountRects(text, from, pdfium.FPDFText_GetSchCount(search))
    for (let line = 0; line < lines; line++) {
      const [left, top, right, bottom] = [0, 8, 16, 24].map(offset => corners + offset)
      pdfium.FPDFText_GetRect(text, line, left!, top!, right!, bottom!)
      const at = corners / Float64Array.BYTES_PER_ELEMENT
      const [x0, y1, x1, y0] = pdfium.pdfium.HEAPF64.subarray(at, at + 4)
      marks.push([x0!, height - y1!, x1!, height - y0!])
    }
  }
  pdfium.FPDFText_FindClose(search)
  pdfium.FPDFText_ClosePage(text)
  wasmExports.free(corners)
  wasmExports.free(memory)
  return marks
}

/** Where words stand printed one after the other on a page, a box for each line that they are on. */
export function printedPlaces({ pages }: SourceDocument, page: number, query: string): Box[] {
  const wanted = query.split(' ')
  const words = pages[page - 1]!.lines.flatMap(({ words }, line) => words.map(word => ({ ...word, line })))
  return words.flatMap((_, first) => {
    const found = words.slice(first, first + wanted.length)
    if (found.length < wanted.length || !found.every(({ text }, at) => bare(text) === wanted[at])) return []
    const lines = [...new Set(found.map(({ line }) => line))]
    return lines.map(line => unite(found.flatMap(word => (word.line === line && word.box ? [word.box] : []))))
  })
}

/** In small letters, without what stands before and after. */
function bare(text: string): string {
  return text.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}
