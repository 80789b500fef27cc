import type { Box } from '../../document.ts'
import type { Component } from './components.ts'

/** Inches: what a gutter is looked for in is made of squares of this side. */
const SQUARE = 0.04
/** Inches: how wide a gutter is at least, and how high. */
const WIDE = 0.2
const HIGH = 0.5
/** Inches of height in which something must be printed at both sides of it: two lines. */
const BESIDE = 0.2
/** Inches: how much paper is between lines of one column. */
const APART = 0.16
/** Inches: smaller pieces of ink are stains, and no marks of letters that matter. */
const STAIN = 0.01
/** Share of the page's width at either side where the margins are. */
const MARGIN = 0.2

/** Two columns of a page side by side, in pixels. */
export interface Columns {
  left: Box
  right: Box
}

/**
 * Where a page has two columns: its head, its end with recipients and signature, lists without rules. Lines of the two are
 * not level with each other, so that an engine takes parts of both for one, and passes over the rest.
 *
 *     Nơi nhận:            │ TM. ỦY BAN NHÂN DÂN
 *     - Các sở, ban, ngành;│     CHỦ TỊCH
 *
 * A gutter is the highest strip of paper with print at both sides of it; those of a page do not overlap in height.
 *
 * @param components the page's pieces of ink without rules and strokes of pens
 */
export function columnsOf(
  components: readonly Component[],
  width: number,
  height: number,
  dpi: number,
): Columns[] {
  const ink = new Squares(components, width, height, dpi)
  const found: Columns[] = []
  for (let gutter = ink.gutter(); gutter; gutter = ink.gutter()) found.push(ink.take(gutter))
  return found
}

interface Gutter {
  /** First column of squares of the strip, and its rows from `top` up to but not including `bottom`. */
  x: number
  top: number
  bottom: number
  /** Rows of squares in which both sides have ink. */
  both: number
}

/** The page as squares that hold ink or none. */
class Squares {
  private readonly side: number
  private readonly columns: number
  private readonly rows: number
  /** How many squares with ink lie left of each square, row by row, one more than there are columns. */
  private readonly before: Uint16Array
  private readonly wide = Math.ceil(WIDE / SQUARE)

  constructor(components: readonly Component[], width: number, height: number, dpi: number) {
    this.side = SQUARE * dpi
    this.columns = Math.ceil(width / this.side)
    this.rows = Math.ceil(height / this.side)
    const filled = new Uint8Array(this.columns * this.rows)
    for (const { x0, y0, x1, y1 } of components) {
      if (Math.max(x1 - x0, y1 - y0) < STAIN * dpi) continue
      const [left, right] = [Math.floor(x0 / this.side), Math.ceil(x1 / this.side)]
      for (let y = Math.floor(y0 / this.side); y < y1 / this.side; y++)
        filled.fill(1, y * this.columns + left, y * this.columns + Math.min(right, this.columns))
    }
    this.before = new Uint16Array((this.columns + 1) * this.rows)
    for (let y = 0; y < this.rows; y++)
      for (let x = 0; x < this.columns; x++)
        this.before[this.at(x + 1, y)] = this.before[this.at(x, y)]! + filled[y * this.columns + x]!
  }

  /** The gutter with most print beside it. */
  gutter(): Gutter | undefined {
    let best: Gutter | undefined
    const last = Math.floor(this.columns * (1 - MARGIN)) - this.wide
    for (let x = Math.ceil(this.columns * MARGIN); x <= last; x++)
      for (const strip of this.strips(x)) if (!best || strip.both > best.both) best = strip
    return best
  }

  /** The strips of paper that begin at a column of squares and may be gutters. */
  private strips(x: number): Gutter[] {
    const found: Gutter[] = []
    const isPaper = (y: number): boolean => y < this.rows && this.count(x, x + this.wide, y) === 0
    for (let y = 0; y < this.rows; y++) {
      if (!isPaper(y)) continue
      const from = y
      while (isPaper(y)) y++
      const strip = (y - from) * SQUARE >= HIGH ? this.strip(x, from, y) : undefined
      if (strip && strip.both * SQUARE >= BESIDE) found.push(strip)
    }
    return found
  }

  /** Of the rows of a strip of paper those in which it has print at both sides, with the lines above and below. */
  private strip(x: number, first: number, end: number): Gutter | undefined {
    const hasBoth = (y: number): boolean =>
      this.count(0, x, y) > 0 && this.count(x + this.wide, this.columns, y) > 0
    // Letters of the lines above and below reach into the strip.
    let [from, last] = [first, end - 1]
    while (from < end && !this.isBlank(from)) from++
    while (last > from && !this.isBlank(last)) last--
    let [top, bottom, both] = [last, from, 0]
    for (let y = from; y <= last; y++) {
      if (!hasBoth(y)) continue
      both++
      top = Math.min(top, y)
      bottom = y
    }
    if (both === 0) return undefined
    return { x, top: this.follow(top, from), bottom: this.follow(bottom, last) + 1, both }
  }

  /** The last row with ink to which lines follow each other from one with ink, up to another. */
  private follow(row: number, end: number): number {
    const step = Math.sign(end - row)
    let [found, blank] = [row, 0]
    for (let y = row; y !== end + step && blank * SQUARE <= APART; y += step) {
      blank = this.isBlank(y) ? blank + 1 : 0
      if (blank === 0) found = y
    }
    return found
  }

  /** The columns at both sides of a gutter; there will be no other at their height. */
  take({ x, top, bottom }: Gutter): Columns {
    const middle = (x + this.wide / 2) * this.side
    const [y0, y1] = [top * this.side, bottom * this.side]
    for (let y = top; y < bottom; y++) for (let x = 0; x <= this.columns; x++) this.before[this.at(x, y)] = x
    return {
      left: [0, y0, middle, y1],
      right: [middle, y0, this.columns * this.side, y1],
    }
  }

  private isBlank(y: number): boolean {
    return this.count(0, this.columns, y) === 0
  }

  /** Squares with ink from a column up to but not including another. */
  private count(from: number, to: number, y: number): number {
    return this.before[this.at(to, y)]! - this.before[this.at(from, y)]!
  }

  private at(x: number, y: number): number {
    return y * (this.columns + 1) + x
  }
}
