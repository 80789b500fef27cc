import { CASE, type Channel } from './candidates/channel.ts'
import { Lexicon } from './candidates/lexicon.ts'
import { WordSearch } from './candidates/search.ts'

/** Shorter abbreviations agree with some row of initials by chance. */
const SHORTEST = 4
const LONGEST = 8
/** Channel cost up to which a row of initials is looked at, and up to which it is believed if it stands there once. */
const MOST = 9
const MOST_ONCE = 3
/** How much it counts that a row of initials is repeated. */
const REPETITION = 2

/**
 * Abbreviations that no lexicon has, read in the light of the words that they stand for somewhere in the document:
 *
 *     Tổ công nghệ số cộng đồng …  CNSCD, CNSCP   →   CNSCĐ
 *         └─────── C N S C Đ ──┘
 */
export class Acronyms {
  readonly #channel: Channel
  /** Initials of the document's words in order, a space where the row is broken. */
  readonly #initials: string
  readonly #known = new Map<string, { text: string; cost: number } | undefined>()

  /** `words`: the document's words as repaired in order, an empty one where a sentence or item ends. */
  constructor(words: readonly string[], channel: Channel) {
    this.#channel = channel
    this.#initials = words.map(initialOf).join('')
  }

  /** The abbreviation that `read` is, with the channel's cost; undefined where no row of initials is like it. */
  find(read: string): { text: string; cost: number } | undefined {
    if (!this.#known.has(read)) this.#known.set(read, this.#search(read))
    return this.#known.get(read)
  }

  #search(read: string): { text: string; cost: number } | undefined {
    const rows = new Map<string, number>()
    for (
      let length = Math.max(SHORTEST, read.length - 2);
      length <= Math.min(LONGEST, read.length + 1);
      length++
    ) {
      for (let at = 0; at + length <= this.#initials.length; at++) {
        if (this.#initials[at] !== read[0]) continue
        const row = this.#initials.slice(at, at + length)
        if (!row.includes(' ')) rows.set(row, (rows.get(row) ?? 0) + 1)
      }
    }
    if (rows.size === 0) return undefined
    const lexicon = new Lexicon(
      [...rows].map(([text, count], id) => ({
        text,
        logProbability: Math.log(count / this.#initials.length),
        id,
      })),
    )
    let best: { text: string; cost: number } | undefined
    let bestRank = Number.POSITIVE_INFINITY
    for (const { word, cost } of new WordSearch(lexicon, this.#channel).search(
      read,
      CASE.verbatim,
      20,
      MOST,
    )) {
      const text = lexicon.words[word]!
      // Words that stand together once agree by chance; those an abbreviation stands for are repeated.
      const rank = cost - REPETITION * Math.log(rows.get(text)!)
      if (rank > MOST_ONCE || rank >= bestRank) continue
      best = { text, cost }
      bestRank = rank
    }
    return best
  }
}

/** Whether a read word looks like an abbreviation long enough to be told by its initials: mostly capitals. */
export function looksLikeAcronym(read: string): boolean {
  if (read.length < SHORTEST || read.length > LONGEST) return false
  const capitals = read.match(/\p{Lu}/gu)?.length ?? 0
  return /^\p{Lu}/u.test(read) && capitals >= SHORTEST - 1 && capitals >= 0.7 * read.length
}

/** First letter as abbreviations have it: a capital without its tone, but with its own mark (ứng → Ư, Ủy → U, đồng → Đ). */
function initialOf(word: string): string {
  const first = word[0]
  if (first === undefined || !/\p{L}/u.test(first)) return ' '
  return first
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
    .toUpperCase()
}
