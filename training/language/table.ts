/** What is known of one n-gram while the model is estimated. */
export interface Totals {
  /** Weighted count for this order: what the longer n-grams passed down. */
  mass: Float64Array
  /** Weighted count in the text. */
  weighted: Float64Array
  /** Number of longer n-grams that passed something down (of those at a paragraph's beginning, how often seen). */
  kinds: Uint32Array
  /** How often seen in the text. */
  seen: Uint32Array
}

export function totals(length: number): Totals {
  return {
    mass: new Float64Array(length),
    weighted: new Float64Array(length),
    kinds: new Uint32Array(length),
    seen: new Uint32Array(length),
  }
}

/** Open addressing over n-grams of up to three words: `high` the first word, `low` the other two. */
export class NgramTable {
  readonly totals: Totals
  size = 0
  private readonly high: Uint16Array
  private readonly low: Uint32Array
  private readonly capacity: number

  /** Holds up to `capacity` n-grams, a power of two that should be twice what is expected. */
  constructor(capacity: number) {
    this.capacity = capacity
    this.high = new Uint16Array(capacity)
    this.low = new Uint32Array(capacity)
    this.totals = totals(capacity)
  }

  /** Slot of an n-gram, which may be empty (`seen` 0): it is then claimed. Throws when the table is full. */
  slot(high: number, low: number): number {
    const mask = this.capacity - 1
    let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
    let slot = (hash ^ (hash >>> 13)) & mask
    while (this.totals.seen[slot] !== 0) {
      if (this.low[slot] === low && this.high[slot] === high) return slot
      slot = (slot + 1) & mask
    }
    if (++this.size > 0.9 * this.capacity) throw new Error('more n-grams than the table was made for')
    this.low[slot] = low
    this.high[slot] = high
    return slot
  }

  /** The n-grams in ascending order, with their totals. */
  sorted(): { high: Uint16Array; low: Uint32Array; totals: Totals } {
    const keys = new BigUint64Array(this.size)
    const halves = new Uint32Array(keys.buffer)
    let at = 0
    for (let slot = 0; slot < this.capacity; slot++) {
      if (this.totals.seen[slot] === 0) continue
      halves[at++] = this.low[slot]!
      halves[at++] = this.high[slot]!
    }
    keys.sort()
    const high = new Uint16Array(this.size)
    const low = new Uint32Array(this.size)
    const ordered = totals(this.size)
    for (let i = 0; i < this.size; i++) {
      low[i] = halves[2 * i]!
      high[i] = halves[2 * i + 1]!
      const slot = this.slot(high[i]!, low[i]!)
      ordered.mass[i] = this.totals.mass[slot]!
      ordered.weighted[i] = this.totals.weighted[slot]!
      ordered.kinds[i] = this.totals.kinds[slot]!
      ordered.seen[i] = this.totals.seen[slot]!
      this.totals.kinds[slot] = i // copied out, the slot has room for the place
    }
    return { high, low, totals: ordered }
  }

  /** Place of an n-gram of the table in the ascending order, once `sorted` was called. */
  place(high: number, low: number): number {
    return this.totals.kinds[this.slot(high, low)]!
  }
}
