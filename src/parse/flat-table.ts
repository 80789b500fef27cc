import { type ColumnKind, ColumnsVocabulary } from '../../grammars/columns.ts'
import { readLabels } from '../../grammars/labels.ts'
import { key, Phrases, phraseList, words as wordsOf } from '../../grammars/phrases.ts'
import { BodiesVocabulary, readVocabulary } from '../../grammars/vocabulary.ts'
import { joinText } from './join-text.ts'
import { isCapitals } from './letters.ts'
import { fragmentOf, type Piece, placeOf, slice, textWidth } from './lines.ts'
import type { TableNode } from './tree.ts'

/**
 * Tables of which only the lines of text are left, read across the columns or cell by cell.
 *
 *     STT Nhiệm vụ Đơn vị chủ trì Thời gian                     the titles name the columns
 *     I. TUYÊN TRUYỀN                                           a row that spans the table
 *     1 Biên soạn tài liệu, Ban Văn hóa, Quý III/2026           words of three cells on one line
 *     phát thanh hằng tuần Đoàn xã và cả năm                    and the rest of the same three
 *
 * For each line the decoder chooses where it is cut and to which columns the parts belong. It weighs how well a part fits
 * its column (times and bodies have their words), whether it goes on with what the column holds (words that stand side
 * by side elsewhere in the document), and whether a row begins. A beam over the lines keeps the best ways.
 */
export interface FlatTable {
  table: TableNode
  /** Index of the first piece after the table. */
  end: number
}

/** Pairs of neighbouring words of a text, folded by key. */
export type Neighbours = ReadonlySet<string>

const vocabulary = readVocabulary('columns', ColumnsVocabulary)
const titles = new Phrases<ColumnKind>(
  Object.entries(vocabulary.titles).flatMap(([kind, list]) =>
    list.map(title => [title, kind as ColumnKind] as const),
  ),
)
const timeWords = new Set(vocabulary.timeWords)
const timeOpenings = new Set(vocabulary.timeOpenings)
const bodies = readVocabulary('bodies', BodiesVocabulary)
const bodyNames = [...bodies.bodies, ...bodies.persons, ...bodies.general, ...bodies.quantifiers]
const bodyOpenings = phraseList(bodyNames)
const bodyWords = new Set(bodyNames.flatMap(name => name.split(/[\s,-]+/)).map(key))

export function neighboursOf(pieces: readonly Piece[]): Neighbours {
  const pairs = new Set<string>()
  for (const { words } of pieces)
    for (let at = 1; at < words.length; at++)
      pairs.add(pair(words[at - 1]?.text ?? '', words[at]?.text ?? ''))
  return pairs
}

const bare = (word: string) => key(word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))
const pair = (left: string, right: string) => `${bare(left)} ${bare(right)}`

/**
 * The table whose titles begin at `start`; nothing where fewer than three columns are named. `isNext` tells whether a
 * line is the next heading of the text around the table.
 */
export function readFlatTable(
  pieces: readonly Piece[],
  start: number,
  neighbours: Neighbours,
  isNext: (piece: Piece) => boolean,
): FlatTable | undefined {
  const header = readHeader(pieces, start)
  if (!header) return undefined
  let end = header.end
  while (end < pieces.length && !pieces[end]?.row && !isNext(pieces[end] as Piece)) end++
  // the first reading tells how wide the columns are, the second uses it
  const measures = decode(pieces, header.end, end, header.columns, neighbours, undefined).measures()
  const decoder = decode(pieces, header.end, end, header.columns, neighbours, measures)
  const lines = pieces.slice(start, header.end)
  const table: TableNode = {
    type: 'table',
    columns: header.columns.map(column => column.title),
    rows: decoder.rows(),
    at: placeOf(pieces.slice(start, end)),
    fragments: [...lines, ...decoder.groupPieces].map(fragmentOf),
  }
  return table.rows.length > 0 ? { table, end } : undefined
}

function decode(
  pieces: readonly Piece[],
  start: number,
  end: number,
  columns: readonly Column[],
  neighbours: Neighbours,
  measures: readonly number[] | undefined,
): Decoder {
  const decoder = new Decoder(columns, neighbours, measures)
  for (let at = start; at < end; at++) {
    const group = groupEnd(pieces, at, end)
    if (group > at) {
      decoder.group(pieces.slice(at, group))
      at = group - 1
    } else decoder.line(pieces[at] as Piece, pieces, at)
  }
  return decoder
}

