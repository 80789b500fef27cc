import { heightOf, type PlacedWord, widthOf } from '../placed.ts'
import { rowsOf } from './rows.ts'

/** Confidence under which a word is rather a stain, a stroke of a pen or a piece of a stamp than letters. */
const UNREADABLE = 0.3
/** The same for what holds no letter or digit; dashes and bullets are read surely. */
const UNREADABLE_MARK = 0.6

/** The same for a single letter. */
const UNREADABLE_LETTER = 0.15

/**
 * The words that an engine read, without those that are no print: rows in which nothing was read surely, marks read
 * unsurely, and words whose size is not that of the print around them.
 */
export function withoutNoise(words: readonly PlacedWord[]): PlacedWord[] {
  const usual = medianHeight(words)
  return rowsOf(words).flatMap(row => {
    const kept = row.filter(word => !isNoise(word, usual) && !isOverprint(word, row))
    return holdsSureWord(kept) ? kept : []
  })
}

/** Letters of print are no wider than this share of their height. */
const WIDEST = 2.5

/**
 * The words of a text layer without what an engine made of rules and strokes: one or two letters drawn out over a line. Those
 * read again from the picture have boxes close around their ink, a dash a low one.
 */
export function withoutStretched(words: readonly PlacedWord[]): PlacedWord[] {
  return words.filter(
    ({ text, box, confidence }) =>
      confidence !== undefined || text.length > 2 || widthOf(box) <= WIDEST * text.length * heightOf(box),
  )
}

/** Stands where a word stands that was read surely: the rest of a rule through its letters. */
function isOverprint(word: PlacedWord, row: readonly PlacedWord[]): boolean {
  if ((word.confidence ?? 1) >= UNREADABLE) return false
  return row.some(({ box, confidence = 1 }) => {
    const common = Math.min(box[2], word.box[2]) - Math.max(box[0], word.box[0])
    return confidence > UNREADABLE_MARK && common > 0.6 * Math.min(widthOf(box), widthOf(word.box))
  })
}

/** False for a row of which nothing was read surely; words of a text layer are sure. */
export function holdsSureWord(row: readonly PlacedWord[]): boolean {
  return row.some(word => (word.confidence ?? 1) >= UNREADABLE + 0.1 && /[\p{L}\p{N}]/u.test(word.text))
}

function isNoise(word: PlacedWord, usual: number): boolean {
  const confidence = word.confidence ?? 1
  const letters = word.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters === 0) return confidence < UNREADABLE_MARK
  const size = heightOf(word.box) / usual
  // A piece of a rule is low, and wide for what was made of it.
  const spread = widthOf(word.box) / (letters * heightOf(word.box))
  if (size < 0.4 || (spread > 3 && confidence < UNREADABLE_MARK)) return true
  if (letters === 1 && confidence < UNREADABLE_LETTER) return true
  return confidence < UNREADABLE && (size > 1.9 || size < 0.45)
}

function medianHeight(words: readonly PlacedWord[]): number {
  const heights = words.map(word => heightOf(word.box)).sort((a, b) => a - b)
  return heights[heights.length >> 1] ?? 1
}
