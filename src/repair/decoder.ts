import { grown, type Lattice } from './lattice.ts'

/** What the decoder asks of a language model: scores in a context prepared once for many words. */
export interface Scorer {
  /**
   * Sets the context, the last three words, oldest first. Returns how many of them matter, 1 to 3: contexts that agree in
   * so many of their last words give all that may follow the same scores.
   */
  prepare(w1: number, w2: number, w3: number): number
  /** Natural logarithm of the probability of the word in the prepared context. */
  score(word: number): number
}

/** How many hypotheses are followed. */
export interface SearchWidth {
  /** Hypotheses worse than the best of their place by more than this (nats) are dropped. */
  beam: number
  /** At most this many hypotheses are followed at a place. */
  width: number
}

export interface DecoderOptions extends SearchWidth {
  /** Weight of an arc's cost against the language model. */
  channelWeight: number
  /** Scores are multiplied by this before they become probabilities: below 1 because errors of both models go together. */
  temperature: number
}

export const DECODER_DEFAULTS: DecoderOptions = { channelWeight: 1, beam: 9, width: 24, temperature: 0.7 }

const TABLE = 1 << 12
/** Hypotheses followed at a place, at most; a power of two. */
const LIVE = 1 << 8

function hashOf(w1: number, w2: number, w3: number): number {
  return (Math.imul(w1, 0x9e3779b1) ^ Math.imul(w2, 0x85ebca6b) ^ Math.imul(w3, 0xc2b2ae35)) >>> 20
}

/**
 * Beam search for the most probable way through a lattice under channel and language model, then forward–backward over
 * what the beam kept, for the probability of every arc.
 *
 * A hypothesis is a place with the three words before it; two with the same three words are one. Hypotheses and the
 * links between them stand in flat arrays in the order of their making, so that a link's source is always older than its
 * target: forward is a walk up the links, backward a walk down.
 */
export class Decoder {
  #scorer!: Scorer
  #search: SearchWidth
  readonly #boundaryWord: number
  readonly options: DecoderOptions
  /** Of the last lattice decoded: probability of every arc, and the arc chosen at every place (-1 inside an arc). */
  posterior = new Float64Array(1 << 13)
  chosen = new Int32Array(1 << 10)

  #hypotheses = 0
  #score = new Float64Array(1 << 14)
  #w1 = new Int32Array(1 << 14)
  #w2 = new Int32Array(1 << 14)
  #w3 = new Int32Array(1 << 14)
  #bestLink = new Int32Array(1 << 14)
  /** Gained at the hypothesis itself, by the end of a clause. */
  #own = new Float64Array(1 << 14)
  /** The hypothesis that this one was recombined with, itself if none. */
  #same = new Int32Array(1 << 14)
  /** How many of its words matter. */
  #matters = new Uint8Array(1 << 14)
  #alpha = new Float64Array(1 << 14)
  #beta = new Float64Array(1 << 14)

  #links = 0
  #from = new Int32Array(1 << 16)
  #target = new Int32Array(1 << 16)
  #arc = new Int32Array(1 << 16)
  #gain = new Float64Array(1 << 16)

  /** Hash tables of the hypotheses of the present place and the two after it, by their words; entries are index + 1. */
  readonly #tables = [new Int32Array(TABLE), new Int32Array(TABLE), new Int32Array(TABLE)]
  readonly #members: number[][] = [[], [], []]
  readonly #best = new Float64Array(3)
  /** The hypotheses of the present place that are followed, the best first, and a hash table of those expanded. */
  readonly #live = new Int32Array(LIVE)
  readonly #expanded = new Int32Array(2 * LIVE)

  constructor(boundaryWord: number, options: Partial<DecoderOptions> = {}) {
    this.#boundaryWord = boundaryWord
    this.options = { ...DECODER_DEFAULTS, ...options }
    this.#search = this.options
  }

  /** `search`: how wide to search, where it is not as the options say. */
  decode(lattice: Lattice, scorer: Scorer, search: SearchWidth = this.options): void {
    this.#scorer = scorer
    this.#search = search
    this.#hypotheses = 0
    this.#links = 0
    for (let i = 0; i < 3; i++) this.#empty(i)
    const b = this.#boundaryWord
    this.#reach(0, b, b, b, 0, -1)
    for (let place = 0; place < lattice.places; place++) this.#expand(lattice, place)
    this.#trace(lattice)
    this.#forwardBackward(lattice)
  }

