import { type ColumnKind, ColumnsVocabulary } from '../../../grammars/columns.ts'
import { Phrases, words as wordsOf } from '../../../grammars/phrases.ts'
import { readVocabulary } from '../../../grammars/vocabulary.ts'
import { joinLines } from '../join-text.ts'
import { isCapitals } from '../letters.ts'
import { fragmentOf, labelsAt, type Piece, placeOf } from '../lines.ts'
import type { TableNode } from '../tree.ts'
import type { Cohesion } from './cohesion.ts'
import { type Care, Decoder } from './decoder.ts'
import type { Effort } from './effort.ts'
import { type Header, isStacked, NUMBER_TITLE, readBrokenHeader } from './header.ts'
import { type Column, TableLines } from './line.ts'

/**
 * Tables of which only the lines of text are left, read across the columns or cell by cell.
 *
 *     STT Nhiệm vụ Đơn vị chủ trì Thời gian                     the titles name the columns
 *     I. TUYÊN TRUYỀN                                           a row that spans the table
 *     1 Biên soạn tài liệu, Ban Văn hóa, Quý III/2026           words of three cells on one line
 *     phát thanh hằng tuần Đoàn xã và cả năm                    and the rest of the same three
 *
 * For each line the decoder chooses where it is cut and to which columns the parts belong. It weighs how well a part fits
 * its column (times and bodies have their words), whether it goes on with what the column holds (words that stand side
 * by side elsewhere in the document), and whether a row begins. A beam over the lines keeps the best ways.
 */
export interface FlatTable {
  table: TableNode
  /** Index of the first piece after the table. */
  end: number
}

const { titles: known } = readVocabulary('columns', ColumnsVocabulary)
const titles = new Phrases<ColumnKind>(
  Object.entries(known).flatMap(([kind, list]) => list.map(title => [title, kind as ColumnKind] as const)),
)

/** Whether the line may hold the titles of a table: `TT`, or a short misreading of it before a title such as `Nội dung`. */
export function opensFlatTable(piece: Piece): boolean {
  if (piece.row) return false
  if (NUMBER_TITLE.test(piece.text)) return true
  if (!/^\p{Lu}/u.test(piece.text) || piece.text.length > 200) return false
  const opening = wordsOf(piece.text.slice(0, 60))
  return (
    titles.at(opening, 0) !== undefined ||
    opening[0]?.key === 'số' ||
    (/^\S{2,3}\s\p{Lu}/u.test(piece.text) && titles.at(opening, 1)?.value === 'content')
  )
}

/**
 * The table whose titles begin at `start`; nothing where fewer than three columns are named. `isNext` tells whether a
 * line is the next heading of the text around the table.
 */
export function readFlatTable(
  pieces: readonly Piece[],
  start: number,
  cohesion: Cohesion,
  effort: Effort,
  isNext: (piece: Piece) => boolean,
): FlatTable | undefined {
  const header = readBrokenHeader(pieces, start) ?? readHeader(pieces, start)
  if (!header) return readNumberedLines(pieces, start, isNext)
  const { between } = header
  // titles over titles are no table
  if (pieces[header.end]?.text === pieces[start]?.text) return undefined
  let end = header.end
  while (end < pieces.length && !pieces[end]?.row && !isNext(pieces[end] as Piece)) end++
  const { body, again } = withoutTitles([...between, ...pieces.slice(header.end, end)], header.lines)
  const lines = new TableLines(cohesion)
  const decode = (care: Care, measures?: readonly number[]) => {
    const decoder = new Decoder(header.columns, lines, measures, body, isStacked(header, body), care, effort)
    readLines(body, decoder)
    return decoder
  }
  // the first reading tells how wide the columns are, the second uses it
  const decoder = effort.affords(body.length) ? decode('full', decode('first').measures()) : decode('narrow')
  const table: TableNode = {
    type: 'table',
    columns: header.columns.map(column => column.title),
    rows: decoder.rows(),
    at: placeOf(pieces.slice(start, end)),
    fragments: [...header.lines, ...again, ...decoder.groupPieces].map(fragmentOf),
  }
  return table.rows.length > 0 ? { table, end } : undefined
}

