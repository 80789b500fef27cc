import type { Alternative, Page } from '../document.ts'
import type { Choices, DecodedPage, Repaired } from './page-decoder.ts'
import type { Reading } from './reading/detect.ts'
import { pagePieces } from './reading/pieces.ts'

/**
 * A decoded page in little memory, since all pages of a document wait between the passes over it. Its pieces are found
 * again; what was chosen for each is a text and four numbers:
 *
 *     word   confidence   length   rank   word   confidence …
 */
export class PackedPage {
  readonly #page: Page
  readonly #reading: Reading
  readonly #texts: readonly (string | undefined)[]
  readonly #numbers: Float64Array
  /** The lists of each piece, which it shares with others that were read the same; none after the second pass. */
  readonly #single: Choices['single'][]
  readonly #joined: Choices['joined'][]
  /** Of the few pieces that may be read otherwise. */
  readonly #alternatives = new Map<number, Alternative[]>()

  constructor({ page, reading, choices = [], repaired }: DecodedPage) {
    this.#page = page
    this.#reading = reading
    this.#single = choices.map(({ single }) => single)
    this.#joined = choices.map(({ joined }) => joined)
    this.#texts = repaired.map(found => found?.text)
    this.#numbers = new Float64Array(4 * repaired.length)
    repaired.forEach((found, at) => {
      if (!found) return
      this.#numbers.set([found.word, found.confidence, found.length, found.rank], 4 * at)
      if (found.alternatives.length > 0) this.#alternatives.set(at, found.alternatives)
    })
  }

  unpacked(): DecodedPage {
    const repaired = this.#texts.map((text, at): Repaired | undefined => {
      if (text === undefined) return undefined
      const [word, confidence, length, rank] = this.#numbers.subarray(
        4 * at,
        4 * at + 4,
      ) as unknown as Numbers
      return { text, word, confidence, alternatives: this.#alternatives.get(at) ?? [], length, rank }
    })
    const [page, reading] = [this.#page, this.#reading]
    const choices = this.#single.map((single, at): Choices => ({ single, joined: this.#joined[at]! }))
    return {
      page,
      reading,
      pieces: pagePieces(page, reading),
      ...(choices.length > 0 && { choices }),
      repaired,
    }
  }
}

type Numbers = [word: number, confidence: number, length: number, rank: number]