interface Column {
  title: string
  kind: ColumnKind
}

/** `STT` alone or with the other titles on its line; titles may follow one a line. */
function readHeader(pieces: readonly Piece[], start: number): { columns: Column[]; end: number } | undefined {
  const columns: Column[] = []
  let at = start
  for (; at < Math.min(pieces.length, start + 14); at++) {
    const piece = pieces[at] as Piece
    if (piece.row || piece.words.length > 30) break
    const found = titlesOf(piece.text)
    if (at === start && found[0]?.kind !== 'number') return undefined
    const untitled = found.some(column => column.kind === undefined)
    if (untitled && (found.length > 1 || columns.length === 0)) {
      if (at === start) break
      // a second line of titles goes on with no more than a few words
      break
    }
    if (untitled) break
    columns.push(...(found as Column[]))
  }
  return columns.length >= 3 && columns.some(column => column.kind === 'content')
    ? { columns, end: at }
    : undefined
}

/** The titles in a line of nothing but titles; words that belong to none go with the title before. */
function titlesOf(text: string): { title: string; kind: ColumnKind | undefined }[] {
  const tokens = wordsOf(text)
  const found: { title: string; kind: ColumnKind | undefined }[] = []
  let stray = 0
  for (let at = 0; at < tokens.length; ) {
    const title = titles.at(tokens, at)
    const token = tokens[at] as { text: string; start: number; end: number }
    const capital = /^\p{Lu}/u.test(token.text)
    if (title && capital) {
      const last = tokens[at + title.length - 1] as { end: number }
      found.push({ title: text.slice(token.start, last.end), kind: title.value })
      at += title.length
    } else {
      const last = found.at(-1)
      if (/\p{L}/u.test(token.text)) stray++
      if (last) last.title = `${last.title} ${token.text}`
      else found.push({ title: token.text, kind: undefined })
      at++
    }
  }
  if (stray > Math.max(2, found.length)) return [{ title: text, kind: undefined }]
  return found
}

/** Index after the lines of a row that spans the table, or `at` where none begins: capitals after `I.` or `A.`. */
function groupEnd(pieces: readonly Piece[], at: number, stop: number): number {
  const first = pieces[at] as Piece
  const reading = readLabels(first.text)[0]
  if (!reading || !/^(?:roman|capital)$/.test(reading.style) || !isCapitals(first.text.slice(reading.length)))
    return at
  let end = at + 1
  while (
    end < stop &&
    isCapitals(pieces[end]?.text ?? '') &&
    readLabels(pieces[end]?.text ?? '').length === 0
  )
    end++
  return end
}

interface Cell {
  part: Span
  above: Cell | undefined
  /** Number, in the table, of the line that its last part stood on. */
  line: number
}

/** Words of one line, from index to index. */
interface Span {
  line: Parts
  from: number
  to: number
}

/** The parts of a cell, top to bottom. */
function spansOf(cell: Cell | undefined): Span[] {
  const spans: Span[] = []
  for (let at = cell; at; at = at.above) spans.push(at.part)
  return spans.reverse()
}

const pieceOf = ({ line, from, to }: Span): Piece => slice(line.source, from, to)

interface Row {
  group: Piece[] | undefined
  number: Piece | undefined
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

const BEAM = 24

export const WEIGHTS = {
  known: 0.11,
  unknown: -0.34,
  cut: -0.13,
  torn: -0.24,
  goesOn: 1.17,
  gap: -0.19,
  capital: -0.84,
  over: 1.11,
  under: 0.16,
  order: -0.68,
  alone: -0.63,
  block: -1.17,
  unnumbered: -2.04,
}

class Decoder {
  readonly groupPieces: Piece[] = []
  private readonly columns: readonly Column[]
  private readonly neighbours: Neighbours
  private ways: Way[]
  private group_: Piece[] | undefined
  /** A row that spans the table stood since the last line: a row begins. */
  private fresh = true
  private lines = 0

  private readonly widths: readonly number[] | undefined

  constructor(columns: readonly Column[], neighbours: Neighbours, measures: readonly number[] | undefined) {
    this.columns = columns.slice(1)
    this.neighbours = neighbours
    this.widths = measures
    this.ways = [{ score: 0, above: undefined, row: this.emptyRow(), count: 0 }]
  }

