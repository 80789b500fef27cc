import type { Scorer } from './decoder.ts'

/** Weights of what the document says of itself, as pairs of words and as single words, against the language model. */
const PAIR_WEIGHT = 0.15
const WORD_WEIGHT = 0.05
const KEPT = 1 - PAIR_WEIGHT - WORD_WEIGHT
const LOG_KEPT = Math.log(KEPT)

/**
 * What a first pass found sure in this document, as single words and pairs of neighbours: names of places and bodies,
 * phrases that it repeats. In a second pass they make the same words likelier where the reading is doubtful.
 *
 * Counts leave one occurrence out, since the word being judged is itself among them.
 */
export class DocumentMemory {
  readonly #words = new Map<number, number>()
  #total = 0
  readonly #rows = new Map<number, Map<number, number>>()
  readonly #totals = new Map<number, number>()

  /** One occurrence of a word; `before` is its left neighbour, undefined at a beginning. */
  add(before: number | undefined, word: number): void {
    this.#words.set(word, (this.#words.get(word) ?? 0) + 1)
    this.#total++
    if (before === undefined) return
    let row = this.#rows.get(before)
    if (!row) this.#rows.set(before, (row = new Map()))
    row.set(word, (row.get(word) ?? 0) + 1)
    this.#totals.set(before, (this.#totals.get(before) ?? 0) + 1)
  }

  /** The scorer with this document's memory mixed in. */
  remembering(scorer: Scorer): Scorer {
    const rows = this.#rows
    const totals = this.#totals
    const words = this.#words
    const total = this.#total + 50
    let row: Map<number, number> | undefined
    let rowTotal = 0
    return {
      prepare(w1, w2, w3) {
        scorer.prepare(w1, w2, w3)
        row = rows.get(w3)
        rowTotal = totals.get(w3) ?? 0
      },
      score(word) {
        const base = scorer.score(word)
        const count = words.get(word)
        if (count === undefined || count < 2) return base + LOG_KEPT
        const single = (count - 1) / total
        const pair = row === undefined ? 0 : Math.max(0, (row.get(word) ?? 0) - 1) / rowTotal
        return Math.log(KEPT * Math.exp(base) + PAIR_WEIGHT * pair + WORD_WEIGHT * single)
      },
    }
  }
}
