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
