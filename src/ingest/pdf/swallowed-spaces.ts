import type { Box } from '../../document.ts'
import type { PlacedWord } from '../placed.ts'

/** Pairs of neighbours that tell the habit of a layer's maker. */
const ENOUGH = 12
/** Share of the pairs that must have room for the space. */
const NEARLY_ALL = 0.9

/**
 *     ink on the page     truyền▕  ▏chuyển▕
 *     as Tesseract has it truyề▕n▏ ▏chuyể▕n▏     each word stretched over its ink together with the space after it
 *
 * Some makers of text layers (Tesseract, and what is built on it) stretch a word and a space to the width of the word
 * alone, so that it ends a character too early. Where nearly every word leaves room for one more of its characters before
 * the next, it gets that room.
 *
 * @param isUniform whether all characters of a word's font have one width, as only fonts of OCR programs do
 */
export function withSwallowedSpaces(
  words: PlacedWord[],
  isUniform: (index: number) => boolean,
): PlacedWord[] {
  let pairs = 0
  let roomy = 0
  words.forEach((word, index) => {
    const next = words[index + 1]
    if (!next || !isUniform(index) || !isNeighbour(word, next)) return
    pairs++
    if (next.box[0] - word.box[2] > characterWidth(word)) roomy++
  })
  if (pairs < ENOUGH || roomy < NEARLY_ALL * pairs) return words
  return words.map((word, index) => (isUniform(index) ? { ...word, box: widened(word) } : word))
}

/** On one line, one after the other, with no more between them than between words of a text. */
function isNeighbour(word: PlacedWord, next: PlacedWord): boolean {
  const gap = next.box[0] - word.box[2]
  return Math.abs(word.box[3] - next.box[3]) < 0.3 * word.size && gap > 0 && gap < 2 * word.size
}

function characterWidth({ box, text }: PlacedWord): number {
  return (box[2] - box[0]) / Array.from(text).length
}

function widened(word: PlacedWord): Box {
  const [x0, y0, x1, y1] = word.box
  return [x0, y0, x1 + characterWidth(word), y1]
}
