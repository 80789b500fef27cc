import { type ColumnKind, ColumnsVocabulary } from '../../../grammars/columns.ts'
import { likeness, skeleton } from '../../../grammars/fold.ts'
import { Phrases, phraseList, type Word, words as wordsOf } from '../../../grammars/phrases.ts'
import { readVocabulary } from '../../../grammars/vocabulary.ts'
import type { Piece } from '../lines.ts'
import type { Column } from './line.ts'

/**
 * The titles of a table whose cells were read across: from one line, or from up to three over which titles are broken.
 *
 *     Số                   Đơn vị phối   Thời gian
 *     TT Nội dung công việc   hợp        thực hiện      → Số TT · Nội dung công việc · Đơn vị phối hợp · Thời gian thực hiện
 *
 * Every column takes some words of each line, in order, that together are a known title; no word may be left. Of the ways
 * to do so the one with the fewest columns in the usual order is taken. A title over two others (`Phân công` over `Chủ trì`
 * and `Phối hợp`) is no column. Where two printed lines were read as one the words of a title stand shuffled: `Thời thành gian
 * hoàn`.
 */
export interface Header {
  columns: Column[]
  /** The lines of the titles. */
  lines: Piece[]
  /** Lines of the first row that stand between those of the titles. */
  between: Piece[]
  /** Index of the first piece after the titles. */
  end: number
}

/** Whether each title stands on a line of its own, and in the `body` each row's number: so do cells then. */
export function isStacked({ columns, lines }: Header, body: readonly Piece[]): boolean {
  const numbers = body.filter(piece => /^\d{1,3}[.)]?(?:\s|$)/.test(piece.text))
  const alone = numbers.filter(piece => piece.words.length === 1)
  return lines.length === columns.length && alone.length * 2 > numbers.length
}

const vocabulary = readVocabulary('columns', ColumnsVocabulary)
const titles = new Phrases<ColumnKind>(
  Object.entries(vocabulary.titles).flatMap(([kind, list]) =>
    list.map(title => [title, kind as ColumnKind] as const),
  ),
)
const shared = phraseList(vocabulary.shared)

const bag = (words: readonly Word[]) =>
  words
    .map(word => word.key)
    .sort()
    .join(' ')
const bags = new Map<string, ColumnKind>(
  Object.entries(vocabulary.titles).flatMap(([kind, list]) =>
    list
      .map(title => wordsOf(title))
      .filter(title => title.length > 2)
      .map(title => [bag(title), kind as ColumnKind] as const),
  ),
)

/** A line that begins with the title of row numbers, which a table has once. */
export const NUMBER_TITLE = /^(?:S?TT|Stt|Số TT)(?:\s|$)/

/** Words of one line that one title takes at most. */
const LONGEST_PART = 6
const MOST_LINES = 3
const MOST_WORDS = 26

/** The titles that begin at `start`; nothing where the lines hold anything else. */
export function readBrokenHeader(pieces: readonly Piece[], start: number): Header | undefined {
  const ahead = pieces.slice(start, start + MOST_LINES)
  if (ahead[1]?.text === ahead[0]?.text) return undefined
  const numbered = NUMBER_TITLE.test(ahead[0]?.text ?? '')
  const readable = ahead.findIndex(
    (line, at) =>
      line.row || line.words.length > MOST_WORDS || (at > 0 && numbered && NUMBER_TITLE.test(line.text)),
  )
  const cut = ahead.slice(0, readable < 0 ? undefined : readable).map(line => wordsOf(line.text))
  for (let count = cut.length; count > 0; count--) {
    const columns = columnsOf(cut.slice(0, count))
    if (!columns) continue
    let end = start + count
    // titles that follow one a line
    while (end < Math.min(pieces.length, start + 14) && !NUMBER_TITLE.test(pieces[end]?.text ?? '')) {
      const more = titlesOfLine((pieces[end] as Piece).text)
      if (!more || pieces[end]?.row) break
      columns.push(...more)
      end++
    }
    if (isHeader(columns)) return { columns, lines: pieces.slice(start, end), between: [], end }
    const split = columns.some(column => column.kind === 'number')
      ? undefined
      : readSplit(pieces, start, end, columns)
    if (split) return split
  }
  return undefined
}

