import type { Plan, Role } from '../../schemas/plan.ts'
import type { Passage } from './passages.ts'
import { type Forms, formsIn } from './words.ts'

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
const BREAK: Forms = { folded: 'ω', exact: 'ω', hash: 0 }

/** Joins the two words of a pair into one that no text has. */
const JOINT = 'λ'

/** Neighbouring words, each two as one: xã An Lĩnh → 'xaλan', 'anλlinh'. Syllables tell little alone, much together. */
export function pairsOf(words: readonly Forms[]): string[] {
  const pairs: string[] = []
  for (let at = 1; at < words.length; at++) {
    const [a, b] = [words[at - 1]!, words[at]!]
    if (a !== BREAK && b !== BREAK) pairs.push(a.folded + JOINT + b.folded)
  }
  return pairs
}

/** The column of the pairs that stand in the letterhead, and what they weigh. */
export const PAIRS = 'pairs'
export const PAIRS_WEIGHT = 4
export const PAIRED: readonly Column[] = ['title', 'number', 'issuer', 'place']

/**
 * What of a plan stands in each column.
 *
 * @param words of each passage
 */
export function columnWords(
  { header, tasks, assignments, citations, recipients, signature, signatures }: Plan,
  passages: readonly Passage[],
  words: readonly (readonly Forms[])[],
  alternatives: readonly string[],
): Record<Column, Forms[]> {
  const lists = Object.fromEntries(COLUMN_NAMES.map(name => [name, [] as Forms[]])) as Record<Column, Forms[]>
  const addWords = (column: Column, more: readonly Forms[]): void => {
    const list = lists[column]
    if (list.length > 0 && more.length > 0) list.push(BREAK)
    for (const word of more) list.push(word)
  }
  const add = (column: Column, ...texts: (string | undefined)[]): void => {
    for (const text of texts) if (text) addWords(column, formsIn(text))
  }
  for (const [at, { kind, role }] of passages.entries()) addWords(columnOf(kind, role), words[at]!)
  add('number', header.number)
  add('issuer', header.issuer?.name, header.parent)
  add('kind', header.kind)
  add('place', header.place)
  for (const { lead, support } of tasks) {
    add('lead', ...lead)
    add('support', ...support)
  }
  for (const { unit } of assignments) add('unit', unit)
  for (const { text, number, issuer } of citations)
    add('cites', text, number && !text.includes(number) ? number : undefined, issuer)
  add('recipients', ...recipients)
  for (const { name, position } of signatures ?? [signature ?? {}]) add('signer', name, position)
  add('alternatives', ...alternatives)
  return lists
}

function columnOf(kind: Passage['kind'], role: Role): Column {
  switch (kind) {
    case 'title':
    case 'heading':
    case 'preamble':
      return kind
    case 'closing':
      return 'preamble'
    default:
      return role
  }
}
