import { ALNUM, type Case, caseOf, classOf, fold, UNKNOWN } from '../language/normalize.ts'
import { Memo } from '../memo.ts'
import { isDigit, isLetter, isUpper } from './alphabet.ts'
import { CASE, type CasePattern, type Channel } from './channel.ts'
import { FREQUENCY_WEIGHT } from './lexicon.ts'
import type { Lexicons } from './lexicons.ts'
import { asNumber, asPercent, asRoman, asSymbol, type Reread } from './numbers.ts'
import { WordSearch } from './search.ts'
import { SymbolRepair } from './symbols.ts'

/** One way to print a piece: one or two words of the language model, what is printed, what it costs to have been read so. */
export interface Candidate {
  word: number
  secondWord: number
  text: string
  /** Channel cost in nats. */
  cost: number
  /** Cost with what the words are worth without context, by which candidates are ranked. */
  rank: number
  /** Cost of the word being written in this case in running text (not counted in lines of capitals). */
  caseCost: number
}

export interface CandidateOptions {
  /** Candidates kept for a piece. */
  limit: number
  /** Nats of rank above the best up to which candidates are kept. */
  within: number
  /** Nats of channel cost above the cheapest up to which words are looked at. */
  searchWithin: number
  /** Cost of a letter of a word that the vocabulary does not hold: how surprising its spelling is. */
  spelling: number
  /** The same for a capital of an abbreviation. */
  abbreviation: number
  /** Best single word costs more than this: two words read as one are tried too. */
  pairsAbove: number
}

export const CANDIDATE_DEFAULTS: CandidateOptions = {
  limit: 32,
  within: 10,
  searchWithin: 8,
  spelling: 3.4,
  abbreviation: 2.0,
  pairsAbove: 4,
}

/** What is looked at where a first pass was unsure. */
const MORE = { limit: 120, within: 16, searchWithin: 14 }

/** How probable a token of each class is within its class: nats for its printed form. */
const CLASS_COST: Readonly<Record<string, (core: string) => number>> = {
  '<year>': () => 3,
  '<date>': core => 1.2 * core.length,
  '<doc>': core => 1.5 * core.length,
  '<roman>': core => 0.3 + 0.3 * core.length,
  '<url>': core => 1.5 * core.length,
}
const DIGIT_COST = 2.3
/** Cost up to which a capital is often enough read as a small letter: `b` where Đ is printed. */
const CAPITAL = 3.5
/** A letter by itself may be a stain or a piece of a table's rule; an x is a tick. */
const STRAY = /^(?![xX])\p{L}$/u
const STRAY_COST = 9
/** Accents that stand over a line of print, read as one of their own: `i A 1A`. */
export const SCRAP = /^(?:\d\p{L}|\p{L}\d|\p{Ll}\p{Lu})$/u
const SCRAP_COST = 18
/** Two abbreviations read as one are rarer than an abbreviation that is not known. */
const ABBREVIATIONS_JOINED = 4
/** Candidates that are kept for pieces met again, some 150 bytes each, and once more as many that were met before them. */
const KEPT = 100_000
/** Words looked at in a search, before they are ranked. */
const SEARCHED = 150

/**
 * Finds what may be printed where a piece was read, through one channel; answers are kept, since a text repeats itself.
 */
export class Candidates {
  readonly options: CandidateOptions
  readonly #more: CandidateOptions
  readonly #lexicons: Lexicons
  readonly #channel: Channel
  readonly #words: WordSearch
  readonly #forms: WordSearch
  readonly #symbols: SymbolRepair
  readonly #known = new Memo<Candidate[]>(KEPT, ({ length }) => length)

  constructor(lexicons: Lexicons, channel: Channel, options: Partial<CandidateOptions> = {}) {
    this.options = { ...CANDIDATE_DEFAULTS, ...options }
    this.#more = { ...this.options, ...MORE }
    this.#lexicons = lexicons
    this.#channel = channel
    this.#words = new WordSearch(lexicons.words, channel)
    this.#forms = new WordSearch(lexicons.forms, channel)
    this.#symbols = new SymbolRepair(lexicons.symbols, channel)
  }

