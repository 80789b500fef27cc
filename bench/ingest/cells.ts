import { existsSync, readFileSync } from 'node:fs'
import { rowCells, type SourceDocument } from '../../src/document.ts'
import { repair } from '../../src/extract.ts'
import type { EngineName } from '../../src/ingest/options.ts'
import { packagePath } from '../../src/package-root.ts'
import { fixtureNames, percent, row } from './common.ts'

/**
 *     tables                    from       cells   right %
 *     ke-hoach-tuyen-quan       pdf           24    100.00
 *                               scan          24     95.83
 *
 * Cells of the fixtures' tables that hold what is printed in them, letter by letter, in the column where it stands.
 */
export async function measureCells(only: string, engine: EngineName): Promise<void> {
  row('tables', 'from', 'cells', 'right %')
  for (const form of ['pdf', 'scan.pdf', 'garbled.pdf']) {
    let cells = 0
    let right = 0
    for (const name of fixtureNames(only)) {
      const gold = goldRows(readFileSync(packagePath(`fixtures/${name}.txt`), 'utf8'))
      const path = packagePath(`fixtures/${name}.${form}`)
      if (gold.length === 0 || !existsSync(path)) continue
      const found = foundRows(await repair(path, { engine }))
      const own = gold.reduce((sum, cellsOfRow) => sum + cellsOfRow.length, 0)
      const ownRight = rightCells(gold, found)
      row(name, form, String(own), percent(ownRight / own))
      cells += own
      right += ownRight
    }
    if (cells > 0) row('all', form, String(cells), percent(right / cells))
  }
}

function goldRows(text: string): string[][] {
  const rows = text.split(/[\n\f]/).filter(line => line.includes(' | '))
  return rows.map(line => line.split('|').map(cell => cell.trim()))
}

function foundRows({ pages }: SourceDocument): string[][] {
  return pages.flatMap(page =>
    page.lines.flatMap(line => (line.row && line.row.kind !== 'group' ? [rowCells(line, line.row)] : [])),
  )
}

/** Cells that agree when the rows are laid beside each other in order as well as they can be. */
function rightCells(gold: readonly string[][], found: readonly string[][]): number {
  let previous = new Array<number>(found.length + 1).fill(0)
  for (const goldRow of gold) {
    const current = [0]
    found.forEach((foundRow, index) => {
      const same = goldRow.filter((cell, column) => cell === foundRow[column]?.trim()).length
      current.push(Math.max(previous[index + 1]!, current[index]!, previous[index]! + same))
    })
    previous = current
  }
  return previous.at(-1)!
}
