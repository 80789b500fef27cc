import type { Plans } from './rows.ts'

/** Whole plans, one a line. */
export function* ndjsonOf(plans: Plans): Generator<string> {
  for (const { plan } of plans) yield `${JSON.stringify(plan)}\n`
}
