import type { Plan } from '../../../schemas/plan.ts'
import {
  COLUMN_NAMES,
  type Column,
  columnWords,
  EXACT_NAMES,
  exactColumnOf,
  PAIRED,
  PAIRS,
  pairsOf,
} from '../columns.ts'
import type { Database, Statement, Value } from '../database.ts'
import { shinglesIn, sketchOf } from '../minhash.ts'
import { pack } from '../packed.ts'
import { type Passage, passagesOf } from '../passages.ts'
import type { Entry } from '../store.ts'
import { type Forms, formsIn, joined, keyOf } from '../words.ts'

type Insert = (...values: (Value | undefined)[]) => number

/** Puts plans into the tables; statements are prepared once. */
export class Writer {
  readonly #database: Database
  readonly #inserts = new Map<string, Insert>()
  readonly #words = new Set<string>()
  readonly #names = new Map<string, number>()

  constructor(database: Database) {
    this.#database = database
  }

  put(entry: Entry): void {
    this.remove(entry.key)
    const { plan } = entry
    const passages = passagesOf(plan)
    const words = passages.map(({ text }) => formsIn(text))
    const id = this.#putCard(entry, sketchOf(shinglesIn(passages, words)))
    this.#insert('contents', 2)(id, pack(plan))
    this.#putPassages(id, passages)
    this.#putTasks(id, plan)
    this.#putCitations(id, plan)
    this.#putColumns(id, columnWords(plan, passages, words, entry.alternatives ?? []))
  }

  /** Puts the plan of this number into the full text index alone. */
  putIndex(id: number, plan: Plan, alternatives: readonly string[] = []): void {
    const passages = passagesOf(plan)
    const words = passages.map(({ text }) => formsIn(text))
    this.#putColumns(id, columnWords(plan, passages, words, alternatives))
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

  #putCard({ key, hash, plan }: Entry, sketch: Uint8Array): number {
    const { header, source, confidence } = plan
    const { number, issuer, place, date, kind, title } = header
    return this.#insert('plans', 15)(
      null,
      key,
      hash,
      number,
      number && keyOf(number),
      issuer?.name,
      issuer?.level,
      place,
      date,
      date === undefined ? undefined : Number(date.slice(0, 4)),
      kind,
      title,
      source.pages,
      confidence,
      sketch,
    )
  }

  #putPassages(id: number, passages: readonly Passage[]): void {
    const section = this.#insert('sections', 5)
    const statement = this.#insert('statements', 4)
    let heading: number | undefined
    for (const [ordinal, passage] of passages.entries())
      if (passage.kind === 'heading') {
        section(id, ordinal, passage.section, passage.role, passage.page)
        heading = ordinal
      } else if (passage.kind === 'statement') statement(id, ordinal, heading, passage.page)
  }

  #putTasks(id: number, { tasks, assignments, targets, recipients }: Plan): void {
    const body = this.#insert('task_bodies', 5)
    for (const [ordinal, { text, section, deadline, ...bodies }] of tasks.entries()) {
      this.#insert('tasks', 7)(id, ordinal, text, section, deadline?.from, deadline?.to, deadline?.recurring)
      for (const part of ['lead', 'support'] as const)
        for (const [place, name] of bodies[part].entries()) body(id, ordinal, part, place, this.#name(name))
    }
    for (const [ordinal, { unit, section }] of assignments.entries())
      this.#insert('assignments', 4)(id, ordinal, this.#name(unit), section)
    for (const [ordinal, { value, unit, comparator, subject, section }] of targets.entries())
      this.#insert('targets', 7)(id, ordinal, value, unit, comparator, subject, section)
    for (const [ordinal, text] of recipients.entries())
      this.#insert('recipients', 3)(id, ordinal, this.#name(text))
  }

  /** Id of a name, which is put in where it is new. */
  #name(name: string): number {
    let id = this.#names.get(name)
    if (id !== undefined) return id
    const row = this.#database.prepare('SELECT id FROM names WHERE name = ?').get(name) as
      | { id: number }
      | undefined
    id = row ? row.id : this.#insert('names', 3)(null, name, keyOf(name))
    this.#names.set(name, id)
    return id
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

  #putColumns(id: number, words: Record<Column, Forms[]>): void {
    const sets = new Map(EXACT_NAMES.map(name => [name, new Set<Forms>()]))
    for (const name of COLUMN_NAMES) {
      const set = sets.get(exactColumnOf(name))!
      for (const word of words[name]) set.add(word)
    }
    const exact = [...sets.values()].map(set => {
      let text = ''
      for (const word of set) {
        this.#putWord(word)
        if (word.exact !== word.folded) text += ` ${word.exact}`
      }
      return text
    })
    const pairs = PAIRED.flatMap(name => pairsOf(words[name]))
    const columns = [...COLUMN_NAMES, ...EXACT_NAMES, PAIRS]
    const insert = this.#insert('search', columns.length + 1, `rowid, ${columns.join(', ')}`)
    insert(id, ...COLUMN_NAMES.map(name => joined(words[name])), ...exact, pairs.join(' '))
  }

  #putWord({ folded }: Forms): void {
    if (this.#words.has(folded)) return
    if (folded.length > 2 && !/\d/.test(folded)) this.#insert('OR IGNORE words', 1)(folded)
    this.#words.add(folded)
  }

  /** Forgets the words and names of a transaction that was not kept. */
  forget(): void {
    this.#words.clear()
    this.#names.clear()
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
