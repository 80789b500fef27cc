import { skeleton } from '../../grammars/fold.ts'
import { type Row, rowCells } from '../document.ts'
import { joinText } from './join-text.ts'
import { fragmentOf, type Piece, placeOf } from './lines.ts'
import type { Block } from './paragraphs.ts'
import type { TableNode } from './tree.ts'

/**
 * Rows of one table, which may go on over pages.
 *
 *     TT | Nội dung | Phân công |           header; repeated on the next page, once here
 *        |          | Chủ trì   | Phối hợp  its second line: titles under a shared one
 *     I. TUYÊN TRUYỀN                       group: spans the table, names the rows below it
 *     1  | Biên soạn tài liệu | Ban Văn hóa
 */
export function tableFrom(blocks: readonly Block[]): TableNode {
  const lines = blocks.map(block => block.pieces[0] as Piece)
  const table: TableNode = { type: 'table', columns: [], rows: [], at: placeOf(lines), fragments: [] }
  let group: string | undefined
  let header = ''
  for (const piece of lines) {
    const row = piece.row as Row
    const cells = rowCells({ number: piece.line, words: [...piece.words] }, row)
    const below = table.rows.length === 0 && table.columns.length > 0 && isSecondHeader(table.columns, cells)
    if (below) {
      table.columns = underShared(table.columns, cells)
      table.fragments?.push(fragmentOf(piece))
    } else if (
      row.kind === 'header' ||
      (table.rows.length === 0 && table.columns.length === 0 && isHeader(cells))
    ) {
      addHeader(table, cells, header)
      header ||= skeleton(piece.text)
      table.fragments?.push(fragmentOf(piece))
    } else if (header !== '' && skeleton(piece.text) === header) table.fragments?.push(fragmentOf(piece))
    else if (row.kind === 'group' || spans(cells)) {
      group = cells.filter(cell => cell !== '').join(' ')
      table.fragments?.push(fragmentOf(piece))
    } else if (goesOn(table, cells, piece)) {
      const last = table.rows.at(-1) as TableNode['rows'][number]
      last.cells = last.cells.map((cell, at) => joinText(cell, cells[at] ?? '').trim())
      last.fragments?.push(fragmentOf(piece))
    } else
      table.rows.push({
        ...(group !== undefined && { group }),
        cells,
        at: placeOf([piece]),
        fragments: [fragmentOf(piece)],
      })
  }
  return table
}

export function isRow(block: Block): boolean {
  return block.pieces[0]?.row !== undefined
}

/** A header of two lines is one; a header printed again on the next page is left out. */
function addHeader(table: TableNode, cells: string[], header: string): void {
  if (table.columns.length === 0) table.columns = cells
  else if (table.rows.length === 0 && skeleton(cells.join('')) !== header)
    table.columns = table.columns.map((title, at) => joinText(title, cells[at] ?? '').trim())
}

/** Titles only where the line above left room: under a title that spans several columns, or under none. */
function isSecondHeader(columns: readonly string[], cells: readonly string[]): boolean {
  const filled = cells.flatMap((cell, at) => (cell === '' ? [] : [at]))
  const spanned = filled.some(at => columns[at] === '')
  return spanned && cells[0] === '' && filled.length >= 2 && filled.every(at => isTitle(cells[at] as string))
}

const isTitle = (cell: string) => cell.length <= 60 && /^\p{Lu}[^\d]*[^.;:\d]$/u.test(cell)

/** `Phân công` over `Chủ trì` and `Phối hợp`: each gets the title it stands under. */
function underShared(columns: readonly string[], cells: readonly string[]): string[] {
  let shared = ''
  return cells.map((cell, at) => {
    const above = columns[at] ?? ''
    if (above !== '') shared = cell === '' ? '' : above
    if (cell === '') return above
    return above === '' && shared !== '' ? `${shared} ${cell}` : joinText(above, cell).trim()
  })
}

function isHeader(cells: readonly string[]): boolean {
  return /^(?:s?tt|so tt)$/.test(skeleton(cells[0] ?? ''))
}

/** A row that holds nothing but a heading, its label in a cell of its own or not: `I. TUYÊN TRUYỀN`, `A | TUYÊN TRUYỀN`. */
function spans(cells: readonly string[]): boolean {
  const filled = cells.filter(cell => cell !== '')
  if (cells.length <= 2) return false
  if (filled.length === 1) return /^(?:[IVX]+|[A-Z])[.)/]?\s+\p{Lu}/u.test(filled[0] ?? '')
  return (
    filled.length === 2 &&
    cells.length > 3 &&
    /^(?:[IVX]+|[A-H])[.)/]?$/.test(cells[0] ?? '') &&
    /^\p{Lu}/u.test(cells[1] ?? '')
  )
}

/** A row cut by the end of the page: no number, and its first text goes on in small letters. */
function goesOn(table: TableNode, cells: readonly string[], piece: Piece): boolean {
  if (table.rows.length === 0 || !piece.opensPage || cells[0] !== '') return false
  const text = cells.find(cell => cell !== '') ?? ''
  return /^\p{Ll}/u.test(text)
}
