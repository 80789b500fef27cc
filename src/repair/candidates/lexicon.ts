import { grown } from '../lattice.ts'
import { symbolOf } from './alphabet.ts'

/** How much a word's frequency counts against its channel cost while the search looks for it and its matches are ranked. */
export const FREQUENCY_WEIGHT = 0.7

export interface Entry {
  text: string
  logProbability: number
  /** The number by which the maker of the lexicon knows the word. */
  id: number
}

/**
 * Words as a trie in flat arrays, for walking letter by letter in the innermost loop. Node 0 is the root; the children of
 * a node stand together:
 *
 *     firstChild   [0, 2, 3, 3 …]          children of node n: firstChild[n] … firstChild[n + 1] - 1
 *     symbol       [t, đ, ừ …]             the letter that leads to a child
 *     child        [1, 2, 3 …]             and the child's node
 *     word         [-1, -1, -1, 0 …]       index of the word that ends at a node, -1 if none
 *     lookahead    [3.1, 3.1, 4.0, …]      the least weighted cost of any word at or below the node: what the search
 *                                          still has to pay at least, so that it follows frequent words first
 */
export class Lexicon {
  readonly words: readonly string[]
  /** What the maker knows each word by. */
  readonly ids: Int32Array
  readonly firstChild: Int32Array
  readonly symbol: Uint8Array
  readonly child: Int32Array
  readonly word: Int32Array
  readonly lookahead: Float32Array

  /** Words of letters with the natural log of their probability; others are left out, of equal words the first counts. */
  constructor(entries: Iterable<Entry>) {
    const builder = new Builder()
    for (const { text, logProbability, id } of entries)
      builder.add(text, -FREQUENCY_WEIGHT * logProbability, id)
    const { nodes } = builder
    this.words = builder.words
    this.ids = Int32Array.from(builder.ids)
    this.firstChild = new Int32Array(nodes + 1)
    this.symbol = new Uint8Array(nodes - 1)
    this.child = new Int32Array(nodes - 1)
    this.word = builder.word.slice(0, nodes)
    this.lookahead = builder.least.slice(0, nodes)
    for (let node = 0, at = 0; node < nodes; node++) {
      this.firstChild[node] = at
      for (let child = builder.first[node]!; child !== 0; child = builder.sibling[child]!) {
        this.symbol[at] = builder.symbol[child]!
        this.child[at] = child
        at++
      }
      this.firstChild[node + 1] = at
    }
    // A child is always made after its parent, so one walk back carries the least cost up to the root.
    for (let node = nodes - 1; node > 0; node--) {
      const parent = builder.parent[node]!
      this.lookahead[parent] = Math.min(this.lookahead[parent]!, this.lookahead[node]!)
    }
  }

  get nodes(): number {
    return this.word.length
  }

  /** The child that a symbol leads to, 0 if there is none. */
  step(node: number, symbol: number): number {
    for (let i = this.firstChild[node]!; i < this.firstChild[node + 1]!; i++)
      if (this.symbol[i] === symbol) return this.child[i]!
    return 0
  }
}

/** The trie while words are added: nodes linked to their first child and next sibling. */
class Builder {
  readonly words: string[] = []
  readonly ids: number[] = []
  nodes = 1
  parent = new Int32Array(1 << 8)
  symbol = new Uint8Array(1 << 8)
  first = new Int32Array(1 << 8)
  sibling = new Int32Array(1 << 8)
  word = new Int32Array(1 << 8).fill(-1)
  least = new Float32Array(1 << 8).fill(Number.POSITIVE_INFINITY)

  add(text: string, cost: number, id: number): void {
    for (let i = 0; i < text.length; i++) if (symbolOf(text.charCodeAt(i)) === 0) return
    if (text === '') return
    let node = 0
    for (let i = 0; i < text.length; i++) node = this.#child(node, symbolOf(text.charCodeAt(i)))
    if (this.word[node]! >= 0) return
    this.word[node] = this.words.length
    this.least[node] = cost
    this.words.push(text)
    this.ids.push(id)
  }

  #child(node: number, symbol: number): number {
    for (let child = this.first[node]!; child !== 0; child = this.sibling[child]!)
      if (this.symbol[child] === symbol) return child
    if (this.nodes === this.parent.length) this.#grow()
    const made = this.nodes++
    this.parent[made] = node
    this.symbol[made] = symbol
    this.sibling[made] = this.first[node]!
    this.first[node] = made
    return made
  }

  #grow(): void {
    const size = this.parent.length
    this.parent = grown(this.parent)
    this.symbol = grown(this.symbol)
    this.first = grown(this.first)
    this.sibling = grown(this.sibling)
    this.word = grown(this.word).fill(-1, size)
    this.least = grown(this.least).fill(Number.POSITIVE_INFINITY, size)
  }
}
