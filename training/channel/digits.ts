import { baseLetter } from '../../src/repair/candidates/channel.ts'
import type { Counts } from './counts.ts'

/** How often two letters in a row are both read as digits, and the least of it that is worth a mapping. */
const DIGIT_RUN = 0.0025
const RAREST_DIGITS = 1e-4
/** Times that a pair of letters must be printed, and a letter be read as a digit, for that. */
export const PRINTED_AT_ALL = 5

/**
 * Two letters in a row read as digits, `rõ → 10`, `số → 50`: an engine that takes the one for a digit takes the other for
 * one too, so that both cost little more than one. Which digit a letter becomes is learnt from such runs, by base letter.
 */
export class DigitRuns {
  readonly #shares = new Map<string, Map<string, number>>()

  constructor({ digits }: Counts) {
    for (const [base, row] of digits) {
      const total = [...row.values()].reduce((sum, count) => sum + count, 0)
      if (total < PRINTED_AT_ALL) continue
      this.#shares.set(base, new Map([...row].map(([digit, count]) => [digit, count / total])))
    }
  }

  /** Every two digits that two letters may be read as, with the share of times that they are. */
  *readings(printed: string): Iterable<readonly [read: string, share: number]> {
    if (!/^\p{Ll}{2}$/u.test(printed)) return
    for (const [first, one] of this.#shares.get(baseLetter(printed[0]!)) ?? [])
      for (const [second, other] of this.#shares.get(baseLetter(printed[1]!)) ?? []) {
        const share = DIGIT_RUN * one * other
        if (share >= RAREST_DIGITS) yield [first + second, share]
      }
  }
}
