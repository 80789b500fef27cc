import type { Failed } from '../jobs/failure.ts'
import type { BatchRow, RowFacts } from '../report/batch-page.ts'
import { earlierRow, writeBatchReport } from '../report/write.ts'
import type { Batch } from './batch.ts'
import { generatorFor } from './generator-for.ts'
import type { Inputs } from './inputs.ts'
import { t } from './language/language.ts'
import type { Messages } from './messages.ts'
import { targets } from './outputs.ts'

/**
 * A run that writes pages as well: one for each document where the work on it is done, and at the end that of all
 * documents. With `--resume` a document whose page would be the same is left out.
 */
export function withReport(batch: Batch, { files, base }: Inputs, report: string, messages: Messages): Batch {
  const { sink, options } = batch
  const places = targets(files, '', base, '')
  const rows = new ReportRows(report, path => places.get(path) ?? path)
  return {
    ...batch,
    report: path => ({ folder: report, place: rows.placeOf(path) }),
    sink: {
      ...sink,
      async wants(path, sha256) {
        const isWanted = await sink.wants(path, sha256)
        if (isWanted) return true
        const earlier = earlierRow(report, rows.placeOf(path), await sha256(), generatorFor(path, options))
        if (!earlier) return true
        rows.done(path, earlier)
        return false
      },
      async write(path, done) {
        rows.done(path, done.row!)
        return await sink.write(path, done)
      },
      failed(path, failure) {
        rows.failed(path, failure)
        sink.failed?.(path, failure)
      },
      async finish() {
        await sink.finish()
        const page = rows.write(files.map(({ path }) => path))
        messages.info(t('pages to look at: {page}', { page }), { event: 'report', output: page })
      },
    },
  }
}

/** What the page of all documents says, gathered while they are worked on. */
export class ReportRows {
  readonly placeOf: (path: string) => string
  readonly #report: string
  readonly #rows = new Map<string, BatchRow>()

  /** @param placeOf the folder of a document's page in that of the report */
  constructor(report: string, placeOf: (path: string) => string) {
    this.#report = report
    this.placeOf = placeOf
  }

  done(path: string, read: RowFacts): void {
    const href = `${this.placeOf(path).split(/[\\/]/).map(encodeURIComponent).join('/')}/index.html`
    this.#rows.set(path, { file: path, href, read })
  }

  failed(path: string, { message }: Pick<Failed, 'message'>): void {
    this.#rows.set(path, { file: path, error: message })
  }

  /** @returns the path of the page. Errors: E_WRITE. */
  write(order: readonly string[]): string {
    return writeBatchReport(
      order.flatMap(path => this.#rows.get(path) ?? []),
      this.#report,
    )
  }
}
