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
  private readonly own = new Map<string, number>()

  constructor(pieces: readonly Piece[]) {
    for (const { words } of pieces)
      for (let at = 1; at < words.length; at++) {
        const both = pair(bare(words[at - 1]?.text ?? ''), bare(words[at]?.text ?? ''))
        this.own.set(both, (this.own.get(both) ?? 0) + 1)
      }
  }

  /** Of two words, as `bare` has them. */
  of(left: string, right: string): number {
    const both = pair(left, right)
    const here = (this.own.get(both) ?? 0) > 1 ? OWN : 0
    return Math.max(here, strengths().get(both) ?? 0)
  }
}

/** What a pair is worth that stands twice in the document. */
const OWN = 0.4

/** A word without the marks about it, in the spelling that is compared. */
export const bare = (word: string) => key(word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))

const pair = (left: string, right: string) => `${left} ${right}`

let read: ReadonlyMap<string, number> | undefined

/** The pairs of the corpus, read when a table is first found. */
function strengths(): ReadonlyMap<string, number> {
  read ??= parsePairs(readFileSync(packagePath('grammars/vocabularies/pairs.txt'), 'utf8'))
  return read
}

/** `giám sát9 đốc8` a line: the first syllable, then those that follow it, each with its strength in tenths. */
function parsePairs(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [first = '', ...after] = line.split(' ')
    for (const second of after) found.set(pair(first, second.slice(0, -1)), Number(second.at(-1)) / 10)
  }
  return found
}
