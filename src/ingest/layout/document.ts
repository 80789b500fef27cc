import type { Line, Page } from '../../document.ts'
import { lineText } from '../../document.ts'
import { foldedLetters } from '../../fold.ts'
import { markHeaderRows } from '../table-rows.ts'

/** What only all pages together tell: tables that go on over a page, their header rows, running heads. */
export function layoutDocument(pages: readonly Page[]): void {
  markRunningHeads(pages)
  numberTables(pages)
}

/** The same words at the top or foot of at least three pages, and of most, are no text of the document. */
function markRunningHeads(pages: readonly Page[]): void {
  if (pages.length < 3) return
  const places = [0, 1, -1, -2]
  const counts = new Map<string, Line[]>()
  for (const page of pages)
    for (const at of places) {
      const line = page.lines.at(at)
      if (!line || line.row || line.region !== 'body') continue
      const key = `${at} ${foldedLetters(lineText(line))}`
      if (key.length > 7) counts.set(key, [...(counts.get(key) ?? []), line])
    }
  for (const lines of counts.values())
    if (lines.length >= 3 && lines.length >= pages.length / 2)
      for (const line of lines) line.region = 'running-head'
}

/** Consecutive rows make a table; page numbers, running heads and a page's end may stand between. */
function numberTables(pages: readonly Page[]): void {
  let table = -1
  let rows: Line[] = []
  const close = (): void => {
    markHeaderRows(rows)
    rows = []
  }
  for (const page of pages) {
    // Two tables on one page have a rule's end between them even where no text stands there.
    let last: Line | undefined
    for (const line of page.lines) {
      if (!line.row) {
        if (line.region === 'body' || line.region === undefined) close()
        continue
      }
      const goesOn =
        rows[0]?.row?.columns === line.row.columns && (!last || last.row?.table === line.row.table)
      if (!goesOn) {
        close()
        table++
      }
      last = { ...line, row: { ...line.row } }
      line.row.table = table
      rows.push(line)
    }
  }
  close()
}
