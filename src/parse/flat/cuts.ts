import { type ColumnKind, ColumnsVocabulary } from '../../../grammars/columns.ts'
import { key, phraseList, words as wordsOf } from '../../../grammars/phrases.ts'
import { BodiesVocabulary, readVocabulary } from '../../../grammars/vocabulary.ts'
import { type Piece, slice, textWidth } from '../lines.ts'
import { bare, type Cohesion } from './cohesion.ts'

/**
 * One line of a table that was read across its columns, and the ways to cut it.
 *
 *     1 Biên soạn tài liệu, Ban Văn hóa, Quý III/2026
 *       content           │ body       │ time
 */
export interface Column {
  title: string
  kind: ColumnKind
}

const vocabulary = readVocabulary('columns', ColumnsVocabulary)
const timeWords = new Set(vocabulary.timeWords)
const timeOpenings = new Set(vocabulary.timeOpenings)
const bodies = readVocabulary('bodies', BodiesVocabulary)
const bodyNames = [...bodies.bodies, ...bodies.persons, ...bodies.general, ...bodies.quantifiers]
const bodyOpenings = phraseList(bodyNames)
const bodyWords = new Set(bodyNames.flatMap(name => name.split(/[\s,-]+/)).map(key))

/**
 * What speaks for and against a reading, in one unit. Fitted by random search to the task tables of the fixtures and the
 * reference documents read from text; what counts is their order of size.
 */
export const WEIGHTS = {
  known: 0.11,
  unknown: -0.37,
  cut: -0.13,
  torn: -0.24,
  goesOn: 1.17,
  gap: -0.21,
  capital: -0.65,
  over: 1.9,
  under: 0.1,
  order: -0.68,
  alone: -0.84,
  block: -0.78,
  unnumbered: -2.04,
  /** Words are firmly together from this bond on. */
  firm: 0.35,
  /** Under this bond they are hardly together. */
  loose: 0.1,
}
export interface Part {
  column: number
  from: number
  to: number
}

export interface Cell {
  part: Span
  above: Cell | undefined
  /** Number, in the table, of the line that its last part stood on. */
  line: number
}

/** Words of one line, from index to index. */
export interface Span {
  line: Parts
  from: number
  to: number
}

/** The parts of a cell, top to bottom. */
export function spansOf(cell: Cell | undefined): Span[] {
  const spans: Span[] = []
  for (let at = cell; at; at = at.above) spans.push(at.part)
  return spans.reverse()
}

export const pieceOf = ({ line, from, to }: Span): Piece => slice(line.source, from, to)

function boardOf(states: number) {
  return {
    starts: new Float64Array(states),
    scores: new Float64Array(states),
    backs: new Int32Array(states),
    left: new Float64Array(states),
    leftState: new Int32Array(states),
  }
}

/** The ways to cut one line into parts of rising columns. What the words are is looked up once. */
export class Parts {
  readonly length: number
  readonly source: Piece
  readonly keys: readonly string[]
  private readonly texts: readonly string[]
  private readonly capitals: readonly boolean[]
  private readonly times: readonly boolean[]
  /** How firmly each word stands with the one before it. */
  private readonly bonds: readonly number[]
  private readonly wordWidths: readonly number[]
  private readonly columns: readonly Column[]
  private readonly cohesion: Cohesion
  private readonly widths: readonly number[] | undefined
  /** Word indexes at which a part may begin or end. */
  private readonly cuts: number[]
  /** Worth of the words between two cuts in a column, by column and pair of cuts. */
  private readonly fits: Float64Array
  private readonly alone: boolean
  private readonly followers = new Map<string, Float32Array>()
  /** What one search writes on, kept for the next. */
  private readonly board: ReturnType<typeof boardOf>
  /** By column: how well parts that begin at each cut go on with a cell. */
  private readonly begun: readonly Map<Cell, Float64Array>[]
  /** Worth of the words at a cut as the first of a cell, by column and cut. */
  private readonly openings: Float64Array

