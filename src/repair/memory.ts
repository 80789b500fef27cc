import type { Scorer } from './decoder.ts'

/** Weight of what the document says of itself against the language model. */
const WEIGHT = 0.15
/** Evidence that a context must have before it counts as a context: one more occurrence than the one being judged. */
const SMOOTHING = 1

/**
 * What a first pass found sure in this document, as pairs of neighbouring words: names of places and bodies, phrases
 * that it repeats. In a second pass they make the same words likelier where the reading is doubtful.
 *
 * Counts leave one occurrence out, since the word being judged is itself among them.
 */
export class DocumentMemory {
  readonly #rows = new Map<number, Map<number, number>>()
  readonly #totals = new Map<number, number>()

  add(before: number, word: number): void {
    let row = this.#rows.get(before)
    if (!row) this.#rows.set(before, (row = new Map()))
    row.set(word, (row.get(word) ?? 0) + 1)
    this.#totals.set(before, (this.#totals.get(before) ?? 0) + 1)
  }

  /** The scorer with this document's memory mixed in. */
  remembering(scorer: Scorer): Scorer {
    const rows = this.#rows
    const totals = this.#totals
    const kept = Math.log(1 - WEIGHT)
    let row: Map<number, number> | undefined
    let total = 0
    return {
      prepare(w1, w2, w3) {
        scorer.prepare(w1, w2, w3)
        row = rows.get(w3)
        total = totals.get(w3) ?? 0
      },
      score(word) {
        const base = scorer.score(word)
        if (row === undefined || total < 2) return base
        const count = row.get(word)
        if (count === undefined || count < 2) return base + kept
        return Math.log((1 - WEIGHT) * Math.exp(base) + (WEIGHT * (count - 1)) / (total - 1 + SMOOTHING))
      },
    }
  }
}