  #empty(ring: number): void {
    this.#tables[ring]!.fill(0)
    this.#members[ring]!.length = 0
    this.#best[ring] = Number.NEGATIVE_INFINITY
  }

  #expand(lattice: Lattice, place: number): void {
    const ring = place % 3
    const members = this.#members[ring]!
    if (lattice.boundary[place] === 1) this.#passBoundary(members)
    const live = this.#liveOf(members)
    const scorer = this.#scorer
    const { channelWeight } = this.options
    const { beam } = this.#search
    const firstArc = lattice.firstArc[place]!
    const lastArc = lattice.firstArc[place + 1]!
    this.#expanded.fill(0)
    for (let m = 0; m < live; m++) {
      const from = this.#live[m]!
      const score = this.#score[from]!
      const w1 = this.#w1[from]!
      const w2 = this.#w2[from]!
      const w3 = this.#w3[from]!
      if (this.#recombine(from, scorer.prepare(w1, w2, w3))) continue
      for (let arc = firstArc; arc < lastArc; arc++) {
        const to = lattice.to[arc]!
        const floor = this.#best[to % 3]! - beam
        let gain = -channelWeight * lattice.cost[arc]!
        if (score + gain < floor) continue
        const word = lattice.word[arc]!
        const second = lattice.secondWord[arc]!
        if (word < 0) {
          this.#link(to, w1, w2, w3, score + gain, from, arc, gain)
          continue
        }
        gain += scorer.score(word)
        if (score + gain < floor) continue
        if (second < 0) {
          this.#link(to, w2, w3, word, score + gain, from, arc, gain)
          continue
        }
        scorer.prepare(w2, w3, word)
        gain += scorer.score(second)
        scorer.prepare(w1, w2, w3)
        if (score + gain >= floor) this.#link(to, w3, word, second, score + gain, from, arc, gain)
      }
    }
    this.#empty(ring)
  }

  /** The end of a clause, seen by every hypothesis of a place. */
  #passBoundary(members: number[]): void {
    for (const hypothesis of members) {
      if (this.#w3[hypothesis] === this.#boundaryWord) continue
      this.#scorer.prepare(this.#w1[hypothesis]!, this.#w2[hypothesis]!, this.#w3[hypothesis]!)
      const gain = this.#scorer.score(this.#boundaryWord)
      this.#score[hypothesis]! += gain
      this.#own[hypothesis] = gain
      this.#w1[hypothesis] = this.#w2[hypothesis]!
      this.#w2[hypothesis] = this.#w3[hypothesis]!
      this.#w3[hypothesis] = this.#boundaryWord
    }
  }

  /** Puts the hypotheses of a place that are followed into `#live`, the best first, and says how many they are. */
  #liveOf(members: number[]): number {
    const bound = this.#bound(members)
    const live = this.#live
    let count = 0
    for (const hypothesis of members) {
      const score = this.#score[hypothesis]!
      if (score < bound || count === live.length) continue
      let at = count++
      for (; at > 0 && this.#score[live[at - 1]!]! < score; at--) live[at] = live[at - 1]!
      live[at] = hypothesis
    }
    return count
  }

  /**
   * Whether a better hypothesis of this place, expanded before, agrees with this one in all the words that matter: then
   * whatever may follow is the same, and links that lead here lead there.
   */
  #recombine(hypothesis: number, length: number): boolean {
    const w3 = this.#w3[hypothesis]!
    const w2 = length > 1 ? this.#w2[hypothesis]! : -1
    const w1 = length > 2 ? this.#w1[hypothesis]! : -1
    const expanded = this.#expanded
    let slot = hashOf(w1, w2, w3) & (expanded.length - 1)
    for (; expanded[slot] !== 0; slot = (slot + 1) & (expanded.length - 1)) {
      const known = expanded[slot]! - 1
      if (this.#w3[known] !== w3 || this.#matters[known] !== length) continue
      if (length > 1 && this.#w2[known] !== w2) continue
      if (length > 2 && this.#w1[known] !== w1) continue
      this.#same[hypothesis] = known
      return true
    }
    expanded[slot] = hypothesis + 1
    this.#matters[hypothesis] = length
    return false
  }

  /** The score below which hypotheses of a place are dropped. */
  #bound(members: number[]): number {
    const { beam, width } = this.#search
    let best = Number.NEGATIVE_INFINITY
    for (const hypothesis of members) best = Math.max(best, this.#score[hypothesis]!)
    if (members.length <= width) return best - beam
    const scores = Float64Array.from(members, hypothesis => this.#score[hypothesis]!).sort()
    return Math.max(best - beam, scores[scores.length - width]!)
  }

  #link(
    to: number,
    w1: number,
    w2: number,
    w3: number,
    score: number,
    from: number,
    arc: number,
    gain: number,
  ): void {
    const hypothesis = this.#reach(to % 3, w1, w2, w3, score, this.#links)
    if (this.#links >= this.#from.length) {
      this.#from = grown(this.#from)
      this.#target = grown(this.#target)
      this.#arc = grown(this.#arc)
      this.#gain = grown(this.#gain)
    }
    this.#from[this.#links] = from
    this.#target[this.#links] = hypothesis
    this.#arc[this.#links] = arc
    this.#gain[this.#links] = gain
    this.#links++
  }

  /** The hypothesis with these words at the place, made if there is none, with the better of its scores. */
  #reach(ring: number, w1: number, w2: number, w3: number, score: number, link: number): number {
    const table = this.#tables[ring]!
    let slot = hashOf(w1, w2, w3)
    if (score > this.#best[ring]!) this.#best[ring] = score
    for (let probes = 0; probes < TABLE; probes++, slot = (slot + 1) & (TABLE - 1)) {
      const entry = table[slot]!
      if (entry === 0) break
      const known = entry - 1
      if (this.#w3[known] !== w3 || this.#w2[known] !== w2 || this.#w1[known] !== w1) continue
      if (score > this.#score[known]!) {
        this.#score[known] = score
        this.#bestLink[known] = link
      }
      return known
    }
    const made = this.#hypotheses++
    if (made >= this.#score.length) this.#growHypotheses()
    // A full table (it never is, in practice) only means that equal hypotheses are not merged.
    if (this.#members[ring]!.length < TABLE - 1) table[slot] = made + 1
    this.#members[ring]!.push(made)
    this.#score[made] = score
    this.#w1[made] = w1
    this.#w2[made] = w2
    this.#w3[made] = w3
    this.#bestLink[made] = link
    this.#own[made] = 0
    this.#same[made] = made
    return made
  }

  #growHypotheses(): void {
    this.#score = grown(this.#score)
    this.#w1 = grown(this.#w1)
    this.#w2 = grown(this.#w2)
    this.#w3 = grown(this.#w3)
    this.#bestLink = grown(this.#bestLink)
    this.#own = grown(this.#own)
    this.#same = grown(this.#same)
    this.#matters = grown(this.#matters)
    this.#alpha = grown(this.#alpha)
    this.#beta = grown(this.#beta)
  }

  /** Follows the best links back from the best last hypothesis. */
  #trace(lattice: Lattice): void {
    if (this.chosen.length < lattice.places) this.chosen = new Int32Array(lattice.places * 2)
    this.chosen.fill(-1, 0, lattice.places)
    let best = -1
    for (const hypothesis of this.#members[lattice.places % 3]!) {
      if (best < 0 || this.#score[hypothesis]! > this.#score[best]!) best = hypothesis
    }
    for (
      let link = best < 0 ? -1 : this.#bestLink[best]!;
      link >= 0;
      link = this.#bestLink[this.#from[link]!]!
    ) {
      const arc = this.#arc[link]!
      this.chosen[placeOf(lattice, arc)] = arc
    }
  }

  #forwardBackward(lattice: Lattice): void {
    if (this.posterior.length < lattice.arcs) this.posterior = new Float64Array(lattice.arcs * 2)
    this.posterior.fill(0, 0, lattice.arcs)
    const { temperature } = this.options
    const alpha = this.#alpha
    const beta = this.#beta
    alpha.fill(Number.NEGATIVE_INFINITY, 0, this.#hypotheses)
    beta.fill(Number.NEGATIVE_INFINITY, 0, this.#hypotheses)
    alpha[0] = 0
    for (let link = 0; link < this.#links; link++) {
      const to = this.#same[this.#target[link]!]!
      alpha[to] = logAdd(alpha[to]!, alpha[this.#from[link]!]! + temperature * this.#worth(link))
    }
    let total = Number.NEGATIVE_INFINITY
    for (const last of this.#members[lattice.places % 3]!) {
      beta[last] = 0
      total = logAdd(total, alpha[last]!)
    }
    for (let link = this.#links - 1; link >= 0; link--) {
      const to = beta[this.#same[this.#target[link]!]!]!
      if (to === Number.NEGATIVE_INFINITY) continue
      const from = this.#from[link]!
      const through = temperature * this.#worth(link) + to
      beta[from] = logAdd(beta[from]!, through)
      this.posterior[this.#arc[link]!]! += Math.exp(alpha[from]! + through - total)
    }
  }

  /** What a link gains, the end of a clause that its target passes included. */
  #worth(link: number): number {
    return this.#gain[link]! + this.#own[this.#target[link]!]!
  }
}

function placeOf(lattice: Lattice, arc: number): number {
  let low = 0
  let high = lattice.places - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lattice.firstArc[middle]! <= arc) low = middle
    else high = middle - 1
  }
  return low
}

function logAdd(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b
  if (b === Number.NEGATIVE_INFINITY) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
