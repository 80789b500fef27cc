import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'

/**
 * A file can keep a library busy for ever in a call that never comes back, and a thread in it hears nothing. A thread at
 * work therefore counts up in memory that both sides see; one that stopped counting is ended from outside.
 *
 *     thread   beatWhile ──▶ beats: 1, 2, 3, 3, 3 …
 *     pool     Watchdog   ◀── looks; after `--timeout` seconds without a beat: abort
 */
export type Beats = Int32Array

/** Milliseconds between two beats, and between two looks. */
const PAUSE = 1000

/** Counts up while the work goes on and its thread is free to. */
export async function beatWhile<T>(beats: Beats, seconds: number, work: () => Promise<T>): Promise<T> {
  const beat = (): number => Atomics.add(beats, 0, 1)
  beat() // the work has begun, which the pool waits for
  const timer = setInterval(beat, pause(seconds))
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** Looks after the work of one thread; `signal` is raised when it no longer beats. */
export class Watchdog {
  readonly beats: Beats = new Int32Array(new SharedArrayBuffer(4))
  readonly #controller = new AbortController()
  readonly #seconds: number
  readonly #timer: NodeJS.Timeout

  /** @param seconds without a beat after which the work is given up */
  constructor(seconds: number) {
    this.#seconds = seconds
    let seen = 0
    let missed = 0
    // Looks are counted, not the clock's seconds: where this thread or the whole machine slept, nobody is at fault.
    this.#timer = setInterval(() => {
      const now = Atomics.load(this.beats, 0)
      missed = now === seen && now > 0 ? missed + 1 : 0
      seen = now
      if (missed * pause(seconds) >= 1000 * seconds) this.#controller.abort()
    }, pause(seconds))
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Why the work was given up; undefined where it was not. */
  get error(): PlanExtractError | undefined {
    if (!this.signal.aborted) return undefined
    return new PlanExtractError(
      'E_TIMEOUT',
      say('the work on the file did not come to an end within {seconds} s', { seconds: this.#seconds }),
      { hint: say('It may be made to do harm. If you trust it, raise --timeout, or print it to PDF anew.') },
    )
  }

  close(): void {
    clearInterval(this.#timer)
  }
}

/** Several within the time that is waited. */
function pause(seconds: number): number {
  return Math.min(PAUSE, 250 * seconds)
}
