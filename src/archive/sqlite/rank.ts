import type { Query } from '../../../grammars/query.ts'
import { COLUMN_NAMES, COLUMNS, EXACT_NAMES, PAIRS, PAIRS_WEIGHT, pairsOf } from '../columns.ts'
import type { Database, Row } from '../database.ts'
import type { Card, Match, Results } from '../store.ts'
import { formsIn } from '../words.ts'
import { CARD_COLUMNS, cardOf } from './cards.ts'
import { type Compiled, type Condition, conditionOf, type IsCommon } from './compile.ts'
import { planCount } from './near.ts'

/**
 * The order of what was found: BM25 over the weighted columns, of all plans with the text, inside SQLite. Pairs of words that
 * stand together in the letterhead as in the query are words of their own. Plans that have common words only, which BM25
 * can't tell apart, follow newest first.
 */

const WEIGHTS = [...COLUMN_NAMES.map(name => COLUMNS[name]), ...EXACT_NAMES.map(() => 0), PAIRS_WEIGHT].join(
  ', ',
)
const SCORE = `bm25(search, ${WEIGHTS})`

export interface Wanted {
  /** Of `pairsOfQuery`. */
  pairs: readonly string[]
  match: Match
  /** So many at most. */
  most: number
  /** Those that were found already. */
  but: ReadonlySet<number>
}

/** The best, and how many there are in all. */
export function ranked(database: Database, compiled: Compiled, wanted: Wanted): Results {
  const { scored, total } =
    compiled.match === undefined
      ? { scored: newest(database, compiled, wanted.most), total: countOf(database, compiled) }
      : bestByText(database, compiled, wanted)
  const cards = cardsOf(database, scored)
  return {
    found: scored.map(({ id, score }) => ({ card: cards.get(id)!, score, match: wanted.match })),
    total,
  }
}

interface Scored {
  id: number
  score: number
}

type Conditions = Pick<Compiled, 'match' | 'conditions'>

function newest(database: Database, conditions: Conditions, most: number): Scored[] {
  const { sql, values } = conditionOf(conditions)
  const rows = database
    .prepare(`SELECT id FROM plans WHERE ${sql} ORDER BY date DESC, key LIMIT ?`)
    .all(...values, most) as Row[]
  return rows.map(({ id }) => ({ id: Number(id), score: 0 }))
}

function countOf(database: Database, conditions: Conditions): number {
  const { sql, values } = conditionOf(conditions)
  return Number((database.prepare(`SELECT count(*) AS n FROM plans WHERE ${sql}`).get(...values) as Row).n)
}

/** Numbers of plans stay inside SQLite, as JSON: as rows, thousands of them would cost more than all the rest. */
function bestByText(
  database: Database,
  { match = '', ranking, isConjunction, conditions }: Compiled,
  { pairs, most, but }: Wanted,
): { scored: Scored[]; total: number } {
  const { sql, values } = conditionOf({ match: undefined, conditions })
  // The index is asked first and the plans it finds are looked up: the other way round it would be asked once for each plan.
  const from =
    conditions.length === 0
      ? 'search WHERE search MATCH ?'
      : `search CROSS JOIN plans ON plans.id = search.rowid WHERE search MATCH ? AND ${sql}`
  const row = database
    .prepare(`SELECT count(*) AS n, json_group_array(search.rowid) AS ids FROM ${from}`)
    .get(match, ...values) as Row
  const total = Number(row.n)
  const ids = but.size === 0 ? String(row.ids) : without(String(row.ids), but)
  if (ids === '[]') return { scored: [], total }
  // Where more than half of the plans have all of this, more than half have each part of it: to BM25 that is no weight.
  const words = ranking === undefined || (isConjunction && total * 2 > planCount(database)) ? [] : [ranking]
  const anyPair = pairs.length > 0 ? [`{${PAIRS}} : (${pairs.map(pair => `"${pair}"`).join(' OR ')})`] : []
  const expression = [...words, ...anyPair].join(' OR ')
  const scored = expression === '' ? [] : best(database, expression, ids, most)
  if (scored.length < Math.min(total, most)) {
    const seen = new Set(scored.map(({ id }) => id))
    const among: Condition = { sql: '+id IN (SELECT value FROM json_each(?))', values: [ids] }
    for (const each of newest(database, { match: undefined, conditions: [among] }, most))
      if (!seen.has(each.id)) scored.push(each)
  }
  return { scored: scored.slice(0, most), total }
}

function without(ids: string, but: ReadonlySet<number>): string {
  return JSON.stringify((JSON.parse(ids) as number[]).filter(id => !but.has(id)))
}

/** The plus keeps SQLite from asking the index once for each of these plans. */
function best(database: Database, expression: string, ids: string, most: number): Scored[] {
  const rows = database
    .prepare(
      `SELECT rowid AS id, -${SCORE} AS score FROM search
       WHERE search MATCH ? AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY 2 DESC, 1 LIMIT ?`,
    )
    .all(expression, ids, most) as Row[]
  return rows.map(({ id, score }) => ({ id: Number(id), score: Number(score) }))
}

function cardsOf(database: Database, scored: readonly Scored[]): Map<number, Card> {
  const rows = database
    .prepare(`SELECT ${CARD_COLUMNS} FROM plans WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(scored.map(({ id }) => id))) as Row[]
  return new Map(rows.map(row => [Number(row.id), cardOf(row)]))
}

/** Pairs of neighbouring words of the query, but for those that most plans have. */
export function pairsOfQuery(query: Query, isCommon: IsCommon): string[] {
  const words = freeWords(query).flatMap(part => (part.type === 'text' ? formsIn(part.text) : []))
  return [...new Set(pairsOf(words))].filter(pair => !isCommon(pair))
}

/** Words and phrases that the query asks for, outside NOT. */
export function freeWords(query: Query): Query[] {
  if (query.type === 'text') return query.field === 'within' ? [] : [query]
  return query.type === 'and' || query.type === 'or' ? query.parts.flatMap(freeWords) : []
}
