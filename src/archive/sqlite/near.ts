import type { Database } from '../database.ts'
import type { NearWords } from './compile.ts'

/** A near word of a known one must be rarer than this share of the plans: what is common is another word, not a slip. */
const RARE = 0.01
const MOST = 12

/**
 * Words of the archive one letter away from a folded word, for what was misread in the document or mistyped in the query:
 *
 *     tuycn  →  tuyen        tuyen  →  tuycn, tuyan (where they are rare)
 */
export function nearWordsIn(database: Database, plans: number): NearWords {
  let words: string[] | undefined
  const most = Math.max(2, Math.floor(plans * RARE))
  const upTo = database.prepare(
    'SELECT count(*) AS n FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)',
  )
  /** How many plans have the word, counted no further than is told by it. */
  const plansWith = (word: string): number => Number((upTo.get(`"${word}"`, most + 1) as { n: number }).n)
  return folded => {
    if (folded.length < 3 || /\d/.test(folded)) return []
    words ??= (database.prepare('SELECT word FROM words').all() as { word: string }[]).map(row => row.word)
    const near = words.filter(word => isOneAway(word, folded))
    if (near.length === 0) return near
    const known = plansWith(folded) > 0
    const counted = near
      .map(word => ({ word, plans: plansWith(word) }))
      .filter(each => !known || each.plans <= most)
    return counted
      .sort((a, b) => b.plans - a.plans || (a.word < b.word ? -1 : 1))
      .slice(0, MOST)
      .map(({ word }) => word)
  }
}

/** One letter more, less or other. */
export function isOneAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
}
