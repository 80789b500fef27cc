import { run } from './process.ts'

/** A word as printed, its box in points from the top left of the page. */
export interface PrintedWord {
  text: string
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Words that stand on one line across the whole page, left to right. */
export interface PrintedRow {
  words: PrintedWord[]
  text: string
  y: number
  height: number
}

export interface PrintedPage {
  width: number
  height: number
  rows: PrintedRow[]
}

/** All pages of a born-digital PDF as rows of words, by poppler's text extraction. */
export async function printedPages(pdf: string): Promise<PrintedPage[]> {
  const xml = (await run('pdftotext', ['-bbox', pdf, '-'])).toString()
  const pages: PrintedPage[] = []
  for (const part of xml.split('<page ').slice(1)) {
    const size = /^width="([\d.]+)" height="([\d.]+)"/.exec(part)
    const words: PrintedWord[] = []
    for (const m of part.matchAll(
      /<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">([^<]*)<\/word>/g,
    )) {
      const text = unescapeXml(m[5]!).normalize('NFC')
      if (text) words.push({ text, x0: Number(m[1]), y0: Number(m[2]), x1: Number(m[3]), y1: Number(m[4]) })
    }
    pages.push({ width: Number(size![1]), height: Number(size![2]), rows: rowsOf(words) })
  }
  return pages
}

/** Groups words whose middles are less than half a line apart. */
export function rowsOf(words: PrintedWord[]): PrintedRow[] {
  const sorted = [...words].sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1)
  const rows: PrintedRow[] = []
  let current: PrintedWord[] = []
  let middle = Number.NEGATIVE_INFINITY
  for (const word of sorted) {
    const y = (word.y0 + word.y1) / 2
    if (y - middle > (word.y1 - word.y0) * 0.4 && current.length > 0) {
      rows.push(makeRow(current))
      current = []
    }
    if (current.length === 0) middle = y
    current.push(word)
  }
  if (current.length > 0) rows.push(makeRow(current))
  return rows
}

function makeRow(words: PrintedWord[]): PrintedRow {
  words.sort((a, b) => a.x0 - b.x0)
  const y = words.reduce((sum, w) => sum + (w.y0 + w.y1) / 2, 0) / words.length
  const height = Math.max(...words.map(w => w.y1 - w.y0))
  return { words, text: words.map(w => w.text).join(' '), y, height }
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
