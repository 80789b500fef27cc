import { createRequire } from 'node:module'
import { PlanExtractError } from '../errors.ts'
import { type Said, say } from '../said.ts'

/** A value that SQLite keeps. */
export type Value = string | number | bigint | Uint8Array | null
export type Row = Record<string, Value>

export interface Statement {
  run(...values: Value[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  get(...values: Value[]): unknown
  all(...values: Value[]): unknown[]
  iterate(...values: Value[]): Iterable<unknown>
}

/** The part of `node:sqlite` that the archive uses; another driver that has it can stand in. */
export interface Database {
  exec(sql: string): void
  prepare(sql: string): Statement
  close(): void
}

type DatabaseClass = new (path: string, options?: { readOnly?: boolean }) => Database

/** How long a run waits for another that writes, in milliseconds. */
const WAIT = 60_000

const OWN = 'node:sqlite'
const PACKAGE = '@photostructure/sqlite'

/**
 * Modules with SQLite, the first choice first: Node's own driver where this version of Node has it stable, and the package
 * with the same interface that carries its binaries with it.
 *
 * @param version of Node, as `22.16.0`
 */
export function driversOf(version: string): string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 16) ? [OWN, PACKAGE] : [PACKAGE]
}

/**
 * Opens an SQLite file.
 *
 * @param drivers modules to try, in this order
 * @throws PlanExtractError E_ARCHIVE where there is no driver or the file can't be opened
 */
export async function openDatabase(
  path: string,
  mode: 'read' | 'write',
  drivers: readonly string[] = driversOf(process.versions.node),
): Promise<Database> {
  const Driver = firstOf(drivers)
  try {
    const database = new Driver(path, mode === 'read' ? { readOnly: true } : {})
    database.exec(`PRAGMA busy_timeout = ${WAIT}`)
    return database
  } catch (error) {
    throw databaseError(path, error)
  }
}

function firstOf(drivers: readonly string[]): DatabaseClass {
  const require = createRequire(import.meta.url) // sooner there than by `import`: 10 ms of a search
  const causes: unknown[] = []
  for (const name of drivers)
    try {
      return (require(name) as { DatabaseSync: DatabaseClass }).DatabaseSync
    } catch (cause) {
      causes.push(cause)
    }
  throw new PlanExtractError('E_ARCHIVE', say('archives need SQLite, which this Node has not'), {
    hint: say('Use Node 22.16 or newer, or run npm install {package} where plan-extract is installed.', {
      package: PACKAGE,
    }),
    cause: causes,
  })
}

/** What SQLite complained of, in the words of the program. */
export function databaseError(path: string, error: unknown): PlanExtractError {
  if (error instanceof PlanExtractError) return error
  const { message } = error as Error
  const make = (text: Said, hint: Said) => new PlanExtractError('E_ARCHIVE', text, { hint, cause: error })
  if (/not a database|file is encrypted/i.test(message))
    return make(say('{path} is no archive', { path }), say('Give the file that plan-extract index has made.'))
  if (/locked|busy/i.test(message))
    return make(say('{path} is in use by another run', { path }), say('Wait until the other run has ended.'))
  if (/malformed|corrupt/i.test(message))
    return make(say('{path} is damaged', { path }), say('Make it anew with plan-extract index.'))
  if (/unable to open|cannot open/i.test(message))
    return make(
      say('{path} cannot be opened', { path }),
      say('Check the name, the folder and its permissions.'),
    )
  if (/full|readonly|read-only/i.test(message))
    return make(
      say('{path} cannot be written', { path }),
      say('Check the permissions and the free space of the folder.'),
    )
  return make(
    say('{path}: SQLite says: {message}', { path, message }),
    say('Make the archive anew with plan-extract index.'),
  )
}
