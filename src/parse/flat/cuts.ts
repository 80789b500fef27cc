import { type ColumnKind, fieldOfTitle } from '../../../grammars/columns.ts'
import type { Cohesion, Syllable } from './cohesion.ts'
import { type Cell, type Column, SPACE, type TableLine } from './line.ts'
import { WEIGHTS } from './weights.ts'

/**
 * The ways to cut a line into parts of rising columns.
 *
 *     1 Biên soạn tài liệu, Ban Văn hóa, Quý III/2026
 *       content           │ body       │ time
 */
export interface Part {
  column: number
  from: number
  to: number
}

/** Places inside a line at which it may be cut; a longer one keeps the likeliest. */
const MOST_CUTS = 12
const MOST_STOPS = MOST_CUTS + 2

/** The best readings of a line, by the column in which they end; those that matter are taken apart by `partsOf`. */
export interface Readings {
  /** Negative infinity where none ends there. */
  scores: readonly number[]
  /** Where in the table of states theirs begin. */
  base: number
}

/**
 * Cuts one line after another; what is looked up of a line is kept until the next is taken.
 *
 * Every array is a table of columns by places to cut (`column * MOST_STOPS + i`), `fits` of columns by pairs of places.
 */
export class Cutter {
  private readonly columns: readonly Column[]
  private readonly cohesion: Cohesion
  /** By column: who leads stands in it, and another tells who helps. */
  private readonly leads: readonly boolean[]
  /** Usual width of a full line in each column; infinite where unknown. */
  private readonly measures: readonly number[] | undefined
  private line!: TableLine
  private cuts!: LineCuts
  private alone = 0
  /** Word indexes at which a part may begin or end. */
  private stops: readonly number[] = []
  /** Worth of the words between two stops as a part of a column. */
  private readonly fits: Float64Array
  private readonly scores: Float64Array
  /** The state before each, of one search after another. */
  private backs: Int32Array
  private readonly left: Float64Array
  private readonly leftState: Int32Array
  /** Lines taken so far. */
  private taken = 0
  /** By column, and by the cells right of it that are begun: `openCell` for every stop. */
  private opened: (readonly number[] | undefined)[] = []
  /** Readings found of the line, by what the row held before: many ways to read the lines above come to the same. */
  private answers: { cells: readonly (Cell | undefined)[]; readings: Readings }[] = []

  constructor(columns: readonly Column[], cohesion: Cohesion, measures: readonly number[] | undefined) {
    this.columns = columns
    this.cohesion = cohesion
    const helps = columns.map(({ title }) => /^(?:support|mixed)$/.test(fieldOfTitle(title) ?? ''))
    this.leads = columns.map(({ kind }, column) => kind === 'body' && helps.includes(true) && !helps[column])
    this.measures = measures
    const states = columns.length * MOST_STOPS
    this.fits = new Float64Array(states * MOST_STOPS)
    this.scores = new Float64Array(states)
    this.backs = new Int32Array(states)
    this.left = new Float64Array(states)
    this.leftState = new Int32Array(states)
  }

  /** Takes the next line to cut; `alone` tells how much speaks for it being one cell: blank lines around it do once. */
  take(line: TableLine, alone: number): void {
    this.line = line
    this.alone = alone
    this.cuts = cutsOf(line)
    this.stops = this.cuts.stops
    this.taken++
    this.opened = []
    this.answers = []
    for (let column = 0; column < this.columns.length; column++) this.fitAll(column)
  }

  /** The best readings, given what the row's cells hold before line number `number`. */
  best(cells: readonly (Cell | undefined)[], number: number): Readings {
    for (const answer of this.answers) {
      let column = 0
      while (column < cells.length && cells[column] === answer.cells[column]) column++
      if (column === cells.length) return answer.readings
    }
    const readings = this.search(cells, number)
    this.answers.push({ cells, readings })
    return readings
  }

