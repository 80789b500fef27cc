import type { Plan } from '../../../schemas/plan.ts'
import { COLUMN_NAMES, columnTexts } from '../columns.ts'
import type { Database, Statement, Value } from '../database.ts'
import { shinglesOf, sketchOf } from '../minhash.ts'
import { pack } from '../packed.ts'
import { passagesOf } from '../passages.ts'
import type { Entry } from '../store.ts'
import { foldedAndExact, keyOf } from '../words.ts'

type Insert = (...values: (Value | undefined)[]) => number

/** Puts plans into the tables; statements are prepared once. */
export class Writer {
  readonly #database: Database
  readonly #inserts = new Map<string, Insert>()
  readonly #words = new Set<string>()

  constructor(database: Database) {
    this.#database = database
  }

  put(entry: Entry): void {
    this.remove(entry.key)
    const { plan } = entry
    const id = this.#putCard(entry)
    this.#insert('contents', 2)(id, pack(plan))
    this.#putPassages(id, plan)
    this.#putTasks(id, plan)
    this.#putCitations(id, plan)
    this.#putIndex(id, plan, entry.alternatives ?? [])
  }

  /** Removes the plan of this key, if there is one. */
  remove(key: string): void {
    const row = this.#database.prepare('SELECT id FROM plans WHERE key = ?').get(key) as
      | { id: number }
      | undefined
    if (!row) return
    this.#database.prepare('DELETE FROM search WHERE rowid = ?').run(row.id)
    this.#database.prepare('DELETE FROM plans WHERE id = ?').run(row.id)
  }

  #putCard({ key, hash, plan }: Entry): number {
    const { header, source, confidence } = plan
    const { number, issuer, place, date, kind, title } = header
    return this.#insert('plans', 16)(
      null,
      key,
      hash,
      number,
      number && keyOf(number),
      issuer?.name,
      issuer && keyOf(issuer.name),
      issuer?.level,
      place,
      date,
      date === undefined ? undefined : Number(date.slice(0, 4)),
      kind,
      title,
      source.pages,
      confidence,
      sketchOf(shinglesOf(plan)),
    )
  }

  #putPassages(id: number, plan: Plan): void {
    const section = this.#insert('sections', 6)
    const statement = this.#insert('statements', 6)
    passagesOf(plan).forEach((passage, ordinal) => {
      if (passage.kind === 'heading')
        section(id, ordinal, passage.section, passage.text, passage.role, passage.page)
      else if (passage.kind === 'statement')
        statement(id, ordinal, passage.section, passage.role, passage.page, passage.line)
    })
  }

  #putTasks(id: number, { tasks, assignments, targets, recipients }: Plan): void {
    const body = this.#insert('task_bodies', 6)
    for (const [ordinal, { text, section, deadline, ...bodies }] of tasks.entries()) {
      this.#insert('tasks', 7)(id, ordinal, text, section, deadline?.from, deadline?.to, deadline?.recurring)
      for (const part of ['lead', 'support'] as const)
        for (const [place, name] of bodies[part].entries()) body(id, ordinal, part, place, name, keyOf(name))
    }
    for (const [ordinal, { unit, section }] of assignments.entries())
      this.#insert('assignments', 4)(id, ordinal, unit, section)
    for (const [ordinal, { value, unit, comparator, subject, section }] of targets.entries())
      this.#insert('targets', 7)(id, ordinal, value, unit, comparator, subject, section)
    for (const [ordinal, text] of recipients.entries()) this.#insert('recipients', 3)(id, ordinal, text)
  }

  /** Citations with those of the basis first; one that is in both stands as basis. */
  #putCitations(id: number, { basis, citations }: Plan): void {
    const insert = this.#insert('citations', 8)
    const seen = new Set<string>()
    let ordinal = 0
    for (const [list, isBasis] of [
      [basis, 1],
      [citations, 0],
    ] as const)
      for (const { kind, number, date, issuer, text } of list) {
        const name = number ?? text
        if (seen.has(name)) continue
        seen.add(name)
        insert(id, ordinal++, isBasis, kind, number, number && keyOf(number), date, issuer)
      }
  }

  #putIndex(id: number, plan: Plan, alternatives: readonly string[]): void {
    const texts = columnTexts(plan, alternatives)
    const values: Value[] = []
    for (const name of COLUMN_NAMES) {
      const { folded, exact } = foldedAndExact(texts[name])
      values.push(folded, exact)
      this.#putWords(folded)
    }
    const columns = COLUMN_NAMES.flatMap(name => [name, `${name}_x`])
    this.#insert('search', columns.length + 1, `rowid, ${columns.join(', ')}`)(id, ...values)
  }

  #putWords(folded: string): void {
    if (folded === '') return
    for (const word of folded.split(' ')) {
      if (this.#words.has(word)) continue
      if (word.length > 2 && !/\d/.test(word)) this.#insert('OR IGNORE words', 1)(word)
      this.#words.add(word)
    }
  }

  /** Forgets the words of a transaction that was not kept. */
  forget(): void {
    this.#words.clear()
  }

  #insert(table: string, count: number, columns?: string): Insert {
    let insert = this.#inserts.get(table)
    if (insert) return insert
    const into = table.startsWith('OR IGNORE ')
      ? `INSERT OR IGNORE INTO ${table.slice(10)}`
      : `INSERT INTO ${table}`
    const statement: Statement = this.#database.prepare(
      `${into}${columns ? `(${columns})` : ''} VALUES (${Array(count).fill('?').join(', ')})`,
    )
    insert = (...values) => Number(statement.run(...values.map(value => value ?? null)).lastInsertRowid)
    this.#inserts.set(table, insert)
    return insert
  }
}