/** The lines of a table without its titles, where a further page begins with them `again`. */
function withoutTitles(
  lines: readonly Piece[],
  titles: readonly Piece[],
): { body: readonly Piece[]; again: readonly Piece[] } {
  const body: Piece[] = []
  const again: Piece[] = []
  for (let at = 0; at < lines.length; ) {
    const repeats = titles.every((title, i) => lines[at + i]?.text === title.text)
    const count = repeats ? titles.length : 1
    for (const line of lines.slice(at, at + count)) (repeats ? again : body).push(line)
    at += count
  }
  return { body, again }
}

/**
 * A table whose titles are not known: its rows are told apart by their numbers, its cells are not.
 *
 *     TT Loại vật tư Đơn vị Số lượng
 *     1 Áo phao cái 120
 *     2 Xuồng máy chiếc 02
 */
function readNumberedLines(
  pieces: readonly Piece[],
  start: number,
  isNext: (piece: Piece) => boolean,
): FlatTable | undefined {
  const header = pieces[start] as Piece
  if (!NUMBER_TITLE.test(header.text)) return undefined
  const rows: Piece[][] = []
  let count = 0
  let end = start + 1
  for (; end < pieces.length; end++) {
    const piece = pieces[end] as Piece
    const style = labelsAt(piece)[0]?.style
    if (piece.row || isNext(piece) || style === 'bullet' || style === 'roman' || style === 'letter') break
    const first = piece.words[0]?.text ?? ''
    if (/^\d{1,3}$/.test(first) && Number(first) === count + 1) {
      rows.push([piece])
      count++
    } else if (rows.length === 0 || /^(?:Tổng|Cộng)/.test(piece.text)) rows.push([piece])
    else if ((rows.at(-1)?.length ?? 0) < 6 && piece.text.length < 100) rows.at(-1)?.push(piece)
    else break
  }
  if (header.words.length < 3 || count < 2) return undefined
  const [number = '', ...titles] = header.words.map(word => word.text)
  return {
    table: {
      type: 'table',
      columns: [number, titles.join(' ')],
      rows: rows.map(lines => {
        const [first, ...others] = lines as [Piece, ...Piece[]]
        const numbered = /^\d{1,3}$/.test(first.words[0]?.text ?? '')
        const text = numbered
          ? first.words
              .slice(1)
              .map(word => word.text)
              .join(' ')
          : first.text
        const rest = joinLines([text, ...others.map(piece => piece.text)])
        return {
          cells: [numbered ? (first.words[0]?.text ?? '') : '', rest],
          at: placeOf(lines),
          fragments: lines.map(fragmentOf),
        }
      }),
      at: placeOf(pieces.slice(start, end)),
      fragments: [fragmentOf(header)],
    },
    end,
  }
}

function readLines(pieces: readonly Piece[], decoder: Decoder): void {
  const plain = plainGroups(pieces)
  for (let at = 0; at < pieces.length; at++) {
    const group = plain.has(pieces[at] as Piece) ? at + 1 : groupEnd(pieces, at, pieces.length)
    if (group > at) {
      decoder.group(pieces.slice(at, group))
      at = group - 1
    } else decoder.line(pieces[at] as Piece, pieces, at)
  }
}

