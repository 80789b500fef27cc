import { readFileSync } from 'node:fs'
import { key } from '../../../grammars/phrases.ts'
import { packagePath } from '../../package-root.ts'
import type { Piece } from '../lines.ts'

/**
 * How firmly two words stand together, in [0, 1]: `tiểu` `học` do, `tiểu` `phó` do not.
 *
 * From the pairs of syllables of grammars/vocabularies/pairs.txt (normalised pointwise mutual information, made from a corpus
 * of administrative text), and from the document: what stands together twice in it does so by itself.
 */
export class Cohesion {
  /** The words of the document as printed: one object for all spellings that are compared alike. */
  private readonly printed = new Map<string, Syllable>()
  private readonly byKey = new Map<string, Syllable>()

  constructor(pieces: readonly Piece[]) {
    for (const { words } of pieces) {
      let left = this.syllable(words[0]?.text ?? '')
      for (let at = 1; at < words.length; at++) {
        const right = this.syllable(words[at]?.text ?? '')
        left.follow(right)
        left = right
      }
    }
  }

  /** What is known of a word, whatever marks stand about it. */
  syllable(word: string): Syllable {
    let known = this.printed.get(word)
    if (!known) {
      const plain = bare(word)
      known = this.byKey.get(plain)
      if (!known) {
        known = new Syllable(plain)
        this.byKey.set(plain, known)
      }
      this.printed.set(word, known)
    }
    return known
  }

  of(left: Syllable, right: Syllable): number {
    return Math.max(left.isFollowedBy(right) ? OWN : 0, left.strengths()?.get(right.key) ?? 0)
  }
}

/** A word with those that stand after it. */
export class Syllable {
  /** Without the marks about it, in the spelling that is compared. */
  readonly key: string
  /** The word that stood after it first, which for most is the only one. */
  private first: Syllable | undefined
  /** Those that stood after it more than once. */
  private again: Set<Syllable> | undefined
  /** Any others that stood after it. */
  private others: Set<Syllable> | undefined
  private known: ReadonlyMap<string, number> | undefined | 'not looked up' = 'not looked up'

  constructor(key: string) {
    this.key = key
  }

  /** Takes note of a word that stands after it in the document. */
  follow(word: Syllable): void {
    if (!this.first) this.first = word
    else if (this.first === word || this.others?.has(word)) {
      this.again ??= new Set()
      this.again.add(word)
    } else {
      this.others ??= new Set()
      this.others.add(word)
    }
  }

  /** Whether the word stands after it in the document more than once. */
  isFollowedBy(word: Syllable): boolean {
    return this.again?.has(word) ?? false
  }

  /** How firmly words stand after it in the corpus. */
  strengths(): ReadonlyMap<string, number> | undefined {
    if (this.known === 'not looked up') this.known = strengths().get(this.key)
    return this.known
  }
}

/** What a pair is worth that stands twice in the document. */
const OWN = 0.4

const bare = (word: string) => key(word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))

type Strengths = ReadonlyMap<string, ReadonlyMap<string, number>>
let read: Strengths | undefined

/** The pairs of the corpus, read when a table is first found. */
function strengths(): Strengths {
  read ??= parsePairs(readFileSync(packagePath('grammars/vocabularies/pairs.txt'), 'utf8'))
  return read
}

/** `giám sát9 đốc8` a line: the first syllable, then those that follow it, each with its strength in tenths. */
function parsePairs(text: string): Strengths {
  const found = new Map<string, Map<string, number>>()
  for (const line of text.split('\n')) {
    const [first = '', ...after] = line.split(' ')
    found.set(first, new Map(after.map(second => [second.slice(0, -1), Number(second.at(-1)) / 10])))
  }
  return found
}
