import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import type { Cell, Listing } from './rows.ts'

/** Widest column, in characters; longer texts wrap. */
const WIDEST = 60
/** Widths are taken from so many rows: the others are not known yet when the sheet begins. */
const MEASURED = 200
/** Bounds of Excel: letters of a cell, rows of a sheet. */
const LONGEST = 32_000
const MOST_ROWS = 1_048_576
/** So many letters of the sheet go to the compressor at once. */
const PIECE = 1 << 16

/**
 * A listing as a spreadsheet (Office Open XML, ECMA-376) with days as dates and numbers as numbers, a piece at a time, so
 * that memory stays flat however many rows there are.
 *
 * @param most rows of a sheet, the one with the names of the columns among them
 * @throws PlanExtractError E_USAGE where there are more rows than a sheet holds
 */
export function* xlsxOf({ columns, rows }: Listing, most = MOST_ROWS): Generator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  for (const [name, text] of Object.entries(PARTS)) {
    const part = new ZipPassThrough(name)
    dated(part)
    zip.add(part)
    part.push(strToU8(text), true)
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 })
  dated(sheet)
  zip.add(sheet)
  let waiting = ''
  for (const text of sheetOf(columns, rows, most)) {
    waiting += text
    if (waiting.length < PIECE) continue
    sheet.push(strToU8(waiting))
    waiting = ''
    yield* ready.splice(0)
  }
  sheet.push(strToU8(waiting), true)
  zip.end()
  yield* ready
}

/** The same listing gives the same bytes: no file of the archive carries the present time. */
function dated(part: ZipPassThrough | ZipDeflate): void {
  part.mtime = '1980-01-01T12:00:00'
}

function* sheetOf(columns: readonly string[], rows: Iterable<Cell[]>, most: number): Generator<string> {
  const rest = rows[Symbol.iterator]()
  const first: Cell[][] = []
  while (first.length < MEASURED) {
    const { done, value } = rest.next()
    if (done) break
    first.push(value)
  }
  const widths = columns.map((name, at) =>
    Math.min(WIDEST, Math.max(name.length, ...first.map(row => lengthOf(row[at])))),
  )
  yield `${HEAD}<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`
  for (const [at, width] of widths.entries())
    yield `<col min="${at + 1}" max="${at + 1}" width="${width + 2}" customWidth="1"/>`
  yield `</cols><sheetData>${rowOf(1, columns, BOLD)}`
  let number = 1
  for (const row of first) yield rowOf(++number, row, WRAPPED)
  for (let next = rest.next(); !next.done; next = rest.next()) {
    if (++number > most)
      throw new PlanExtractError('E_USAGE', say('a spreadsheet holds no more than {most} rows', { most }), {
        hint: say('Ask for less, or write CSV.'),
      })
    yield rowOf(number, next.value, WRAPPED)
  }
  yield '</sheetData></worksheet>'
}

function rowOf(number: number, cells: readonly Cell[], style: number): string {
  return `<row r="${number}">${cells.map((cell, at) => cellOf(cell, `${letters(at)}${number}`, style)).join('')}</row>`
}

function cellOf(cell: Cell, place: string, style: number): string {
  if (cell === undefined || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c r="${place}" s="${DATE}"><v>${serial(cell.day)}</v></c>`
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.slice(0, LONGEST))}</t></is></c>`
}

/** Name of a column: A … Z, AA … */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last
}

/** Days since the day that spreadsheets count from. */
function serial(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
}

function lengthOf(cell: Cell): number {
  return typeof cell === 'object' ? 10 : String(cell ?? '').length
}

/** Control characters are none of XML's; what looks like an escape of Excel's is escaped itself. */
function escaped(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Numbers of the cell formats in `xl/styles.xml`. */
const BOLD = 1
const WRAPPED = 2
const DATE = 3

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const PARTS = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="plan-extract" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
}
