/**
 * Widths of characters in thousandths of the font's size, as in Times, the face that administrative documents are set
 * in: from Adobe's metrics of Times-Roman, for the characters from space to ~.
 */
// biome-ignore format: rows of sixteen, as in a table of ASCII
const ASCII = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
  500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
  921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
  556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
  333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
  500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
]
const OTHERS: Record<string, number> = { đ: 500, Đ: 722, '–': 500, '—': 1000, '…': 1000, '•': 350 }
const USUAL = 500

/** Accented letters are as wide as their base. */
export function widthOf(character: string): number {
  const own = OTHERS[character]
  if (own !== undefined) return own
  const base = character.normalize('NFD').codePointAt(0)!
  return ASCII[base - 32] ?? USUAL
}

export const SPACE_WIDTH = ASCII[0] as number

export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width
}

/** How far a word's ink goes above and below the base line, as a share of the font's size. */
export interface Extent {
  above: number
  below: number
}

const DESCENDING = /[gjpqyQ,;()[\]{}|/@$]/
const DOT_BELOW = '\u0323'
const HORN = '\u031b'

/** What the ink of a word in Times takes; undefined for signs, whose ink tells nothing of the font's size. */
export function extentOf(text: string): Extent | undefined {
  let above = 0
  let below = 0
  for (const character of text.normalize('NFC')) {
    const [base = '', ...marks] = character.normalize('NFD')
    if (DESCENDING.test(base)) below = Math.max(below, 0.21)
    else if (marks.includes(DOT_BELOW)) below = Math.max(below, 0.19)
    const stacked = marks.filter(mark => mark !== DOT_BELOW && mark !== HORN).length
    above = Math.max(above, heightOf(base, stacked))
  }
  return above === 0 ? undefined : { above, below }
}

/** Height above the base line of a letter with so many marks over it. */
function heightOf(base: string, marks: number): number {
  if (/[A-ZĐ]/.test(base)) return [0.67, 0.89, 1.02][marks] ?? 1.02
  if (/[bdfhklđ\d]/.test(base)) return marks === 0 ? 0.68 : 0.85
  if (/[it]/.test(base) && marks === 0) return 0.63
  if (/\p{L}/u.test(base)) return [0.46, 0.68, 0.85][marks] ?? 0.85
  return 0
}
