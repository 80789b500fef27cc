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
  /** How often each word stands after another in the document. */
  private readonly own = new Map<string, Map<string, number>>()

  constructor(pieces: readonly Piece[]) {
    for (const { words } of pieces) {
      let left = bare(words[0]?.text ?? '')
      for (let at = 1; at < words.length; at++) {
        const right = bare(words[at]?.text ?? '')
        let after = this.own.get(left)
        if (!after) {
          after = new Map()
          this.own.set(left, after)
        }
        after.set(right, (after.get(right) ?? 0) + 1)
        left = right
      }
    }
  }

  /** Of two words, as `bare` has them. */
  of(left: string, right: string): number {
    return this.after(left)(right)
  }

  /** Of a word with any that may follow it. */
  after(left: string): (right: string) => number {
    const own = this.own.get(left)
    const known = strengths().get(left)
    return right => Math.max((own?.get(right) ?? 0) > 1 ? OWN : 0, known?.get(right) ?? 0)
  }
}

/** What a pair is worth that stands twice in the document. */
const OWN = 0.4

/** A word without the marks about it, in the spelling that is compared. */
export function bare(word: string): string {
  let known = BARE.get(word)
  if (known === undefined) {
    known = key(word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))
    if (BARE.size >= MOST_BARE) BARE.clear()
    BARE.set(word, known)
  }
  return known
}
/** Words met before. Emptied before it grows large. */
const BARE = new Map<string, string>()
const MOST_BARE = 20_000

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
