import { type Job, type Outcome, runJob } from './job.ts'

/** What a thread of the pool runs: its models are loaded at the first job and kept. */
export default function work(job: Job): Promise<Outcome> {
  return runJob(job)
}