  constructor(
    source: Piece,
    columns: readonly Column[],
    cohesion: Cohesion,
    widths: readonly number[] | undefined,
    alone: boolean,
  ) {
    this.alone = alone
    this.source = source
    this.columns = columns
    this.cohesion = cohesion
    this.widths = widths
    this.length = source.words.length
    this.texts = source.words.map(word => word.text)
    this.keys = this.texts.map(bare)
    this.capitals = this.texts.map(text => /^["“'(]*\p{Lu}/u.test(text))
    this.times = this.texts.map(
      (text, at) => timeWords.has(this.keys[at]!) || /^\(?[ivx]*\/?\d/i.test(text) || /^[-–]$/.test(text),
    )
    this.bonds = this.keys.map((word, at) => (at > 0 ? cohesion.of(this.keys[at - 1]!, word) : 0))
    this.wordWidths = this.texts.map(textWidth)
    this.cuts = this.findCuts()
    const n = this.cuts.length
    this.board = boardOf(n * columns.length)
    this.begun = columns.map(() => new Map())
    this.fits = new Float64Array(columns.length * n * n)
    this.openings = new Float64Array(columns.length * n)
    for (let column = 0; column < columns.length; column++)
      for (let i = 0; i < n - 1; i++) {
        this.openings[column * n + i] = this.opening(column, this.cuts[i]!)
        for (let j = i + 1; j < n; j++)
          this.fits[(column * n + i) * n + j] = this.fit(column, this.cuts[i]!, this.cuts[j]!)
      }
  }

  /** The best reading for each last column, given what the row's cells hold. */
  best(cells: readonly (Cell | undefined)[], line: number): { score: number; parts: Part[] }[] {
    const n = this.cuts.length
    const count = this.columns.length
    const { starts, scores, backs, left, leftState } = this.board
    for (let column = 0; column < count; column++)
      starts.set(this.beginnings(column, cells, line), column * n)
    scores.fill(0)
    // best score, and its state, of a reading up to a cut whose last part is left of a column
    left.fill(Number.NEGATIVE_INFINITY)
    leftState.fill(-1)
    for (let j = 1; j < n; j++)
      for (let column = 0; column < count; column++) {
        let bestScore = this.fits[column * n * n + j]! + starts[column * n]!
        let back = -2
        for (let i = 1; i < j; i++) {
          const score =
            this.fits[(column * n + i) * n + j]! + starts[column * n + i]! + left[i * count + column]!
          if (score > bestScore) {
            bestScore = score
            back = leftState[i * count + column]!
          }
        }
        const state = j * count + column
        scores[state] = bestScore
        backs[state] = back
        if (column + 1 === count) continue
        const better = bestScore > left[state]!
        left[state + 1] = better ? bestScore : left[state]!
        leftState[state + 1] = better ? state : leftState[state]!
      }
    const found: { score: number; parts: Part[] }[] = []
    for (let column = 0; column < count; column++) {
      let state = (n - 1) * count + column
      const score = scores[state]!
      if (score === Number.NEGATIVE_INFINITY) continue
      const parts: Part[] = []
      while (state >= 0) {
        const back = backs[state]!
        const from = back >= 0 ? this.cuts[Math.floor(back / count)]! : 0
        parts.unshift({ column: state % count, from, to: this.cuts[Math.floor(state / count)]! })
        state = back
      }
      found.push({ score, parts })
    }
    return found
  }

  width(from: number, to: number): number {
    let sum = 0
    for (let at = from; at < to; at++) sum += this.wordWidths[at]! + (at > from ? 0.3 : 0)
    return sum
  }

  text(at: number): string {
    return this.texts[at] ?? ''
  }

  private wide(at: number): boolean {
    return at > 0 && this.source.words[at]?.gap === 'wide'
  }

  /** Cuts stand where the words on both sides do not belong together; a long line keeps the likeliest. */
  private findCuts(): number[] {
    const inner: { at: number; worth: number }[] = []
    for (let at = 1; at < this.length; at++) {
      const begins = this.capitals[at] || /^\d/.test(this.texts[at]!)
      inner.push({
        at,
        worth: 2 - Math.min(2, 5 * this.bonds[at]!) + (begins ? 1 : 0) + (this.wide(at) ? 3 : 0),
      })
    }
    const kept = inner.sort((a, b) => b.worth - a.worth || a.at - b.at).slice(0, 12)
    return [0, ...kept.map(cut => cut.at).sort((a, b) => a - b), this.length]
  }

  /** How well the words fit the column, and each other. */
  private fit(column: number, from: number, to: number): number {
    const kind = this.columns[column]?.kind
    let score = 0
    for (let at = from; at < to; at++) {
      if (kind === 'time') score += this.times[at] ? 0.6 : -1.6
      else if (kind === 'body') {
        if (this.capitals[at] || bodyWords.has(this.keys[at]!)) score += 0.25
        else score -= /^\d/.test(this.texts[at]!) ? 1 : 0.8
      }
      if (at === from) continue
      score +=
        WEIGHTS.unknown + (WEIGHTS.known - WEIGHTS.unknown) * Math.min(1, this.bonds[at]! / WEIGHTS.firm)
      // a capital inside a part, after a word it does not belong to, would rather begin a cell
      if (this.capitals[at] && this.bonds[at]! < WEIGHTS.loose && !/[.,;:(“"]$/.test(this.texts[at - 1]!))
        score += kind !== 'time' && timeOpenings.has(this.keys[at]!) ? -1.2 : WEIGHTS.capital
    }
    const measure = this.widths?.[column] ?? Number.POSITIVE_INFINITY
    const over = this.width(from, to) - measure * 1.12 - 1
    if (over > 0) score -= Math.min(4, WEIGHTS.over * over)
    if (from > 0) {
      score += WEIGHTS.cut + (this.alone ? WEIGHTS.alone : 0)
      score +=
        WEIGHTS.torn * (this.capitals[from] ? 1.5 : 1) * Math.min(1.5, this.bonds[from]! / WEIGHTS.firm)
    }
    return score
  }

  /** How well the word at `from` begins a cell of the column. */
  private opening(column: number, from: number): number {
    const kind = this.columns[column]?.kind
    const digit = /^\d/.test(this.texts[from]!)
    if (!this.capitals[from] && !digit) return -4
    if (kind === 'time') return timeOpenings.has(this.keys[from]!) || digit ? 1.5 : -2
    if (kind === 'body') {
      const tokens = wordsOf(this.texts.slice(from, from + 4).join(' '))
      return bodyOpenings.at(tokens, 0) ? 1.5 : -0.5
    }
    return kind === 'content' ? 0.8 : 0.3
  }

  /** For each cut how firmly the word there goes on after `word`. */
  private follows(word: string): Float32Array {
    let known = this.followers.get(word)
    if (!known) {
      known = Float32Array.from(this.cuts, at => this.cohesion.of(word, this.keys[at] ?? ''))
      this.followers.set(word, known)
    }
    return known
  }

  /** `begin` for every cut; ways share cells, so what goes on with a cell is worked out once. */
  private beginnings(column: number, cells: readonly (Cell | undefined)[], line: number): Float64Array {
    const cell = cells[column]
    const known = cell && this.begun[column]!.get(cell)
    if (known) return known
    const found = new Float64Array(this.cuts.length)
    for (let i = 0; i < this.cuts.length - 1; i++) found[i] = this.begin(column, i, cells, line)
    if (cell) this.begun[column]!.set(cell, found)
    return found
  }

  /** How well a part that begins at cut `i` goes on with, or begins, the cell of its column. */
  private begin(column: number, i: number, cells: readonly (Cell | undefined)[], line: number): number {
    const from = this.cuts[i]!
    const apart = this.wide(from) ? 1 : 0
    const cell = cells[column]
    if (!cell) {
      // cells are read from left to right where they stand one after the other
      let passed = 0
      for (let right = column + 1; right < cells.length; right++) if (cells[right]) passed++
      return this.openings[column * this.cuts.length + i]! + apart + WEIGHTS.order * passed
    }
    const { part } = cell
    const last = part.line.text(part.to - 1)
    const measure = this.widths?.[column] ?? Number.POSITIVE_INFINITY
    const room = measure - part.line.width(part.from, part.to) - this.wordWidths[from]! - 0.3
    const short = Number.isFinite(room) && room > 0 ? Math.max(-4, -WEIGHTS.under * room) : 0
    const block = this.source.blanks > 0 ? WEIGHTS.block : 0
    const gap = WEIGHTS.gap * Math.max(0, line - cell.line - 1) + block + short + apart
    const bond = /[.;,]$/.test(last) ? 0 : this.follows(part.line.keys[part.to - 1]!)[i]!
    if (bond >= WEIGHTS.loose) return WEIGHTS.goesOn * Math.min(1, bond / WEIGHTS.firm) + gap
    if (/[.]$/.test(last)) return -3 + gap
    if (!this.capitals[from]) return 0.2 + gap
    return (/[,;]$/.test(last) || this.columns[column]?.kind === 'body' ? -0.2 : -1) + gap
  }
}
