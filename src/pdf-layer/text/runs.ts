import type { Box, Line, Page, Word } from '../../document.ts'
import { extentOf, textWidth } from './widths.ts'

/** A word and the part of the base line that it takes. */
export interface PlacedText {
  text: string
  x0: number
  x1: number
}

/** Words side by side on one base line, in points of the upright page, y downwards. */
export interface Run {
  words: PlacedText[]
  baseline: number
  /** Of the font. */
  size: number
}

export interface PageRuns {
  /** In reading order. */
  runs: Run[]
  /** Degrees by which the lines fall to the right; runs are those of the page turned back by it around its middle. */
  slope: number
}

/** Share of its font's size above and below the base line that a word of a text layer takes, as `src/ingest` has it. */
const ASCENT = 0.78
const DESCENT = 0.22
/** Words whose base lines differ by more of their size stand on different lines. */
const OFF_LINE = 0.5
/** Width of words, in sizes of their font, from which it tells that size. */
const TELLING = 4
/** So many words tell whether their boxes are those of their ink. */
const TELLING_WORDS = 4
/** Words are no wider than this times what their height makes likely; else they are spaced out. */
const MOST = 1.4
/** Degrees that nobody sees. */
const NEGLIGIBLE = 0.08
/** Lines that slope more than this are no scan's. */
const MAX_SLOPE = 5

/**
 * The lines of a page as runs: the cells of a table's row and the lines in a cell each make one. Lines that print
 * nothing of the document (captions of stamps and of digital signatures) have none.
 */
export function runsOf(page: Page): PageRuns {
  const lines = page.lines.filter(line => line.region !== 'caption')
  const ofRows = boxKind(lines.filter(line => line.row))
  const kindOf = (line: Line): BoxKind =>
    page.text !== 'layer' ? 'ink' : line.row ? ofRows : boxKind([line])
  const found = lines.map(line => candidatesOf(line, kindOf(line)))
  const slope = slopeOf(found.flatMap(split))
  const middle = [(page.width ?? 0) / 2, (page.height ?? 0) / 2] as const
  const level = slope === 0 ? found : found.map(line => line.map(word => turned(word, slope, middle)))
  return { runs: level.flatMap(split).map(runOf), slope }
}

/** What is as high as a word's box: the font of a text layer, or only the ink that was read. */
type BoxKind = 'font' | 'ink'

interface Candidate extends PlacedText {
  baseline: number
  size: number
  /** False for signs, whose ink tells neither base line nor size. */
  isSure: boolean
  cell: number | undefined
}

function split(line: readonly Candidate[]): Candidate[][] {
  const runs: Candidate[][] = []
  for (const candidate of line) {
    const run = runs.at(-1)
    if (run && goesOn(run, candidate)) run.push(candidate)
    else runs.push([candidate])
  }
  return runs
}

function goesOn(run: readonly Candidate[], next: Candidate): boolean {
  const last = run.at(-1)!
  if (next.cell !== last.cell || next.x0 < last.x0) return false
  const before = run.findLast(candidate => candidate.isSure) ?? last
  const size = Math.max(before.size, next.size)
  return Math.abs(next.baseline - before.baseline) < (next.isSure ? 1 : 2) * OFF_LINE * size
}

/** The median slope of the long runs. */
function slopeOf(runs: readonly Candidate[][]): number {
  const slopes = runs.filter(run => run.length >= 5).map(slopeOfRun)
  if (slopes.length === 0) return 0
  const degrees = (Math.atan(median(slopes)) * 180) / Math.PI
  return Math.abs(degrees) < NEGLIGIBLE || Math.abs(degrees) > MAX_SLOPE ? 0 : degrees
}

/** By least squares. */
function slopeOfRun(run: readonly Candidate[]): number {
  const x = run.reduce((sum, word) => sum + word.x0, 0) / run.length
  const y = run.reduce((sum, word) => sum + word.baseline, 0) / run.length
  const along = run.reduce((sum, word) => sum + (word.x0 - x) ** 2, 0)
  return along === 0 ? 0 : run.reduce((sum, word) => sum + (word.x0 - x) * (word.baseline - y), 0) / along
}

