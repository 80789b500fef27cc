import { symbolOf } from './alphabet.ts'

/**
 * Words as a trie of dense rows, for walking letter by letter in the innermost loop:
 *
 *     next[node * width + symbol]  node reached by the letter, 0 if none (node 0 is the root, never reached again)
 *     word[node]                   index of the word that ends here, -1 if none
 *
 * `width` is the number of symbols: lower-case letters only, or both cases for words that keep their case (VNeID, TTg).
 */
export class Lexicon {
  readonly words: string[] = []
  readonly width: number
  #next: Int32Array
  #word: Int32Array
  #nodes = 1

  constructor(width: number, capacity = 1 << 12) {
    this.width = width
    this.#next = new Int32Array(capacity * width)
    this.#word = new Int32Array(capacity).fill(-1)
  }

  get next(): Int32Array {
    return this.#next
  }

  get word(): Int32Array {
    return this.#word
  }

  get nodes(): number {
    return this.#nodes
  }

  /** Adds a word of letters; its index, or -1 where it holds another character. The same word gives the same index. */
  add(text: string): number {
    let node = 0
    for (let i = 0; i < text.length; i++) {
      const symbol = symbolOf(text.charCodeAt(i))
      if (symbol === 0 || symbol >= this.width) return -1
      let child = this.#next[node * this.width + symbol]!
      if (child === 0) {
        child = this.#nodes++
        if (child >= this.#word.length) this.#grow()
        this.#next[node * this.width + symbol] = child
      }
      node = child
    }
    if (node === 0) return -1
    if (this.#word[node]! < 0) {
      this.#word[node] = this.words.length
      this.words.push(text)
    }
    return this.#word[node]!
  }

  /** Index of a word, -1 if it is not in the lexicon. */
  find(text: string): number {
    let node = 0
    for (let i = 0; i < text.length; i++) {
      const symbol = symbolOf(text.charCodeAt(i))
      if (symbol === 0 || symbol >= this.width) return -1
      node = this.#next[node * this.width + symbol]!
      if (node === 0) return -1
    }
    return node === 0 ? -1 : this.#word[node]!
  }

  #grow(): void {
    const capacity = this.#word.length * 2
    const next = new Int32Array(capacity * this.width)
    next.set(this.#next)
    const word = new Int32Array(capacity).fill(-1)
    word.set(this.#word)
    this.#next = next
    this.#word = word
  }
}
