import type { Database } from '../database.ts'
import type { IsCommon, NearWords } from './compile.ts'

/** A word in more than this share of the plans is surely found where it was read right. */
const COMMON = 0.05
/** A near word of a known one must be rarer than this share of the plans: what is common is another word, not a slip. */
const RARE = 0.01
const MOST = 12

/**
 * Words of the archive one letter away from a folded word, for what was misread in the document or mistyped in the query:
 *
 *     tuycn  →  tuyen        tuyen  →  tuycn, tuyan (where they are rare)
 */
export function nearWordsIn(database: Database): NearWords {
  const plans = planCount(database)
  const most = Math.max(2, Math.floor(plans * RARE))
  const common = Math.max(10, Math.floor(plans * COMMON))
  const plansWith = countUpTo(database, common)
  return folded => {
    if (folded.length < 3 || /\d/.test(folded)) return []
    const having = plansWith(folded)
    if (having === common) return []
    const known = having > 0
    const near = wordsIn(database).filter(word => isOneAway(word, folded))
    const counted = near
      .map(word => ({ word, plans: plansWith(word) }))
      .filter(each => !known || each.plans <= most)
    return counted
      .sort((a, b) => b.plans - a.plans || (a.word < b.word ? -1 : 1))
      .slice(0, MOST)
      .map(({ word }) => word)
  }
}

export function planCount(database: Database): number {
  return Number((database.prepare('SELECT count(*) AS n FROM plans').get() as { n: number }).n)
}

/** In how many plans a folded word stands, counted no further than `most`; each word is asked for once. */
export function countUpTo(database: Database, most: number): (folded: string) => number {
  const counts = counted.get(database) ?? new Map<string, number>()
  counted.set(database, counts)
  const count = database.prepare(
    'SELECT count(*) AS n FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)',
  )
  return folded => {
    const key = `${folded} ${most}`
    let plans = counts.get(key)
    if (plans === undefined) {
      plans = Number((count.get(`"${folded}"`, most) as { n: number }).n)
      counts.set(key, plans)
    }
    return plans
  }
}

/** Kept for as long as the archive is open: what other runs add meanwhile changes little of what is common or rare. */
const counted = new WeakMap<Database, Map<string, number>>()

/** Words that more than half of the plans have: BM25 gives them no weight. */
export function commonWordsIn(database: Database): IsCommon {
  const most = Math.floor(planCount(database) / 2) + 1
  const plansWith = countUpTo(database, most)
  return folded => plansWith(folded) === most
}

/** Read once for as long as the archive is open. */
const known = new WeakMap<Database, string[]>()

function wordsIn(database: Database): string[] {
  let words = known.get(database)
  if (!words) {
    words = (database.prepare('SELECT word FROM words').all() as { word: string }[]).map(row => row.word)
    known.set(database, words)
  }
  return words
}

/** One letter more, less or other. */
export function isOneAway(a: string, b: string): boolean {
  if (a.length > b.length) return isOneAway(b, a)
  const more = b.length - a.length
  if (more > 1 || a === b) return false
  let start = 0
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  for (let at = start + 1 - more; at < a.length; at++)
    if (a.charCodeAt(at) !== b.charCodeAt(at + more)) return false
  return true
}
