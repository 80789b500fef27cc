/**
 * The data that flows from step to step: a document as pages of lines of words, with where each stood.
 *
 *     ingest fills it as found; repair returns the same shape with the words right; parse reads it.
 *
 * Everything is plain data: it can be printed, compared, and sent to a worker.
 */

/** A path, the bytes themselves, or a stream of them. */
export type Input = string | Uint8Array | AsyncIterable<Uint8Array>

/** Left, top, right, bottom in PDF points (1/72 inch) from the top left corner of the upright page. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number]

/** Something else that the word may be, with its probability in [0, 1]. */
export interface Alternative {
  text: string
  probability: number
}

export interface Word {
  text: string
  /** What was read, set by repair where it differs from `text`; several read words joined are separated by a space. */
  raw?: string
  box?: Box
  /** Estimated probability that `text` is what is printed: the engine's after ingest, calibrated after repair. */
  confidence?: number
  alternatives?: Alternative[]
  /** A wide gap (tab, three or more spaces, or a column's gutter) stands before this word. */
  gap?: 'wide'
  /** In a table row: 0-based column in which the cell begins. Words of one row stand ordered by column. */
  cell?: number
  style?: 'bold' | 'italic' | 'bold-italic'
}

/**
 * A copy that has nothing but what a word has. A long document has a hundred thousand of them, and V8 keeps what is copied
 * by `...` in several times the memory.
 */
export function wordOf({ text, raw, box, confidence, alternatives, gap, cell, style }: Word): Word {
  const word: Word = box ? { text, box } : { text }
  if (style !== undefined) word.style = style
  if (gap !== undefined) word.gap = gap
  if (cell !== undefined) word.cell = cell
  if (confidence !== undefined) word.confidence = confidence
  if (raw !== undefined) word.raw = raw
  if (alternatives !== undefined) word.alternatives = alternatives
  return word
}

/** A word that is less sure than this should be looked at by a person. */
export const DOUBTFUL = 0.9

/** Where a line belongs on the page as far as geometry tells; absent where ingest can't know (plain text). */
export type Region =
  | 'body'
  | 'header-left' // issuer, number
  | 'header-right' // national title and motto, place and date
  | 'recipients' // left column of the end
  | 'signature' // right column of the end
  | 'page-number'
  | 'running-head'
  | 'caption' // digital signature's caption, stamp: no text of the document

/** Set on a line that is one row of a table; its words carry `cell`. */
export interface Row {
  /** Number of the table in the document, from 0; a table that goes on over a page break keeps its number. */
  table: number
  /** How many columns the table has. */
  columns: number
  kind: 'header' | 'cells' | 'group' // group: one cell spans the row
}

export interface Line {
  /** 1-based number of the line in its page as found (plain text: in the page's text). */
  number: number
  words: Word[]
  box?: Box
  region?: Region
  row?: Row
  /** The line's first word begins a paragraph by indent or spacing ('start'), or flows on ('continuation'), or is centred. */
  flow?: 'start' | 'continuation' | 'centred'
}

/** How a page's picture was turned before it was read; boxes are of the turned picture. */
export interface Turn {
  /** Quarters of a circle, clockwise. */
  quarters: 0 | 1 | 2 | 3
  /** Degrees by which its lines fell to the right after that; it was turned back by as much around its middle. */
  skew: number
}

export interface Page {
  /** 1-based number in the source. */
  number: number
  /** In PDF points, upright. */
  width?: number
  height?: number
  /** Absent where the page was read as it lies in the file. */
  turn?: Turn
  /** Where the words come from. */
  text: 'layer' | 'ocr' | 'plain'
  lines: Line[]
}

export type TextOrigin = 'layer' | 'ocr' | 'mixed' | 'plain'

export interface Source {
  /** Base name of the file; `-` for standard input. */
  file: string
  /** Lower-case hexadecimal. */
  sha256: string
  mediaType: string
  pages: number
  text: TextOrigin
}

export interface Place {
  /** 1-based. */
  page: number
  line?: number
  endLine?: number
  bbox?: Box
}

export interface Warning {
  /** Stable, lower-case with hyphens, e.g. `date-unreadable`; catalogue in docs/warnings.md. */
  code: string
  severity: 'info' | 'warning' | 'error'
  message: string
  at?: Place
}

export interface SourceDocument {
  source: Source
  pages: Page[]
  warnings: Warning[]
}

/** A line as one string: words joined by one space, a row's cells by ` | ` (the one cell of a group row as it is). */
export function lineText(line: Line): string {
  if (!line.row || line.row.kind === 'group') return line.words.map(word => word.text).join(' ')
  return rowCells(line, line.row).join(' | ')
}

/** The texts of a table row, one per column. */
export function rowCells(line: Line, row: Row): string[] {
  const cells = Array.from({ length: row.columns }, () => '')
  for (const word of line.words) {
    const column = Math.min(word.cell ?? 0, row.columns - 1)
    cells[column] = cells[column] ? `${cells[column]} ${word.text}` : word.text
  }
  return cells
}
