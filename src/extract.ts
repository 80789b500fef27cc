import type { SourceDocument, Warning } from './document.ts'
import { type IngestOptions, ingest } from './ingest/ingest.ts'
import { interpret } from './interpret/interpret.ts'
import { parse } from './parse/parse.ts'
import { loadRepairer } from './repair/repair.ts'
import type { Plan } from '../schemas/plan.ts'

/** A path, the bytes themselves, or a stream of them. */
export type Input = string | Uint8Array | AsyncIterable<Uint8Array>

export interface Extraction {
  plan: Plan
  document: SourceDocument
  warnings: Warning[]
}

/** The five steps in order (the fifth, emit, turns the plan into text where it is written). */
export async function extract(input: Input, options: IngestOptions = {}): Promise<Extraction> {
  const found = await ingest(input, options)
  const document = loadRepairer().repair(found)
  const plan = interpret(parse(document), document)
  return { plan, document, warnings: document.warnings }
}