  /** The parts of the reading that ends in `column`, left to right. */
  partsOf({ base }: Readings, column: number): Part[] {
    const parts: Part[] = []
    for (let state = column * MOST_STOPS + this.stops.length - 1; state >= 0; ) {
      const back = this.backs[base + state]!
      const from = back >= 0 ? this.stops[back % MOST_STOPS]! : 0
      parts.push({ column: Math.floor(state / MOST_STOPS), from, to: this.stops[state % MOST_STOPS]! })
      state = back
    }
    return parts.reverse()
  }

  private search(cells: readonly (Cell | undefined)[], number: number): Readings {
    const n = this.stops.length
    const count = this.columns.length
    const { scores, left, leftState, fits } = this
    const base = this.answers.length * scores.length
    const backs = this.roomFor(base + scores.length)
    // left: the best score, and its state, of a reading up to a stop whose last part is left of a column
    left.fill(Number.NEGATIVE_INFINITY)
    for (let column = 0; column < count; column++) {
      const starts = this.beginnings(column, cells, number)
      const row = column * MOST_STOPS
      for (let j = 1; j < n; j++) {
        let bestScore = fits[row * MOST_STOPS + j]! + starts[0]!
        let back = -1
        // nothing is left of the first column
        for (let i = column === 0 ? j : 1; i < j; i++) {
          const score = fits[(row + i) * MOST_STOPS + j]! + starts[i]! + left[row + i]!
          if (score > bestScore) {
            bestScore = score
            back = leftState[row + i]!
          }
        }
        scores[row + j] = bestScore
        backs[base + row + j] = back
        if (column + 1 === count) continue
        const better = bestScore > left[row + j]!
        left[row + MOST_STOPS + j] = better ? bestScore : left[row + j]!
        leftState[row + MOST_STOPS + j] = better ? row + j : leftState[row + j]!
      }
    }
    const last: number[] = []
    for (let column = 0; column < count; column++) last.push(scores[column * MOST_STOPS + n - 1]!)
    return { scores: last, base }
  }

  /** The states of the searches of a line, with room for so many. */
  private roomFor(states: number): Int32Array {
    if (states > this.backs.length) {
      const wider = new Int32Array(2 * states)
      wider.set(this.backs)
      this.backs = wider
    }
    return this.backs
  }

  /** Worth in a column of the words between every two stops: of the first word, of those after it, of their width, of the cut. */
  private fitAll(column: number): void {
    const { line, stops, fits, cuts } = this
    const { first, inner } = cuts.worthsOf(this.columns[column]!.kind)
    const wide = (this.measures?.[column] ?? Number.POSITIVE_INFINITY) * WEIGHTS.wider
    const leads = this.leads[column]!
    const alone = this.alone * WEIGHTS.alone
    for (let i = 0; i < stops.length - 1; i++) {
      const from = stops[i]!
      const row = (column * MOST_STOPS + i) * MOST_STOPS
      let base = first[from]!
      let many = 0
      if (from > 0) {
        base += WEIGHTS.cut + alone
        base += cuts.torn[i]!
      }
      for (let j = i + 1; j < stops.length; j++) {
        const to = stops[j]!
        if (leads) for (let at = stops[j - 1]!; at < to; at++) if (line.isMany(at)) many += WEIGHTS.many
        const over = line.width(from, to) - wide - WEIGHTS.slack
        fits[row + j] =
          base +
          many +
          inner[to]! -
          inner[from + 1]! -
          (over > 0 ? Math.min(WEIGHTS.mostOver, WEIGHTS.over * over) : 0)
      }
    }
  }

  /** How well parts that begin at each stop begin the cell of a column, or go on with it; ways to read the lines above share cells. */
  private beginnings(
    column: number,
    cells: readonly (Cell | undefined)[],
    number: number,
  ): readonly number[] {
    const cell = cells[column]
    if (!cell) return this.openCell(column, cells)
    if (cell.asked !== this.taken) {
      cell.asked = this.taken
      cell.begun = this.goOn(column, cell, number)
    }
    return cell.begun
  }

