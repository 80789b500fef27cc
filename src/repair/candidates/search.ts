import { UPPER } from './alphabet.ts'
import { CASE, type CasePattern, Channel, type Origins } from './channel.ts'
import type { Lexicon } from './lexicon.ts'

/** Words of a lexicon that a read string may be, cheapest first: index of the word and cost in nats. */
export interface Match {
  word: number
  cost: number
}

/** Ways that cost more than the best of their place by this much are not followed, what they still have to pay included. */
const BEAM = 10.5
const LONGEST_READ = 24
/** Nodes reached at one place of the read string, at most. */
const REACHED = 2048

/**
 * Finds the words of a lexicon that may have been printed where a string was read, walking the trie and the string
 * together:
 *
 *     read   t i r          at 0: root          t→t        at 1: t
 *            └┘└──┘         at 1: t             ir→ử       at 3: tử  ✓ a word ends here and so does the string
 *
 * For each place of the read string the nodes reached so far stand with their best cost; places are worked off from
 * left to right, so every node is final when its place's turn comes. One object per lexicon and channel; not reentrant.
 */
export class WordSearch {
  readonly lexicon: Lexicon
  readonly channel: Channel
  /** For each place: the nodes reached, in the order reached, and their costs; `slot` finds a node's index in the list, plus 1. */
  readonly #nodes: Int32Array[] = []
  readonly #costs: Float32Array[] = []
  readonly #count = new Int32Array(LONGEST_READ + 4)
  readonly #slot: Int32Array[] = []
  /** Least cost of each place, what is still to pay included. */
  readonly #least = new Float32Array(LONGEST_READ + 4)

  constructor(lexicon: Lexicon, channel: Channel) {
    this.lexicon = lexicon
    this.channel = channel
  }

  /** Matches for `read` printed in the given case, at most `limit`, none costing more than the best by `within` nats. */
  search(read: string, pattern: CasePattern, limit: number, within: number): Match[] {
    if (read.length === 0 || read.length > LONGEST_READ) return []
    this.#walk(read, pattern)
    const matches = this.#endings(read.length, limit, within)
    this.#clear(read.length)
    return matches
  }

  /**
   * Two words printed where one string was read without a space (`quyếtđịnh`): pairs of matches with the cost of the
   * lost space, cheapest first.
   */
  searchPairs(
    read: string,
    pattern: CasePattern,
    limit: number,
  ): Array<{ first: Match; second: Match; cost: number }> {
    const pairs: Array<{ first: Match; second: Match; cost: number }> = []
    if (read.length < 4 || read.length > LONGEST_READ) return pairs
    this.#walk(read, pattern)
    const firsts: Match[][] = []
    for (let cut = 2; cut <= read.length - 2; cut++) firsts[cut] = this.#endings(cut, 2, 3)
    this.#clear(read.length)
    const rest = pattern === CASE.upper ? CASE.upper : CASE.lower
    for (let cut = 2; cut <= read.length - 2; cut++) {
      if (firsts[cut]!.length === 0) continue
      const seconds = this.search(read.slice(cut), rest, 2, 3)
      for (const first of firsts[cut]!) {
        for (const second of seconds)
          pairs.push({ first, second, cost: first.cost + second.cost + this.channel.join })
      }
    }
    return pairs
      .sort((a, b) => a.cost - b.cost || a.first.word - b.first.word || a.second.word - b.second.word)
      .slice(0, limit)
  }

  #walk(read: string, pattern: CasePattern): void {
    while (this.#slot.length <= read.length + Channel.LONGEST) this.#addPlace()
    this.#least.fill(Number.POSITIVE_INFINITY)
    this.#reach(0, 0, 0)
    for (let place = 0; place <= read.length; place++) this.#expand(read, place, pattern)
  }

