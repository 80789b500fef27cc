import type { Line } from '../document.ts'
import { lineText, rowCells } from '../document.ts'
import { fold } from '../fold.ts'

/**
 *     TT | Nội dung công việc | Thời gian | Đơn vị chủ trì     ← header
 *     1  | Tuyên truyền …     | Quý III   | Ban Văn hóa
 *
 * Marks the header rows of one table: its first row if the cells read like titles of columns, and every later row
 * that repeats it (tables that go on over a page print it again).
 */
export function markHeaderRows(rows: readonly Line[]): void {
  const first = rows[0]
  if (!first?.row || !readsLikeTitles(rowCells(first, first.row))) return
  const titles = folded(first)
  for (const line of rows) if (line.row?.kind === 'cells' && folded(line) === titles) line.row.kind = 'header'
}

/** Titles of columns are short, begin with a letter, are all there, and end no sentence. */
function readsLikeTitles(cells: readonly string[]): boolean {
  const filled = cells.filter(cell => cell !== '')
  if (filled.length < 2 || filled.length < cells.length - 1) return false
  return filled.every(cell => cell.length <= 60 && /^\p{L}/u.test(cell) && !/[.;:]$/.test(cell))
}

/** Letters only, since two readings of one header differ in marks first. */
function folded(line: Line): string {
  return fold(lineText(line)).replace(/[^a-z|]/g, '')
}