/** `STT` alone or with the other titles on its line; titles may follow one a line. */
function readHeader(pieces: readonly Piece[], start: number): Header | undefined {
  const columns: Column[] = []
  let at = start
  for (; at < Math.min(pieces.length, start + 14); at++) {
    const piece = pieces[at] as Piece
    if (piece.row || piece.words.length > 30) break
    const found = titlesOf(piece.text)
    if (at === start && found[0] && found[0].kind === undefined && opensFlatTable(piece))
      found[0].kind = 'number'
    if (at === start && found[0]?.kind !== 'number') return undefined
    if (at > start && found[0]?.kind === 'number') break
    const untitled = found.some(column => column.kind === undefined)
    if (untitled && (found.length > 1 || columns.length === 0)) {
      if (at === start) break
      // a second line of titles goes on with no more than a few words
      break
    }
    if (untitled) break
    columns.push(...(found as Column[]))
  }
  return columns.length >= 3 && columns.some(column => column.kind === 'content')
    ? { columns, lines: pieces.slice(start, at), between: [], end: at }
    : undefined
}

/** The titles in a line of nothing but titles; words that belong to none go with the title before. */
function titlesOf(text: string): { title: string; kind: ColumnKind | undefined }[] {
  const tokens = wordsOf(text)
  const found: { title: string; kind: ColumnKind | undefined }[] = []
  let stray = 0
  for (let at = 0; at < tokens.length; ) {
    const title = titles.at(tokens, at)
    const token = tokens[at] as { text: string; start: number; end: number }
    const capital = /^\p{Lu}/u.test(token.text)
    if (title && capital) {
      const last = tokens[at + title.length - 1] as { end: number }
      found.push({ title: text.slice(token.start, last.end), kind: title.value })
      at += title.length
    } else {
      const last = found.at(-1)
      if (at > 0 && /\p{L}/u.test(token.text)) stray++
      if (last) last.title = `${last.title} ${token.text}`
      else found.push({ title: token.text, kind: undefined })
      at++
    }
  }
  if (stray > Math.max(2, found.length)) return [{ title: text, kind: undefined }]
  return found
}

const SERIES = ['I II III IV V VI VII VIII IX X XI XII', 'A B C D E F G H'].map(labels => labels.split(' '))

/** Words of a row that spans the table at most, where it is not in capitals. */
const LONGEST_GROUP = 14

/**
 * Lines that are counted by letters or Roman numbers between those of the rows: `A Công tác quản lý`, `B Công tác nghiệp vụ`.
 * One alone may be a word that was misread.
 */
function plainGroups(pieces: readonly Piece[]): ReadonlySet<Piece> {
  for (const series of SERIES) {
    const found = new Set<Piece>()
    for (const piece of pieces) {
      const [label, first] = piece.words.map(word => word.text)
      const counted = label?.replace(/[.)]$/, '') === series[found.size]
      const name = /^\p{Lu}\p{Ll}/u.test(first ?? '') && piece.words.length <= LONGEST_GROUP
      if (counted && name && !/\d/.test(piece.text)) found.add(piece)
    }
    if (found.size > 1) return found
  }
  return new Set()
}

/** Index after the lines of a row that spans the table, or `at` where none begins: capitals after `I.` or `A.`. */
function groupEnd(pieces: readonly Piece[], at: number, stop: number): number {
  const first = pieces[at] as Piece
  const readings = labelsAt(first)
  // `1 CÔNG TÁC CHỈ ĐẠO` over row 1 was `I`
  const numbered = readings[0]?.style === 'decimal' && isNumbered(pieces[at + 1])
  const reading = numbered ? readings.find(({ style }) => style === 'roman') : readings[0]
  if (!reading || !/^(?:roman|capital)$/.test(reading.style) || !isCapitals(first.text.slice(reading.length)))
    return at
  if (numbered && first.words.length < 3) return at
  let end = at + 1
  while (end < stop && isCapitals(pieces[end]?.text ?? '') && labelsAt(pieces[end] as Piece).length === 0)
    end++
  return end
}

/** Whether a line begins with the number of a row, in small letters. */
function isNumbered(piece: Piece | undefined): boolean {
  return piece !== undefined && /^\d{1,3}[.)]?\s/.test(piece.text) && !isCapitals(piece.text)
}
