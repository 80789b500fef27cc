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

/** Cuts a text into words and single marks. The text should be NFC; decomposed letters still stay in their word. */
export function words(text: string): Word[] {
  const found: Word[] = []
  for (let start = 0; start < text.length; ) {
    const sort = sortAt(text, start)
    let end = start + (sort === ASTRAL_LETTER || sort === ASTRAL_MARK ? 2 : 1)
    if (sort === LETTER || sort === ASTRAL_LETTER)
      for (let next = sortAt(text, end); next === LETTER || next === ASTRAL_LETTER; next = sortAt(text, end))
        end += next === LETTER ? 1 : 2
    if (sort !== SPACE) {
      const word = text.slice(start, end)
      found.push({ text: word, key: key(word), start, end })
    }
    start = end
  }
  return found
}

const [SPACE, LETTER, MARK, ASTRAL_LETTER, ASTRAL_MARK] = [1, 2, 3, 4, 5]

/** What each character of the first plane is, once it was met; 0 before. */
const SORTS = new Uint8Array(0x10000)

/** What stands at `index`: a space, a letter or digit of a word, a mark, one of the last two in two units; a space at the end. */
function sortAt(text: string, index: number): number {
  if (index >= text.length) return SPACE
  const unit = text.charCodeAt(index)
  const known = SORTS[unit] as number
  if (known !== 0) return known
  const letter = String.fromCodePoint(text.codePointAt(index) as number)
  const sort = /[\p{L}\p{M}\p{N}]/u.test(letter) ? LETTER : /\s/.test(letter) ? SPACE : MARK
  if (letter.length === 2) return sort === LETTER ? ASTRAL_LETTER : ASTRAL_MARK
  // half of a pair is a mark only where the other half is missing
  if (unit < 0xd800 || unit > 0xdfff) SORTS[unit] = sort
  return sort
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

  /** Whether some phrase begins with the word. */
  mayBegin(key: string): boolean {
    return this.#root().next.has(key)
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