/** Lines looked at before, since each is looked at from every line above it that may hold titles. Emptied before it grows large. */
const LINES = new Map<string, readonly Column[] | undefined>()
const MOST_KNOWN = 500

function titlesOfLine(text: string): readonly Column[] | undefined {
  if (LINES.has(text)) return LINES.get(text)
  if (LINES.size >= MOST_KNOWN) LINES.clear()
  const found = columnsOf([wordsOf(text)])
  LINES.set(text, found)
  return found
}

/** How far under the first titles the others may stand, in lines. */
const SPLIT = 10

/**
 * Titles of which those at the right were read first, and after some lines of the first row those at the left:
 *
 *     Thời gian hoàn    Đơn vị chủ trì
 *     thành
 *     Phòng Văn hóa                       of the first row
 *     TT Nội dung công việc
 */
function readSplit(
  pieces: readonly Piece[],
  start: number,
  end: number,
  right: readonly Column[],
): Header | undefined {
  for (let at = end; at < Math.min(pieces.length, end + SPLIT); at++) {
    const piece = pieces[at] as Piece
    if (piece.row) return undefined
    if (!/^\p{Lu}/u.test(piece.text)) continue
    const found = titlesOfLine(piece.text)
    if (found?.[0]?.kind !== 'number' || found[1]?.kind !== 'content') continue
    const columns = [...found.slice(0, 2), ...right, ...found.slice(2)]
    if (!isHeader(columns)) return undefined
    const lines = [...pieces.slice(start, end), piece]
    return { columns, lines, between: pieces.slice(end, at), end: at + 1 }
  }
  return undefined
}

function isHeader(columns: readonly Column[]): boolean {
  const kinds = columns.map(column => column.kind)
  return (
    columns.length >= 3 &&
    kinds.includes('content') &&
    kinds.lastIndexOf('number') <= 0 &&
    (kinds.includes('body') || kinds.includes('time'))
  )
}

interface Way {
  cost: number
  back: Way | undefined
  column: Column | undefined
}

/** Rank of each kind in the usual order of columns. */
const ORDER: Record<ColumnKind, number> = { number: 0, content: 1, body: 2, time: 2, output: 3 }

/** Positions in the lines that some titles reach, with the best way there. */
interface Reached {
  at: readonly number[]
  way: Way
}

/** The columns that the words of the lines are the titles of, without rest. */
function columnsOf(lines: readonly Word[][]): Column[] | undefined {
  if (lines.some(line => line.length === 0 || line.length > MOST_WORDS || !mayBeTitles(line)))
    return undefined
  const mayShare = lines.length > 1 && lines.some(namesBoth)
  const total = lines.reduce((sum, line) => sum + line.length, 0)
  // by the number of words passed: every title goes on from fewer to more
  const reached: Map<string, Reached>[] = Array.from({ length: total + 1 }, () => new Map())
  const reach = (at: readonly number[], way: Way) => {
    const passed = reached[at.reduce((sum, each) => sum + each, 0)] as Map<string, Reached>
    const known = passed.get(at.join())
    if (!known || way.cost < known.way.cost) passed.set(at.join(), { at, way })
  }
  reach(
    lines.map(() => 0),
    { cost: 0, back: undefined, column: undefined },
  )
  for (const passed of reached)
    for (const { at, way } of passed.values())
      for (const next of steps(at, lines, mayShare)) {
        const words = lines.flatMap((line, i) => line.slice(at[i], next[i]))
        const found = titleOf(words)
        if (found) {
          const { kind, doubt } = found
          const before = way.column && ORDER[way.column.kind] > ORDER[kind] ? 0.3 : 0
          const title = words.map(word => word.text).join(' ')
          reach(next, { cost: way.cost + 1 + before + doubt, back: way, column: { title, kind } })
        }
        const lone = lines.filter((_, i) => next[i] !== at[i]).length === 1
        if (mayShare && lone && shared.at(words, 0)?.length === words.length)
          reach(next, { ...way, cost: way.cost + 0.5 })
      }
  const [last] = reached.at(-1)?.values() ?? []
  if (!last) return undefined
  const columns: Column[] = []
  for (let way: Way | undefined = last.way; way?.column; way = way.back) columns.unshift(way.column)
  return columns
}

