import { baseLetter } from '../../src/repair/candidates/channel.ts'
import type { Costs } from './align.ts'
import type { Counts } from './counts.ts'
import { DigitRuns, PRINTED_AT_ALL } from './digits.ts'
import { BELIEVED, leastShare } from './least.ts'
import { MarkShares, marksOf } from './marks.ts'

/** A mapping seen fewer times than this is noise of the alignment, not of the engine. */
const MIN_COUNT = 2
/** How much of what is believed of a letter with diacritics comes from its base letter with any. */
const SHARED = 0.05
/** And how much, where it is read as two characters, from what its marks are read as behind any letter. */
const BY_MARKS = 0.1

/** Costs from counts: share of the printed segment's occurrences, smoothed by its base letter and a floor. */
export class LearntCosts implements Costs {
  readonly #counts: Counts
  readonly #byBase = new Map<string, Map<string, number>>()
  readonly #baseTotal = new Map<string, number>()
  readonly #marks: MarkShares
  /** Characters that the engine reads. */
  readonly #reads: ReadonlySet<string>

  constructor(counts: Counts) {
    this.#counts = counts
    this.#reads = counts.reads()
    this.#marks = new MarkShares(counts)
    for (const [printed, row] of counts.segments) {
      if (printed.length !== 1) continue
      const key = this.#key(printed)
      let sums = this.#byBase.get(key)
      if (!sums) this.#byBase.set(key, (sums = new Map()))
      for (const [read, count] of row) sums.set(read, (sums.get(read) ?? 0) + count)
      this.#baseTotal.set(key, (this.#baseTotal.get(key) ?? 0) + (counts.printed.get(printed) ?? 0))
    }
  }

  /** Letters with diacritics share what happens to their base letter with any diacritic. */
  #key(printed: string): string {
    const plain = baseLetter(printed)
    return plain === printed ? printed : `${plain}+`
  }

  cost(printed: string, read: string): number {
    const total = this.#counts.printed.get(printed) ?? 0
    const count = this.#counts.segments.get(printed)?.get(read) ?? 0
    if (printed.length === 2 || printed === '') {
      if (count < MIN_COUNT || total === 0) return 14
      return -Math.log(count / (total + 5))
    }
    const key = this.#key(printed)
    const baseTotal = this.#baseTotal.get(key) ?? 0
    const backoff = ((this.#byBase.get(key)?.get(read) ?? 0) + 1e-3) / (baseTotal + 20)
    const own = count / (total + 1)
    const byMarks = read.length === 2 && marksOf(printed).length > 0 ? this.#marks.share(printed, read) : own
    const share =
      key === printed ? own + 1e-6 : (1 - SHARED - BY_MARKS) * own + SHARED * backoff + BY_MARKS * byMarks
    return Math.min(14, -Math.log(Math.max(share, leastShare(printed, read, this.#reads))))
  }

  /** Every mapping worth keeping with its cost: those seen, and for letters with diacritics those of their base letter. */
  *entries(): Iterable<[printed: string, read: string, cost: number]> {
    for (const [printed, row] of this.#counts.segments) {
      for (const [read, count] of row) {
        if (count >= MIN_COUNT || (printed.length === 1 && read.length === 1))
          yield [printed, read, this.cost(printed, read)]
      }
      const key = this.#key(printed)
      if (printed.length !== 1 || key === printed) continue
      for (const read of new Set([
        ...(this.#byBase.get(key)?.keys() ?? []),
        ...this.#marks.readings(printed),
      ]))
        if (!row.has(read)) yield [printed, read, this.cost(printed, read)]
    }
    const digits = new DigitRuns(this.#counts)
    for (const [printed, times] of this.#counts.printed) {
      if (times >= PRINTED_AT_ALL)
        for (const [read, share] of digits.readings(printed))
          yield [printed, read, Math.min(this.cost(printed, read), -Math.log(share))]
      for (const read of [...BELIEVED, ...this.#reads]) {
        if (leastShare(printed, read, this.#reads) > 0) yield [printed, read, this.cost(printed, read)]
      }
    }
  }
}
