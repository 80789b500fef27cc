import { performance } from 'node:perf_hooks'
import { ingest } from '../../src/ingest/ingest.ts'
import { packagePath } from '../../src/package-root.ts'
import { fixtureNames, row, run } from './common.ts'

const ROUNDS = 4

/**
 *     text layers                 pages/s
 *     plan-extract                     75
 *     pdftotext                       120
 *
 * Pages a second over the born-digital fixtures, in one process here, with one process per file for `pdftotext`.
 */
export async function measureSpeed(only: string): Promise<void> {
  const files = fixtureNames(only).map(name => packagePath(`fixtures/${name}.pdf`))
  row('text layers', '', 'pages/s')
  let pages = 0
  for (const file of files) pages += (await ingest(file)).pages.length // pdfium and the code get warm
  const started = performance.now()
  for (let round = 0; round < ROUNDS; round++) for (const file of files) await ingest(file)
  const own = (ROUNDS * pages * 1000) / (performance.now() - started)
  row('plan-extract', '', own.toFixed(0))
  if (run('pdftotext', ['-v']) === undefined) return
  const begun = performance.now()
  for (let round = 0; round < ROUNDS; round++)
    for (const file of files) run('pdftotext', ['-layout', file, '-'])
  row('pdftotext', '', ((ROUNDS * pages * 1000) / (performance.now() - begun)).toFixed(0))
}
