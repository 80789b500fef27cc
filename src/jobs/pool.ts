import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DEFAULT_TIMEOUT } from '../ingest/options.ts'
import { packagePath } from '../package-root.ts'
import { failed } from './failure.ts'
import type { Job, Outcome } from './job.ts'
import { Watchdog } from './watchdog.ts'
import type { Work } from './worker.ts'

/** Seconds: no step takes as long at a stretch on a busy machine, the start of a thread with its models included. */
const LEAST = 20

/** Threads that load the models once and are kept. */
export interface Pool {
  /** Every failure is an outcome. */
  run(job: Job, signal?: AbortSignal): Promise<Outcome>
  close(): Promise<void>
}

export async function openPool(workers: number): Promise<Pool> {
  const { Piscina } = await import('piscina')
  const pool = new Piscina({
    filename: workerFile(),
    minThreads: 1,
    maxThreads: workers,
    idleTimeout: 60_000, // a thread that ends would load its models again
  })
  return {
    run: async (job, signal) => {
      const watchdog = new Watchdog(Math.max(job.options.timeout ?? DEFAULT_TIMEOUT, LEAST))
      const signals = signal ? [signal, watchdog.signal] : [watchdog.signal]
      const work: Work = { job, beats: watchdog.beats }
      try {
        return (await pool.run(work, { signal: AbortSignal.any(signals) })) as Outcome
      } catch (error) {
        return failed(watchdog.error ?? error)
      } finally {
        watchdog.close()
      }
    },
    close: () => pool.destroy(),
  }
}

/** Beside this file, in source and build; in a bundle it is that of the package, since a thread begins with a file. */
function workerFile(): string {
  const beside = fileURLToPath(new URL(`worker${import.meta.url.slice(-3)}`, import.meta.url))
  return existsSync(beside) ? beside : packagePath('dist/src/jobs/worker.js')
}
