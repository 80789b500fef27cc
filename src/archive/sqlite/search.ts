import type { Query } from '../../../grammars/query.ts'
import { COLUMN_NAMES, COLUMNS, type Column, EXACT_NAMES } from '../columns.ts'
import type { Database, Row, Value } from '../database.ts'
import { type Card, FACETS, type Facets, type Found, type Match, type Page, type Results } from '../store.ts'
import { keyOf, wordsOf } from '../words.ts'
import { CARD_COLUMNS, cardOf } from './cards.ts'
import { type Compiled, type Condition, compile, conditionOf } from './compile.ts'
import { countUpTo, nearWordsIn } from './near.ts'

const WEIGHTS = [...COLUMN_NAMES.map(name => COLUMNS[name]), ...EXACT_NAMES.map(() => 0)].join(', ')
const SCORE = `bm25(search, ${WEIGHTS})`
const MOST_VALUES = 20
/** A word in more than this share of the plans is common. */
const COMMON = 0.05
/** So many of the rarest words are left out in turn. */
const MOST_LEFT_OUT = 4

/** Plans ranked by BM25 over the weighted columns and by what stands together in the letterhead; those that match a query without text stand newest first. */
export function search(database: Database, query: Query, page: Page): Results {
  const strict = compile(query)
  const wanted = page.offset + page.limit
  const { found, total } = ranked(database, query, strict, 'all', wanted)
  if (total >= wanted) return { total, found: cut(found, page) }
  const all = widened(database, query, strict, found, wanted)
  return { total: Math.max(total, all.length), found: cut(all, page) }
}

function cut(found: readonly Found[], { offset, limit }: Page): Found[] {
  return found.slice(offset, offset + limit)
}

/**
 * Where too few plans have all the words, those follow that have them with other diacritics, those that have one only
 * nearly so (misread in the document, mistyped in the query), those that miss one, at last those that have any.
 */
function widened(
  database: Database,
  query: Query,
  strict: Compiled,
  first: readonly Found[],
  wanted: number,
): Found[] {
  if (freeWords(query).length === 0) return [...first]
  const all = [...first]
  const seen = new Set(all.map(({ card }) => card.id))
  const asked = new Set([strict.match])
  const take = (match: Match, compiled: Compiled): void => {
    if (asked.has(compiled.match)) return
    asked.add(compiled.match)
    for (const found of ranked(database, query, compiled, match, wanted).found)
      if (!seen.has(found.card.id)) {
        seen.add(found.card.id)
        all.push(found)
      }
  }
  const plans = planCount(database)
  take(
    'near',
    compile(query, () => []),
  )
  if (all.length < wanted) take('near', compile(query, nearWordsIn(database, plans)))
  if (all.length < wanted)
    take(
      'some',
      compile(missingOne(database, query, plans), () => []),
    )
  if (all.length === 0) take('some', compile(anyOf(query)))
  return all.slice(0, wanted)
}

/** Words and phrases that the query asks for, outside NOT. */
function freeWords(query: Query): Query[] {
  if (query.type === 'text') return query.field === 'within' ? [] : [query]
  return query.type === 'and' || query.type === 'or' ? query.parts.flatMap(freeWords) : []
}

/**
 * The query satisfied by plans that miss one of its rarer words. A common word that was misread once mostly stands
 * elsewhere in the plan as well.
 */
function missingOne(database: Database, query: Query, plans: number): Query {
  if (query.type !== 'and') return query
  const text = query.parts.filter(part => part.type === 'text' && !part.field)
  if (text.length < 3) return query
  const rest = query.parts.filter(part => !text.includes(part))
  const common = Math.max(10, Math.floor(plans * COMMON))
  const count = countUpTo(database, common)
  const rare = text
    .map(part => ({
      part,
      plans: part.type === 'text' ? Math.min(...wordsOf(part.text).map(word => count(word.folded))) : 0,
    }))
    .filter(({ plans }) => plans < common)
    .sort((x, y) => x.plans - y.plans)
    .slice(0, MOST_LEFT_OUT)
  const without = rare.map(
    ({ part: left }): Query => ({ type: 'and', parts: text.filter(part => part !== left) }),
  )
  return without.length === 0 ? query : { type: 'and', parts: [...rest, anyWords(without)] }
}

/** The query with any of its words instead of all; phrases become words. */
function anyOf(query: Query): Query {
  if (query.type === 'text' && query.phrase)
    return anyWords(
      wordsOf(query.text).map(word => ({
        ...query,
        text: word.exact === word.folded ? word.folded : query.text.slice(word.start, word.end),
        phrase: false,
      })),
    )
  if (query.type !== 'and') return query
  const text = query.parts.filter(part => part.type === 'text' && !part.field)
  const rest = query.parts.filter(part => !text.includes(part))
  return { type: 'and', parts: text.length === 0 ? rest : [...rest, anyWords(text)] }
}

function anyWords(parts: Query[]): Query {
  return parts.length === 1 ? parts[0]! : { type: 'or', parts }
}

export function planCount(database: Database): number {
  return Number((database.prepare('SELECT count(*) AS n FROM plans').get() as Row).n)
}

/** The index is asked first and the plans it finds are looked up: the other way round it would be asked once for each plan. */
const FOUND_PLANS = 'search CROSS JOIN plans ON plans.id = search.rowid WHERE search MATCH ?'

function numberOf(database: Database, sql: string, values: Value[]): number {
  return Number((database.prepare(sql).get(...values) as Row).n)
}

