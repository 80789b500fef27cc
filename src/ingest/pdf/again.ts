import type { Box, Line, Page, Word } from '../../document.ts'
import type { ReadWord } from '../engine/engine.ts'
import { engineOf } from '../engine/engines.ts'
import { isPageNumber } from '../layout/furniture.ts'
import type { IngestOptions } from '../options.ts'
import { inParallel } from '../pages.ts'
import { type Area, readEachArea } from '../picture/cells.ts'
import { separateInks } from '../picture/ink.ts'
import { Sheet } from '../picture/sheet.ts'
import { uncoveredInk } from '../picture/uncovered.ts'
import { middleOf, unite } from '../placed.ts'
import { PdfDocument } from './document.ts'
import { scanOfPage } from './picture.ts'

/** Words of a line that repair was not sure of: `first` up to but not including `end`. */
export interface Doubt {
  page: number
  /** Index in the page's lines. */
  line: number
  first: number
  end: number
}

/** Words on each side that are read along, since the engine reads a word better among others. */
const CONTEXT = 1
/** Share of the line's height that is read above and below it. */
const AROUND = 0.15
/** What the engine reads with less is no better than what stood there. */
const BELIEVED = 0.4
/** Confidence from which words are taken that the layer passed over. */
const SURE = 0.6
/** Letters of a line that the layer passed over. */
const SHORTEST = 6

/**
 * The pages of a document with the words in doubt read again from the scan under their text layer, if there is one.
 * Words that were read again carry the engine's confidence.
 *
 * @param doubts at most one for a word, those of a line in order
 */
export async function readDoubtsAgain(
  bytes: Uint8Array,
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
      return await readPageAgain(page, own, new Sheet(separateInks(scan.picture), scan.box), options)
    })
  } finally {
    document.close()
  }
}

async function readPageAgain(
  page: Page,
  doubts: readonly Doubt[],
  sheet: Sheet,
  options: IngestOptions,
): Promise<Page> {
  // The boxes of a page that was set level are those of the level picture already.
  const toPicture = (box: Box): Box => sheet.toPixels(page.turn ? box : sheet.level(box))
  const placed = (read: ReadWord): Word => {
    const { size: _, ...word } = sheet.placed(read)
    return page.turn ? word : { ...word, box: sheet.asItCame(word.box) }
  }
  const covered = page.lines.flatMap(line => line.words.flatMap(({ box }) => (box ? [toPicture(box)] : [])))
  const { picture, areas: uncovered } = uncoveredInk(sheet, covered)
  const areas = [...doubts.map(doubt => areaOf(page, doubt, toPicture)), ...uncovered]
  const reading = sheet.reading('block', options)
  const readings = await readEachArea(picture, areas, engineOf(options.engine), reading)
  const lines = page.lines.map(line => ({ ...line }))
  // From the end, so that indices of the words before stay what they are.
  for (let index = doubts.length - 1; index >= 0; index--) {
    const { line: at, first, end } = doubts[index]!
    const line = lines[at]!
    const old = line.words.slice(first, end)
    const words = wordsBetween(readings[index], old, toPicture, placed)
    if (words) line.words = [...line.words.slice(0, first), ...words, ...line.words.slice(end)]
    // Nobody could read any of it: a seal, a signature, a stain.
    else if (old.length === line.words.length && !line.row) line.words = []
  }
  const kept = lines.filter(line => line.words.length > 0)
  for (const found of readings.slice(doubts.length))
    addLine(kept, (found ?? []).filter(isSure).map(placed), page)
  return { ...page, lines: kept.map((line, index) => ({ ...line, number: index + 1 })) }
}

function isSure({ confidence, text }: ReadWord): boolean {
  return confidence >= SURE && /[\p{L}\p{N}]/u.test(text)
}

function lettersOf(words: readonly Word[]): number {
  return words.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)
}

/** Puts a line that the layer passed over after the one above it, to whose column it belongs. */
function addLine(lines: Line[], words: Word[], page: Page): void {
  if (words.length === 0) return
  const box = unite(words.map(word => word.box!))
  const line: Line = { number: 0, words, box, region: 'body' }
  if (isPageNumber(line, page.height ?? 0)) {
    line.region = 'page-number'
    lines.splice(box[3] < (page.height ?? 0) / 2 ? 0 : lines.length, 0, line)
    return
  }
  const above = lines.findLastIndex(
    other => other.box && !other.row && other.box[1] < box[1] && overlap(other.box, box) > 0,
  )
  const region = lines[above]?.region
  // What lies above everything, or within a table, is no line of the text; what is short is a piece of a black seal.
  if (!region || lettersOf(words) < SHORTEST) return
  line.region = region
  if (lines[above]!.flow) line.flow = 'start'
  lines.splice(above + 1, 0, line)
}

/** In pixels: the words in doubt and their neighbours, up to halfway to the words after those. */
function areaOf(page: Page, { line, first, end }: Doubt, toPicture: (box: Box) => Box): Area {
  const { words } = page.lines[line]!
  const from = Math.max(0, first - CONTEXT)
  const to = Math.min(words.length, end + CONTEXT)
  const boxes = words.slice(from, to).map(word => toPicture(word.box!))
  const [x0, y0, x1, y1] = unite(boxes)
  const around = AROUND * (y1 - y0)
  const before = words[from - 1] && toPicture(words[from - 1]!.box!)[2]
  const after = words[to] && toPicture(words[to]!.box!)[0]
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
  old: readonly Word[],
  toPicture: (box: Box) => Box,
  placed: (word: ReadWord) => Word,
): Word[] | undefined {
  if (!reading) return []
  const before = old.map(word => ({ word, box: toPicture(word.box!) }))
  const [x0, , x1] = unite(before.map(({ box }) => box))
  const within = reading.filter(({ box }) => middleOf(box) > x0 && middleOf(box) < x1)
  const letters = within.reduce((sum, word) => sum + word.text.length, 0)
  const sure = within.reduce((sum, word) => sum + word.text.length * word.confidence, 0)
  if (letters === 0 || sure / letters < BELIEVED) return undefined
  const [first] = old
  const read = within.map(word => ({
    box: word.box,
    word: {
      ...placed(word),
      ...(first?.cell !== undefined && { cell: first.cell }),
      ...(first?.style && { style: first.style }),
    },
  }))
  const passedOver = before.filter(({ box }) => !within.some(word => overlaps(word.box, box)))
  const words = [...read, ...passedOver].sort((a, b) => a.box[0] - b.box[0]).map(({ word }) => word)
  if (first?.gap) words[0] = { ...words[0]!, gap: first.gap }
  return words
}

function overlaps(a: Box, b: Box): boolean {
  return overlap(a, b) > 0.3 * (b[2] - b[0])
}

/** Of their stretches along the line. */
function overlap(a: Box, b: Box): number {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0])
}