const titleWords = new Set(
  Object.values(vocabulary.titles).flatMap(list =>
    list.flatMap(title => wordsOf(title).map(word => word.key)),
  ),
)
/** Share of a line's words that are not misread. */
const READABLE = 0.5

/** Whether most words of a line are some of titles: spares prose the search. */
function mayBeTitles(line: readonly Word[]): boolean {
  let known = 0
  for (const word of line) if (titleWords.has(word.key)) known++
  return known >= READABLE * line.length
}

/** Whether a line holds the titles `Chủ trì` and `Phối hợp`, over which another may stand. */
function namesBoth(line: readonly Word[]): boolean {
  const text = line.map(word => word.text).join(' ')
  return text.includes('Chủ trì') && text.includes('Phối hợp')
}

/**
 * The title that the words are, all of them; its first is printed with a capital. Shuffled or misread ones cost more, and have
 * no capital inside, which would begin another.
 */
function titleOf(words: readonly Word[]): { kind: ColumnKind; doubt: number } | undefined {
  if (!/^\p{Lu}/u.test(words[0]?.text ?? '')) return undefined
  const found = titles.at(words, 0)
  if (found?.length === words.length) return { kind: found.value, doubt: 0 }
  if (words.length < 2 || words.slice(1).some(word => /^\p{Lu}/u.test(word.text))) return undefined
  const shuffled = bags.get(bag(words))
  if (shuffled) return { kind: shuffled, doubt: 0.4 }
  const misread = misreadTitle(words)
  if (misread) return { kind: misread, doubt: 0.6 }
  const tail = tails.get(tailOf(words))
  return tail && { kind: tail, doubt: 1 }
}

const tailOf = (words: readonly Word[]) =>
  words
    .slice(1)
    .map(word => word.key)
    .join(' ')

/** Titles of three words or more by all but their first, which may be misread: `New chủ trì`. */
const tails = new Map<string, ColumnKind>(
  Object.entries(vocabulary.titles).flatMap(([kind, list]) =>
    list
      .map(title => wordsOf(title))
      .filter(title => title.length > 2)
      .map(title => [tailOf(title), kind as ColumnKind] as const),
  ),
)

const letters = Object.entries(vocabulary.titles).flatMap(([kind, list]) =>
  list.map(title => ({
    kind: kind as ColumnKind,
    letters: skeleton(title),
    words: wordsOf(title).length,
  })),
)
/** Letters that a title must have to be known by most of them, and how many of them. */
const SHORTEST_MISREAD = 8
const LIKE = 0.8

function misreadTitle(words: readonly Word[]): ColumnKind | undefined {
  const text = skeleton(words.map(word => word.text).join(''))
  if (text.length < SHORTEST_MISREAD) return undefined
  return letters.find(
    title =>
      title.words === words.length &&
      title.letters[0] === text[0] &&
      Math.abs(title.letters.length - text.length) <= 2 &&
      likeness(text, title.letters, LIKE) >= LIKE,
  )?.kind
}

/** Words of the longest title. */
const LONGEST = Math.max(
  ...[...Object.values(vocabulary.titles).flat(), ...vocabulary.shared].map(title => wordsOf(title).length),
)

/**
 * Positions after one more title, which takes up to a few words of each line, the first of them with a capital. A title over
 * others, where there may be one, need not have that.
 */
function* steps(at: readonly number[], lines: readonly Word[][], mayShare: boolean): Generator<number[]> {
  const ahead = lines.map((line, i) => Math.min(LONGEST_PART, line.length - (at[i] ?? 0)))
  const begins = lines.map((line, i) => mayShare || /^\p{Lu}/u.test(line[at[i] ?? 0]?.text ?? ''))
  const [first = 0, second = 0, third = 0] = ahead
  const most = (i: number, before: number, reach: number) =>
    before > 0 || begins[i] ? Math.min(reach, LONGEST - before) : 0
  for (let i = 0; i <= most(0, 0, first); i++)
    for (let j = 0; j <= most(1, i, second); j++)
      for (let k = 0; k <= most(2, i + j, third); k++)
        if (i + j + k > 0) yield [i, j, k].slice(0, lines.length).map((step, line) => step + (at[line] ?? 0))
}