  /** Candidates for a core as read, cheapest first; always at least the core itself. */
  find(core: string): Candidate[] {
    return this.#known.get(core, () => this.#search(core, this.options))
  }

  /** The same with far more of them, for a place where the usual ones may lack the right word. */
  findMore(core: string): Candidate[] {
    return this.#known.get(`+ ${core}`, () => this.#search(core, this.#more))
  }

  /** One word printed where two pieces were read apart (`nghiê m`): its candidates, with the cost of the space. */
  findJoined(first: string, second: string): Candidate[] {
    return this.#known.get(`${first} ${second}`, () => this.#searchJoined(first + second))
  }

  #searchJoined(joined: string): Candidate[] {
    if (joined.length > 9) return []
    const found: Candidate[] = []
    for (const pattern of this.#patternsOf(joined))
      this.#addMatches(found, joined, pattern, this.#channel.split, this.options.searchWithin)
    return keep(found, 6, this.options.within)
  }

  #search(core: string, options: CandidateOptions): Candidate[] {
    const found: Candidate[] = [this.#asRead(core)]
    if (!/[\p{L}\p{N}]/u.test(core)) found.push(this.#nothing(core))
    else if (STRAY.test(core)) found.push(nothing(STRAY_COST))
    else if (SCRAP.test(core)) found.push(nothing(SCRAP_COST))
    if (core.length > 24) return found
    if (this.#channel.misreads) {
      this.#addReread(found, asNumber(core))
      this.#addReread(found, asRoman(core))
      this.#addReread(found, asSymbol(core))
      this.#addReread(found, asPercent(core))
      this.#addReread(found, this.#lexicons.formLike(core))
    }
    const patterns = this.#patternsOf(core)
    for (const pattern of patterns) this.#addMatches(found, core, pattern, 0, options.searchWithin)
    const kept = keep(found, options.limit, options.within)
    if (core.length >= 4 && cheapestWord(kept) > options.pairsAbove) this.#addPairs(kept, core, patterns)
    return kept
  }

  /** Nothing printed at all: a stain read as a mark. */
  #nothing(core: string): Candidate {
    let cost = 0
    for (const character of core) cost += this.#channel.noise(character)
    return nothing(cost)
  }

  #addReread(found: Candidate[], reread: Reread | undefined): void {
    if (!reread) return
    const read = this.#asRead(reread.text)
    found.push({ ...read, cost: read.cost + reread.cost, rank: read.rank + reread.cost })
  }

  #addMatches(found: Candidate[], read: string, pattern: CasePattern, extra: number, within: number): void {
    const verbatim = pattern === CASE.verbatim
    const search = verbatim ? this.#forms : this.#words
    const { words, ids } = search.lexicon
    for (const { word, cost } of search.search(read, pattern, SEARCHED, within)) {
      const text = printed(words[word]!, pattern)
      // Capitals that make a numeral are one, whatever words are spelt so in lower case.
      if (pattern !== CASE.lower && classOf(text) !== undefined) continue
      found.push(this.#candidate(text, ids[word]!, cost + extra))
    }
  }

  /** The cases in which what was read may have been printed: by its letters, and where its first is a capital misread (`bảng` for Đảng). */
  #patternsOf(read: string): CasePattern[] {
    const patterns = patternsOf(read)
    if (!patterns.includes(CASE.title) && this.#channel.misreads && this.#channel.capital(read[0]!) < CAPITAL)
      patterns.push(CASE.title)
    return patterns
  }

  #addPairs(found: Candidate[], read: string, patterns: CasePattern[]): void {
    const { words, ids } = this.#words.lexicon
    for (const pattern of patterns) {
      if (pattern === CASE.verbatim) continue
      const rest = pattern === CASE.upper ? CASE.upper : CASE.lower
      for (const { first, second, cost } of this.#words.searchPairs(read, pattern, 6)) {
        const total = cost + (pattern === CASE.upper ? ABBREVIATIONS_JOINED : 0)
        const candidate = this.#candidate(printed(words[first.word]!, pattern), ids[first.word]!, total)
        const text = `${candidate.text} ${printed(words[second.word]!, rest)}`
        found.push({ ...candidate, text, secondWord: ids[second.word]! })
      }
    }
  }

  #candidate(text: string, word: number, cost: number): Candidate {
    const rank = cost - FREQUENCY_WEIGHT * this.#lexicons.unigramScore(word)
    return { word, secondWord: -1, text, cost, rank, caseCost: this.#lexicons.caseCost(word, caseOf(text)) }
  }

  /** What was read, taken as printed: a number, a symbol, a word the lexicon lacks. */
  #asRead(core: string): Candidate {
    const { vocabulary } = this.#lexicons
    const kind = classOf(core)
    if (kind !== undefined) {
      const symbol = kind === '<doc>' ? this.#symbols.repair(core) : undefined
      if (symbol) return this.#candidate(symbol.text, vocabulary.id(kind), symbol.cost)
      const inClass = CLASS_COST[kind]
      return this.#candidate(core, vocabulary.id(kind), inClass ? inClass(core) : DIGIT_COST * digits(core))
    }
    const folded = fold(core)
    if (vocabulary.has(folded)) return this.#candidate(core, vocabulary.id(folded), this.#faithful(core))
    const word = vocabulary.id(/\d/.test(core) ? ALNUM : UNKNOWN)
    return this.#candidate(core, word, this.#faithful(core) + this.#spelling(core, caseOf(core)))
  }

  /** Cost of every character having been read as itself. */
  #faithful(core: string): number {
    let cost = 0
    for (const character of core) cost += this.#channel.faithful(character)
    return cost
  }

  #spelling(core: string, written: Case): number {
    const { spelling, abbreviation } = this.options
    let cost = 0
    for (let i = 0; i < core.length; i++) {
      const code = core.charCodeAt(i)
      if (isDigit(code)) cost += DIGIT_COST
      else if (isLetter(code)) cost += written === 'upper' ? abbreviation : spelling
      else cost += 5
    }
    return cost
  }
}

