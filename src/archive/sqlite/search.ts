import type { Query } from '../../../grammars/query.ts'
import { COLUMN_NAMES, COLUMNS, EXACT_NAMES } from '../columns.ts'
import type { Database, Row, Value } from '../database.ts'
import { FACETS, type Facets, type Found, type Match, type Page, type Results } from '../store.ts'
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
  const found = ranked(database, query, strict, 'all', page.offset + page.limit)
  // Where not all that was looked at is there, that is all there is.
  const total = found.length < lookedAt(page.offset + page.limit) ? found.length : count(database, strict)
  if (total >= page.offset + page.limit) return { total, found: cut(found, page) }
  const all = widened(database, query, strict, found, page.offset + page.limit)
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
    for (const found of ranked(database, query, compiled, match, wanted))
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

function count(database: Database, { match, conditions }: Compiled): number {
  if (match !== undefined && conditions.length === 0)
    return numberOf(database, 'SELECT count(*) AS n FROM search WHERE search MATCH ?', [match])
  const { sql, values } = conditionOf({ match, conditions })
  return numberOf(database, `SELECT count(*) AS n FROM plans WHERE ${sql}`, values)
}

function numberOf(database: Database, sql: string, values: Value[]): number {
  return Number((database.prepare(sql).get(...values) as Row).n)
}

/** So many plans at most are ranked for a query of text alone. */
const MOST_RANKED = 2_000
const LETTERHEAD: readonly string[] = (['title', 'number', 'issuer', 'kind', 'place'] as const).flatMap(
  name => (EXACT_NAMES.includes(`${name}_x`) ? [name, `${name}_x`] : [name]),
)
/** Of so many of the best by BM25 the letterhead is looked at more closely. */
const LOOKED_AT = 100
/** What a pair of words that stand together in the letterhead as in the query adds to the score. */
const TOGETHER = 1.5

function lookedAt(wanted: number): number {
  return Math.max(LOOKED_AT, wanted)
}

function ranked(database: Database, query: Query, compiled: Compiled, kind: Match, wanted: number): Found[] {
  const { sql, values } = conditionOf({ match: undefined, conditions: compiled.conditions })
  if (compiled.match === undefined) {
    const rows = database
      .prepare(`SELECT ${CARD_COLUMNS} FROM plans WHERE ${sql} ORDER BY date DESC, key LIMIT ?`)
      .all(...values, lookedAt(wanted)) as Row[]
    return rows.map(row => ({ card: cardOf(row), score: 0, match: kind }))
  }
  const rows =
    compiled.conditions.length === 0
      ? bestOfText(database, compiled.match, lookedAt(wanted))
      : (database
          .prepare(
            `SELECT ${CARD_COLUMNS}, -found.score AS score FROM
               (SELECT rowid, ${SCORE} AS score FROM search WHERE search MATCH ?) AS found
               JOIN plans ON plans.id = found.rowid WHERE ${sql}
             ORDER BY found.score, plans.id LIMIT ?`,
          )
          .all(compiled.match, ...values, lookedAt(wanted)) as Row[])
  const pairs = pairsOf(query)
  const found = rows.map((row): Found => {
    const card = cardOf(row)
    const letterhead = [card.title, card.issuer, card.number].map(text => keyOf(text ?? '')).join('·')
    const together = pairs.filter(pair => letterhead.includes(pair)).length
    return { card, score: Number(row.score) + TOGETHER * together, match: kind }
  })
  // The sort is stable: what scores the same stays in the order of its number.
  return found.sort((a, b) => b.score - a.score)
}

/**
 * The best by BM25 of the plans with the words. Of very many, which only common words find, the first are ranked and all
 * that have the words in the letterhead: the others would hardly be told apart.
 */
function bestOfText(database: Database, match: string, wanted: number): Row[] {
  const scored = new Map<number, number>()
  const add = (expression: string): number => {
    const rows = database
      .prepare(`SELECT rowid AS id, ${SCORE} AS score FROM search WHERE search MATCH ? LIMIT ${MOST_RANKED}`)
      .all(expression) as Row[]
    for (const { id, score } of rows) scored.set(Number(id), -Number(score))
    return rows.length
  }
  if (add(match) === MOST_RANKED) add(`{${LETTERHEAD.join(' ')}} : (${match})`)
  const card = database.prepare(`SELECT ${CARD_COLUMNS} FROM plans WHERE id = ?`)
  return [...scored]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, wanted)
    .map(([id, score]) => ({ ...(card.get(id) as Row), score }))
}

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
