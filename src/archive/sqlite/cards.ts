import type { Row, Value } from '../database.ts'
import type { Card } from '../store.ts'

export const CARD_COLUMNS =
  'plans.id, plans.key, plans.number, plans.issuer, plans.level, plans.date, plans.year, plans.kind, plans.title'

export function cardOf(row: Row): Card {
  const text = (value: Value | undefined): string | undefined =>
    value === null || value === undefined ? undefined : String(value)
  const card: Card = { id: Number(row.id), key: String(row.key) }
  for (const field of ['number', 'issuer', 'level', 'date', 'kind', 'title'] as const) {
    const value = text(row[field])
    if (value !== undefined) card[field] = value
  }
  if (row.year !== null) card.year = Number(row.year)
  return card
}
