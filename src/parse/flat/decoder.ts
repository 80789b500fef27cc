import { joinText } from '../join-text.ts'
import { fragmentOf, type Piece, placeOf, slice } from '../lines.ts'
import type { TableNode } from '../tree.ts'
import type { Cohesion } from './cohesion.ts'
import { type Cell, type Column, Parts, pieceOf, spansOf, WEIGHTS } from './cuts.ts'

/**
 * A beam over the lines of a table: for each way to read the lines so far the next line goes on with the row or begins
 * one, its parts going to the cells as they fit best.
 */
const BEAM = 24
/** Enough to learn how wide the columns are. */
const FIRST_BEAM = 6

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

export class Decoder {
  readonly groupPieces: Piece[] = []
  private readonly columns: readonly Column[]
  private readonly cohesion: Cohesion
  private ways: Way[]
  private group_: Piece[] | undefined
  /** A row that spans the table stood since the last line: a row begins. */
  private fresh = true
  private lines = 0

  private readonly widths: readonly number[] | undefined
  /** No row has a greater number; 0 where rows have none. */
  private readonly lastNumber: number
  /** The first column numbers the rows. */
  private readonly numbered: boolean

  constructor(
    columns: readonly Column[],
    cohesion: Cohesion,
    measures: readonly number[] | undefined,
    lastNumber: number,
  ) {
    this.lastNumber = lastNumber
    this.numbered = columns[0]?.kind === 'number'
    this.columns = this.numbered ? columns.slice(1) : columns
    this.cohesion = cohesion
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
    this.lines++
    if (!this.read(piece, pieces, at, true)) this.read(piece, pieces, at, false)
    this.fresh = false
  }

  /** Whether the line can be read, with a number at its start taken for the row's or for text. */
  private read(piece: Piece, pieces: readonly Piece[], at: number, numbering: boolean): boolean {
    const digits =
      this.numbered && /^\d{1,3}[.)]?$/.test(piece.words[0]?.text ?? '')
        ? Number.parseInt(piece.words[0]?.text ?? '', 10)
        : 0
    const next: Way[] = []
    const numbered = this.ways.some(way => digits === way.count || digits === way.count + 1)
    const isNumber = numbering && digits > 0 && numbered
    const number = isNumber ? slice(piece, 0, 1) : undefined
    const rest = isNumber ? slice(piece, 1) : piece
    // a line between blank lines is mostly one cell by itself
    const alone = piece.blanks > 0 && (pieces[at + 1]?.blanks ?? 1) > 0
    const parts = new Parts(rest, this.columns, this.cohesion, this.widths, alone)
    for (const way of this.ways) {
      const fits = number === undefined || (digits === way.count && way.row.number === undefined)
      if (way.count > 0 && !this.fresh && fits) this.extend(way, way.row, way.count, number, parts, 0, next)
      const begun = this.beginRow(way, number, digits, piece.blanks > 0)
      if (begun) this.extend(way, this.emptyRow(), way.count + 1, number, parts, begun.score, next, way)
    }
    if (next.length === 0) return false
    next.sort((a, b) => b.score - a.score)
    this.ways = next.slice(0, this.widths ? BEAM : FIRST_BEAM)
    return true
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
        cells: this.numbered ? [number, ...cells] : cells,
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
    if (this.lastNumber > 1 && way.count >= this.lastNumber && !this.fresh) return undefined
    const penalty = this.fresh ? 0 : apart ? -0.5 : -1
    return { score: penalty + (way.count === 0 ? 0 : this.finish(way) - way.score) }
  }

  /** The score of a way whose row ends: cells that stayed empty count against it. */
  private finish(way: Way): number {
    if (way.count === 0) return way.score
    let score = way.score + (way.row.number || !this.numbered ? 0 : WEIGHTS.unnumbered)
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
