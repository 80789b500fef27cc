import type { Box, Page } from '../../document.ts'
import type { ReadWord } from '../engine/engine.ts'
import { unglued } from '../glued.ts'
import { columnsOf } from '../picture/gutters.ts'
import type { Letters } from '../picture/letters.ts'
import type { Sheet } from '../picture/sheet.ts'
import { holds, meets, type PlacedWord, sureness } from '../placed.ts'

/** Confidence from which an engine's word is taken for one of a column, and the mean that a column must have. */
const BELIEVED = 0.4
const WELL_READ = 0.6

/**
 * The columns in which head and end of a page stand, in pixels: small letters, seals and lines that are not level with those
 * beside them, so that layers are at their worst there. Columns of tables are read cell by cell.
 *
 * @param lines the words of the page's lines after it was set level
 */
export function columnsOfEnds(
  { picture, components }: Letters,
  page: Page,
  lines: readonly PlacedWord[][],
  sheet: Sheet,
): Box[] {
  return columnsOf(components, picture.width, picture.height, sheet.dpi)
    .map(({ left, right }) => [left, right])
    .filter(pair => pair.every(column => belongsToEnds(column, page, lines, sheet)))
    .flat()
}

/** Most words in it are of the head of the document, or of its end. */
function belongsToEnds(column: Box, page: Page, lines: readonly PlacedWord[][], sheet: Sheet): boolean {
  let [there, elsewhere] = [0, 0]
  lines.forEach((line, index) => {
    const inside = line.filter(({ box }) => holds(column, sheet.toPixels(box))).length
    if ((page.lines[index]!.region ?? 'body') === 'body') elsewhere += inside
    else there += inside
  })
  return there > elsewhere
}

/**
 * The words of a layer with what an engine read of a column in the place of those that stood there. Of these stay those that
 * repair was sure of where the engine read nothing.
 *
 * @param doubtful words that repair was not sure of
 */
export function withColumn(
  words: readonly PlacedWord[],
  column: Box,
  read: readonly ReadWord[],
  doubtful: ReadonlySet<PlacedWord>,
  sheet: Sheet,
): PlacedWord[] {
  if (sureness(read) < WELL_READ) return [...words]
  const legible = read.filter(word => word.confidence >= BELIEVED)
  const others = words.filter(word => {
    const box = sheet.toPixels(word.box)
    if (!holds(column, box)) return true
    return !doubtful.has(word) && !legible.some(other => meets(other.box, box))
  })
  return [...others, ...legible.flatMap(word => unglued(sheet.placed(word)))]
}
