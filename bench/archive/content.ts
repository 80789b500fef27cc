import { openDatabase } from '../../src/archive/database.ts'

/** Every plan of an archive with what the tables and the index have of it, whatever its row's number. */
export async function contentOf(archive: string): Promise<unknown[]> {
  const database = await openDatabase(archive, 'read')
  const rows = database
    .prepare(
      `SELECT key, hex(hash) AS hash, hex(json) AS json,
         (SELECT count(*) FROM statements s WHERE s.plan = plans.id) AS statements,
         (SELECT count(*) FROM tasks t WHERE t.plan = plans.id) AS tasks,
         (SELECT count(*) FROM search WHERE search.rowid = plans.id) AS indexed
       FROM plans JOIN contents ON contents.plan = plans.id ORDER BY key`,
    )
    .all()
  database.close()
  return rows
}

/** Whether SQLite finds the file sound. */
export async function isSound(archive: string): Promise<boolean> {
  const database = await openDatabase(archive, 'write')
  const [row] = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[]
  database.close()
  return row?.integrity_check === 'ok'
}
