import { heightOf, type PlacedWord } from '../placed.ts'
import { rowsOf } from './rows.ts'

/** Confidence under which a word is rather a stain, a stroke of a pen or a piece of a stamp than letters. */
const UNREADABLE = 0.3
/** The same for what holds no letter or digit; dashes and bullets are read surely. */
const UNREADABLE_MARK = 0.6

/**
 * The words that an engine read, without those that are no print: rows in which nothing was read surely, marks read
 * unsurely, and unsure words much larger or smaller than the print around them.
 */
export function withoutNoise(words: readonly PlacedWord[]): PlacedWord[] {
  const usual = medianHeight(words)
  return rowsOf(words).flatMap(row => {
    const kept = row.filter(word => !isNoise(word, usual))
    return kept.some(word => isSure(word)) ? kept : []
  })
}

function isSure(word: PlacedWord): boolean {
  return (word.confidence ?? 1) >= UNREADABLE + 0.1 && /[\p{L}\p{N}]/u.test(word.text)
}

function isNoise(word: PlacedWord, usual: number): boolean {
  const confidence = word.confidence ?? 1
  if (!/[\p{L}\p{N}]/u.test(word.text)) return confidence < UNREADABLE_MARK
  const size = heightOf(word.box) / usual
  return confidence < UNREADABLE && (size > 1.9 || size < 0.45)
}

function medianHeight(words: readonly PlacedWord[]): number {
  const heights = words.map(word => heightOf(word.box)).sort((a, b) => a - b)
  return heights[heights.length >> 1] ?? 1
}
