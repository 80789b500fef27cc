import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'

/** Bytes that are read piece by piece, so that a scan of hundreds of pages need not be in memory as a whole. */
export interface ByteSource {
  readonly length: number
  /** Fills `target` with the bytes from `from` on; beyond the end it stays as it is. */
  readInto(target: Uint8Array, from: number): void
}

/** In memory, or read as they are needed. */
export type Bytes = Uint8Array | ByteSource

/** A file that stays where it is. Errors: E_UNREADABLE where it changes meanwhile. */
export class FileSource implements ByteSource {
  readonly length: number
  readonly #file: number
  readonly #changed: number

  /** Errors: those of `node:fs`. The caller closes it. */
  constructor(path: string) {
    this.#file = openSync(path, 'r')
    const { size, mtimeMs } = fstatSync(this.#file)
    this.length = size
    this.#changed = mtimeMs
  }

  readInto(target: Uint8Array, from: number): void {
    const wanted = Math.min(target.length, this.length - from)
    for (let done = 0; done < wanted; ) {
      const count = readSync(this.#file, target, done, wanted - done, from + done)
      if (count === 0) throw changed()
      done += count
    }
  }

  /** That what was read at different times belongs together. Errors: E_UNREADABLE. */
  refuseChanged(): void {
    const { size, mtimeMs } = fstatSync(this.#file)
    if (size !== this.length || mtimeMs !== this.#changed) throw changed()
  }

  close(): void {
    closeSync(this.#file)
  }
}

export function changed(): PlanExtractError {
  return new PlanExtractError('E_UNREADABLE', say('the file changed while it was read'), {
    hint: say('Run it again once the file is complete.'),
  })
}

/** The bytes from one place up to but not including another; of what is in memory no copy. */
export function bytesBetween(bytes: Bytes, from: number, to: number): Uint8Array {
  if (bytes instanceof Uint8Array) return bytes.subarray(from, to)
  const end = Math.min(to, bytes.length)
  const piece = Buffer.allocUnsafe(Math.max(0, end - from))
  bytes.readInto(piece, from)
  return piece
}

export function allBytes(bytes: Bytes): Uint8Array {
  return bytesBetween(bytes, 0, bytes.length)
}

/** Bytes of a piece in which something is looked for, or that are handed on. */
export const PIECE = 256 * 1024

/**
 * All bytes in order, piece by piece.
 *
 * @param piece where they are put, unless they are in memory; each stands until the next is asked for
 */
export function* piecesOf(bytes: Bytes, piece = Buffer.allocUnsafe(PIECE)): Generator<Uint8Array> {
  if (bytes instanceof Uint8Array) {
    yield bytes
    return
  }
  for (let at = 0; at < bytes.length; at += piece.length) {
    const part = piece.subarray(0, Math.min(piece.length, bytes.length - at))
    bytes.readInto(part, at)
    yield part
  }
}

/** A view of bytes that moves along with what is asked for: many small looks, few reads. */
export class Window {
  readonly #bytes: Bytes
  /** Used for every piece: memory outside V8's heap, which it is slow to collect. */
  readonly #memory: Buffer
  #piece: Buffer
  #start = 0

  constructor(bytes: Bytes) {
    this.#bytes = bytes
    const isHere = bytes instanceof Uint8Array
    this.#memory = Buffer.allocUnsafe(isHere ? 0 : PIECE)
    this.#piece = isHere
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : this.#memory.subarray(0, 0)
  }

  /** Undefined beyond the end. */
  at(place: number): number | undefined {
    const byte = this.#piece[place - this.#start]
    if (byte !== undefined) return byte
    if (place < 0 || place >= this.#bytes.length) return undefined
    this.#move(place)
    return this.#piece[place - this.#start]
  }

  /** Where a text of ASCII stands next, from a place on; -1 where it does not. */
  indexOf(text: string, from: number): number {
    for (let at = from; at < this.#bytes.length; ) {
      if (at < this.#start || at >= this.#start + this.#piece.length) this.#move(at)
      const found = this.#piece.indexOf(text, at - this.#start, 'latin1')
      if (found >= 0) return this.#start + found
      if (this.#start + this.#piece.length >= this.#bytes.length) return -1
      // It may begin in this piece and end in the next.
      this.#move(Math.max(this.#start + this.#piece.length - text.length + 1, at))
      at = this.#start
    }
    return -1
  }

  #move(place: number): void {
    this.#piece = this.#memory.subarray(0, Math.min(PIECE, this.#bytes.length - place))
    if (!(this.#bytes instanceof Uint8Array)) this.#bytes.readInto(this.#piece, place)
    this.#start = place
  }
}