/** The cases in which what was read may have been printed, by its letters. */
function patternsOf(read: string): CasePattern[] {
  let upper = 0
  let lower = 0
  for (let i = 0; i < read.length; i++) {
    const code = read.charCodeAt(i)
    if (isUpper(code)) upper++
    else if (isLetter(code)) lower++
  }
  const first = read.charCodeAt(0)
  const patterns: CasePattern[] = []
  if (upper <= 1 || lower >= upper) patterns.push(CASE.lower)
  // A first character that is no letter, or one of the letters whose two cases look alike, may be a capital.
  if (upper <= 2 && (isUpper(first) || !isLetter(first))) patterns.push(CASE.title)
  if (upper >= 1 && upper >= lower) patterns.push(CASE.upper)
  if (read.length >= 3 && upper >= 1 && (upper >= 2 || !isUpper(first))) patterns.push(CASE.verbatim)
  if (patterns.length === 0) patterns.push(CASE.lower)
  return patterns
}

function printed(word: string, pattern: CasePattern): string {
  if (pattern === CASE.upper) return word.toUpperCase()
  if (pattern === CASE.title) return word[0]!.toUpperCase() + word.slice(1)
  return word
}

function nothing(cost: number): Candidate {
  return { word: -1, secondWord: -1, text: '', cost, rank: cost, caseCost: 0 }
}

function digits(core: string): number {
  let count = 0
  for (let i = 0; i < core.length; i++) if (isDigit(core.charCodeAt(i))) count++
  return count
}

function cheapestWord(candidates: Candidate[]): number {
  return candidates.reduce((best, candidate) => Math.min(best, candidate.cost), Number.POSITIVE_INFINITY)
}

/** The cheapest candidates, one for each printed form; what was read (the first) always stays. */
function keep(candidates: Candidate[], limit: number, within: number): Candidate[] {
  const asRead = candidates[0]
  if (!asRead) return []
  const byText = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const known = byText.get(candidate.text)
    if (!known || candidate.cost < known.cost) byText.set(candidate.text, candidate)
  }
  const sorted = [...byText.values()].sort((a, b) => a.rank - b.rank || (a.text < b.text ? -1 : 1))
  const bound = sorted[0]!.rank + within
  const kept = sorted.slice(0, limit).filter(candidate => candidate.rank <= bound)
  const own = byText.get(asRead.text)!
  if (!kept.includes(own)) kept.push(own)
  return kept
}
