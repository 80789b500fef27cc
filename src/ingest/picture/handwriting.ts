import type { Box } from '../../document.ts'
import { foldedLetters } from '../../fold.ts'
import type { Engine, ReadOptions, ReadWord } from '../engine/engine.ts'
import { rowsOf } from '../layout/rows.ts'
import { unite } from '../placed.ts'
import { readAreas } from './cells.ts'
import { componentsOf, erase } from './components.ts'
import { crop, type GrayPicture } from './gray.ts'
import type { Inks } from './ink.ts'

/**
 *     Số: 68 /KH-UBND        Bình Hòa, ngày 09 tháng 3 năm 2026
 *         └┘ slot                          └┘ slot   └ slot
 *
 * Number, day and month of the head are often written by hand into a gap, where the Vietnamese model sees letters or
 * nothing. The gap is known from the words around it, and only digits can stand there.
 */
interface Slot {
  x0: number
  x1: number
  y0: number
  y1: number
  /** What was read there so far: whole words, and how many characters of the one that ends the slot. */
  words: ReadWord[]
  next: ReadWord
  begun: number
  highest: number
}

/** Share of the page's height in which the head stands. */
const HEAD = 0.4
/** Confidence from which a reading of the slot is kept as it is, and from which the new one is taken. */
const SURE = 0.75
const ACCEPTED = 0.6
/** Inches: smaller pieces of ink are the dots of a dotted line. */
const DOT = 0.03
const MAX_NUMBER = 9999
/** Share of a slot's height by which strokes of the pen may leave it at top and bottom. */
const HIGHER = 0.3

/** The words of the page, those of its head that were written by hand read anew. */
export async function withHandwriting(
  words: readonly ReadWord[],
  inks: Inks,
  engine: Engine,
  options: ReadOptions,
): Promise<ReadWord[]> {
  const head = words.filter(word => word.box[3] < inks.print.height * HEAD)
  let result = [...words]
  for (const row of rowsOf(head))
    for (const slot of slotsOf(row)) {
      if (isSure(slot)) continue
      const digits = await readDigits(slot, inks, engine, options)
      if (!digits) continue
      const { words, next, begun } = slot
      result = result
        .filter(word => !words.includes(word))
        .map(word => (word === next ? { ...next, text: next.text.slice(begun), box: endOf(slot) } : word))
      result.push(digits)
    }
  return result
}

function slotsOf(row: readonly ReadWord[]): Slot[] {
  const slots: Slot[] = []
  row.forEach((word, index) => {
    const letters = foldedLetters(word.text)
    // In the body `số` stands within a sentence.
    if (index === 0 && (letters === 'so' || letters === 's')) {
      const end = row.findIndex((other, at) => at > index && at <= index + 3 && other.text.includes('/'))
      if (end > 0) slots.push(slotBetween(row, index, end, MAX_NUMBER))
    }
    if (letters === 'ngay' || letters === 'thang') {
      const [next, highest] = letters === 'ngay' ? ['thang', 31] : (['nam', 12] as const)
      const end = row.findIndex(
        (other, at) => at > index && at <= index + 3 && foldedLetters(other.text) === next,
      )
      if (end > 0) slots.push(slotBetween(row, index, end, highest))
    }
  })
  return slots
}

function slotBetween(row: readonly ReadWord[], before: number, after: number, highest: number): Slot {
  const [left, right] = [row[before] as ReadWord, row[after] as ReadWord]
  const slash = Math.max(0, right.text.indexOf('/'))
  const letter = (right.box[2] - right.box[0]) / right.text.length
  // What is written close to a word is often taken into its box.
  const usual = letter * left.text.length * 1.05
  const y0 = Math.min(left.box[1], right.box[1])
  const y1 = Math.max(left.box[3], right.box[3])
  const around = 0.35 * (y1 - y0)
  return {
    x0: Math.min(left.box[2], left.box[0] + usual),
    x1: right.box[0] + slash * letter,
    y0: y0 - around,
    y1: y1 + around,
    words: row.slice(before + 1, after),
    next: right,
    begun: slash,
    highest,
  }
}

/** The box of the word behind the slot without what of it stands in the slot. */
function endOf({ x1, next }: Slot): Box {
  return [x1, next.box[1], next.box[2], next.box[3]]
}

function isSure({ words, next, begun, highest }: Slot): boolean {
  const text = words.map(word => word.text).join('') + next.text.slice(0, begun)
  return isNumber(text, highest) && [...words, next].every(word => word.confidence >= SURE)
}

function isNumber(text: string, highest: number): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= highest
}

async function readDigits(
  { x0, x1, y0, y1, highest }: Slot,
  inks: Inks,
  engine: Engine,
  options: ReadOptions,
): Promise<ReadWord | undefined> {
  if (x1 - x0 < 0.06 * options.dpi) return undefined
  const area = allInk(inks, x0, y0, x1, y1, HIGHER * (y1 - y0))
  const components = componentsOf(area)
  const largest = Math.max(0, ...components.found.map(component => component.ink))
  const strays = components.found.filter(component => {
    const isDot =
      component.x1 - component.x0 < DOT * options.dpi && component.y1 - component.y0 < DOT * options.dpi
    // The end of the word before or the beginning of the one after.
    const isCut = (component.x0 === 0 || component.x1 === area.width) && component.ink < largest / 3
    return isDot || isCut
  })
  const cleaned = erase(area, components, strays)
  const kept = components.found.filter(component => !strays.includes(component))
  if (kept.length === 0) return undefined
  const [left, top, right, bottom] = unite(kept.map(({ x0, y0, x1, y1 }): Box => [x0, y0, x1, y1]))
  const edge = 0.02 * options.dpi
  const written = [left - edge, top - edge, right + edge, bottom + edge] as const
  const read = await readAreas(cleaned, [written], engine, {
    ...options,
    segmentation: 'line',
    language: 'eng',
    characters: '0123456789',
  })
  const text = read.map(word => word.text).join('')
  const confidence = Math.min(1, ...read.map(word => word.confidence))
  if (!isNumber(text, highest) || confidence < ACCEPTED) return undefined
  return { text, confidence, box: [x0, y0, x1, y1] }
}

/** What was printed in a part of the page and what was written there, which may rise and hang `beyond` it. */
function allInk(
  { print, pen }: Inks,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  beyond: number,
): GrayPicture {
  if (!pen) return crop(print, x0, y0, x1, y1)
  const written = crop(pen, x0, y0 - beyond, x1, y1 + beyond)
  const printed = crop(print, x0, y0 - beyond, x1, y1 + beyond)
  const [first, last] = [Math.floor(beyond), Math.floor(beyond + y1 - y0)]
  const data = written.data.map((value, at) => {
    const y = Math.floor(at / written.width)
    return y < first || y > last ? value : Math.min(value, printed.data[at] as number)
  })
  return { ...written, data }
}
