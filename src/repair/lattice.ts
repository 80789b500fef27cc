/**
 * What may be printed for a stretch of pieces: arcs from place to place, each a way to print one piece (or two read
 * apart, as one).
 *
 *     place   0         1        2         3
 *             ├─ thực ──┼─ hiện ─┼─ kế ────┤
 *             ├─ thức ──┤        ├─ kể ────┤
 *             └──────── thiện ───┘
 *
 * Arcs stand in parallel arrays, ordered by the place where they begin; `firstArc[place]` is the first of a place.
 */
export class Lattice {
  places = 0
  arcs = 0
  firstArc = new Int32Array(1 << 10)
  /** Place where the arc ends. */
  to = new Int32Array(1 << 13)
  /** Language-model ids of the arc's words; -1 where it has none (dropped) or only one. */
  word = new Int32Array(1 << 13)
  secondWord = new Int32Array(1 << 13)
  /** Cost in nats of reading what was read if this is printed, all but the language model's. */
  cost = new Float32Array(1 << 13)
  /** What the arc prints. */
  text: string[] = []
  /** The language model sees the end of a clause before the piece at this place. */
  boundary = new Uint8Array(1 << 10)

  reset(): void {
    this.places = 0
    this.arcs = 0
    this.text.length = 0
  }

  /** Begins the next place; `boundary` if a clause ends before it. Returns the place. */
  addPlace(boundary: boolean): number {
    if (this.places + 1 >= this.firstArc.length) {
      this.firstArc = grown(this.firstArc)
      this.boundary = grown(this.boundary)
    }
    this.firstArc[this.places] = this.arcs
    this.firstArc[this.places + 1] = this.arcs
    this.boundary[this.places] = boundary ? 1 : 0
    return this.places++
  }

  /** Adds an arc from the last place begun. */
  addArc(length: number, word: number, secondWord: number, cost: number, text: string): void {
    if (this.arcs >= this.to.length) {
      this.to = grown(this.to)
      this.word = grown(this.word)
      this.secondWord = grown(this.secondWord)
      this.cost = grown(this.cost)
    }
    this.to[this.arcs] = this.places - 1 + length
    this.word[this.arcs] = word
    this.secondWord[this.arcs] = secondWord
    this.cost[this.arcs] = cost
    this.text.push(text)
    this.arcs++
    this.firstArc[this.places] = this.arcs
  }
}

export function grown<T extends Int32Array | Float32Array | Float64Array | Uint8Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2)
  larger.set(array as never)
  return larger
}