function turned(word: Candidate, slope: number, [middleX, middleY]: readonly [number, number]): Candidate {
  const angle = (slope * Math.PI) / 180
  const [x, y] = [word.x0 - middleX, word.baseline - middleY]
  const x0 = middleX + x * Math.cos(angle) + y * Math.sin(angle)
  const baseline = middleY - x * Math.sin(angle) + y * Math.cos(angle)
  return { ...word, x0, x1: x0 + word.x1 - word.x0, baseline }
}

/** One base line and size for all words of a run, since copying takes words of different ones apart. */
function runOf(candidates: readonly Candidate[]): Run {
  const sure = candidates.filter(({ isSure }) => isSure)
  const telling = sure.length > 0 ? sure : candidates
  return {
    words: candidates.map(({ text, x0, x1 }) => ({ text, x0, x1 })),
    baseline: median(telling.map(({ baseline }) => baseline)),
    size: sizeOf(candidates, median(telling.map(({ size }) => size))),
  }
}

/**
 * On a page whose words come from its layer, those of tables and of doubtful lines may have been read again from the scan,
 * with boxes of their ink: these are of the height that their letters ask for, while those of a font are all of one.
 */
function boxKind(lines: readonly Line[]): BoxKind {
  const words = lines.flatMap(line => line.words.flatMap(({ text, box }) => (box ? [{ text, box }] : [])))
  const spread = (kind: BoxKind): number => {
    const sizes = words.flatMap(({ text, box: [, y0, , y1] }) => {
      const { size, isSure } = lineOf(text, y0, y1, kind)
      return isSure ? [size] : []
    })
    const usual = median(sizes)
    return median(sizes.map(size => Math.abs(size - usual))) / usual
  }
  return words.length >= TELLING_WORDS && spread('ink') < spread('font') ? 'ink' : 'font'
}

/**
 * The size at which the words are as wide as they are, in Times: layers of OCR programs have whole points, or the height
 * of whatever stood there. Few letters tell less than the height does.
 */
function sizeOf(words: readonly PlacedText[], byHeight: number): number {
  const natural = words.reduce((sum, { text }) => sum + textWidth(text), 0) / 1000
  const byWidth = words.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0) / natural
  return natural < TELLING || byWidth > MOST * byHeight ? byHeight : byWidth
}

function candidatesOf({ words }: Line, kind: BoxKind): Candidate[] {
  const found: Candidate[] = []
  for (let at = 0; at < words.length; ) {
    const { box, cell } = words[at]!
    let end = at + 1
    while (end < words.length && isSamePlace(box, words[end]!.box)) end++
    if (box) for (const each of shared(words.slice(at, end), box, kind)) found.push({ ...each, cell })
    at = end
  }
  return found
}

/** Words that repair made of one have its box together. */
function isSamePlace(a: Box | undefined, b: Box | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((value, index) => value === b[index])
}

function shared(words: readonly Word[], [x0, y0, x1, y1]: Box, kind: BoxKind): Omit<Candidate, 'cell'>[] {
  const line = lineOf(words.map(word => word.text).join(''), y0, y1, kind)
  const space = textWidth(' ')
  const total = words.reduce((sum, { text }) => sum + textWidth(text), space * (words.length - 1))
  const unit = (x1 - x0) / Math.max(total, 1)
  let x = x0
  return words.map(({ text }) => {
    const placed = { text, x0: x, x1: x + textWidth(text) * unit, ...line }
    x = placed.x1 + space * unit
    return placed
  })
}

function lineOf(
  text: string,
  y0: number,
  y1: number,
  kind: BoxKind,
): { baseline: number; size: number; isSure: boolean } {
  if (kind === 'font') {
    const size = (y1 - y0) / (ASCENT + DESCENT)
    return { baseline: y1 - DESCENT * size, size, isSure: true }
  }
  const extent = extentOf(text)
  const { above, below } = extent ?? { above: 0.68, below: 0 }
  const size = (y1 - y0) / (above + below)
  return { baseline: y1 - below * size, size, isSure: extent !== undefined }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
