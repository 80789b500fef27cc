import { readFileSync } from 'node:fs'
import { key } from '../../../grammars/phrases.ts'
import { BodiesVocabulary, readVocabulary } from '../../../grammars/vocabulary.ts'
import { lazily } from '../../lazily.ts'
import { packagePath } from '../../package-root.ts'
import type { Piece } from '../lines.ts'

/**
 * How firmly two words stand together, in [0, 1]: `tiểu` `học` do, `tiểu` `phó` do not.
 *
 * From the pairs of syllables of grammars/vocabularies/pairs.txt (normalised pointwise mutual information, made from a corpus
 * of administrative text), from the names of bodies, and from the document: what stands together twice in it does so by itself.
 */
export class Cohesion {
  /** The words of the document as printed: one object for all spellings that are compared alike. */
  private readonly printed = new Map<string, Syllable>()
  private readonly byKey = new Map<string, Syllable>()

  constructor(pieces: readonly Piece[]) {
    for (const { words } of pieces) {
      let left = this.syllable(words[0]?.text ?? '')
      let before = left
      for (let at = 1; at < words.length; at++) {
        const right = this.syllable(words[at]?.text ?? '')
        left.follow(right)
        // `Văn hóa - Xã hội`: words that a dash joins stand side by side
        if (DASH.test(words[at - 1]?.text ?? '') && at > 1) {
          before.follow(right)
          if (this.of(before, right) >= JOINED) before.joins = true
        }
        before = left
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

const DASH = /^[-–]$/

/** From this on words about a dash belong together. */
export const JOINED = 0.1

/** A word with those that stand after it. */
export class Syllable {
  /** Whether a dash joins it to another somewhere: `hóa` in `Văn hóa - Xã hội`. */
  joins: boolean
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
    this.joins = joinedInNames.has(key)
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

/** What a pair is worth that stands twice in the document, or in the name of a body. */
const OWN = 0.4

const { names, bodies } = readVocabulary('bodies', BodiesVocabulary)

/** Words that a dash joins to others in names of bodies. */
const joinedInNames = new Set(
  names.flatMap(name => [...name.matchAll(/(\p{L}+) - /gu)].map(match => bare(match[1] as string))),
)

function bare(word: string): string {
  return key(word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))
}

type Strengths = Map<string, Map<string, number>>

/** The pairs of the corpus and of the names of bodies, read when a table is first found. */
const strengths = lazily((): Strengths => {
  const found = parsePairs(readFileSync(packagePath('grammars/vocabularies/pairs.txt'), 'utf8'))
  for (const name of [...names, ...bodies]) {
    const syllables = name.split(/[\s,–-]+/).map(bare)
    syllables.slice(1).forEach((right, at) => {
      const left = syllables[at] as string
      const after = found.get(left) ?? new Map<string, number>()
      found.set(left, after.set(right, Math.max(OWN, after.get(right) ?? 0)))
    })
  }
  return found
})

/** `giám sát9 đốc8` a line: the first syllable, then those that follow it, each with its strength in tenths. */
function parsePairs(text: string): Strengths {
  const found = new Map<string, Map<string, number>>()
  for (const line of text.split('\n')) {
    const [first = '', ...after] = line.split(' ')
    found.set(first, new Map(after.map(second => [second.slice(0, -1), Number(second.at(-1)) / 10])))
  }
  return found
}
