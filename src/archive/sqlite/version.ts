import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import type { Database } from '../database.ts'

/** Written in the head of the file: tells an archive from any other SQLite file. "PLAN" in ASCII. */
export const APPLICATION_ID = 0x504c414e

/** The present version: the number of steps in `migrations.ts`. */
export const ARCHIVE_VERSION = 2

/** Version of the archive, 0 for an empty file. */
export function versionOf(database: Database, path: string): number {
  const number = (sql: string) => Number(Object.values(database.prepare(sql).get() as object)[0])
  const version = number('PRAGMA user_version')
  const tables = number('SELECT count(*) FROM sqlite_schema')
  if (tables === 0 && version === 0) return 0
  if (number('PRAGMA application_id') !== APPLICATION_ID)
    throw new PlanExtractError('E_ARCHIVE', say('{path} is a database of another program', { path }), {
      hint: say('Give another name for the archive.'),
    })
  if (version > ARCHIVE_VERSION)
    throw new PlanExtractError(
      'E_ARCHIVE',
      say('{path} was made by a newer plan-extract (archive version {version}, this one knows {known})', {
        path,
        version,
        known: ARCHIVE_VERSION,
      }),
      { hint: say('Install the newer plan-extract; the archive is unchanged.') },
    )
  return version
}
