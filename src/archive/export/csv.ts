import { stringify } from 'csv-stringify/sync'
import type { Cell, Listing } from './rows.ts'

/**
 * Rows of a listing as CSV, a piece at a time. A cell that a spreadsheet would run as a formula gets an apostrophe.
 *
 * @param bom begin with a byte order mark, by which Excel knows UTF-8
 */
export function* csvOf({ columns, rows }: Listing, bom: 'bom' | 'none'): Generator<string> {
  yield `${bom === 'bom' ? '\ufeff' : ''}${stringify([columns])}`
  for (const row of rows) yield stringify([row.map(plain)], { escape_formulas: true })
}

function plain(cell: Cell): string | number | undefined {
  return typeof cell === 'object' ? cell.day : cell
}
