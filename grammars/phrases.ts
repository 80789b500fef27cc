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
      const { text: word, key } = spelled(text, start, end)
      found.push({ text: word, key, start, end })
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

interface Spelled {
  text: string
  key: string
  hash: number
}

/**
 * Words met before, in a table of open addresses by the hash of their letters: a plan has few different words, and one that is
 * known need not be cut out of its line again. Emptied before it grows large.
 */
const SPELLED: (Spelled | undefined)[] = new Array(1 << 15)
const LAST_SLOT = SPELLED.length - 1
const MOST_SPELLED = SPELLED.length * 0.6
let spelledWords = 0

/** The word that stands from `start` to `end`. */
function spelled(text: string, start: number, end: number): Spelled {
  let hash = end - start
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  let slot = (hash ^ (hash >>> 15)) & LAST_SLOT
  for (let known = SPELLED[slot]; known; known = SPELLED[slot]) {
    if (known.hash === hash && known.text.length === end - start && standsAt(known.text, text, start))
      return known
    slot = (slot + 1) & LAST_SLOT
  }
  const word = text.slice(start, end)
  const made = { text: word, key: computeKey(word), hash }
  if (spelledWords >= MOST_SPELLED) {
    SPELLED.fill(undefined)
    spelledWords = 0
  }
  SPELLED[slot] = made
  spelledWords++
  return made
}

function standsAt(word: string, text: string, start: number): boolean {
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}

/** One word as it is compared: `Uỷ` and `ỦY` are the same, `hoà` and `hòa`. */
export function key(word: string): string {
  return spelled(word, 0, word.length).key
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
