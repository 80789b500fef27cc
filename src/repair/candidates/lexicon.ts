import { symbolOf } from './alphabet.ts'

/** How much a word's frequency counts against its channel cost while the search looks for it and its matches are ranked. */
export const FREQUENCY_WEIGHT = 0.7

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
  readonly firstChild: Int32Array
  readonly symbol: Uint8Array
  readonly child: Int32Array
  readonly word: Int32Array
  readonly lookahead: Float32Array

  /** Words of letters with the natural log of their probability; others are left out, of equal words the first counts. */
  constructor(entries: Iterable<readonly [text: string, logProbability: number]>) {
    const builder = new Builder()
    for (const [text, logProbability] of entries) builder.add(text, -FREQUENCY_WEIGHT * logProbability)
    const nodes = builder.nodes
    this.words = builder.words
    this.firstChild = new Int32Array(nodes + 1)
    this.symbol = new Uint8Array(Math.max(0, nodes - 1))
    this.child = new Int32Array(Math.max(0, nodes - 1))
    this.word = Int32Array.from(builder.word)
    this.lookahead = Float32Array.from(builder.least)
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
  readonly parent: number[] = [0]
  readonly symbol: number[] = [0]
  readonly first: number[] = [0]
  readonly sibling: number[] = [0]
  readonly word: number[] = [-1]
  readonly least: number[] = [Number.POSITIVE_INFINITY]

  get nodes(): number {
    return this.word.length
  }

  add(text: string, cost: number): void {
    const symbols = Array.from({ length: text.length }, (_, i) => symbolOf(text.charCodeAt(i)))
    if (symbols.length === 0 || symbols.includes(0)) return
    let node = 0
    for (const symbol of symbols) node = this.#child(node, symbol)
    if (this.word[node]! >= 0) return
    this.word[node] = this.words.length
    this.least[node] = cost
    this.words.push(text)
  }

  #child(node: number, symbol: number): number {
    for (let child = this.first[node]!; child !== 0; child = this.sibling[child]!)
      if (this.symbol[child] === symbol) return child
    const made = this.word.length
    this.parent.push(node)
    this.symbol.push(symbol)
    this.first.push(0)
    this.sibling.push(this.first[node]!)
    this.word.push(-1)
    this.least.push(Number.POSITIVE_INFINITY)
    this.first[node] = made
    return made
  }
}