/** So many plans with the text are ranked at most, and as many that have it in the letterhead. */
const MOST_RANKED = 500
const LETTERHEAD = (['title', 'number', 'issuer', 'kind', 'place'] satisfies Column[]).join(' ')
/** So many plans are looked at more closely at a time, best by BM25 first, and so many at most. */
const LOOKED_AT = 60
const MOST_LOOKED_AT = 120
/** What a pair of words that stand together in the letterhead as in the query adds to the score. */
const TOGETHER = 1.5

/** The best, and how many there are in all. */
function ranked(database: Database, query: Query, compiled: Compiled, kind: Match, wanted: number): Results {
  const most = Math.max(LOOKED_AT, wanted)
  if (compiled.match === undefined) {
    const { sql, values } = conditionOf(compiled)
    const rows = database
      .prepare(`SELECT ${CARD_COLUMNS} FROM plans WHERE ${sql} ORDER BY date DESC, key LIMIT ?`)
      .all(...values, most) as Row[]
    return {
      found: rows.map(row => ({ card: cardOf(row), score: 0, match: kind })),
      total:
        rows.length < most
          ? rows.length
          : numberOf(database, `SELECT count(*) AS n FROM plans WHERE ${sql}`, values),
    }
  }
  const { scored, total } = scoredByText(database, compiled)
  const best = [...scored].sort(([a, x], [b, y]) => y - x || a - b)
  const pairs = pairsOf(query)
  const found: Found[] = []
  for (let from = 0; from < Math.min(best.length, Math.max(most, MOST_LOOKED_AT)); from += most) {
    // Who can't come among the wanted even with all pairs is not looked at, nor who stands behind.
    const last = found[wanted - 1]
    if (last && best[from]![1] + TOGETHER * pairs.length <= last.score) break
    for (const [score, card] of withCards(database, best.slice(from, from + most)))
      found.push({ card, score: score + TOGETHER * pairsInLetterhead(card, pairs), match: kind })
    // The sort is stable: what scores the same stays in the order of its number.
    found.sort((a, b) => b.score - a.score)
  }
  return { found, total }
}

function pairsInLetterhead({ title = '', issuer = '', number = '' }: Card, pairs: readonly string[]): number {
  if (pairs.length === 0) return 0
  const letterhead = keyOf(`${title} ω ${issuer} ω ${number}`)
  return pairs.filter(pair => letterhead.includes(pair)).length
}

function withCards(database: Database, scored: readonly [number, number][]): [number, Card][] {
  const rows = database
    .prepare(`SELECT ${CARD_COLUMNS} FROM plans WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(scored.map(([id]) => id))) as Row[]
  const cards = new Map(rows.map(row => [Number(row.id), cardOf(row)]))
  return scored.map(([id, score]) => [score, cards.get(id)!])
}

/**
 * The plans of a query by their numbers, with BM25, and how many there are. Of very many, which only common words find,
 * the first are ranked and those that have the words in the letterhead: the others would hardly be told apart.
 */
function scoredByText(
  database: Database,
  { match = '', ranking: ranked = match, conditions }: Compiled,
): { scored: Map<number, number>; total: number } {
  const { sql, values } = conditionOf({ match: undefined, conditions })
  const from = conditions.length === 0 ? 'search WHERE search MATCH ?' : `${FOUND_PLANS} AND ${sql}`
  const idsOf = (expression: string): number[] => {
    const statement = database.prepare(`SELECT search.rowid AS id FROM ${from} LIMIT ${MOST_RANKED}`)
    return (statement.all(expression, ...values) as Row[]).map(({ id }) => Number(id))
  }
  const scored = new Map<number, number>()
  const ranking = database.prepare(`SELECT search.rowid AS id, ${SCORE} AS score FROM ${AMONG}`)
  const score = (expression: string, ids: readonly number[]): void => {
    if (ids.length === 0) return
    for (const { id, score } of ranking.all(expression, JSON.stringify(ids)) as Row[])
      scored.set(Number(id), Math.max(-Number(score), scored.get(Number(id)) ?? 0))
  }
  const ids = idsOf(match)
  score(ranked, ids)
  if (ids.length < MOST_RANKED) return { scored, total: ids.length }
  // In letterheads common words are rare: asked there alone, they may weigh more.
  const letterhead = `{${LETTERHEAD}} : (${ranked})`
  score(letterhead, idsOf(`${letterhead} AND (${match})`))
  const total = numberOf(database, `SELECT count(*) AS n FROM ${from}`, [match, ...values])
  return { scored, total }
}

/** The plus keeps SQLite from asking the index once for each of these plans. */
const AMONG = 'search WHERE search MATCH ? AND +search.rowid IN (SELECT value FROM json_each(?))'

/** Neighbouring words of the query: syllables tell little alone, much together. */
function pairsOf(query: Query): string[] {
  const words = freeWords(query).flatMap(part => (part.type === 'text' ? wordsOf(part.text) : []))
  return words.slice(1).map((word, at) => ` ${words[at]!.folded} ${word.folded} `)
}

/** How many of the matching plans there are by issuer, level, year, kind and role, most first. */
export function facets(database: Database, query: Query): Facets {
  const condition = conditionOf(compile(query))
  return Object.fromEntries(FACETS.map(facet => [facet, values(database, facet, condition)])) as Facets
}

function values(
  database: Database,
  facet: (typeof FACETS)[number],
  { sql, values }: Condition,
): { value: string; count: number }[] {
  const counted =
    facet === 'role'
      ? `SELECT role AS value, count(DISTINCT plan) AS n FROM sections WHERE plan IN (SELECT id FROM plans WHERE ${sql})`
      : `SELECT ${facet} AS value, count(*) AS n FROM plans WHERE ${sql} AND ${facet} IS NOT NULL`
  const rows = database
    .prepare(`${counted} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_VALUES}`)
    .all(...values) as Row[]
  return rows.map(row => ({ value: String(row.value), count: Number(row.n) }))
}
