import { type ByteSource, type Bytes, PIECE, piecesOf } from '../ingest/byte-source.ts'

/** Bytes of a source from one place up to but not including another. */
export class Range implements ByteSource {
  readonly length: number
  readonly #source: ByteSource
  readonly #from: number

  constructor(source: ByteSource, from: number, to: number) {
    this.#source = source
    this.#from = from
    this.length = to - from
  }

  readInto(target: Uint8Array, from: number): void {
    const wanted = Math.min(target.length, this.length - from)
    this.#source.readInto(target.subarray(0, wanted), this.#from + from)
  }
}

/** Bytes put one after the other; those of a file stay there until they are asked for. */
export class Parts implements ByteSource {
  readonly #parts: Bytes[] = []
  /** Where each part begins. */
  readonly #starts: number[] = []
  #length = 0

  get length(): number {
    return this.#length
  }

  push(part: Bytes): void {
    this.#parts.push(part)
    this.#starts.push(this.#length)
    this.#length += part.length
  }

  readInto(target: Uint8Array, from: number): void {
    for (let at = this.#partAt(from), done = 0; at < this.#parts.length && done < target.length; at++) {
      const part = this.#parts[at]!
      const first = from + done - this.#starts[at]!
      const count = Math.min(part.length - first, target.length - done)
      const piece = target.subarray(done, done + count)
      if (part instanceof Uint8Array) piece.set(part.subarray(first, first + count))
      else part.readInto(piece, first)
      done += count
    }
  }

  /** All bytes in order; a piece stands until the next is asked for. */
  *pieces(): Generator<Uint8Array> {
    const piece = Buffer.allocUnsafe(PIECE)
    for (const part of this.#parts) yield* piecesOf(part, piece)
  }

  /** The last part that begins at a place or before it. */
  #partAt(place: number): number {
    let [low, high] = [0, this.#starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! <= place) low = middle
      else high = middle
    }
    return low
  }
}
