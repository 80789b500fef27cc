import type { Box, Turn } from '../../document.ts'
import type { Engine } from '../engine/engine.ts'
import { unglued } from '../glued.ts'
import { boxOf, type Grid } from '../layout/tables.ts'
import type { IngestOptions } from '../options.ts'
import { type PlacedWord, type Rule, sureness } from '../placed.ts'
import { cellAreas, readAreas } from './cells.ts'
import { readColumns } from './columns.ts'
import { type GrayPicture, painted, type RawPicture } from './gray.ts'
import { withHandwriting } from './handwriting.ts'
import { separateInks } from './ink.ts'
import { lettersOf } from './letters.ts'
import { isSideways, turned, turnedBox } from './orientation.ts'
import { readPageNumber } from './page-number.ts'
import { Sheet } from './sheet.ts'
import { withPassedOver } from './uncovered.ts'

/** Inches that are kept free around a table when the rest of the page is read. */
const MARGIN = 0.03

/** Mean confidence under which a page may stand on its head. */
const POOR = 0.6

export interface PictureReading {
  words: PlacedWord[]
  rules: Rule[]
  /** How the picture was turned; by an odd number of quarters the page's width and height change places. */
  turn: Turn
}

/**
 * Reads a page from its picture, whichever way up it was scanned.
 *
 * @param box where the picture lies on the page, in points
 * @returns words and rules in points of the upright page
 */
export async function readPicture(
  raw: RawPicture,
  box: Box,
  engine: Engine,
  options: IngestOptions,
): Promise<PictureReading> {
  const inks = separateInks(raw)
  const sideways = isSideways(inks.print)
  const read = async (quarters: Turn['quarters']): Promise<PictureReading> => {
    const upright = quarters === 0 ? inks : separateInks(turned(raw, quarters))
    const sheet = new Sheet(upright, turnedBox(box, quarters))
    const words = await readSheet(sheet, engine, options)
    return { words, rules: sheet.rules, turn: { quarters, skew: sheet.skew } }
  }
  const first = await read(sideways ? 1 : 0)
  if (first.words.length === 0 || sureness(first.words) >= POOR) return first
  const second = await read(sideways ? 3 : 2)
  options.log?.(
    `read ${sureness(first.words).toFixed(2)} sure, upside down ${sureness(second.words).toFixed(2)}`,
  )
  return sureness(second.words) > sureness(first.words) ? second : first
}

async function readSheet(sheet: Sheet, engine: Engine, options: IngestOptions): Promise<PlacedWord[]> {
  const { print, pen, lines, grids, dpi } = sheet
  const reading = sheet.reading('column', options)
  const letters = lettersOf(without(print, grids, dpi), lines, dpi)
  const first = await readColumns(letters, sheet, engine, options)
  const legible = await withPassedOver(letters, first, engine, sheet.reading('block', options))
  const words = await withHandwriting(legible, { print, ...(pen && { pen }) }, engine, reading)
  words.push(...(await readPageNumber(letters, words, engine, reading)))
  return [
    ...words.flatMap(word => unglued(sheet.placed(word))),
    ...(await readTables(sheet, engine, options)),
  ]
}

/** The words in the cells of a page's tables, each cell read by itself. */
export async function readTables(
  sheet: Sheet,
  engine: Engine,
  options: IngestOptions,
): Promise<PlacedWord[]> {
  const areas = sheet.grids.flatMap(grid => cellAreas(grid, sheet.dpi))
  const words = await readAreas(sheet.print, areas, engine, sheet.reading('block', options))
  return words.flatMap(word => unglued(sheet.placed(word)))
}

/** The picture with its tables painted over. */
function without(picture: GrayPicture, grids: readonly Grid[], dpi: number): GrayPicture {
  const margin = MARGIN * dpi
  return painted(
    picture,
    grids.map(boxOf).map(([x0, y0, x1, y1]) => [x0 - margin, y0 - margin, x1 + margin, y1 + margin]),
  )
}
