import type { Box, Page, Turn, Word } from '../document.ts'

/** A word with its place, before lines are made of it. */
export interface PlacedWord extends Word {
  box: Box
  /** Height of its font in points; of a word read from a picture, estimated from its box. */
  size: number
}

/** A straight line drawn on the page, upright or level, in points; `from` < `to`. */
export interface Rule {
  direction: 'horizontal' | 'vertical'
  /** y of a horizontal rule, x of a vertical one. */
  position: number
  from: number
  to: number
}

/** What one page holds, by whichever way it was read. */
export interface FoundPage {
  number: number
  width: number
  height: number
  turn?: Turn
  text: Page['text']
  words: PlacedWord[]
  rules: Rule[]
}

export const widthOf = (box: Box): number => box[2] - box[0]
export const heightOf = (box: Box): number => box[3] - box[1]
export const middleOf = (box: Box): number => (box[0] + box[2]) / 2

/** The smallest box that holds all of them; at least one. */
export function unite(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = boxes[0] as Box
  for (const box of boxes) {
    x0 = Math.min(x0, box[0])
    y0 = Math.min(y0, box[1])
    x1 = Math.max(x1, box[2])
    y1 = Math.max(y1, box[3])
  }
  return [x0, y0, x1, y1]
}

/** The middle of a box lies in an area. */
export function holds(area: Box, box: Box): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  return x > area[0] && x < area[2] && y > area[1] && y < area[3]
}

/** Both cover a part of the paper. */
export function meets(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/** Mean confidence of the words by their length, 0 for none. */
export function sureness(words: ReadonlyArray<Pick<Word, 'text' | 'confidence'>>): number {
  let sum = 0
  let letters = 0
  for (const { text, confidence = 0 } of words) {
    sum += confidence * text.length
    letters += text.length
  }
  return letters === 0 ? 0 : sum / letters
}
