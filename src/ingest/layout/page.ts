import type { Line, Page, Region, Word } from '../../document.ts'
import { wordOf } from '../../document.ts'
import { type FoundPage, middleOf, type PlacedWord, unite } from '../placed.ts'
import { endZone, headerZone, signersZone, type Zone } from './columns.ts'
import { markFlow } from './flow.ts'
import { isCaption, isPageNumber, isPenStroke } from './furniture.ts'
import { holdsSureWord, withoutNoise, withoutStretched } from './noise.ts'
import { rowMiddle, rowsOf } from './rows.ts'
import { boxOf, gridsOf, tableLines } from './tables.ts'

/** A gap wider than this share of the font's height stands between columns. */
const WIDE_GAP = 2.2

/** Words and rules of a page to its lines in reading order. */
export function layoutPage(found: FoundPage, firstPage: boolean): Page {
  const tables = gridsOf(found.rules).map(grid => ({ grid, box: boxOf(grid), words: [] as PlacedWord[] }))
  const running: PlacedWord[] = []
  for (const word of found.text === 'ocr' ? withoutNoise(found.words) : withoutStretched(found.words)) {
    const [x, y] = [middleOf(word.box), (word.box[1] + word.box[3]) / 2]
    const table = tables.find(({ box }) => x > box[0] && x < box[2] && y > box[1] && y < box[3])
    if (table) table.words.push(word)
    else running.push(word)
  }
  const lines = linesOf(rowsOf(running), found, firstPage)
  tables.forEach((table, index) => {
    insertTable(lines, tableLines(table.grid, table.words, index), table.box[1])
  })
  markCaptions(lines)
  markFlow(lines, found.width)
  lines.forEach((line, index) => {
    line.number = index + 1
  })
  const { number, width, height, turn, text } = found
  const isTurned = turn !== undefined && (turn.quarters !== 0 || turn.skew !== 0)
  return { number, width, height, ...(isTurned && { turn }), text, lines }
}

function linesOf(all: PlacedWord[][], found: FoundPage, firstPage: boolean): Line[] {
  // The page's number stands in no column, wherever the columns leave room for it.
  const numbers = all.filter(row => isPageNumber(lineOf(row), found.height))
  const rows = all.filter(row => !numbers.includes(row))
  const end = endZone(rows, found.width)
  // The last page may begin with the end.
  const header = headerZone(rows.slice(0, end?.start), found.width, firstPage)
  const signers = signersZone(rows, end?.start ?? rows.length, found.width)
  const lines: Line[] = []
  for (let at = 0; at < rows.length; at++)
    if (header && at === header.start) {
      lines.push(...columnLines(rows, header, 'header-left', 'header-right'))
      at = header.end - 1
    } else if (signers && at === signers.start) {
      lines.push(...columnLines(rows, signers, 'signature', 'signature'))
      at = signers.end - 1
    } else if (end && at === end.start) {
      lines.push(...columnLines(rows, end, 'recipients', 'signature'))
      at = end.end - 1
    } else lines.push(lineOf(rows[at] as PlacedWord[]))
  const isTop = (row: readonly PlacedWord[]): boolean => rowMiddle(row) < found.height / 2
  return [
    ...numbers.filter(isTop).map(row => lineOf(row, 'page-number')),
    ...lines,
    ...numbers.filter(row => !isTop(row)).map(row => lineOf(row, 'page-number')),
  ]
}

/** The rows of each column are found anew, since neighbours in the other one need not stand level with them. */
function columnLines(rows: readonly PlacedWord[][], zone: Zone, left: Region, right: Region): Line[] {
  const words = rows.slice(zone.start, zone.end).flat()
  const side = (isLeft: boolean): PlacedWord[][] =>
    rowsOf(words.filter(word => middleOf(word.box) < zone.gutter === isLeft)).filter(holdsSureWord)
  return [...side(true).map(row => lineOf(row, left)), ...side(false).map(row => lineOf(row, right))]
}

function lineOf(row: readonly PlacedWord[], region: Region = 'body'): Line {
  const words = row.map((placed, index): Word => {
    const word = wordOf(placed)
    const before = row[index - 1]
    if (before && placed.box[0] - before.box[2] > WIDE_GAP * placed.size) word.gap = 'wide'
    return word
  })
  return { number: 0, words, box: unite(row.map(word => word.box)), region }
}

function insertTable(lines: Line[], rows: readonly Line[], top: number): void {
  const at = lines.findIndex(
    line => (line.box?.[1] ?? 0) > top && !line.region?.startsWith('header') && line.region !== 'caption',
  )
  lines.splice(at < 0 ? lines.length : at, 0, ...rows)
}

function markCaptions(lines: readonly Line[]): void {
  for (const line of lines) if (isCaption(line) || isPenStroke(line)) line.region = 'caption'
}
