import type { Scorer } from './decoder.ts'
import { grown } from './lattice.ts'

/** Weights of what the document says of itself, as pairs of words and as single words, against the language model. */
const PAIR_WEIGHT = 0.15
const WORD_WEIGHT = 0.05
const KEPT = 1 - PAIR_WEIGHT - WORD_WEIGHT
const LOG_KEPT = Math.log(KEPT)
/** How far words that this document favours are lifted: power of their ratio to the language at large, nats at most. */
const MARGINAL_WEIGHT = 0.4
const MOST_LIFTED = 2
/** Words of the language at large that stand behind the document's own counts. */
const MARGINAL_PRIOR = 500
/** A share of this little (natural log) of the whole changes nothing that matters. */
const NEGLIGIBLE = -5

/**
 * What a first pass found sure in this document, as single words and pairs of neighbours: names of places and bodies,
 * phrases that it repeats. In a second pass they make the same words likelier where the reading is doubtful, in two ways:
 * mixed with the language model as a cache (Kuhn and De Mori, 1990), and as dynamic marginals (Kneser, Peters and Klakow,
 * 1997), which let the whole model lean to the document's own choice of words: a ward's plan writes phường where others
 * write phương.
 *
 * Counts leave one occurrence out, since the word being judged is itself among them. Words are counted by id; pairs stand
 * in an open-addressing table, `first` and `second` beside their count (0: free).
 */
export class DocumentMemory {
  readonly #words: Int32Array
  /** Occurrences of a word as the first of a pair. */
  readonly #firsts: Int32Array
  #total = 0
  #first = new Int32Array(1 << 12)
  #second = new Int32Array(1 << 12)
  #pairs = new Int32Array(1 << 12)
  #used = 0

  /** `vocabulary`: how many words the language model has. */
  constructor(vocabulary: number) {
    this.#words = new Int32Array(vocabulary)
    this.#firsts = new Int32Array(vocabulary)
  }

  /** One occurrence of a word; `before` is its left neighbour, undefined at a beginning. */
  add(before: number | undefined, word: number): void {
    this.#words[word]!++
    this.#total++
    if (before === undefined) return
    this.#firsts[before]!++
    if (2 * ++this.#used > this.#pairs.length) this.#grow()
    this.#count(before, word, 1)
  }

  /** The scorer with this document's memory mixed in; `unigram` gives the natural log of a word's probability at large. */
  remembering(scorer: Scorer, unigram: (word: number) => number): Scorer {
    const words = this.#words
    const lift = Float64Array.from(
      words,
      (count, word) => LOG_KEPT + this.#lift(count, Math.exp(unigram(word))),
    )
    const total = this.#total + 50
    const logShare = new Float64Array(words.length)
    words.forEach((count, word) => {
      if (count < 2) return
      lift[word] = LOG_KEPT + this.#lift(count, Math.exp(unigram(word)))
      logShare[word] = Math.log((WORD_WEIGHT * (count - 1)) / total)
    })
    let before = 0
    let firsts = 0
    return {
      prepare: (w1, w2, w3) => {
        before = w3
        firsts = this.#firsts[w3]!
        return scorer.prepare(w1, w2, w3)
      },
      score: word => {
        const base = scorer.score(word) + lift[word]!
        if (words[word]! < 2) return base
        const pair = firsts < 2 ? 0 : this.#pairs[this.#slot(before, word)]! - 1
        if (pair <= 0 && logShare[word]! - base < NEGLIGIBLE) return base
        const single = (WORD_WEIGHT * (words[word]! - 1)) / total
        return Math.log(Math.exp(base) + (pair > 0 ? (PAIR_WEIGHT * pair) / firsts : 0) + single)
      },
    }
  }

  /** Nats by which the document favours a word that it has `count` times and the language with this probability. */
  #lift(count: number, probability: number): number {
    const others = Math.max(0, count - 1)
    const here = (others + MARGINAL_PRIOR * probability) / (this.#total + MARGINAL_PRIOR)
    return Math.max(-MOST_LIFTED, Math.min(MOST_LIFTED, MARGINAL_WEIGHT * Math.log(here / probability)))
  }

  /** Slot of a pair: its own, or the free one where it would stand. */
  #slot(first: number, second: number): number {
    const mask = this.#pairs.length - 1
    let slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 8
    for (slot &= mask; this.#pairs[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#first[slot] === first && this.#second[slot] === second) break
    }
    return slot
  }

  #count(first: number, second: number, count: number): void {
    const slot = this.#slot(first, second)
    this.#first[slot] = first
    this.#second[slot] = second
    this.#pairs[slot]! += count
  }

  #grow(): void {
    const [first, second, pairs] = [this.#first, this.#second, this.#pairs]
    this.#first = grown(first).fill(0)
    this.#second = grown(second).fill(0)
    this.#pairs = grown(pairs).fill(0)
    for (let slot = 0; slot < pairs.length; slot++) {
      if (pairs[slot] !== 0) this.#count(first[slot]!, second[slot]!, pairs[slot]!)
    }
  }
}
