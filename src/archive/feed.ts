import { createHash } from 'node:crypto'
import type { Plan } from '../../schemas/plan.ts'
import type { SourceDocument } from '../document.ts'
import { planOf } from './plan-record.ts'
import type { Store } from './store.ts'

/** A record of a plan file that may go into the archive. */
export interface Offered {
  key: string
  /** The text of the record: its hash tells whether the archive has it already. */
  text: string
  path: string
  parse: () => unknown
}

export type Fed = 'new' | 'replaced' | 'unchanged'

/** How many plans go into one transaction: few enough that another run need not wait long. */
export const BATCH = 200

/**
 * Puts a record into the archive unless the archive has the same already.
 *
 * @throws PlanExtractError E_SCHEMA where the record is no plan
 */
export function feed(store: Store, { key, text, path, parse }: Offered): Fed {
  const hash = createHash('sha256').update(text).digest()
  const before = store.hashOf(key)
  if (before && hash.equals(before)) return 'unchanged'
  store.put({ key, hash, plan: planOf(parse(), { path, sha256: hash.toString('hex') }) })
  return before ? 'replaced' : 'new'
}

/** Hash of a document and of what bears on its plan: version and options. */
export function documentHash(sha256: string, generator: Plan['generator']): Uint8Array {
  return createHash('sha256').update(sha256).update(JSON.stringify(generator)).digest()
}

/** What the words that repair was unsure of may be instead. */
export function alternativesOf(document: SourceDocument): string[] {
  const found = new Set<string>()
  for (const page of document.pages)
    for (const line of page.lines)
      for (const word of line.words)
        for (const { text } of word.alternatives ?? []) if (text !== word.text) found.add(text)
  return [...found]
}
