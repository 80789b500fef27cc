import { type LabelReading, readLabels } from '../../grammars/labels.ts'
import type { Box, Line, Place, Row, SourceDocument, Word } from '../document.ts'
import type { Fragment } from './tree.ts'

/**
 * The lines of a document one after the other, each with what decides whether a paragraph ends there.
 *
 *     Ủy ban nhân dân xã ban hành Kế hoạch triển khai công tác chuyển đổi số trên   ← full: the next word found no room
 *     địa bàn như sau:                                                              ← short: the break was meant
 *
 * A piece is a line or one column of it, where two columns stand on one line.
 */
export interface Piece {
  page: number
  line: number
  /** Index in the line of the first word. */
  from: number
  words: readonly Word[]
  text: string
  /** Lowest confidence of its words, 1 where unknown. */
  confidence: number
  region?: Line['region']
  flow?: Line['flow']
  row?: Row
  box?: Box
  /** Blank lines before it on its page. */
  blanks: number
  /** It is the first line of its page that is no noise. */
  opensPage: boolean
  /** Width of the text in ems of its type, estimated from its letters. */
  width: number
  /** Room between its end and the right margin in ems; infinite where the margin is unknown. */
  room: number
  /** What `labelsAt` found, once it was asked. */
  labels: readonly LabelReading[] | undefined
}

/** Readings of the label that a piece begins with. */
export function labelsAt(piece: Piece): readonly LabelReading[] {
  piece.labels ??= readLabels(piece.text)
  return piece.labels
}

/** Lines with words, in reading order. */
export function piecesOf(document: SourceDocument): Piece[] {
  const pieces: Piece[] = []
  for (const page of document.pages) {
    let blanks = 0
    let opensPage = true
    for (const line of page.lines) {
      if (line.words.length === 0) {
        blanks++
        continue
      }
      const piece = pieceOf(line, page.number)
      piece.blanks = blanks
      piece.opensPage = opensPage
      pieces.push(piece)
      blanks = 0
      opensPage = false
    }
  }
  return pieces
}

/** The words `from` … `to` of a piece as a piece of their own. */
export function slice(piece: Piece, from: number, to = piece.words.length): Piece {
  const words = piece.words.slice(from, to)
  const text = joined(words)
  const { box: _, ...rest } = piece
  const box = unionOfWords(words)
  return {
    ...rest,
    words,
    text,
    from: piece.from + from,
    confidence: lowest(words),
    width: textWidth(text),
    blanks: from === 0 ? piece.blanks : 0,
    labels: undefined,
    ...(box && { box }),
  }
}

function pieceOf(line: Line, page: number): Piece {
  const { words } = line
  const text = joined(words)
  const box = line.box ?? unionOfWords(words)
  return {
    page,
    line: line.number,
    from: 0,
    words,
    text,
    confidence: lowest(words),
    blanks: 0,
    opensPage: false,
    width: textWidth(text),
    room: Number.POSITIVE_INFINITY,
    labels: undefined,
    ...(line.region && { region: line.region }),
    ...(line.flow && { flow: line.flow }),
    ...(line.row && { row: line.row }),
    ...(box && { box }),
  }
}

const joined = (words: readonly Word[]) => words.map(word => word.text).join(' ')

function lowest(words: readonly Word[]): number {
  let low = 1
  for (const word of words) if (word.confidence !== undefined && word.confidence < low) low = word.confidence
  return low
}

function unionOfWords(words: readonly Word[]): Box | undefined {
  let box: Box | undefined
  for (const word of words) if (word.box) box = box ? union(box, word.box) : word.box
  return box
}

function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** Where pieces stand together; `line` to `endLine` as far as they share the first one's page. */
export function placeOf(pieces: readonly Piece[]): Place {
  const first = pieces[0] as Piece
  const same = pieces.filter(piece => piece.page === first.page)
  const endLine = (same.at(-1) as Piece).line
  let box: Box | undefined
  for (const piece of same) if (piece.box) box = box ? union(box, piece.box) : piece.box
  return {
    page: first.page,
    line: first.line,
    ...(endLine !== first.line && { endLine }),
    ...(box && { bbox: box }),
  }
}

/** The lowest confidence of pieces that stand together. */
export function confidenceOf(pieces: readonly Piece[]): number {
  return pieces.reduce((low, piece) => Math.min(low, piece.confidence), 1)
}

export function fragmentOf(piece: Piece): Fragment {
  return { page: piece.page, line: piece.line, word: piece.from, text: piece.text }
}

/**
 * Sets the room of each piece from the right margin of all of them: with boxes the margin is that of the words, else
 * the width of the widest lines, since type set to measure leaves less than a word free.
 */
export function measureRoom(pieces: readonly Piece[]): void {
  const boxed = pieces.filter(piece => piece.box && !piece.row)
  const plain = pieces.filter(piece => !piece.box && !piece.row)
  const margin = nearMaximum(boxed.map(piece => (piece.box as Box)[2]))
  for (const piece of boxed) {
    const box = piece.box as Box
    const em = piece.width > 0 ? (box[2] - box[0]) / piece.width : 12
    piece.room = (margin - box[2]) / Math.max(em, 1)
  }
  const measure = Math.max(nearMaximum(plain.map(piece => piece.width)), LEAST_MEASURE)
  for (const piece of plain) piece.room = measure - piece.width
}

/** No page is set narrower, in ems: short lines alone are short lines and not full ones. */
const LEAST_MEASURE = 24

/** The value that one in twenty exceeds: the greatest without its freaks. */
function nearMaximum(values: number[]): number {
  if (values.length < 5) return values.length === 0 ? 0 : Math.max(...values)
  values.sort((a, b) => a - b)
  return values[Math.floor(values.length * 0.95)] as number
}

/** Width in ems as a roman book type has it; enough to tell a full line from a short one. */
export function textWidth(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    sum += code < WIDTHS.length ? (WIDTHS[code] as number) : 0.6
  }
  return sum
}

/** Advances of Times, in which administrative documents are set, in thousandths of an em; 500 for all others. */
const TIMES = new Map(
  Object.entries({
    250: ' ,.',
    278: 'ijlt/:;',
    333: "frI()-!'[]",
    389: 's',
    408: '"',
    444: 'acez“”?',
    556: 'PFSJ',
    611: 'ELTZ',
    667: 'BCR',
    722: 'ADGHKNOQUVXYwĐ',
    778: 'm&',
    833: '%',
    889: 'M',
    944: 'W',
  }).flatMap(([width, letters]) => [...letters].map(letter => [letter, Number(width)] as const)),
)

function widths(): Float32Array {
  const table = new Float32Array(0x2100)
  for (let code = 0; code < table.length; code++) {
    const letter = String.fromCharCode(code)
    const base = letter.normalize('NFD')[0] as string
    table[code] = code >= 0x300 && code < 0x370 ? 0 : (TIMES.get(base) ?? 500) / 1000
  }
  return table
}

const WIDTHS = widths()
