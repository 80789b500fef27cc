import type { Warning } from '../document.ts'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'
import type { IngestOptions, PageDone } from './options.ts'

/** Results in the order of the items, at most `slots` of them in work at a time. The first failure ends it. */
export async function inParallel<T, R>(
  items: readonly T[],
  slots: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  let failed = false
  const run = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++
      try {
        results[index] = await work(items[index] as T)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(slots, items.length) }, run))
  return results
}

/** A page that the engine can't read becomes a warning; the other pages are none the worse for it. */
export async function readOrWarn<T>(
  page: number,
  warnings: Warning[],
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof PlanExtractError) || error.code === 'E_ABORTED') throw error
    warnings.push({
      code: 'page-not-read',
      severity: 'error',
      message: `page ${page} was not read from its picture: ${error.message}`,
      at: { page },
    })
    return undefined
  }
}

/** Errors: E_ABORTED. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new PlanExtractError('E_ABORTED', say('the work was stopped'))
}

export function pageDone(options: IngestOptions, done: PageDone): void {
  options.onProgress?.(done)
  const way = done.text === 'ocr' ? 'read from its picture' : 'text taken from the file'
  options.log?.(`page ${done.page}: ${way}, ${done.reason} (${Math.round(done.took)} ms)`)
}
