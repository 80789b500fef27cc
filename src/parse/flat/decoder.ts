import { key } from '../../../grammars/phrases.ts'
import { joinLines } from '../join-text.ts'
import { isCapitals } from '../letters.ts'
import { fragmentOf, type Piece, placeOf, slice, textWidth } from '../lines.ts'
import type { TableNode } from '../tree.ts'
import { Breaks } from './breaks.ts'
import { Cutter, type Readings } from './cuts.ts'
import type { Effort } from './effort.ts'
import {
  type Cell,
  type Column,
  pieceOf,
  SPACE,
  spansOf,
  type TableLine,
  type TableLines,
  timeOpenings,
} from './line.ts'
import { WEIGHTS } from './weights.ts'

/**
 * A beam over the lines of a table: for each way to read the lines so far the next line goes on with the row or begins
 * one, its parts going to the cells as they fit best.
 */
const BEAM = 10
/** Enough to learn how wide the columns are. */
const FIRST_BEAM = 5
/** For tables beyond the allowance. */
const NARROW_BEAM = 2
export type Care = 'first' | 'full' | 'narrow'
const BEAMS: Record<Care, number> = { first: FIRST_BEAM, full: BEAM, narrow: NARROW_BEAM }

/** How much more than blank lines around a line speaks for its being one cell that each title stood on its own. */
const STACKED = 2

interface Row {
  group: Piece[] | undefined
  number: Piece | undefined
  /** Height at which the number stood. */
  numberAt: number
  cells: (Cell | undefined)[]
}

/** One way to read the lines so far. */
interface Way {
  score: number
  above: Way | undefined
  row: Row
  /** Rows begun since the table's head. */
  count: number
}

/** A way gone on with by one line, its cells not yet filled. */
interface Step {
  score: number
  way: Way
  /** The last column of its part of the line, in the readings of which it is one; nothing for a line without words. */
  column: number
  readings: Readings | undefined
}

export class Decoder {
  readonly groupPieces: Piece[] = []
  private readonly columns: readonly Column[]
  private readonly tableLines: TableLines
  private ways: Way[]
  private group_: Piece[] | undefined
  /** A row that spans the table stood since the last line: a row begins. */
  private fresh = true
  private lines = 0
  /** Lines so far, where those between blank lines that follow one another count as one: they stood side by side. */
  private height = 0
  private apart = false

  /** Lines of blocks that are one cell each. */
  private readonly cellBlocks: ReadonlySet<Piece>
  private readonly cutter: Cutter
  private readonly beam: number
  private readonly effort: Effort
  /** No row has a greater number; 0 where rows have none. */
  private readonly lastNumber: number
  /** The first column numbers the rows. */
  private readonly numbered: boolean
  /** Each title stood on a line of its own: so do cells. */
  private readonly stacked: boolean
  /** Every row begins with the time that stands in its first column. */
  private readonly ledByTime: boolean

  constructor(
    columns: readonly Column[],
    tableLines: TableLines,
    measures: readonly number[] | undefined,
    pieces: readonly Piece[],
    stacked: boolean,
    care: Care,
    effort: Effort,
  ) {
    this.stacked = stacked
    this.lastNumber = lastNumberOf(pieces)
    this.numbered = columns[0]?.kind === 'number'
    this.ledByTime =
      columns[0]?.kind === 'time' && opensTime(pieces[0]) && pieces.filter(opensTime).length > 1
    this.columns = this.numbered ? columns.slice(1) : columns
    this.tableLines = tableLines
    this.cutter = new Cutter(this.columns, tableLines.cohesion, measures)
    this.cellBlocks = cellBlocks(pieces, measures)
    this.beam = BEAMS[care]
    this.effort = effort
    this.ways = [{ score: 0, above: undefined, row: this.emptyRow(), count: 0 }]
  }

  group(pieces: Piece[]): void {
    for (const piece of pieces) this.groupPieces.push(piece)
    this.group_ = pieces
    this.fresh = true
  }

  /** Takes the next line of the table. */
  line(piece: Piece, pieces: readonly Piece[], at: number): void {
    this.lines++
    const apart = piece.blanks > 0 && (pieces[at + 1]?.blanks ?? 1) > 0
    if (!apart || !this.apart) this.height++
    this.apart = apart
    if (!this.read(piece, true)) this.read(piece, false)
    this.fresh = false
  }

