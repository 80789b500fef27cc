import { type ColumnKind, ColumnsVocabulary } from '../../../grammars/columns.ts'
import { Phrases, phraseList, type Word, words as wordsOf } from '../../../grammars/phrases.ts'
import { readVocabulary } from '../../../grammars/vocabulary.ts'
import type { Piece } from '../lines.ts'
import type { Column } from './cuts.ts'

/**
 * The titles of a table whose cells were read across: from one line, or from up to three over which titles are broken.
 *
 *     Số                   Đơn vị phối   Thời gian
 *     TT Nội dung công việc   hợp        thực hiện      → Số TT · Nội dung công việc · Đơn vị phối hợp · Thời gian thực hiện
 *
 * Every column takes some words of each line, in order, that together are a known title; no word may be left. Of the ways
 * to do so the one with the fewest columns in the usual order is taken. A title over two others (`Phân công` over `Chủ trì`
 * and `Phối hợp`) is no column.
 */
export interface Header {
  columns: Column[]
  /** Index of the first piece after the titles. */
  end: number
}

const vocabulary = readVocabulary('columns', ColumnsVocabulary)
const titles = new Phrases<ColumnKind>(
  Object.entries(vocabulary.titles).flatMap(([kind, list]) =>
    list.map(title => [title, kind as ColumnKind] as const),
  ),
)
const shared = phraseList(vocabulary.shared)

/** Words of one line that one title takes at most. */
const LONGEST_PART = 6
const MOST_LINES = 3
const MOST_WORDS = 26

/** The titles that begin at `start`; nothing where the lines hold anything else. */
export function readBrokenHeader(pieces: readonly Piece[], start: number): Header | undefined {
  for (let count = MOST_LINES; count > 0; count--) {
    const lines = pieces.slice(start, start + count)
    if (lines.length < count || lines.some(line => line.row || line.words.length > MOST_WORDS)) continue
    const columns = columnsOf(lines.map(line => wordsOf(line.text)))
    if (!columns) continue
    let end = start + count
    // titles that follow one a line
    while (end < Math.min(pieces.length, start + 14)) {
      const more = columnsOf([wordsOf((pieces[end] as Piece).text)])
      if (!more || pieces[end]?.row) break
      columns.push(...more)
      end++
    }
    if (isHeader(columns)) return { columns, end }
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

/** The columns that the words of the lines are the titles of, without rest. */
function columnsOf(lines: readonly Word[][]): Column[] | undefined {
  if (lines.some(line => line.length === 0 || line.length > MOST_WORDS)) return undefined
  const best = new Map<string, Way>()
  const key = (at: readonly number[]) => at.join()
  const first = lines.map(() => 0)
  best.set(key(first), { cost: 0, back: undefined, column: undefined })
  const mayShare = lines.length > 1 && lines.some(namesBoth)
  for (const at of positions(lines)) {
    const way = best.get(key(at))
    if (!way) continue
    for (const next of steps(at, lines)) {
      const words = lines.flatMap((line, i) => line.slice(at[i], next[i]))
      const found = titleOf(words)
      const title = words.map(word => word.text).join(' ')
      const ways: Way[] = []
      if (found) {
        const before = way.column && ORDER[way.column.kind] > ORDER[found] ? 0.3 : 0
        ways.push({ cost: way.cost + 1 + before, back: way, column: { title, kind: found } })
      }
      const lone = lines.filter((_, i) => next[i] !== at[i]).length === 1
      if (mayShare && lone && shared.at(words, 0)?.length === words.length)
        ways.push({ ...way, cost: way.cost + 0.5 })
      for (const each of ways) {
        const known = best.get(key(next))
        if (!known || each.cost < known.cost) best.set(key(next), each)
      }
    }
  }
  const columns: Column[] = []
  const last = best.get(key(lines.map(line => line.length)))
  if (!last) return undefined
  for (let way: Way | undefined = last; way?.column; way = way.back) columns.unshift(way.column)
  return columns
}

/** Whether a line holds the titles `Chủ trì` and `Phối hợp`, over which another may stand. */
function namesBoth(line: readonly Word[]): boolean {
  const text = line.map(word => word.text).join(' ')
  return text.includes('Chủ trì') && text.includes('Phối hợp')
}

/** The kind of the title that the words are, all of them; its first is printed with a capital. */
function titleOf(words: readonly Word[]): ColumnKind | undefined {
  if (!/^\p{Lu}/u.test(words[0]?.text ?? '')) return undefined
  const found = titles.at(words, 0)
  return found?.length === words.length ? found.value : undefined
}

/** All positions in the lines, earlier ones first. */
function* positions(lines: readonly Word[][]): Generator<number[]> {
  const [a = [], b = [], c = []] = lines
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++)
      for (let k = 0; k <= c.length; k++) yield [i, j, k].slice(0, lines.length)
}

/** Positions after one more title, which takes up to a few words of each line. */
function* steps(at: readonly number[], lines: readonly Word[][]): Generator<number[]> {
  const reach = (i: number) => Math.min(LONGEST_PART, (lines[i]?.length ?? 0) - (at[i] ?? 0))
  for (let i = 0; i <= reach(0); i++)
    for (let j = 0; j <= (lines.length > 1 ? reach(1) : 0); j++)
      for (let k = 0; k <= (lines.length > 2 ? reach(2) : 0); k++)
        if (i + j + k > 0) yield [i, j, k].slice(0, lines.length).map((step, line) => step + (at[line] ?? 0))
}