  group(pieces: Piece[]): void {
    this.groupPieces.push(...pieces)
    this.group_ = pieces
    this.fresh = true
  }

  /** Takes the next line of the table. */
  line(piece: Piece, pieces: readonly Piece[], at: number): void {
    const digits = /^\d{1,3}[.)]?$/.test(piece.words[0]?.text ?? '')
      ? Number.parseInt(piece.words[0]?.text ?? '', 10)
      : 0
    this.lines++
    const next: Way[] = []
    const numbered = this.ways.some(way => digits === way.count || digits === way.count + 1)
    const isNumber = digits > 0 && (numbered || piece.words.length === 1)
    const number = isNumber ? slice(piece, 0, 1) : undefined
    const rest = isNumber ? slice(piece, 1) : piece
    // a line between blank lines is mostly one cell by itself
    const alone = piece.blanks > 0 && (pieces[at + 1]?.blanks ?? 1) > 0
    const parts = new Parts(rest, this.columns, this.neighbours, this.widths, alone)
    for (const way of this.ways) {
      const fits = number === undefined || (digits === way.count && way.row.number === undefined)
      if (way.count > 0 && !this.fresh)
        this.extend(way, way.row, way.count, number, parts, fits ? 0 : -15, next)
      const begun = this.beginRow(way, number, digits, piece.blanks > 0)
      if (begun) this.extend(way, this.emptyRow(), way.count + 1, number, parts, begun.score, next, way)
    }
    if (next.length === 0) return
    next.sort((a, b) => b.score - a.score)
    this.ways = next.slice(0, BEAM)
    this.fresh = false
  }

  /** Width of each column in ems, from the lines of cells that go on in the next; infinite where none does. */
  measures(): number[] {
    const found: number[][] = this.columns.map(() => [])
    for (let way = this.best(); way && way.count > 0; way = way.above)
      way.row.cells.forEach((cell, column) => {
        for (const { line, from, to } of spansOf(cell).slice(0, -1)) found[column]?.push(line.width(from, to))
      })
    return found.map(widths =>
      widths.length < 3
        ? Number.POSITIVE_INFINITY
        : (widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.8)] as number),
    )
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
      const cells = held.map(parts => parts.reduce((text, part) => joinText(text, part.text), ''))
      const group = row.group?.reduce((text, part) => joinText(text, part.text), '').replace(/ ,/g, ',')
      found.unshift({
        ...(group && { group }),
        cells: [number, ...cells],
        at: placeOf(pieces),
        fragments: pieces.map(fragmentOf),
      })
    }
    return found
  }

  private emptyRow(): Row {
    return { group: this.group_, number: undefined, cells: this.columns.map(() => undefined) }
  }

  /** What it costs to end the row of `way` and begin another here; nothing where it can't be. */
  private beginRow(
    way: Way,
    number: Piece | undefined,
    digits: number,
    apart: boolean,
  ): { score: number } | undefined {
    if (number && digits !== way.count + 1) return undefined
    const penalty = this.fresh ? 0 : apart ? -0.5 : -1
    return { score: penalty + (way.count === 0 ? 0 : this.finish(way) - way.score) }
  }

  /** The score of a way whose row ends: cells that stayed empty count against it. */
  private finish(way: Way): number {
    if (way.count === 0) return way.score
    let score = way.score + (way.row.number ? 0 : WEIGHTS.unnumbered)
    way.row.cells.forEach((cell, at) => {
      const kind = this.columns[at]?.kind
      if (!cell) score -= kind === 'content' ? 6 : kind === 'output' ? 1.5 : 2.5
    })
    return score
  }

  private extend(
    way: Way,
    row: Row,
    count: number,
    number: Piece | undefined,
    parts: Parts,
    score: number,
    into: Way[],
    above: Way | undefined = way.above,
  ): void {
    const numbered = number ?? row.number
    if (parts.length === 0) {
      into.push({ score: way.score + score, above, row: { ...row, number: numbered }, count })
      return
    }
    for (const reading of parts.best(row.cells, this.lines)) {
      const cells = [...row.cells]
      for (const { column, from, to } of reading.parts)
        cells[column] = { part: { line: parts, from, to }, above: cells[column], line: this.lines }
      into.push({
        score: way.score + score + reading.score,
        above,
        row: { group: row.group, number: numbered, cells },
        count,
      })
    }
  }
}

