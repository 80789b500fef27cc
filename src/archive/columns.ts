import type { Plan, Role } from '../../schemas/plan.ts'
import type { Passage } from './passages.ts'

/**
 * The columns of the full text index. A plan is one row; its words stand folded in the column they belong to. Beside them,
 * in columns whose names end in `_x`, stand the exact forms of the words that have diacritics, each once: they narrow what
 * was found folded to what was typed. The roles share one of these, since an exact word more than this would tell little.
 * The weight says how much more a hit in the column tells than one in running text.
 */
export const COLUMNS = {
  title: 10,
  number: 6,
  issuer: 6,
  kind: 1,
  place: 2,
  heading: 3,
  purpose: 1,
  requirements: 1,
  objectives: 1,
  content: 1,
  forms: 1,
  audience: 1,
  schedule: 1,
  solutions: 1,
  budget: 1,
  organization: 1,
  reporting: 1,
  other: 1,
  preamble: 1,
  lead: 2,
  support: 1,
  unit: 1,
  cites: 1,
  recipients: 0.5,
  signer: 1,
  alternatives: 0.5,
} as const satisfies Record<Role, number> & Record<string, number>

export type Column = keyof typeof COLUMNS
export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[]

const OWN_EXACT = new Set<Column>([
  'title',
  'issuer',
  'kind',
  'place',
  'heading',
  'preamble',
  'lead',
  'support',
  'unit',
  'recipients',
  'signer',
])

/** The column of exact words that belongs to a column of folded ones. */
export function exactColumnOf(column: Column): string {
  return OWN_EXACT.has(column) ? `${column}_x` : 'body_x'
}

export const EXACT_NAMES: readonly string[] = [...new Set(COLUMN_NAMES.map(exactColumnOf))]

/** Stands between the items of a list, so that no phrase reaches from one into the next. */
const BREAK = ' ω '

/** What of a plan stands in each column. */
export function columnTexts(
  plan: Plan,
  passages: readonly Passage[],
  alternatives: readonly string[],
): Record<Column, string> {
  const lists = Object.fromEntries(COLUMN_NAMES.map(name => [name, [] as string[]])) as Record<
    Column,
    string[]
  >
  const { header, tasks, assignments, citations, recipients, signature, signatures } = plan
  for (const { kind, text, role } of passages)
    if (kind === 'title') lists.title.push(text)
    else if (kind === 'preamble' || kind === 'closing') lists.preamble.push(text)
    else if (kind === 'heading') lists.heading.push(text)
    else lists[role].push(text)
  lists.number.push(header.number ?? '')
  lists.issuer.push(header.issuer?.name ?? '', header.parent ?? '')
  lists.kind.push(header.kind ?? '')
  lists.place.push(header.place ?? '')
  for (const { lead, support } of tasks) {
    lists.lead.push(...lead)
    lists.support.push(...support)
  }
  for (const { unit } of assignments) lists.unit.push(unit)
  for (const { text, number, issuer } of citations)
    lists.cites.push(text, number && !text.includes(number) ? number : '', issuer ?? '')
  lists.recipients.push(...recipients)
  for (const { name, position } of signatures ?? [signature ?? {}])
    lists.signer.push(name ?? '', position ?? '')
  lists.alternatives.push(...alternatives)
  return Object.fromEntries(
    COLUMN_NAMES.map(name => [name, lists[name].filter(Boolean).join(BREAK)]),
  ) as Record<Column, string>
}
