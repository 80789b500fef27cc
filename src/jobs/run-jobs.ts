import type { Hooks, Job, Outcome } from './job.ts'
import { openPool } from './pool.ts'

export interface JobsOptions extends Hooks {
  /** Threads at work at the same time; 1 works in this thread. */
  workers: number
}

/** What is settled without work passes between the jobs in its place. */
type Tasks<Settled> = Iterable<Job | Settled> | AsyncIterable<Job | Settled>

/**
 * Runs the jobs and gives their outcomes in the order of the jobs, whatever the number of workers. Jobs are taken from
 * the iterable as they are needed, so that memory stays flat however many there are.
 */
export async function* runJobs<Settled extends object = never>(
  tasks: Tasks<Settled>,
  options: JobsOptions,
): AsyncGenerator<Outcome | Settled> {
  if (options.workers > 1) yield* runInThreads(tasks, options)
  else yield* runHere(tasks, options)
}

async function* runHere<Settled extends object>(
  tasks: Tasks<Settled>,
  hooks: Hooks,
): AsyncGenerator<Outcome | Settled> {
  const { runJob } = await import('./job.ts') // with threads, only they need to load the steps
  for await (const task of tasks) yield isJob(task) ? await runJob(task, hooks) : task
}

async function* runInThreads<Settled extends object>(
  tasks: Tasks<Settled>,
  { workers, signal }: JobsOptions,
): AsyncGenerator<Outcome | Settled> {
  const pool = await openPool(workers)
  // Outcomes that wait for their turn behind a slow document are few texts, not many documents.
  const inFlight = workers * 3
  const waiting: (Promise<Outcome> | Settled)[] = []
  try {
    for await (const task of tasks) {
      waiting.push(isJob(task) ? pool.run(task, signal) : task)
      if (waiting.length >= inFlight) yield await waiting.shift()!
    }
    while (waiting.length > 0) yield await waiting.shift()!
  } finally {
    await pool.close()
  }
}

function isJob(task: object): task is Job {
  return 'want' in task
}
