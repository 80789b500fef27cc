import { createReadStream, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { alternativesOf, BATCH, documentHash, type Fed, feed, type Offered } from '../../archive/feed.ts'
import { openArchiveToWrite } from '../../archive/sqlite/store.ts'
import type { Store } from '../../archive/store.ts'
import { PlanExtractError } from '../../errors.ts'
import { failed } from '../../jobs/failure.ts'
import type { JobOptions } from '../../jobs/job.ts'
import { say } from '../../said.ts'
import { recordsOf } from '../../validate/plan-file.ts'
import { runBatch, type Sink } from '../batch.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { generatorFor } from '../generator-for.ts'
import { expandInputs, type InputFile, isDocument } from '../inputs.ts'
import { counted, t } from '../language/language.ts'
import { Messages } from '../messages.ts'
import { type DocumentOptions, jobOptions } from '../options.ts'
import { isAnyPlanFile, isPlanFile, planBeside } from '../plan-files.ts'

export interface IndexOptions extends DocumentOptions {
  prune?: boolean
}

type Counts = Record<Fed | 'failed', number>

/** `plan-extract index <archive> <input…>`: plan files as they are, documents extracted on the way. */
export async function indexCommand(archive: string, args: string[], cli: IndexOptions): Promise<ExitCode> {
  const messages = new Messages(cli)
  const options = await jobOptions(cli)
  const { files } = await expandInputs(
    args,
    path => isPlanFile(path) || (isDocument(path) && !planBeside(path)),
  )
  const inputs = files.filter(({ path }) => resolve(path) !== resolve(archive))
  if (inputs.length === 0)
    messages.warning(undefined, t('no plan and no document in {inputs}', { inputs: args.join(', ') }))
  const store = await openArchiveToWrite(archive)
  const keys = new Set<string>()
  const keyOf = (path: string): string => {
    const key = relative(dirname(resolve(archive)), resolve(path)).replaceAll('\\', '/')
    keys.add(key)
    return key
  }
  try {
    const counts: Counts = { new: 0, replaced: 0, unchanged: 0, failed: 0 }
    const plans = inputs.filter(({ path }) => isAnyPlanFile(path))
    const documents = inputs.filter(file => !plans.includes(file))
    messages.startProgress(plans.length, 'file')
    for await (const batch of batches(records(plans, keyOf, counts, messages)))
      store.transaction(() => putAll(store, batch, counts, messages))
    messages.stopProgress()
    let code: ExitCode = EXIT.done
    if (documents.length > 0) {
      const sink = archiveSink(store, keyOf, options, counts)
      code = await runBatch({ files: documents, want: { step: 'plan' }, options, sink }, cli, messages)
    }
    const pruned = cli.prune && counts.failed === 0 && code === EXIT.done ? prune(store, keys) : 0
    messages.info(
      t('{new} new, {replaced} replaced, {unchanged} unchanged, {removed} removed; {plans} in {archive}', {
        ...counts,
        removed: pruned,
        plans: counted(store.count(), 'plan'),
        archive,
      }),
      { event: 'summary', ...counts, removed: pruned, plans: store.count() },
    )
    return counts.failed > 0 ? EXIT.someFailed : code
  } finally {
    store.close()
  }
}

function prune(store: Store, keys: ReadonlySet<string>): number {
  let gone = 0
  store.transaction(() => {
    gone = store.prune(keys)
  })
  return gone
}

function putAll(store: Store, batch: readonly Offered[], counts: Counts, messages: Messages): void {
  for (const offered of batch)
    try {
      counts[feed(store, offered)]++
    } catch (error) {
      if (!(error instanceof PlanExtractError) || error.code === 'E_ARCHIVE') throw error
      counts.failed++
      messages.error(offered.key, failed(error))
    }
}

/** Records of plan files, one after the other; lines of `.ndjson` are read as they come. */
async function* records(
  files: readonly InputFile[],
  keyOf: (path: string) => string,
  counts: Counts,
  messages: Messages,
): AsyncGenerator<Offered> {
  let done = 0
  for (const { path, error } of files) {
    try {
      if (error) throw error
      if (path.toLowerCase().endsWith('.ndjson')) {
        const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })
        let number = 0
        for await (const text of lines) {
          number++
          if (text.trim() !== '')
            yield {
              key: keyOf(`${path}#${number}`),
              text,
              path,
              parse: () => recordsOf(text, path)[0]?.value,
            }
        }
      } else if (path.toLowerCase().endsWith('.json')) {
        const text = readFileSync(path, 'utf8')
        yield { key: keyOf(path), text, path, parse: () => recordsOf(text, path)[0]?.value }
      } else
        for (const [index, { value }] of recordsOf(readFileSync(path, 'utf8'), path).entries()) {
          const key = keyOf(index === 0 ? path : `${path}#${index + 1}`)
          yield { key, text: JSON.stringify(value), path, parse: () => value }
        }
    } catch (cause) {
      counts.failed++
      const unreadable = (cause as NodeJS.ErrnoException).syscall !== undefined
      messages.error(
        path,
        failed(
          unreadable
            ? new PlanExtractError('E_UNREADABLE', say('the file cannot be read'), { cause })
            : cause,
        ),
      )
    }
    messages.progress(++done, path)
  }
}

async function* batches(offered: AsyncIterable<Offered>): AsyncGenerator<Offered[]> {
  let batch: Offered[] = []
  for await (const each of offered) {
    batch.push(each)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function archiveSink(
  store: Store,
  keyOf: (path: string) => string,
  options: JobOptions,
  counts: Counts,
): Sink {
  return {
    async wants(path, sha256) {
      const before = store.hashOf(keyOf(path))
      if (!before || !Buffer.from(before).equals(documentHash(await sha256(), generatorFor(path, options))))
        return true
      counts.unchanged++
      return false
    },
    async write(path, { plan, document, sha256 }) {
      const key = keyOf(path)
      const hash = documentHash(sha256, plan!.generator!)
      const before = store.hashOf(key)
      store.transaction(() => store.put({ key, hash, plan: plan!, alternatives: alternativesOf(document!) }))
      counts[before ? 'replaced' : 'new']++
      return { note: t('indexed') }
    },
    finish: async () => {},
  }
}
