/**
 * Answers met before, in memory that is bounded: a text repeats itself, an archive brings new words for ever. When the
 * newer ones weigh too much they become the older ones, and those that nobody asked for since are forgotten; what is
 * asked for often is always among the newer.
 */
export class Memo<V> {
  readonly #most: number
  readonly #weightOf: (value: V) => number
  #newer = new Map<string, V>()
  #older = new Map<string, V>()
  #weight = 0

  /** @param most weight of the newer answers, half of what is kept at most; each weighs one unless `weightOf` tells */
  constructor(most: number, weightOf: (value: V) => number = () => 1) {
    this.#most = most
    this.#weightOf = weightOf
  }

  /** What was answered, else what `answer` gives. */
  get(key: string, answer: () => V): V {
    const known = this.#newer.get(key)
    if (known !== undefined) return known
    const value = this.#older.get(key) ?? answer()
    this.#weight += this.#weightOf(value)
    if (this.#weight > this.#most) {
      this.#older = this.#newer
      this.#newer = new Map()
      this.#weight = this.#weightOf(value)
    }
    this.#newer.set(key, value)
    return value
  }
}
