import { joinedSpot, type Spot } from './spots.ts'

/** Which spots a person took together, to be corrected as one. */
export class Joins {
  readonly #parts = new Map<Spot, readonly Spot[]>()
  readonly #wholes = new Map<Spot, Spot>()

  get all(): Iterable<Spot> {
    return this.#parts.keys()
  }

  /** The joined spot that a spot is part of; itself where it is of none. */
  wholeOf(spot: Spot): Spot {
    return this.#wholes.get(spot) ?? spot
  }

  /** The spots of which one was made; itself where it was made of none. */
  partsOf(spot: Spot): readonly Spot[] {
    return this.#parts.get(spot) ?? [spot]
  }

  /** @param parts neighbours on one line, in their order; those that were joined before are so no more */
  join(parts: readonly Spot[]): Spot {
    for (const part of parts) this.part(this.wholeOf(part))
    const joined = joinedSpot(parts as [Spot, ...Spot[]])
    this.#parts.set(joined, parts)
    for (const part of parts) this.#wholes.set(part, joined)
    return joined
  }

  part(joined: Spot): void {
    for (const part of this.#parts.get(joined) ?? []) this.#wholes.delete(part)
    this.#parts.delete(joined)
  }
}
