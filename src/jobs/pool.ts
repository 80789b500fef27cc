import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packagePath } from '../package-root.ts'
import { failed } from './failure.ts'
import type { Job, Outcome } from './job.ts'

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
    run: (job, signal) => pool.run(job, signal ? { signal } : {}).catch(failed) as Promise<Outcome>,
    close: () => pool.destroy(),
  }
}

/** Beside this file, in source and build; in a bundle it is that of the package, since a thread begins with a file. */
function workerFile(): string {
  const beside = fileURLToPath(new URL(`worker${import.meta.url.slice(-3)}`, import.meta.url))
  return existsSync(beside) ? beside : packagePath('dist/src/jobs/worker.js')
}
