import { CASE, type Channel } from './candidates/channel.ts'
import { Lexicon } from './candidates/lexicon.ts'
import { WordSearch } from './candidates/search.ts'

/** Shorter abbreviations agree with some row of initials by chance. */
const SHORTEST = 4
const LONGEST = 8
/** Channel cost up to which a row of initials is looked at, and up to which it is believed if it stands there once. */
const MOST = 11
const MOST_ONCE = 3
/** How much it counts that a row of initials is repeated. */
const REPETITION = 3

/** A row of initials that an abbreviation may be, with the channel's cost and how often the document has the row. */
interface Row {
  text: string
  cost: number
  count: number
}

/** Rows of initials that begin alike, with how often each stands in the document. */
interface Index {
  counts: ReadonlyMap<string, number>
  search: WordSearch
}

/**
 * Abbreviations that no lexicon has, read in the light of the words that they stand for somewhere in the document, and of
 * what its other abbreviations were found to be:
 *
 *     Tổ công nghệ số cộng đồng …  CNSCD, CNSCP, CNSCPD   →   CNSCĐ
 *         └─────── C N S C Đ ──┘
 */
export class Acronyms {
  readonly #channel: Channel
  /** Initials of the document's words in order, a space where the row is broken. */
  readonly #initials: string
  readonly #rows = new Map<string, Row[]>()
  readonly #indexes = new Map<string, Index>()
  /** How often each abbreviation is used, as far as its reading by itself tells. */
  readonly #uses = new Map<string, number>()
  readonly #reads = new Map<string, number>()

  /**
   * @param words the document's words as repaired in order, an empty one where a sentence or item ends
   * @param reads all that was read
   */
  constructor(words: readonly string[], reads: Iterable<string>, channel: Channel) {
    this.#channel = channel
    this.#initials = words.map(initialOf).join('')
    for (const read of reads)
      if (looksLikeAcronym(read)) this.#reads.set(read, (this.#reads.get(read) ?? 0) + 1)
    for (const [read, count] of this.#reads) {
      const best = likeliest(this.#rowsLike(read), row => row.count)
      if (best) this.#uses.set(best.text, (this.#uses.get(best.text) ?? 0) + count)
    }
  }

  /** The abbreviation that `read` is, with the channel's cost; undefined where no row of initials is like it. */
  find(read: string): { text: string; cost: number } | undefined {
    const rows = this.#rowsLike(read)
    const alone = likeliest(rows, row => row.count)
    // What this reading itself is taken for is no evidence.
    const others = (row: Row): number =>
      (this.#uses.get(row.text) ?? 0) - (row.text === alone?.text ? (this.#reads.get(read) ?? 0) : 0)
    return likeliest(rows, row => row.count + others(row))
  }

  #rowsLike(read: string): Row[] {
    let rows = this.#rows.get(read)
    if (!rows) this.#rows.set(read, (rows = this.#search(read)))
    return rows
  }

  #search(read: string): Row[] {
    const shape = `${read[0]}${read.length}`
    let index = this.#indexes.get(shape)
    if (!index) this.#indexes.set(shape, (index = this.#index(read[0]!, read.length)))
    const { counts, search } = index
    if (counts.size === 0) return []
    return search.search(read, CASE.verbatim, 20, MOST).map(({ word, cost }) => {
      const text = search.lexicon.words[word]!
      return { text, cost, count: counts.get(text)! }
    })
  }

  /** The rows that begin with a letter and are about as long as what was read. */
  #index(first: string, length: number): Index {
    const counts = new Map<string, number>()
    for (let size = Math.max(SHORTEST, length - 2); size <= Math.min(LONGEST, length + 1); size++) {
      for (let at = this.#initials.indexOf(first); at >= 0; at = this.#initials.indexOf(first, at + 1)) {
        const row = this.#initials.slice(at, at + size)
        if (row.length === size && !row.includes(' ')) counts.set(row, (counts.get(row) ?? 0) + 1)
      }
    }
    const entries = [...counts].map(([text, count], id) => ({
      text,
      logProbability: Math.log(count / this.#initials.length),
      id,
    }))
    return { counts, search: new WordSearch(new Lexicon(entries), this.#channel) }
  }
}

/** The best of the rows; words that stand together once agree by chance, those an abbreviation stands for are repeated. */
function likeliest(rows: readonly Row[], countOf: (row: Row) => number): Row | undefined {
  let best: Row | undefined
  let bestRank = MOST_ONCE
  for (const row of rows) {
    const rank = row.cost - REPETITION * Math.log(countOf(row))
    if (rank > bestRank || (best && rank === bestRank)) continue
    best = row
    bestRank = rank
  }
  return best
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
