import { pagesOfText } from '../../src/ingest/text.ts'
import { Cohesion } from '../../src/parse/flat/cohesion.ts'
import { Effort } from '../../src/parse/flat/effort.ts'
import { readFlatTable } from '../../src/parse/flat/table.ts'
import { type Piece, piecesOf } from '../../src/parse/lines.ts'
import type { PrintedTable } from './layout.ts'

/** A table ready to be read many times. */
export interface Case {
  pieces: Piece[]
  cohesion: Cohesion
  rows: readonly string[][]
}

export function caseOf({ lines, rows }: PrintedTable): Case {
  const pages = pagesOfText(lines.join('\n'))
  const source = { file: 'table.txt', sha256: '', mediaType: 'text/plain', pages: 1, text: 'plain' } as const
  const pieces = piecesOf({ source, pages, warnings: [] })
  return { pieces, cohesion: new Cohesion(pieces), rows }
}

/** Cells of the table, and how many of them are read word for word in a row of the right place. */
export function scoreCase({ pieces, cohesion, rows }: Case): { cells: number; right: number } {
  const found = readFlatTable(pieces, 0, cohesion, new Effort(), () => false)
  const cells = rows.reduce((sum, row) => sum + row.length, 0)
  const read = (found?.table.rows ?? []).map(row => row.cells.slice(-rows[0]!.length))
  return { cells, right: alignedCells(rows, read) }
}

/** The most cells that are equal over all ways to align the rows in order. */
export function alignedCells(rows: readonly string[][], found: readonly string[][]): number {
  const gold = rows.map(row => row.map(plain))
  const read = found.map(row => row.map(plain))
  let above = new Array<number>(read.length + 1).fill(0)
  for (const row of gold) {
    const next = [0]
    for (let at = 0; at < read.length; at++) {
      const same = row.reduce((sum, cell, column) => sum + (cell === read[at]![column] ? 1 : 0), 0)
      next.push(Math.max(next[at]!, above[at + 1]!, above[at]! + same))
    }
    above = next
  }
  return above[read.length]!
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