  #addPlace(): void {
    const { nodes } = this.lexicon
    this.#nodes.push(new Int32Array(Math.min(REACHED, nodes)))
    this.#costs.push(new Float32Array(Math.min(REACHED, nodes)))
    this.#slot.push(new Int32Array(nodes))
  }

  #expand(read: string, place: number, pattern: CasePattern): void {
    const nodes = this.#nodes[place]!
    const costs = this.#costs[place]!
    const { lookahead } = this.lexicon
    const longest = Math.min(Channel.LONGEST, read.length - place)
    const segments: Array<Origins | undefined> = []
    for (let length = 1; length <= longest; length++)
      segments.push(this.channel.origins(read.slice(place, place + length)))
    const noise = place < read.length ? this.channel.noise(read[place]!) : 0
    // Letters of which nothing was read lead to nodes at the same place: the list grows while it is walked.
    for (let i = 0; i < this.#count[place]!; i++) {
      const cost = costs[i]!
      const node = nodes[i]!
      if (cost + lookahead[node]! > this.#least[place]! + BEAM) continue
      this.#follow(this.channel.lost, node, cost, place, pattern)
      if (longest > 0) this.#reach(place + 1, node, cost + noise)
      for (let k = 0; k < longest; k++) {
        const origins = segments[k]
        if (origins) this.#follow(origins, node, cost, place + k + 1, pattern)
      }
    }
  }

  /** Steps from a node to every child whose letter, in the case asked for, `origins` says may have been printed. */
  #follow(origins: Origins, node: number, cost: number, place: number, pattern: CasePattern): void {
    const { firstChild, symbol, child } = this.lexicon
    const { firstPair } = origins
    const verbatim = pattern === CASE.verbatim
    const upper = pattern === CASE.upper || (pattern === CASE.title && node === 0)
    const costs = upper ? origins.upper : origins.lower
    const hasPairs = origins.pairCost.length > 0
    const last = firstChild[node + 1]!
    for (let i = firstChild[node]!; i < last; i++) {
      const letter = symbol[i]!
      const added = verbatim && letter > UPPER ? origins.upper[letter - UPPER]! : costs[letter]!
      if (added < 100) this.#reach(place, child[i]!, cost + added)
      if (!hasPairs) continue
      const first = upper ? letter + UPPER : letter
      const end = firstPair[first + 1]!
      for (let pair = firstPair[first]!; pair < end; pair++) {
        const second = symbolAs(origins.pairSecond[pair]!, pattern)
        const reached = second === 0 ? 0 : this.lexicon.step(child[i]!, second)
        if (reached !== 0) this.#reach(place, reached, cost + origins.pairCost[pair]!)
      }
    }
  }

  #reach(place: number, node: number, cost: number): void {
    const ahead = cost + this.lexicon.lookahead[node]!
    const least = this.#least[place]!
    if (ahead > least + BEAM) return
    if (ahead < least) this.#least[place] = ahead
    const slot = this.#slot[place]!
    const known = slot[node]!
    if (known > 0) {
      if (cost < this.#costs[place]![known - 1]!) this.#costs[place]![known - 1] = cost
      return
    }
    const count = this.#count[place]!
    if (count >= REACHED) return
    slot[node] = count + 1
    this.#nodes[place]![count] = node
    this.#costs[place]![count] = cost
    this.#count[place] = count + 1
  }

  #endings(place: number, limit: number, within: number): Match[] {
    const { word } = this.lexicon
    const nodes = this.#nodes[place]!
    const costs = this.#costs[place]!
    const found: Match[] = []
    for (let i = 0; i < this.#count[place]!; i++) {
      const index = word[nodes[i]!]!
      if (index >= 0) found.push({ word: index, cost: costs[i]! })
    }
    found.sort((a, b) => a.cost - b.cost || a.word - b.word)
    const best = found[0]?.cost ?? 0
    let end = 0
    while (end < found.length && end < limit && found[end]!.cost <= best + within) end++
    return found.slice(0, end)
  }

  #clear(length: number): void {
    for (let place = 0; place <= length + Channel.LONGEST; place++) {
      const slot = this.#slot[place]!
      const nodes = this.#nodes[place]!
      for (let i = 0; i < this.#count[place]!; i++) slot[nodes[i]!] = 0
      this.#count[place] = 0
    }
  }
}

/** A printed symbol behind the first letter as the lexicon has it, 0 where its case is not the one asked for. */
function symbolAs(symbol: number, pattern: CasePattern): number {
  if (pattern === CASE.verbatim) return symbol
  if (symbol > UPPER) return pattern === CASE.upper ? symbol - UPPER : 0
  return pattern === CASE.upper ? 0 : symbol
}
