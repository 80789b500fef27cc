import type { Box } from '../../document.ts'
import { rowsOf } from '../layout/rows.ts'
import { heightOf, unite, widthOf } from '../placed.ts'
import { type Component, componentsOf, erase, isStroke } from './components.ts'
import type { GrayPicture } from './gray.ts'
import { withoutLevelRules } from './rules.ts'
import type { Sheet } from './sheet.ts'

/** Inches: the heights of printed letters without their marks, and how far apart words of a line may be. */
const LOWEST = 0.055
const HIGHEST = 0.22
const APART = 0.25
/** Letters of a row in which something may be printed; one digit alone may be a page's number. */
const FEW = 3
/** Share of the page's height at top and bottom in which a page's number stands. */
const MARGIN = 0.1

/** A picture without rules and strokes of pens, and the places in it where ink lies that no word covers, in pixels. */
export interface Uncovered {
  picture: GrayPicture
  areas: Box[]
}

/**
 * Where letters are printed that a text layer passed over: the name under a seal, a page's number. What is as high as
 * letters and stands in a row with others is taken for them.
 *
 * @param words boxes of the layer's words, in pixels
 */
export function uncoveredInk(sheet: Sheet, words: readonly Box[]): Uncovered {
  const { dpi } = sheet
  const page = withoutLevelRules(sheet.print, sheet.lines, dpi)
  const components = componentsOf(page)
  const strokes = components.found.filter(component => isStroke(component, dpi))
  const picture = erase(page, components, strokes)
  const letters = components.found
    .filter(component => isLetter(component, dpi))
    .map(({ x0, y0, x1, y1 }) => ({ box: [x0, y0, x1, y1] as Box }))
    .filter(({ box }) => !words.some(word => covers(word, box)))
  const areas = rowsOf(letters)
    .flatMap(row => pieces(row, APART * dpi))
    .filter(row => row.length >= FEW || isAlone(row, page, dpi))
    .map(row => widened(unite(row.map(({ box }) => box)), 0.05 * dpi))
  return { picture, areas }
}

function isLetter({ x0, y0, x1, y1, ink }: Component, dpi: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0]
  const filled = ink / (width * height)
  return height >= LOWEST * dpi && height <= HIGHEST * dpi && width <= 2 * HIGHEST * dpi && filled > 0.12
}

/** The boxes of layers lie up to half a line away from what is printed. */
function covers(word: Box, letter: Box): boolean {
  const [x, y] = [(letter[0] + letter[2]) / 2, (letter[1] + letter[3]) / 2]
  const around = 0.5 * heightOf(word)
  return x > word[0] - around && x < word[2] + around && y > word[1] - around && y < word[3] + around
}

/** A row taken apart at its wide gaps. */
function pieces(row: readonly { box: Box }[], gap: number): { box: Box }[][] {
  const parts: { box: Box }[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const letter of row) {
    if (letter.box[0] - right > gap) parts.push([])
    parts.at(-1)!.push(letter)
    right = Math.max(right, letter.box[2])
  }
  return parts
}

function isAlone(row: readonly { box: Box }[], page: GrayPicture, dpi: number): boolean {
  const box = unite(row.map(letter => letter.box))
  const atEdge = box[3] < page.height * MARGIN || box[1] > page.height * (1 - MARGIN)
  const inMiddle = box[0] > page.width * 0.3 && box[2] < page.width * 0.97
  return atEdge && inMiddle && widthOf(box) < 0.4 * dpi
}

/** Marks stand above and below letters. */
function widened([x0, y0, x1, y1]: Box, by: number): Box {
  const marks = Math.max(by, 0.5 * (y1 - y0))
  return [x0 - by, y0 - marks, x1 + by, y1 + marks]
}