  /** How well parts that begin at each stop begin the cell of a column. */
  private openCell(column: number, cells: readonly (Cell | undefined)[]): readonly number[] {
    // cells are read from left to right where they stand one after the other
    let passed = 0
    for (let right = column + 1; right < cells.length; right++) if (cells[right]) passed++
    const at = column * cells.length + passed
    const known = this.opened[at]
    if (known) return known
    const { apart } = this.cuts
    const openings = this.cuts.openingsOf(this.columns[column]!.kind)
    const order = WEIGHTS.order * passed
    const found: number[] = []
    for (let i = 0; i < this.stops.length - 1; i++) found.push(openings[i]! + apart[i]! + order)
    this.opened[at] = found
    return found
  }

  /** How well parts that begin at each stop go on with a cell. */
  private goOn(column: number, { part, line: above, listed: isList }: Cell, number: number): number[] {
    const { line, stops } = this
    const { apart } = this.cuts
    const last = part.line.texts[part.to - 1]!
    const isBody = this.columns[column]!.kind === 'body'
    const measure = this.measures?.[column] ?? Number.POSITIVE_INFINITY
    const free = measure - part.line.width(part.from, part.to) - SPACE
    const block = line.source.blanks > 0 ? WEIGHTS.block : 0
    const gap = WEIGHTS.gap * Math.max(0, number - above - 1) + block
    const stopped = last.endsWith('.')
    const listed = last.endsWith(',') || last.endsWith(';')
    const bonds =
      stopped || listed ? undefined : this.cuts.follows(part.line.lastBefore(part.to), this.cohesion)
    const found: number[] = []
    for (let i = 0; i < stops.length - 1; i++) {
      const at = stops[i]!
      const room = free - line.widths[at]!
      const spare = room - WEIGHTS.slack
      const short =
        spare > 0 && spare < Number.POSITIVE_INFINITY
          ? Math.max(-WEIGHTS.mostUnder, -WEIGHTS.under * spare)
          : 0
      const bond = bonds ? bonds[i]! : 0
      let worth: number
      // one item of a list in the cell after another
      if (isList && at < line.length && line.isBullet(at)) worth = WEIGHTS.listed
      else if (bond >= WEIGHTS.loose) worth = WEIGHTS.goesOn * Math.min(1, bond / WEIGHTS.firm)
      else if (stopped) worth = WEIGHTS.stopped
      else if (!line.hasCapital(at)) worth = WEIGHTS.begins
      else worth = listed || (isBody && line.opensBody(at)) ? WEIGHTS.listed : WEIGHTS.new
      found.push(worth + gap + short + apart[i]!)
    }
    return found
  }
}

/** By line, since a table is read twice. */
const CUTS = new WeakMap<TableLine, LineCuts>()

function cutsOf(line: TableLine): LineCuts {
  let cuts = CUTS.get(line)
  if (!cuts) {
    cuts = new LineCuts(line)
    CUTS.set(line, cuts)
  }
  return cuts
}

/** What is looked up of a line whatever the rows above it hold. Its short arrays are plain: typed ones cost more to make. */
class LineCuts {
  readonly line: TableLine
  /** Word indexes at which a part may begin or end. */
  readonly stops: readonly number[]
  private readonly worths = new Map<ColumnKind, Worths>()
  private readonly openings = new Map<ColumnKind, readonly number[]>()
  private readonly followers = new Map<Syllable, readonly number[]>()
  /** By stop: what a cut there costs that parts words that belong together. */
  readonly torn: readonly number[]
  /** By stop: what a gap before it is worth. */
  readonly apart: readonly number[]