  /** Whether the line can be read, with a number at its start taken for the row's or for text. */
  private read(piece: Piece, numbering: boolean): boolean {
    const digits =
      this.numbered && /^\d{1,3}[.)]?$/.test(piece.words[0]?.text ?? '')
        ? Number.parseInt(piece.words[0]?.text ?? '', 10)
        : 0
    const numbered = this.ways.some(way => digits === way.count || digits === way.count + 1)
    const isNumber = numbering && digits > 0 && numbered
    const number = isNumber ? slice(piece, 0, 1) : undefined
    const line = isNumber ? this.tableLines.afterNumber(piece) : this.tableLines.of(piece)
    const alone = this.apart || this.cellBlocks.has(piece)
    this.cutter.take(line, (alone ? 1 : 0) + (this.stacked ? STACKED : 0))
    const steps: Step[] = [] // the best, best first
    const leads = this.ledByTime && opensTime(piece)
    for (const way of leads ? [] : this.ways) {
      const fits = number === undefined || (digits === way.count && way.row.number === undefined)
      if (way.count > 0 && !this.fresh && fits) this.extend(way, line, steps)
    }
    if (!this.ledByTime || leads || this.fresh)
      for (const way of this.beginnings(number, digits, piece.blanks > 0)) this.extend(way, line, steps)
    if (steps.length === 0) return false
    const made: Cell[][] = this.columns.map(() => [])
    this.ways = steps.map(step => this.follow(step, number, line, made))
    return true
  }

  /** Width of each column in ems, from where the lines of its cells were broken; infinite where that tells nothing. */
  measures(): number[] {
    const found = this.columns.map(() => new Breaks())
    for (let way = this.best(); way && way.count > 0; way = way.above)
      way.row.cells.forEach((cell, column) => {
        spansOf(cell).forEach(({ line, from, to }, at, spans) => {
          found[column]!.fits(line.width(from, to))
          const next = spans[at + 1]
          if (next)
            found[column]!.breaks(line.width(from, to) + SPACE + next.line.width(next.from, next.from + 1))
        })
      })
    return found.map(breaks => breaks.width())
  }

  private best(): Way | undefined {
    return this.ways.toSorted((a, b) => this.finish(b) - this.finish(a))[0]
  }

  rows(): TableNode['rows'] {
    const found: TableNode['rows'] = []
    for (let way = this.best(); way && way.count > 0; way = way.above) {
      const { row } = way
      const held = row.cells.map(cell => spansOf(cell).map(pieceOf))
      const pieces = held.flat()
      if (row.number) pieces.unshift(row.number)
      if (pieces.length === 0) continue
      pieces.sort((a, b) => a.page - b.page || a.line - b.line || a.from - b.from)
      const number = row.number?.text.replace(/[.)]$/, '') ?? String(way.count)
      const cells = held.map(parts => joinLines(parts.map(part => part.text)))
      const group = row.group && joinLines(row.group.map(part => part.text)).replace(/ ,/g, ',')
      found.push({
        ...(group && { group }),
        cells: this.numbered ? [number, ...cells] : cells,
        at: placeOf(pieces),
        fragments: pieces.map(fragmentOf),
      })
    }
    return found.reverse()
  }

  private emptyRow(): Row {
    return { group: this.group_, number: undefined, numberAt: 0, cells: this.columns.map(() => undefined) }
  }

  /** A row begun after the best way for every count of rows: what comes later can't tell the others apart. */
  private beginnings(number: Piece | undefined, digits: number, apart: boolean): Way[] {
    const found = new Map<number, Way>()
    for (const way of this.ways) {
      if (number && digits !== way.count + 1) continue
      if (this.lastNumber > 1 && way.count >= this.lastNumber && !this.fresh) continue
      const penalty = this.fresh ? 0 : apart ? WEIGHTS.rowApart : WEIGHTS.row
      const score = this.finish(way) + penalty
      const known = found.get(way.count)
      if (!known || score > known.score)
        found.set(way.count, { score, above: way, row: this.emptyRow(), count: way.count + 1 })
    }
    return [...found.values()]
  }

  /** The score of a way whose row ends: cells that stayed empty count against it. */
  private finish(way: Way): number {
    if (way.count === 0) return way.score
    let score = way.score + (way.row.number || !this.numbered ? 0 : WEIGHTS.unnumbered)
    way.row.cells.forEach((cell, at) => {
      const kind = this.columns[at]?.kind
      if (!cell)
        score -=
          kind === 'content' ? WEIGHTS.noContent : kind === 'output' ? WEIGHTS.noOutput : WEIGHTS.noBodyCell
      else if (kind === 'body' && isBroken(cell)) score += WEIGHTS.unfinished
    })
    return score + WEIGHTS.askew * skewOf(way.row)
  }

  /** The ways to read `line` as more of the row of `way`. */
  private extend(way: Way, line: TableLine, into: Step[]): void {
    this.effort.spent++
    if (line.length === 0) {
      this.keep(way.score, way, undefined, 0, into)
      return
    }
    const readings = this.cutter.best(way.row.cells, this.lines)
    readings.scores.forEach((score, column) => {
      if (score > Number.NEGATIVE_INFINITY) this.keep(way.score + score, way, readings, column, into)
    })
  }

  /** Puts a step among the best; of equal ones the first found stays before. */
  private keep(score: number, way: Way, readings: Readings | undefined, column: number, steps: Step[]): void {
    let at = steps.length
    if (at === this.beam) {
      if (score <= (steps[at - 1] as Step).score) return
      at--
    }
    for (; at > 0 && (steps[at - 1] as Step).score < score; at--) steps[at] = steps[at - 1] as Step
    steps[at] = { score, way, column, readings }
  }

  /** @param made cells that other steps made of this line: the same cell is one object, which spares looking it up again. */
  private follow(
    { score, way, readings, column: last }: Step,
    number: Piece | undefined,
    line: TableLine,
    made: readonly Cell[][],
  ): Way {
    const { above, row, count } = way
    const cells = [...row.cells]
    for (const { column, from, to } of readings ? this.cutter.partsOf(readings, last) : []) {
      const before = cells[column]
      const known = made[column]!.find(
        ({ part, above }) => part.from === from && part.to === to && above === before,
      )
      const cell = known ?? {
        part: { line, from, to },
        above: before,
        listed: before?.listed ?? (from < to && line.isBullet(from)),
        line: this.lines,
        top: before?.top ?? this.height,
        foot: this.height,
        asked: 0,
        begun: NOTHING,
      }
      if (!known) made[column]!.push(cell)
      cells[column] = cell
    }
    return {
      score,
      above,
      row: {
        group: row.group,
        number: number ?? row.number,
        numberAt: number ? this.height : row.numberAt,
        cells,
      },
      count,
    }
  }
}

