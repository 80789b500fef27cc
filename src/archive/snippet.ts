import type { Query } from '../../grammars/query.ts'
import type { Plan } from '../../schemas/plan.ts'
import { type Passage, passagesOf } from './passages.ts'
import type { Match } from './store.ts'
import { type Word, wordsOf } from './words.ts'

/** The passage of a plan that answers a query best, cut to the hit. */
export interface Snippet {
  /** Where it stands. */
  section?: string
  heading?: string
  page?: number
  kind: Passage['kind']
  /** The text in pieces; those that were asked for have `hit`. */
  pieces: { text: string; hit: boolean }[]
}

/** Letters of a snippet beside its first hit. */
const BEFORE = 60
const LENGTH = 220
/** A title tells more than a line of the body with the same words. */
const KIND_WEIGHT: Record<Passage['kind'], number> = {
  title: 1.1,
  heading: 1.2,
  statement: 1.15,
  row: 1.05,
  preamble: 0.9,
  closing: 0.8,
}

const OF_LETTERHEAD = new Set(['issuer', 'kind', 'place', 'within'])

interface Sought {
  words: { folded: string; exact: string; marked: boolean; prefix: boolean }[]
  /** Found as a whole only. */
  phrase: boolean
}

/** The best passages, best first (without regard of diacritics where the plan matches nearly); none where the query has no words or the plan has none of them. */
export function snippetsOf(plan: Plan, query: Query, most: number, match: Match = 'all'): Snippet[] {
  const sought = soughtBy(query, match)
  if (sought.length === 0) return []
  const beginnings = beginningsOf(sought)
  const roles = rolesOf(query)
  let heading: string | undefined
  const scored: { passage: Passage; hits: Hit[]; score: number; heading: string | undefined }[] = []
  for (const passage of passagesOf(plan)) {
    if (passage.kind === 'heading') heading = passage.text
    if (passage.kind === 'preamble' || passage.kind === 'closing') heading = undefined
    if (roles.length > 0 && !roles.includes(passage.role)) continue
    const { hits, score } = hitsIn(wordsOf(passage.text), beginnings)
    if (score > 0) scored.push({ passage, hits, score: score * KIND_WEIGHT[passage.kind], heading })
  }
  scored.sort((a, b) => b.score - a.score)
  return scored.slice(0, most).map(({ passage, hits, heading: above }) => ({
    kind: passage.kind,
    ...(passage.section !== undefined && { section: passage.section }),
    ...(above !== undefined && passage.kind !== 'heading' && passage.kind !== 'title' && { heading: above }),
    ...(passage.page !== undefined && { page: passage.page }),
    pieces: piecesOf(passage.text, hits),
  }))
}

/** Words that the query asks of the body; what it asks of the letterhead is on the card. */
function soughtBy(query: Query, match: Match): Sought[] {
  if (query.type === 'and' || query.type === 'or') return query.parts.flatMap(part => soughtBy(part, match))
  if (query.type !== 'text' || OF_LETTERHEAD.has(query.field ?? '')) return []
  const all = wordsOf(query.text)
  const words = all.map((word, index) => ({
    folded: word.folded,
    exact: word.exact,
    marked: match === 'all' && word.exact !== word.folded,
    prefix: query.prefix && index === all.length - 1,
  }))
  return words.length === 0 ? [] : [{ words, phrase: query.phrase }]
}

function rolesOf(query: Query): string[] {
  if (query.type === 'and') return query.parts.flatMap(rolesOf)
  return query.type === 'value' && query.field === 'role' && query.test.type === 'is'
    ? [query.test.value]
    : []
}

interface Hit {
  start: number
  end: number
}

/** What is sought by its first word, so that each word of a text is looked at once. */
interface Beginnings {
  words: Map<string, Sought[]>
  prefixes: Sought[]
  count: number
}

function beginningsOf(sought: readonly Sought[]): Beginnings {
  const words = new Map<string, Sought[]>()
  const prefixes: Sought[] = []
  for (const each of sought) {
    const first = each.words[0]!
    if (first.prefix) prefixes.push(each)
    else words.set(first.folded, [...(words.get(first.folded) ?? []), each])
  }
  return { words, prefixes, count: sought.length }
}

function hitsIn(
  text: readonly Word[],
  { words, prefixes, count }: Beginnings,
): { hits: Hit[]; score: number } {
  const hits: Hit[] = []
  const times = new Map<Sought, number>()
  const look = (each: Sought, at: number): void => {
    const last = at + each.words.length - 1
    if (last >= text.length || !each.words.every((word, index) => matches(text[at + index]!, word))) return
    hits.push({ start: text[at]!.start, end: text[last]!.end })
    times.set(each, (times.get(each) ?? 0) + 1)
  }
  for (let at = 0; at < text.length; at++) {
    const here = words.get(text[at]!.folded)
    if (here) for (const each of here) look(each, at)
    for (const each of prefixes) look(each, at)
  }
  let found = 0
  for (const [each, here] of times) found += each.words.length + Math.min(here, 3) * 0.05
  // Words that stand together tell more than the same far apart.
  let together = 0
  for (let index = 1; index < hits.length; index++)
    if (hits[index]!.start - hits[index - 1]!.end <= 1) together++
  return { hits, score: found + Math.min(together, count) * 0.5 }
}

function matches(word: Word, { folded, exact, marked, prefix }: Sought['words'][number]): boolean {
  if (prefix) return word.folded.startsWith(folded)
  return marked ? word.exact === exact : word.folded === folded
}

function piecesOf(text: string, hits: readonly Hit[]): Snippet['pieces'] {
  const first = hits[0]?.start ?? 0
  let from = first > BEFORE + 20 ? text.indexOf(' ', first - BEFORE) + 1 : 0
  if (from <= 0 || from > first) from = first > BEFORE + 20 ? first : 0
  let to = text.length
  if (to - from > LENGTH) to = Math.max(text.lastIndexOf(' ', from + LENGTH), hits[0]?.end ?? 0, from + 1)
  const pieces: Snippet['pieces'] = []
  const add = (piece: string, hit: boolean): void => {
    const last = pieces.at(-1)
    if (piece === '') return
    if (last && last.hit === hit) last.text += piece
    else pieces.push({ text: piece, hit })
  }
  if (from > 0) add('… ', false)
  let at = from
  for (const { start, end } of hits) {
    if (start < at || end > to) continue
    // One space between two hits is part of the hit.
    add(text.slice(at, start), pieces.at(-1)?.hit === true && text.slice(at, start) === ' ')
    add(text.slice(start, end), true)
    at = end
  }
  add(text.slice(at, to), false)
  if (to < text.length) add(' …', false)
  return pieces
}
