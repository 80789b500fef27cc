import type { Query } from '../../grammars/query.ts'
import type { Listing } from './export/rows.ts'
import { type Snippet, snippetsOf } from './snippet.ts'
import type { Card, Match, Page, Store } from './store.ts'

/** A plan that was found, with the passage that answers best. */
export interface PlanHit {
  card: Card
  score: number
  match: Match
  snippet: Snippet | undefined
}

export function planHits(store: Store, query: Query, page: Page): { total: number; hits: PlanHit[] } {
  const { total, hits } = planHitsOneByOne(store, query, page)
  return { total, hits: [...hits] }
}

/** The same with each plan opened for its passage when it is asked for, so that the first is there early. */
export function planHitsOneByOne(
  store: Store,
  query: Query,
  page: Page,
): { total: number; hits: Iterable<PlanHit> } {
  const { total, found } = store.search(query, page)
  function* hits(): Generator<PlanHit> {
    for (const each of found)
      yield { ...each, snippet: snippetsOf(store.plan(each.card.id), query, 1, each.match)[0] }
  }
  return { total, hits: hits() }
}

/** At most so many passages of one plan, so that others come into sight. */
const PER_PLAN = 5

/** The passages that answer, of the best plans first. */
export function* passageHits(store: Store, query: Query, page: Page): Generator<PlanHit> {
  let left = page.limit
  let passOver = page.offset
  const step = 50
  for (let offset = 0; left > 0; offset += step) {
    const { found } = store.search(query, { limit: step, offset })
    for (const each of found)
      for (const snippet of snippetsOf(store.plan(each.card.id), query, PER_PLAN, each.match)) {
        if (passOver-- > 0) continue
        if (left-- <= 0) return
        yield { ...each, snippet }
      }
    if (found.length < step) return
  }
}

export function textOf(snippet: Snippet | undefined): string {
  return snippet?.pieces.map(({ text }) => text).join('') ?? ''
}

export function hitListing(hits: Iterable<PlanHit>): Listing {
  return { columns: HIT_COLUMNS, rows: hitRows(hits) }
}

const HIT_COLUMNS = ['file', 'number', 'issuer', 'date', 'title', 'section', 'page', 'text', 'match'] as const

function* hitRows(hits: Iterable<PlanHit>) {
  for (const { card, snippet, match } of hits)
    yield [
      card.key,
      card.number,
      card.issuer,
      card.date === undefined ? undefined : { day: card.date },
      card.title,
      snippet?.section,
      snippet?.page,
      textOf(snippet),
      match,
    ]
}
