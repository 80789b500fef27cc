import { existsSync } from 'node:fs'
import type { Query } from '../../../grammars/query.ts'
import type { Plan } from '../../../schemas/plan.ts'
import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import { type Database, databaseError, openDatabase, type Row, type Statement } from '../database.ts'
import { unpack } from '../packed.ts'
import type { Card, Cited, Entry, Facets, Page, Results, Statistics, Store } from '../store.ts'
import { CARD_COLUMNS, cardOf } from './cards.ts'
import { compile, conditionOf } from './compile.ts'
import { planCount } from './near.ts'
import { facets, search } from './search.ts'
import { statistics } from './statistics.ts'
import { ARCHIVE_VERSION, versionOf } from './version.ts'
import type { Writer } from './write.ts'

/**
 * Opens an archive to be searched.
 *
 * @throws PlanExtractError E_NOT_FOUND, E_ARCHIVE
 */
export async function openArchive(path: string): Promise<Store> {
  if (!existsSync(path))
    throw new PlanExtractError('E_NOT_FOUND', say('there is no archive {path}', { path }), {
      hint: say('plan-extract index makes one.'),
    })
  const database = await openDatabase(path, 'read')
  return guarded(path, database, undefined, () => {
    database.exec('PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824')
    const version = versionOf(database, path)
    if (version === 0)
      throw new PlanExtractError('E_ARCHIVE', say('{path} is empty', { path }), {
        hint: say('plan-extract index fills it.'),
      })
    if (version < ARCHIVE_VERSION)
      throw new PlanExtractError('E_ARCHIVE', say('{path} was made by an older plan-extract', { path }), {
        hint: say('plan-extract index brings it up to date.'),
      })
  })
}

/**
 * Opens an archive to be written, making it where there is none and bringing an older one up to date.
 *
 * @throws PlanExtractError E_ARCHIVE
 */
export async function openArchiveToWrite(path: string): Promise<Store> {
  // Who only searches, which should begin at once, loads nothing that writes.
  const [{ migrate }, { Writer }] = await Promise.all([import('./migrations.ts'), import('./write.ts')])
  const database = await openDatabase(path, 'write')
  return guarded(path, database, Writer, () => {
    // Packed plans are some kilobytes: small pages would be half empty. Both take effect on a new file only.
    if (versionOf(database, path) === 0)
      database.exec('PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL')
    migrate(database, path)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON')
    database.exec('PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY')
  })
}

function guarded(
  path: string,
  database: Database,
  WriterClass: typeof Writer | undefined,
  prepare: () => void,
): Store {
  try {
    prepare()
    return new SqliteStore(path, database, WriterClass && new WriterClass(database))
  } catch (error) {
    database.close()
    throw databaseError(path, error)
  }
}

class SqliteStore implements Store {
  readonly #path: string
  readonly #database: Database
  readonly #writer: Writer | undefined
  #contents: Statement | undefined
  #put = 0

  /** @param writer absent where the archive is only read */
  constructor(path: string, database: Database, writer: Writer | undefined) {
    this.#path = path
    this.#database = database
    this.#writer = writer
  }

  transaction(write: () => void): void {
    this.#guard(() => {
      this.#database.exec('BEGIN IMMEDIATE')
      try {
        write()
        this.#database.exec('COMMIT')
      } catch (error) {
        this.#database.exec('ROLLBACK')
        this.#writer?.forget()
        throw error
      }
    })
  }

  hashOf(key: string): Uint8Array | undefined {
    const row = this.#all('SELECT hash FROM plans WHERE key = ?', key)[0]
    return row?.hash as Uint8Array | undefined
  }

  put(entry: Entry): void {
    this.#put++
    this.#openToWrite().put(entry)
  }

  prune(keys: ReadonlySet<string>): number {
    const gone = this.#all('SELECT key FROM plans').filter(row => !keys.has(String(row.key)))
    const writer = this.#openToWrite()
    for (const row of gone) writer.remove(String(row.key))
    return gone.length
  }

  count(): number {
    return this.#guard(() => planCount(this.#database))
  }

  search(query: Query, page: Page): Results {
    return this.#guard(() => search(this.#database, query, page))
  }

  facets(query: Query): Facets {
    return this.#guard(() => facets(this.#database, query))
  }

  plan(id: number): Plan {
    const row = this.#guard(() => {
      this.#contents ??= this.#database.prepare('SELECT json FROM contents WHERE plan = ?')
      return this.#contents.get(id) as Row | undefined
    })
    if (!row)
      throw new PlanExtractError('E_ARCHIVE', say('{path} has no plan {id}', { path: this.#path, id }))
    return unpack(row.json as Uint8Array)
  }

  cards(): Iterable<Card> {
    return this.#all(`SELECT ${CARD_COLUMNS} FROM plans ORDER BY key`).map(cardOf)
  }

  *plans(query: Query = { type: 'all' }): Iterable<{ card: Card; plan: Plan }> {
    const { sql, values } = conditionOf(compile(query))
    const cards = this.#all(`SELECT ${CARD_COLUMNS} FROM plans WHERE ${sql} ORDER BY key`, ...values).map(
      cardOf,
    )
    for (const card of cards) yield { card, plan: this.plan(card.id) }
  }

  sketches(): Iterable<{ id: number; sketch: Uint8Array }> {
    return this.#all('SELECT id, sketch FROM plans ORDER BY id') as { id: number; sketch: Uint8Array }[]
  }

  citations(): Iterable<Cited> {
    return this.#all(
      'SELECT plan, basis, kind, number, date, issuer FROM citations ORDER BY plan, ordinal',
    ).map(row => ({
      plan: Number(row.plan),
      basis: row.basis === 1,
      kind: String(row.kind),
      ...(row.number !== null && { number: String(row.number) }),
      ...(row.date !== null && { date: String(row.date) }),
      ...(row.issuer !== null && { issuer: String(row.issuer) }),
    }))
  }

  statistics(from: string | undefined): Statistics {
    return this.#guard(() => statistics(this.#database, from))
  }

  /**
   * What was written is brought into the one file, unless another run has it open. Where much is new, the index is put in
   * order first: searches are quicker then and the file smaller.
   */
  close(): void {
    try {
      if (this.#writer) {
        if (this.#put * 5 > planCount(this.#database))
          this.#database.exec(`INSERT INTO search(search) VALUES ('optimize')`)
        this.#database.exec('PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)')
        this.#database.exec('PRAGMA journal_mode = DELETE')
      }
    } catch {
      // The last run to close does it.
    }
    this.#database.close()
  }

  #openToWrite(): Writer {
    if (this.#writer) return this.#writer
    throw new PlanExtractError('E_ARCHIVE', say('{path} cannot be written', { path: this.#path }), {
      hint: say('Open it with openArchiveToWrite.'),
    })
  }

  #all(sql: string, ...values: (string | number | Uint8Array | null | bigint)[]): Row[] {
    return this.#guard(() => this.#database.prepare(sql).all(...values) as Row[])
  }

  #guard<Result>(action: () => Result): Result {
    try {
      return action()
    } catch (error) {
      throw databaseError(this.#path, error)
    }
  }
}