/**
 * Lines that follow one another between blank lines, in blocks no wider than a column and beside others like them: mostly
 * each block is one cell.
 */
function cellBlocks(pieces: readonly Piece[], measures: readonly number[] | undefined): ReadonlySet<Piece> {
  const widest = Math.max(0, ...(measures ?? []).filter(width => width < Number.POSITIVE_INFINITY))
  const blocks: { pieces: readonly Piece[]; narrow: boolean }[] = []
  for (let from = 0, to = 0; from < pieces.length; from = to) {
    while (++to < pieces.length && pieces[to]!.blanks === 0);
    const block = pieces.slice(from, to)
    const width = Math.max(...block.map(piece => textWidth(piece.text)))
    // a row in capitals that spans the table says nothing of those beside it
    if (!isCapitals(block[0]!.text)) blocks.push({ pieces: block, narrow: width <= widest * WEIGHTS.wider })
  }
  return new Set(
    blocks
      .filter((block, at) => block.narrow && blocks[at - 1]?.narrow && blocks[at + 1]?.narrow)
      .flatMap(block => block.pieces),
  )
}

/** Whether the line begins with a time as a cell has it: `Tháng 9/2025 …`. */
function opensTime(piece: Piece | undefined): boolean {
  const first = piece?.words[0]?.text ?? ''
  return /^\p{Lu}/u.test(first) && timeOpenings.has(key(first))
}

/** The greatest row number that is printed in order, with at most a few rows between that have none; 0 for none. */
function lastNumberOf(lines: readonly Piece[]): number {
  let last = 0
  for (const { words } of lines) {
    const first = words[0]?.text ?? ''
    const number = /^\d{1,3}[.)]?$/.test(first) ? Number.parseInt(first, 10) : 0
    if (number > last && number <= last + 4) last = number
  }
  return last
}

/**
 * How far the cells of a row stand from where they would if all began at its top or all stood about its middle, in lines.
 */
function skewOf({ cells, numberAt }: Row): number {
  let top = Number.POSITIVE_INFINITY
  let foot = 0
  for (const cell of cells) {
    if (!cell) continue
    top = Math.min(top, cell.top)
    foot = Math.max(foot, cell.foot)
  }
  let fromTop = numberAt ? Math.min(MOST_SKEW, Math.abs(numberAt - top)) : 0
  let fromMiddle = numberAt
    ? Math.min(MOST_SKEW, Math.max(0, Math.abs(numberAt - (top + foot) / 2) - 0.5))
    : 0
  for (const cell of cells) {
    if (!cell) continue
    fromTop += Math.min(MOST_SKEW, cell.top - top)
    fromMiddle += Math.min(MOST_SKEW, Math.max(0, Math.abs(cell.top + cell.foot - top - foot) / 2 - 0.5))
  }
  return Math.min(fromTop, fromMiddle)
}

const MOST_SKEW = 2

/** Whether a list of bodies ends in a comma, and the next of them stands right of it: `Đoàn xã,` and `Trạm Y tế`. */
function isBroken({ part: { line, to } }: Cell): boolean {
  return to < line.length && line.texts[to - 1]!.endsWith(',') && line.opensBody(to)
}

const NOTHING: readonly number[] = []