interface Part {
  column: number
  from: number
  to: number
}

/** The ways to cut one line into parts of rising columns. What the words are is looked up once. */
class Parts {
  readonly length: number
  readonly source: Piece
  readonly keys: readonly string[]
  private readonly texts: readonly string[]
  private readonly capitals: readonly boolean[]
  private readonly times: readonly boolean[]
  /** Each word stands beside the one before it elsewhere in the document. */
  private readonly known: readonly boolean[]
  private readonly wordWidths: readonly number[]
  private readonly columns: readonly Column[]
  private readonly neighbours: Neighbours
  private readonly widths: readonly number[] | undefined
  /** Word indexes at which a part may begin or end. */
  private readonly cuts: number[]
  /** Worth of the words between two cuts in a column, by column and pair of cuts. */
  private readonly fits: Float64Array
  private readonly alone: boolean
  private readonly followers = new Map<string, Uint8Array>()
  /** Worth of the words at a cut as the first of a cell, by column and cut. */
  private readonly openings: Float64Array

  constructor(
    source: Piece,
    columns: readonly Column[],
    neighbours: Neighbours,
    widths: readonly number[] | undefined,
    alone: boolean,
  ) {
    this.alone = alone
    this.source = source
    this.columns = columns
    this.neighbours = neighbours
    this.widths = widths
    this.length = source.words.length
    this.texts = source.words.map(word => word.text)
    this.keys = this.texts.map(bare)
    this.capitals = this.texts.map(text => /^["“'(]*\p{Lu}/u.test(text))
    this.times = this.texts.map(
      (text, at) => timeWords.has(this.keys[at]!) || /^\(?[ivx]*\/?\d/i.test(text) || /^[-–]$/.test(text),
    )
    this.known = this.keys.map((word, at) => at > 0 && neighbours.has(`${this.keys[at - 1]} ${word}`))
    this.wordWidths = this.texts.map(textWidth)
    this.cuts = this.findCuts()
    const n = this.cuts.length
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
    const starts = new Float64Array(n * count)
    for (let column = 0; column < count; column++)
      for (let i = 0; i < n - 1; i++) starts[column * n + i] = this.begin(column, i, cells, line)
    const scores = new Float64Array(n * count)
    const backs = new Int32Array(n * count)
    // best score, and its state, of a reading up to a cut whose last part is left of a column
    const left = new Float64Array(n * count).fill(Number.NEGATIVE_INFINITY)
    const leftState = new Int32Array(n * count).fill(-1)
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
      inner.push({ at, worth: (this.known[at] ? 0 : 2) + (begins ? 1 : 0) + (this.wide(at) ? 3 : 0) })
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
      score += this.known[at] ? WEIGHTS.known : WEIGHTS.unknown
      // a capital inside a part, after a word it does not belong to, would rather begin a cell
      if (this.capitals[at] && !this.known[at] && !/[.,;:(“"]$/.test(this.texts[at - 1]!))
        score += kind !== 'time' && timeOpenings.has(this.keys[at]!) ? -1.2 : WEIGHTS.capital
    }
    const measure = this.widths?.[column] ?? Number.POSITIVE_INFINITY
    const over = this.width(from, to) - measure * 1.12 - 1
    if (over > 0) score -= Math.min(4, WEIGHTS.over * over)
    if (from > 0) {
      score += WEIGHTS.cut + (this.alone ? WEIGHTS.alone : 0)
      if (this.known[from]) score += this.capitals[from] ? WEIGHTS.torn * 1.5 : WEIGHTS.torn
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

  /** For each cut whether the word there stands after `word` elsewhere in the document. */
  private follows(word: string): Uint8Array {
    let known = this.followers.get(word)
    if (!known) {
      known = Uint8Array.from(this.cuts, at => (this.neighbours.has(`${word} ${this.keys[at]}`) ? 1 : 0))
      this.followers.set(word, known)
    }
    return known
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
    if (this.follows(part.line.keys[part.to - 1]!)[i] === 1) return WEIGHTS.goesOn + gap
    if (/[.]$/.test(last)) return -3 + gap
    if (!this.capitals[from]) return 0.2 + gap
    return (/[,;]$/.test(last) || this.columns[column]?.kind === 'body' ? -0.2 : -1) + gap
  }
}