  constructor(line: TableLine) {
    this.line = line
    this.stops = findStops(line)
    this.apart = this.stops.map(at => (line.isApart(at) ? 1 : 0))
    this.torn = this.stops.map(at => {
      const firm = Math.min(1.5, (line.bonds[at] ?? 0) / WEIGHTS.firm)
      return WEIGHTS.torn * (at < line.length && line.hasCapital(at) ? 1.5 : 1) * firm
    })
  }

  worthsOf(kind: ColumnKind): Worths {
    let found = this.worths.get(kind)
    if (!found) {
      found = worthsOf(this.line, kind)
      this.worths.set(kind, found)
    }
    return found
  }

  /** Worth of the word at each stop as the first of a cell. */
  openingsOf(kind: ColumnKind): readonly number[] {
    let found = this.openings.get(kind)
    if (!found) {
      found = this.stops.slice(0, -1).map(at => opening(this.line, kind, at))
      this.openings.set(kind, found)
    }
    return found
  }

  /** For each stop how firmly the word there goes on after `word`. */
  follows(word: Syllable, cohesion: Cohesion): readonly number[] {
    let found = this.followers.get(word)
    if (!found) {
      found = this.stops.slice(0, -1).map(at => cohesion.of(word, this.line.syllables[at]!))
      this.followers.set(word, found)
    }
    return found
  }
}

interface Worths {
  first: readonly number[]
  inner: readonly number[]
}

/** Where a line may be cut, its ends included: where the words on both sides do not belong together. */
function findStops(line: TableLine): number[] {
  const inner: { at: number; worth: number }[] = []
  for (let at = 1; at < line.length; at++) {
    if (line.isBullet(at - 1)) continue
    const begins = line.hasCapital(at) || line.hasDigit(at)
    const loose = 2 - Math.min(2, 5 * line.bonds[at]!)
    inner.push({ at, worth: loose + (begins ? 1 : 0) + (line.isApart(at) ? 3 : 0) })
  }
  const kept = inner.sort((a, b) => b.worth - a.worth || a.at - b.at).slice(0, MOST_CUTS)
  return [0, ...kept.map(cut => cut.at).sort((a, b) => a - b), line.length]
}

/**
 * What the words of a line are worth in a column of a kind: each as the first of a part, and the sum of those before it as
 * words inside one.
 */
function worthsOf(line: TableLine, kind: ColumnKind): Worths {
  const first: number[] = []
  const inner = [0]
  for (let at = 0; at < line.length; at++) {
    const capital = line.hasCapital(at)
    let worth = 0
    if (kind === 'time') worth = line.isOfTime(at) ? WEIGHTS.isTime : WEIGHTS.noTime
    else if (kind === 'body')
      worth =
        capital || line.isOfBody(at) ? WEIGHTS.isBody : line.hasDigit(at) ? WEIGHTS.bodyDigit : WEIGHTS.noBody
    first.push(worth)
    const bond = line.bonds[at]!
    worth += WEIGHTS.unknown + (WEIGHTS.known - WEIGHTS.unknown) * Math.min(1, bond / WEIGHTS.firm)
    // a capital inside a part, after a word it does not belong to, would rather begin a cell
    if (at > 0 && capital && bond < WEIGHTS.loose && !/[.,;:(“"]$/.test(line.texts[at - 1]!))
      worth += kind !== 'time' && line.opensTime(at) ? WEIGHTS.timeCapital : WEIGHTS.capital
    inner.push(inner[at]! + worth)
  }
  return { first, inner }
}

/** How well the word at `from` begins a cell of a column of this kind. */
function opening(line: TableLine, kind: ColumnKind, from: number): number {
  const digit = line.hasDigit(from)
  if (!digit && !line.hasCapital(from)) return WEIGHTS.lowercase
  if (kind === 'time') return digit || line.opensTime(from) ? WEIGHTS.timeOpens : WEIGHTS.timeElse
  if (kind === 'body') return line.opensBody(from) ? WEIGHTS.bodyOpens : WEIGHTS.bodyElse
  return kind === 'content' ? WEIGHTS.contentOpens : WEIGHTS.outputOpens
}
