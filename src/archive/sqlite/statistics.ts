import type { Database, Row, Value } from '../database.ts'
import type { Counted, Statistics } from '../store.ts'

const MOST = 20

export function statistics(database: Database, from: string | undefined): Statistics {
  const rows = (sql: string, ...values: Value[]) => database.prepare(sql).all(...values) as Row[]
  const count = (table: string): number => Number(rows(`SELECT count(*) AS n FROM ${table}`)[0]?.n)
  const counted = (sql: string, ...values: Value[]): Counted[] =>
    rows(sql, ...values).map(row => ({ value: String(row.value), count: Number(row.n) }))
  const most = (column: string): Counted[] =>
    counted(
      `SELECT ${column} AS value, count(*) AS n FROM plans WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST}`,
    )
  return {
    plans: count('plans'),
    sections: count('sections'),
    statements: count('statements'),
    tasks: count('tasks'),
    assignments: count('assignments'),
    targets: count('targets'),
    citations: count('citations'),
    issuers: most('issuer'),
    levels: most('level'),
    kinds: most('kind'),
    leads: counted(
      `SELECT names.name AS value, count(*) AS n FROM task_bodies JOIN names ON names.id = task_bodies.name WHERE part = 'lead' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST}`,
    ),
    years: counted(
      'SELECT year AS value, count(*) AS n FROM plans WHERE year IS NOT NULL GROUP BY 1 ORDER BY 1',
    ),
    due: counted(
      `SELECT substr(coalesce(due_to, due_from), 1, 7) AS value, count(*) AS n FROM tasks
       WHERE coalesce(due_to, due_from) >= ? GROUP BY 1 ORDER BY 1`,
      from ?? '',
    ),
    confidence: counted(
      `SELECT printf('%.1f', min(0.9, CAST(confidence * 10 AS INTEGER) / 10.0)) AS value, count(*) AS n FROM plans
       WHERE confidence IS NOT NULL GROUP BY 1 ORDER BY 1`,
    ),
  }
}
