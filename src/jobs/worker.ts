import { DEFAULT_TIMEOUT } from '../ingest/options.ts'
import { type Job, type Outcome, runJob } from './job.ts'
import { type Beats, beatWhile } from './watchdog.ts'

/** A job, and where its thread shows that it is alive. */
export interface Work {
  job: Job
  beats: Beats
}

/** What a thread of the pool runs: its models are loaded at the first job and kept. */
export default function work({ job, beats }: Work): Promise<Outcome> {
  return beatWhile(beats, job.options.timeout ?? DEFAULT_TIMEOUT, () => runJob(job))
}
