import type { Box } from '../../document.ts'
import type { Engine, ReadOptions, ReadWord } from '../engine/engine.ts'
import { rowsOf, takenApart } from '../layout/rows.ts'
import { heightOf, holds, unite, widthOf } from '../placed.ts'
import { readEachArea } from './cells.ts'
import type { GrayPicture } from './gray.ts'
import { isLetter, type Letters } from './letters.ts'

/** Inches: how far apart words of a line may be. */
const APART = 0.25
/** Letters of a row in which something may be printed; one digit alone may be a page's number. */
const FEW = 3
/** Share of the page's height at top and bottom in which a page's number stands. */
const MARGIN = 0.1

/**
 * Where letters are printed that were passed over: the name under a seal, a page's number. What is as high as letters and
 * stands in a row with others is taken for them.
 *
 * @param words boxes of the words found so far, in pixels
 * @param around share of a word's height by which its box may lie beside what is printed
 * @returns places in pixels
 */
export function uncoveredInk(
  { picture, components }: Letters,
  words: readonly Box[],
  around: number,
  dpi: number,
): Box[] {
  const letters = components
    .filter(component => isLetter(component, dpi))
    .map(({ x0, y0, x1, y1 }) => ({ box: [x0, y0, x1, y1] as Box }))
    .filter(({ box }) => !words.some(word => covers(word, box, around)))
  return rowsOf(letters)
    .flatMap(row => takenApart(row, APART * dpi))
    .filter(row => row.length >= FEW || isAlone(row, picture, dpi))
    .map(row => widened(unite(row.map(({ box }) => box)), 0.05 * dpi))
}

/** Confidence from which words are taken that were passed over, and the letters that must be read so of a place. */
const SURE = 0.6
const SHORTEST = 6
/** Confidence under which an engine's word is no reading. */
const LEGIBLE = 0.4
/** The share of its height by which an engine's box may lie beside what is printed. */
const BESIDE = 0.2

/** The words of a page with what an engine passed over or read as no more than scrawl, read anew place by place. */
export async function withPassedOver(
  letters: Letters,
  words: readonly ReadWord[],
  engine: Engine,
  options: ReadOptions,
): Promise<ReadWord[]> {
  const covered = words.filter(word => word.confidence >= LEGIBLE).map(word => word.box)
  const areas = uncoveredInk(letters, covered, BESIDE, options.dpi)
  const readings = await readEachArea(letters.picture, areas, engine, options)
  let result = [...words]
  areas.forEach((area, index) => {
    const read = surelyPrinted(readings[index] ?? [])
    if (read.length === 0) return
    result = result.filter(word => word.confidence >= LEGIBLE || !holds(area, word.box))
    result.push(...read)
  })
  return result
}

/** Of what was read where nothing had been found, the words that are no pieces of black seals: these are short. */
export function surelyPrinted(read: readonly ReadWord[]): ReadWord[] {
  const sure = read.filter(word => word.confidence >= SURE)
  const text = sure.map(word => word.text).join(' ')
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters >= SHORTEST || /^\d{1,3}$/.test(text) ? sure : []
}

function covers(word: Box, letter: Box, around: number): boolean {
  const [x, y] = [(letter[0] + letter[2]) / 2, (letter[1] + letter[3]) / 2]
  const by = around * heightOf(word)
  return x > word[0] - by && x < word[2] + by && y > word[1] - by && y < word[3] + by
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
