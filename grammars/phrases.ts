import { lazily } from '../src/lazily.ts'

/**
 * Words of a text with their places, and lists of phrases that are looked for in them.
 *
 *     words('Uỷ ban, 05 xã')   → [Uỷ|ủy] [ban|ban] [,] [05] [xã]
 *     phrases.at(words, 0)     → the longest phrase of the list that begins there
 */

export interface Word {
  /** As printed. */
  text: string
  /** Lower case, tone marks on the vowel of the present spelling: what phrases are compared by. */
  key: string
  /** Offsets in the text. */
  start: number
  end: number
}

const WORD = /[\p{L}\p{M}\p{N}]+|[^\s]/gu

/** Cuts a text into words and single marks. The text should be NFC; decomposed letters still stay in their word. */
export function words(text: string): Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(WORD))
    found.push({ text: match[0], key: key(match[0]), start: match.index, end: match.index + match[0].length })
  return found
}

/** Keys of words met before: a plan has few different words. Emptied before it grows large. */
const KEYS = new Map<string, string>()
const MOST_KEYS = 20_000

/** One word as it is compared: `Uỷ` and `ỦY` are the same, `hoà` and `hòa`. */
export function key(word: string): string {
  let known = KEYS.get(word)
  if (known === undefined) {
    known = computeKey(word)
    if (KEYS.size >= MOST_KEYS) KEYS.clear()
    KEYS.set(word, known)
  }
  return known
}

function computeKey(word: string): string {
  const lower = word.normalize('NFC').toLowerCase()
  return MOVED.test(lower) ? lower.replace(MOVED, mark => PRESENT.get(mark) ?? mark) : lower
}

/** Tone mark on the second vowel of an open syllable, as spelled before 1984, and the same as spelled now. */
const PRESENT = new Map(
  'oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỷ ủy uỳ ùy uỹ ũy uỵ ụy'
    .split(' ')
    .flatMap((form, index, all) => (index % 2 === 0 ? [[form, all[index + 1] as string] as const] : [])),
)
const MOVED = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỷỳỹỵ])$/

interface Branch<T> {
  next: Map<string, Branch<T>>
  value?: T
}

export interface Found<T> {
  value: T
  /** How many words the phrase has. */
  length: number
}

/** A list of phrases, each with what it means. */
export class Phrases<T> {
  readonly #root: () => Branch<T>

  /** @param entries gone through when something is first looked for */
  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    this.#root = lazily(() => {
      const root: Branch<T> = { next: new Map() }
      for (const [phrase, value] of entries) this.#add(root, phrase, value)
      return root
    })
  }

  #add(root: Branch<T>, phrase: string, value: T): void {
    let branch = root
    for (const word of words(phrase.normalize('NFC'))) {
      let next = branch.next.get(word.key)
      if (!next) {
        next = { next: new Map() }
        branch.next.set(word.key, next)
      }
      branch = next
    }
    branch.value = value
  }

  /** The longest phrase that begins at `index`. */
  at(text: readonly Word[], index: number): Found<T> | undefined {
    let branch: Branch<T> | undefined = this.#root()
    let found: Found<T> | undefined
    for (let i = index; ; i++) {
      const word = text[i]
      branch = word && branch.next.get(word.key)
      if (!branch) return found
      if (branch.value !== undefined) found = { value: branch.value, length: i - index + 1 }
    }
  }
}

/** Phrases that only need to be known. */
export function phraseList(list: Iterable<string>): Phrases<true> {
  return new Phrases([...list].map(phrase => [phrase, true] as const))
}
