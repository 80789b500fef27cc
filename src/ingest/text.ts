import type { Line, Page, Word } from '../document.ts'
import { markHeaderRows } from './table-rows.ts'

/**
 *     I. MỤC ĐÍCH, YÊU CẦU            ← a line
 *                                     ← a line without words
 *     TT | Nội dung | Đơn vị          ← rows of a table
 *     1 | Tuyên truyền | Ban Văn hóa
 *
 * Plain text to pages of lines. Every line of the text is one line of its page, so that the repaired text can be
 * written line by line as it came (after a final line feed stands an empty last line); a form feed begins a page.
 */
export function pagesOfText(text: string): Page[] {
  const unified = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  const parts = unified.split('\f')
  if (parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop()
  const pages = parts.map((part, index): Page => ({ number: index + 1, text: 'plain', lines: linesOf(part) }))
  markTables(pages)
  return pages
}

function linesOf(part: string): Line[] {
  return part.split('\n').map((line, index) => ({ number: index + 1, words: wordsOf(line) }))
}

function wordsOf(line: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (let at = 0; at < line.length; at++) {
    if (isSpace(line.charCodeAt(at))) continue
    const start = at
    while (at < line.length && !isSpace(line.charCodeAt(at))) at++
    const text = line.slice(start, at)
    words.push(words.length > 0 && isWide(line, end, start) ? { text, gap: 'wide' } : { text })
    end = at
  }
  return words
}

/** White space as `\s` has it. */
function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return (code === 0xa0 || code >= 0x1680) && (code < 0x1e00 || code >= 0x2000) && SPACES.has(code)
}
const SPACES = new Set(
  [
    ...'\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  ].map(space => space.charCodeAt(0)),
)

/** Three spaces or a tab part columns. */
function isWide(line: string, from: number, to: number): boolean {
  return to - from >= 3 || (to - from > 0 && line.slice(from, to).includes('\t'))
}

const SEPARATOR = '|'

/** Runs of at least two lines with the same number of `|` between words are tables. */
function markTables(pages: Page[]): void {
  const lines = pages.flatMap(page => page.lines)
  if (areRulesMisread(lines)) return
  let table = 0
  for (let at = 0; at < lines.length; at++) {
    const columns = columnsOf(lines[at])
    if (columns < 2) continue
    const rows: Line[] = []
    const groups: Line[] = []
    let end = at
    for (let next = at; next < lines.length; next++) {
      const line = lines[next] as Line
      if (hasColumns(line, columns)) {
        rows.push(line)
        end = next
      } else if (spansRow(line) && rows.length > 0 && rowFollows(lines, next, columns)) groups.push(line)
      else if (!isBetweenRows(line)) break
    }
    if (rows.length < 2) continue
    for (const line of rows) splitCells(line, columns, table)
    for (const line of groups) line.row = { table, columns, kind: 'group' }
    markHeaderRows(rows)
    table++
    at = end
  }
}

/** Whether bars are the rules of tables as an engine read them, often against a word, `|xác`; who types a row sets them apart. */
function areRulesMisread(lines: readonly Line[]): boolean {
  let apart = 0
  let against = 0
  for (const { words } of lines)
    for (const { text } of words)
      if (text === SEPARATOR) apart++
      else if (text.includes(SEPARATOR) && /^\|\p{L}|\p{L}\|/u.test(text)) against++
  return against > MOST_AGAINST * apart
}

/** Bars against words for each that stands by itself, at most, where they were typed. */
const MOST_AGAINST = 0.1

/** Blank lines and a page's number may stand between the rows of one table. */
function isBetweenRows(line: Line): boolean {
  return line.words.length === 0 || (line.words.length === 1 && /^\d{1,3}$/.test(line.words[0]?.text ?? ''))
}

/** `I. HẠ TẦNG`: a numbered line without bars may span a row. */
function spansRow(line: Line): boolean {
  return (
    /^(?:[IVX]{1,5}|[A-H])[.)/]?$/.test(line.words[0]?.text ?? '') &&
    line.words.length > 1 &&
    line.words.length <= 30
  )
}

/** Whether the next line with words is a row of as many cells that is no head of another table. */
function rowFollows(lines: readonly Line[], at: number, columns: number): boolean {
  const next = lines.slice(at + 1, at + 6).find(line => !isBetweenRows(line))
  return next !== undefined && hasColumns(next, columns) && !/^S?TT$/i.test(next.words[0]?.text ?? '')
}

/** Whether the line has so many cells, the first and last of which may be empty. */
function hasColumns(line: Line, columns: number): boolean {
  return columnsOf(line) === columns || (barsIn(line) + 1 === columns && line.words.length >= columns)
}

function barsIn(line: Line): number {
  return line.words.filter(word => word.text === SEPARATOR).length
}

/** How many cells a line has: one more than the bars in it; bars at both ends enclose the row. */
function columnsOf(line: Line | undefined): number {
  if (!line) return 0
  const bars = barsIn(line)
  if (bars === 0 || bars === line.words.length) return 0
  return isEnclosed(line) ? bars - 1 : bars + 1
}

function isEnclosed(line: Line): boolean {
  return line.words.length > 2 && line.words[0]?.text === SEPARATOR && line.words.at(-1)?.text === SEPARATOR
}

function splitCells(line: Line, columns: number, table: number): void {
  const words = barsIn(line) + 1 === columns ? line.words : line.words.slice(1, -1)
  const kept: Word[] = []
  let cell = 0
  for (const word of words)
    if (word.text === SEPARATOR) cell++
    else kept.push({ ...word, cell })
  line.words = kept
  line.row = { table, columns, kind: 'cells' }
}
