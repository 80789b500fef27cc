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
    // A word that stands here once at most, which may be the one being judged, is as rare as the document is long.
    const lift = new Float64Array(words.length).fill(LOG_KEPT + this.#lift(0, 1))
    const share = new Float64Array(words.length)
    words.forEach((count, word) => {
      if (count < 2) return
      lift[word] = LOG_KEPT + this.#lift(count, Math.exp(unigram(word)))
      share[word] = (WORD_WEIGHT * (count - 1)) / (this.#total + 50)
    })
    return new RememberingScorer(scorer, this, lift, share)
  }

  /** Occurrences of a word as the first of a pair. */
  firsts(word: number): number {
    return this.#firsts[word]!
  }

  /** Occurrences of a pair of neighbours. */
  pairs(first: number, second: number): number {
    return this.#pairs[this.#slot(first, second)]!
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

/** Language model and memory mixed; what the document lifts a word by, and its share as a single word, by word. */
class RememberingScorer implements Scorer {
  readonly #scorer: Scorer
  readonly #memory: DocumentMemory
  readonly #lift: Float64Array
  readonly #share: Float64Array
  readonly #logShare: Float64Array
  #before = 0
  #firsts = 0

  constructor(scorer: Scorer, memory: DocumentMemory, lift: Float64Array, share: Float64Array) {
    this.#scorer = scorer
    this.#memory = memory
    this.#lift = lift
    this.#share = share
    this.#logShare = share.map(value => (value > 0 ? Math.log(value) : 0))
  }

  prepare(w1: number, w2: number, w3: number): number {
    this.#before = w3
    this.#firsts = this.#memory.firsts(w3)
    return this.#scorer.prepare(w1, w2, w3)
  }

  score(word: number): number {
    const base = this.#scorer.score(word) + this.#lift[word]!
    const share = this.#share[word]!
    if (share === 0) return base
    const pair = this.#firsts < 2 ? 0 : this.#memory.pairs(this.#before, word) - 1
    if (pair <= 0 && this.#logShare[word]! - base < NEGLIGIBLE) return base
    return Math.log(Math.exp(base) + (pair > 0 ? (PAIR_WEIGHT * pair) / this.#firsts : 0) + share)
  }
}
