import type { Query } from '../../grammars/query.ts'
import type { Plan } from '../../schemas/plan.ts'

/** A plan on its way into the archive. */
export interface Entry {
  /** What names it in the archive: the path of its file from the archive's folder, `#n` after it for one of several. */
  key: string
  /** Of the bytes it came from; a plan is replaced when its hash is another. */
  hash: Uint8Array
  plan: Plan
  /** What doubtful words may be instead; found like the words themselves, with less weight. */
  alternatives?: readonly string[]
}

/** What the archive knows of a plan without opening it. */
export interface Card {
  id: number
  key: string
  number?: string
  issuer?: string
  level?: string
  date?: string
  year?: number
  kind?: string
  title?: string
}

export interface Found {
  card: Card
  score: number
  /** `all`: every word stands in it; `near`: some only nearly as typed; `some`: some of the words. */
  match: Match
}
export type Match = 'all' | 'near' | 'some'

export interface Page {
  limit: number
  offset: number
}

export interface Results {
  /** How many plans match in all. */
  total: number
  found: Found[]
}

export const FACETS = ['issuer', 'level', 'year', 'kind', 'role'] as const
export type Facet = (typeof FACETS)[number]
export type Facets = Record<Facet, { value: string; count: number }[]>

/**
 * Where plans are kept. `src/archive/sqlite` is the one that is; all others of this room know only this.
 */
export interface Store {
  /** Runs the writes as one: all of them are kept, or none. */
  transaction(write: () => void): void
  /** Hash of the plan under this key. */
  hashOf(key: string): Uint8Array | undefined
  put(entry: Entry): void
  /** Removes all plans whose key is not among these; gives their number. */
  prune(keys: ReadonlySet<string>): number

  count(): number
  search(query: Query, page: Page): Results
  facets(query: Query): Facets
  plan(id: number): Plan
  cards(): Iterable<Card>
  /** All plans in the order of their keys, opened one at a time. */
  plans(query?: Query): Iterable<{ card: Card; plan: Plan }>
  sketches(): Iterable<{ id: number; sketch: Uint8Array }>
  /** The documents that plans rest on or name. */
  citations(): Iterable<Cited>
  /** @param from day from which on tasks are listed as due */
  statistics(from: string | undefined): Statistics
  close(): void
}

export interface Statistics {
  plans: number
  sections: number
  statements: number
  tasks: number
  assignments: number
  targets: number
  citations: number
  /** Most first. */
  issuers: Counted[]
  levels: Counted[]
  kinds: Counted[]
  leads: Counted[]
  /** In order of time: years of plans, months in which tasks are due. */
  years: Counted[]
  due: Counted[]
  /** Plans by their confidence, tenths from 0 to 1. */
  confidence: Counted[]
}

export interface Counted {
  value: string
  count: number
}

export interface Cited {
  plan: number
  basis: boolean
  kind: string
  number?: string
  date?: string
  issuer?: string
}
