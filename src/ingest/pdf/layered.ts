import type { Page } from '../../document.ts'
import { engineOf } from '../engine/engines.ts'
import { boxOf } from '../layout/tables.ts'
import type { IngestOptions } from '../options.ts'
import { separateInks } from '../picture/ink.ts'
import { readTables } from '../picture/read.ts'
import { Sheet } from '../picture/sheet.ts'
import { type FoundPage, heightOf, type PlacedWord } from '../placed.ts'
import type { PdfDocument } from './document.ts'
import { scanOfPage } from './picture.ts'

/** A gap wider than this share of the line's height separates columns; a justified line has none. */
const GAP = 1.6
/** Lines with such a gap in the body of a page from which a table may stand there. */
const FEW = 2

/**
 * A text layer over a scan has words and no borders of tables, and what an engine reads of a whole table at once is
 * poor. Where the layer's words stand as in a table, borders are looked for in the picture and the cells are read
 * again, or with `--ocr never` only filled with the layer's words.
 *
 * @param layer the layer's lines, as found without the picture
 * @returns undefined where the page is no scan or has no table
 */
export async function withTablesOfScan(
  document: PdfDocument,
  drawn: FoundPage,
  layer: Page,
  options: IngestOptions,
): Promise<FoundPage | undefined> {
  if (!standsAsTable(layer)) return undefined
  const scan = await document.withPage(drawn.number, page => scanOfPage(page, options))
  if (!scan) return undefined
  const sheet = new Sheet(separateInks(scan.picture), scan.box)
  if (sheet.grids.length === 0) return undefined
  const words = drawn.words.map(word => ({ ...word, box: sheet.level(word.box) }))
  const found = { ...drawn, words, rules: sheet.rules, turn: { quarters: 0 as const, skew: sheet.skew } }
  if (options.ocr === 'never') return found
  const cells = await readTables(sheet, engineOf(options.engine), options)
  return { ...found, words: [...wordsOutside(words, sheet), ...cells] }
}

function standsAsTable({ lines }: Page): boolean {
  const gapped = lines.filter(
    ({ region, row, words }) =>
      region === 'body' &&
      !row &&
      words.some(({ box }, index) => {
        const before = words[index - 1]?.box
        return before && box && box[0] - before[2] > GAP * heightOf(box)
      }),
  )
  return gapped.length >= FEW
}

function wordsOutside(words: readonly PlacedWord[], sheet: Sheet): PlacedWord[] {
  const tables = sheet.grids.map(boxOf)
  return words.filter(word => {
    const [x0, y0, x1, y1] = sheet.toPixels(word.box)
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
    return !tables.some(table => x > table[0] && x < table[2] && y > table[1] && y < table[3])
  })
}
