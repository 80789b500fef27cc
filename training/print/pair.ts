import { type ScanSettings, unskew } from './picture.ts'
import type { PrintedPage, PrintedRow } from './printed.ts'
import type { ReadWord } from './tesseract.ts'

/** A line as printed and what was read at that place; either may be empty (dropped line, noise between lines). */
export interface LinePair {
  printed: string
  read: string
}

/**
 * Pairs printed rows with read words by geometry: each read word goes to the printed row whose middle is nearest, after
 * the skew that was put on the page is taken back. Words far from any row are noise, one pair for each line of them.
 *
 * @returns the pairs from top to bottom, or undefined when the page was not read line by line (columns torn apart,
 *   whole blocks missing), so that the pairs would teach wrong things.
 */
export function pairLines(
  page: PrintedPage,
  read: ReadWord[],
  settings: ScanSettings,
): LinePair[] | undefined {
  const scale = 72 / settings.dpi
  const rows = page.rows
  const found: { x: number; text: string }[][] = rows.map(() => [])
  const noise = new Map<number, { x: number; y: number; text: string }[]>()
  for (const word of read) {
    const px = ((word.x0 + word.x1) / 2) * scale
    const py = ((word.y0 + word.y1) / 2) * scale
    const [x, y] = unskew(px, py, page.width, page.height, settings.skew)
    const nearest = nearestRow(rows, y)
    if (nearest >= 0) found[nearest]!.push({ x, text: word.text })
    else noise.set(word.line, [...(noise.get(word.line) ?? []), { x, y, text: word.text }])
  }
  const pairs = rows.map((row, i) => ({ y: row.y, printed: row.text, read: join(found[i]!) }))
  if (!wellRead(pairs)) return undefined
  for (const words of noise.values()) pairs.push({ y: words[0]!.y, printed: '', read: join(words) })
  return pairs.sort((a, b) => a.y - b.y).map(({ printed, read }) => ({ printed, read }))
}

function nearestRow(rows: PrintedRow[], y: number): number {
  let best = -1
  let distance = Number.POSITIVE_INFINITY
  rows.forEach((row, i) => {
    const d = Math.abs(row.y - y)
    if (d < distance && d < row.height * 0.7) {
      best = i
      distance = d
    }
  })
  return best
}

function join(words: { x: number; text: string }[]): string {
  return words
    .sort((a, b) => a.x - b.x)
    .map(word => word.text)
    .join(' ')
}

/** At least nine lines in ten share most of their letters with what was read there. */
function wellRead(pairs: LinePair[]): boolean {
  const bad = pairs.filter(pair => pair.printed.length > 8 && likeness(pair.printed, pair.read) < 0.35)
  return bad.length <= pairs.length * 0.1
}

/** Share of letter pairs (Dice) without case and diacritics. */
export function likeness(a: string, b: string): number {
  const x = fold(a)
  const y = fold(b)
  if (x === y) return 1
  const counts = new Map<string, number>()
  for (let i = 0; i + 1 < x.length; i++)
    counts.set(x.slice(i, i + 2), (counts.get(x.slice(i, i + 2)) ?? 0) + 1)
  let shared = 0
  for (let i = 0; i + 1 < y.length; i++) {
    const left = counts.get(y.slice(i, i + 2)) ?? 0
    if (left === 0) continue
    shared++
    counts.set(y.slice(i, i + 2), left - 1)
  }
  return (2 * shared) / Math.max(1, x.length + y.length - 2)
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
