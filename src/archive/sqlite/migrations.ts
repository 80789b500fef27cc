import { COLUMN_NAMES, EXACT_NAMES, PAIRS } from '../columns.ts'
import type { Database } from '../database.ts'
import { unpack } from '../packed.ts'
import { APPLICATION_ID, ARCHIVE_VERSION, versionOf } from './version.ts'
import { Writer } from './write.ts'

const child = 'plan INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL'

/**
 * The steps from one version of the archive to the next: version n is what the first n steps make. Steps are only ever
 * added. Names of bodies stand once, in `names`. Texts stand once, in `contents` (deflated JSON) and as an index in `search`; the other tables hold what is
 * asked for by value; the section of a statement is the ordinal of its heading.
 */
const STEPS: readonly ((database: Database) => void)[] = [firstVersion, addPairs]

function firstVersion(database: Database): void {
  database.exec(`
  CREATE TABLE plans (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    hash BLOB NOT NULL,
    number TEXT, number_key TEXT,
    issuer TEXT, level TEXT,
    place TEXT, date TEXT, year INTEGER,
    kind TEXT, title TEXT,
    pages INTEGER NOT NULL, confidence REAL,
    sketch BLOB NOT NULL
  );
  CREATE INDEX plans_number ON plans(number_key);
  CREATE TABLE contents (plan INTEGER PRIMARY KEY REFERENCES plans(id) ON DELETE CASCADE, json BLOB NOT NULL);
  CREATE TABLE sections (
    ${child}, id TEXT NOT NULL, role TEXT NOT NULL, page INTEGER,
    PRIMARY KEY (plan, ordinal)) WITHOUT ROWID;
  CREATE TABLE statements (
    ${child}, section INTEGER, page INTEGER,
    PRIMARY KEY (plan, ordinal)) WITHOUT ROWID;
  CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, key TEXT NOT NULL);
  CREATE TABLE tasks (
    ${child}, text TEXT NOT NULL, section TEXT NOT NULL, due_from TEXT, due_to TEXT, recurring TEXT,
    PRIMARY KEY (plan, ordinal)) WITHOUT ROWID;
  CREATE TABLE task_bodies (
    plan INTEGER NOT NULL, task INTEGER NOT NULL, part TEXT NOT NULL, ordinal INTEGER NOT NULL,
    name INTEGER NOT NULL REFERENCES names(id),
    PRIMARY KEY (plan, task, part, ordinal),
    FOREIGN KEY (plan, task) REFERENCES tasks(plan, ordinal) ON DELETE CASCADE) WITHOUT ROWID;
  CREATE TABLE assignments (
    ${child}, name INTEGER NOT NULL REFERENCES names(id), section TEXT NOT NULL,
    PRIMARY KEY (plan, ordinal)) WITHOUT ROWID;
  CREATE TABLE targets (
    ${child}, value REAL NOT NULL, unit TEXT NOT NULL, comparator TEXT NOT NULL, subject TEXT NOT NULL, section TEXT NOT NULL,
    PRIMARY KEY (plan, ordinal)) WITHOUT ROWID;
  CREATE TABLE citations (
    ${child}, basis INTEGER NOT NULL, kind TEXT NOT NULL, number TEXT, number_key TEXT, date TEXT, issuer TEXT,
    PRIMARY KEY (plan, ordinal)) WITHOUT ROWID;
  CREATE INDEX citations_number ON citations(number_key) WHERE number_key IS NOT NULL;
  CREATE TABLE recipients (
    ${child}, name INTEGER NOT NULL REFERENCES names(id),
    PRIMARY KEY (plan, ordinal)) WITHOUT ROWID;
  ${searchTable([...COLUMN_NAMES, ...EXACT_NAMES])}
  CREATE TABLE words (word TEXT PRIMARY KEY) WITHOUT ROWID;
  `)
}

function searchTable(columns: readonly string[]): string {
  return `CREATE VIRTUAL TABLE search USING fts5(
    ${columns.join(', ')}, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');`
}

/**
 * Pairs of words of the letterhead become words of the index, and plans can be gone through by date. An index without content
 * can't get a column more: it is made anew from the plans. The alternatives of doubtful words stand in no plan: they are read
 * out of the old index.
 */
function addPairs(database: Database): void {
  database.exec('CREATE INDEX plans_date ON plans(date)')
  const alternatives = new Map<number, string[]>()
  database.exec('CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search, instance)')
  const terms = database.prepare(
    `SELECT doc, term FROM temp.terms WHERE col = 'alternatives' AND term <> 'ω'`,
  )
  for (const { doc, term } of terms.all() as { doc: number; term: string }[])
    alternatives.set(doc, [...(alternatives.get(doc) ?? []), term])
  database.exec('DROP TABLE temp.terms; DROP TABLE search')
  database.exec(searchTable([...COLUMN_NAMES, ...EXACT_NAMES, PAIRS]))
  const writer = new Writer(database)
  for (const { plan, json } of database
    .prepare('SELECT plan, json FROM contents')
    .iterate() as Iterable<Contents>)
    writer.putIndex(plan, unpack(json), alternatives.get(plan))
  database.exec(`INSERT INTO search(search) VALUES ('optimize')`)
}

interface Contents {
  plan: number
  json: Uint8Array
}

/**
 * Brings the archive to a version, in one transaction.
 *
 * @param to the present one, but for tests of older ones
 * @throws PlanExtractError E_ARCHIVE for a file that is no archive or one of a newer version; nothing is changed then
 */
export function migrate(database: Database, path: string, to = ARCHIVE_VERSION): void {
  if (versionOf(database, path) >= to) return
  database.exec('BEGIN IMMEDIATE')
  try {
    // Another run may have brought it up to date while this one waited.
    for (let version = versionOf(database, path); version < to; version++) STEPS[version]!(database)
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    database.exec(`PRAGMA user_version = ${to}`)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
