import type { Box, Page, Word } from '../../document.ts'
import type { Bytes } from '../byte-source.ts'
import type { ReadWord } from '../engine/engine.ts'
import { engineOf } from '../engine/engines.ts'
import { unglued } from '../glued.ts'
import { layoutPage } from '../layout/page.ts'
import type { IngestOptions } from '../options.ts'
import { inParallel } from '../pages.ts'
import { type Area, readEachArea } from '../picture/cells.ts'
import { separateInks } from '../picture/ink.ts'
import { lettersOf } from '../picture/letters.ts'
import { Sheet } from '../picture/sheet.ts'
import { surelyPrinted, uncoveredInk } from '../picture/uncovered.ts'
import { heightOf, holds, middleOf, type PlacedWord, sureness, unite } from '../placed.ts'
import { PdfDocument } from './document.ts'
import { columnsOfEnds, withColumn } from './ends.ts'
import { scanOfPage } from './picture.ts'

/** Words of a line that repair was not sure of: `first` up to but not including `end`. */
export interface Doubt {
  page: number
  /** Index in the page's lines. */
  line: number
  first: number
  end: number
}

/** Share of the line's height that is read above and below it. */
const AROUND = 0.15
/** What the engine reads with less is no better than what stood there. */
const BELIEVED = 0.4
/** The boxes of layers lie up to half a line away from what is printed. */
const BESIDE = 0.5

/**
 * The pages of a document with the words in doubt read again from the scan under their text layer, if there is one, and
 * with what the layer passed over; such pages are laid out anew. Words that were read again carry the engine's confidence.
 *
 * @param doubts at most one for a word, those of a page in order
 */
export async function readDoubtsAgain(
  bytes: Bytes,
  pages: readonly Page[],
  doubts: readonly Doubt[],
  options: IngestOptions,
): Promise<Page[]> {
  const document = await PdfDocument.open(bytes, options)
  try {
    return await inParallel(pages, engineOf(options.engine).slots, async page => {
      const own = doubts.filter(doubt => doubt.page === page.number)
      if (own.length === 0) return page
      const scan = await document.withPage(page.number, shown => scanOfPage(shown, options))
      if (!scan) return page
      options.log?.(`page ${page.number}: ${own.length} doubtful places read again from its picture`)
      const sheet = new Sheet(separateInks(scan.picture), scan.box, page.turn?.skew)
      const words = await wordsReadAgain(page, own, sheet, options)
      const turn = { quarters: 0 as const, skew: sheet.skew }
      const { number, width = 0, height = 0 } = page
      const found = { number, width, height, turn, text: 'layer' as const, words, rules: sheet.rules }
      return layoutPage(found, page === pages[0])
    })
  } finally {
    document.close()
  }
}

/** All words of the page, as they lie after the picture was set level. */
async function wordsReadAgain(
  page: Page,
  doubts: readonly Doubt[],
  sheet: Sheet,
  options: IngestOptions,
): Promise<PlacedWord[]> {
  const { print, dpi } = sheet
  const lines = page.lines.map(line => line.words.map(word => placedLevel(word, page, sheet)))
  const covered = lines.flat().map(word => sheet.toPixels(word.box))
  const letters = lettersOf(print, sheet.lines, dpi)
  const columns = columnsOfEnds(letters, page, lines, sheet)
  const apart = (box: Box): boolean => !columns.some(column => holds(column, box))
  const single = doubts.filter(({ line, first }) => apart(sheet.toPixels(lines[line]![first]!.box)))
  const uncovered = uncoveredInk(letters, covered, BESIDE, dpi).filter(apart)
  const areas = [...single.map(doubt => areaOf(lines[doubt.line]!, doubt, sheet)), ...uncovered]
  const reading = sheet.reading('block', options)
  const engine = engineOf(options.engine)
  const readings = await readEachArea(letters.picture, areas, engine, reading)
  // By themselves: an engine takes a whole column and a few words under it for one block of text.
  const ofColumns = await readEachArea(letters.picture, columns, engine, reading)
  const passedOver = readings.slice(single.length).flatMap(read => surelyPrinted(read ?? []))
  const words = passedOver.flatMap(word => unglued(sheet.placed(word)))
  lines.forEach((line, index) => {
    let at = 0
    single.forEach(({ line: own, first, end }, doubt) => {
      if (own !== index) return
      words.push(...line.slice(at, first))
      const old = line.slice(first, end)
      const read = wordsBetween(readings[doubt], old, sheet)
      // Of a line of which nobody could read anything nothing stays: it is a seal, a signature, a stain.
      if (read) words.push(...read)
      else if (old.length < line.length || page.lines[index]!.row) words.push(...old)
      at = end
    })
    words.push(...line.slice(at))
  })
  const doubtful = new Set(doubts.flatMap(({ line, first, end }) => lines[line]!.slice(first, end)))
  return columns.reduce(
    (all, column, index) => withColumn(all, column, ofColumns[index] ?? [], doubtful, sheet),
    words,
  )
}

/** The boxes of a page that was set level already are those of the level picture. */
function placedLevel({ cell: _, gap: __, ...word }: Word, page: Page, sheet: Sheet): PlacedWord {
  const box = page.turn ? word.box! : sheet.level(word.box!)
  return { ...word, box, size: heightOf(box) }
}

/** In pixels: the words in doubt, up to halfway to the words beside them. */
function areaOf(words: readonly PlacedWord[], { first, end }: Doubt, sheet: Sheet): Area {
  const boxes = words.slice(first, end).map(word => sheet.toPixels(word.box))
  const [x0, y0, x1, y1] = unite(boxes)
  const around = AROUND * (y1 - y0)
  const before = words[first - 1] && sheet.toPixels(words[first - 1]!.box)[2]
  const after = words[end] && sheet.toPixels(words[end]!.box)[0]
  const left = before === undefined ? x0 - 2 * around : Math.max((before + x0) / 2, x0 - 2 * around)
  const right = after === undefined ? x1 + 2 * around : Math.min((after + x1) / 2, x1 + 2 * around)
  return [Math.min(left, x0), y0 - around, Math.max(right, x1), y1 + around]
}

/**
 * Of the words that were read again, those that stand where the ones in doubt did, and of these those that the engine
 * passed over; none where the picture has no ink (a seal, which is taken off); undefined where what was read is no better.
 */
function wordsBetween(
  reading: readonly ReadWord[] | undefined,
  old: readonly PlacedWord[],
  sheet: Sheet,
): PlacedWord[] | undefined {
  if (!reading) return []
  const before = old.map(word => ({ word, box: sheet.toPixels(word.box) }))
  const [x0, , x1] = unite(before.map(({ box }) => box))
  const within = reading.filter(({ box }) => middleOf(box) > x0 && middleOf(box) < x1)
  if (sureness(within) < BELIEVED) return undefined
  const style = old[0]?.style
  const read = within.flatMap(word => unglued({ ...sheet.placed(word), ...(style && { style }) }))
  const kept = before.filter(({ box }) => !within.some(word => overlaps(word.box, box)))
  return [...read, ...kept.map(({ word }) => word)]
}

function overlaps(a: Box, b: Box): boolean {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > 0.3 * (b[2] - b[0])
}
