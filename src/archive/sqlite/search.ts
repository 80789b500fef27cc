import type { Query } from '../../../grammars/query.ts'
import type { Database, Row } from '../database.ts'
import { FACETS, type Facets, type Found, type Match, type Page, type Results } from '../store.ts'
import { wordsOf } from '../words.ts'
import { type Compiled, type Condition, compile, conditionOf, type IsCommon } from './compile.ts'
import { commonWordsIn, countUpTo, nearWordsIn, planCount } from './near.ts'
import { freeWords, pairsOfQuery, ranked } from './rank.ts'

const MOST_VALUES = 20
/** A word in more than this share of the plans is common. */
const COMMON = 0.05
/** So many of the rarest words are left out in turn. */
const MOST_LEFT_OUT = 4

/** Plans best first (`rank.ts`); those that match a query without text stand newest first. */
export function search(database: Database, query: Query, page: Page): Results {
  const isCommon = commonWordsIn(database)
  const pairs = pairsOfQuery(query, isCommon)
  const strict = compile(query, { isCommon })
  const wanted = page.offset + page.limit
  const { found, total } = ranked(database, strict, { pairs, match: 'all', most: wanted, but: new Set() })
  if (total >= wanted) return { total, found: cut(found, page) }
  const all = widened(database, query, { strict, first: found, wanted, isCommon, pairs })
  return { total: Math.max(total, all.length), found: cut(all, page) }
}

/** What was found of the query as it is, and what was looked up for it. */
interface Strict {
  strict: Compiled
  first: readonly Found[]
  wanted: number
  isCommon: IsCommon
  pairs: readonly string[]
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
  { strict, first, wanted, isCommon, pairs }: Strict,
): Found[] {
  if (freeWords(query).length === 0) return [...first]
  const all = [...first]
  const seen = new Set(all.map(({ card }) => card.id))
  const asked = new Set([strict.match])
  const take = (match: Match, compiled: Compiled): void => {
    if (asked.has(compiled.match)) return
    asked.add(compiled.match)
    const { found } = ranked(database, compiled, { pairs, match, most: wanted - all.length, but: seen })
    for (const each of found) seen.add(each.card.id)
    all.push(...found)
  }
  take('near', compile(query, { near: () => [], isCommon }))
  if (all.length < wanted) take('near', compile(query, { near: nearWordsIn(database), isCommon }))
  if (all.length < wanted) take('some', compile(missingOne(database, query), { near: () => [], isCommon }))
  if (all.length === 0) take('some', compile(anyOf(query), { isCommon }))
  return all
}

/**
 * The query satisfied by plans that miss one of its rarer words. A common word that was misread once mostly stands
 * elsewhere in the plan as well.
 */
function missingOne(database: Database, query: Query): Query {
  if (query.type !== 'and') return query
  const text = query.parts.filter(part => part.type === 'text' && !part.field)
  if (text.length < 3) return query
  const rest = query.parts.filter(part => !text.includes(part))
  const common = Math.max(10, Math.floor(planCount(database) * COMMON))
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
