import writeExcel from 'write-excel-file/node'
import type { Cell, Listing } from './rows.ts'

/** Widest column, in characters; longer texts wrap. */
const WIDEST = 60
/** Cells of a spreadsheet hold no more. */
const LONGEST = 32_000

/** A listing as a spreadsheet with days as dates and numbers as numbers. */
export async function xlsxOf({ columns, rows }: Listing): Promise<Uint8Array> {
  const widths = columns.map(name => name.length)
  const body = [...rows].map(row =>
    row.map((cell, index) => {
      widths[index] = Math.min(WIDEST, Math.max(widths[index] ?? 0, lengthOf(cell)))
      return cellOf(cell)
    }),
  )
  const head = columns.map(name => ({ value: name, type: String, fontWeight: 'bold' as const }))
  const sheet = writeExcel([head, ...body], {
    columns: widths.map(width => ({ width: width + 2 })),
    stickyRowsCount: 1,
  })
  return await sheet.toBuffer()
}

function lengthOf(cell: Cell): number {
  return typeof cell === 'object' ? 10 : String(cell ?? '').length
}

function cellOf(cell: Cell) {
  if (cell === undefined || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'object')
    return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  return { value: cell.slice(0, LONGEST), type: String, wrap: true, alignVertical: 'top' as const }
}
