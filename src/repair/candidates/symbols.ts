import { readFileSync } from 'node:fs'
import { CASE, type Channel } from './channel.ts'
import { Lexicon } from './lexicon.ts'
import { WordSearch } from './search.ts'

/** Cost in nats of a part that is in no list, on top of its letters'. */
const UNLISTED = 3.5
/** Weight of how rare a part in the list is: local plans name other bodies than laws do. */
const LISTED = 0.85
/** Weight of how surprising its letters are. */
const SPELLING = 0.6
/** Cost of taking a part in no list for one with Đ, on top of the channel's: Đ is rarer than the letters it is read as. */
const RARER = 1
/** What is read where Đ is printed, as no letter is so often misread in an abbreviation. */
const READ_FOR_DE = ['D', 'P', 'B', 'DB', 'DP', 'PD', 'BD', 'Ð']
/** Parts longer than this have too many ways to be spelt. */
const LONGEST_UNLISTED = 10

/** Letters are added to numbers that were given twice: `41a`. */
const SYMBOL = /^(\d{1,5}[a-eđ]?(?:\/\d{4})?)([/-])(\p{L}[\p{L}\d]*(?:[/-][\p{L}\d]+)*-?)$/u

/** The parts that document symbols are made of (QĐ, UBND, TTg), with how often each was seen. */
export class SymbolParts {
  readonly lexicon: Lexicon
  readonly costs: number[]
  readonly letters: LetterPairs

  /** `table`: one part a line with its count after a tab. */
  constructor(table: string) {
    const rows = table
      .split('\n')
      .filter(row => row !== '')
      .map(row => row.split('\t') as [part: string, count: string])
    const total = rows.reduce((sum, [, count]) => sum + Number(count), 0)
    const costs = new Map(rows.map(([part, count]) => [part, -Math.log(Number(count) / total)]))
    this.lexicon = new Lexicon([...costs].map(([text, cost], id) => ({ text, logProbability: -cost, id })))
    this.costs = this.lexicon.words.map(part => costs.get(part)!)
    this.letters = new LetterPairs(rows.map(([part, count]) => [part, Math.sqrt(Number(count))]))
  }

  static load(path: string): SymbolParts {
    return new SymbolParts(readFileSync(path, 'utf8'))
  }
}

/** Which letters follow one another in abbreviations: a model of pairs, smoothed by single letters. */
class LetterPairs {
  readonly #pairs = new Map<string, number>()
  readonly #firsts = new Map<string, number>()
  readonly #seconds = new Map<string, number>()
  #total = 0

  constructor(parts: Iterable<readonly [part: string, weight: number]>) {
    for (const [part, weight] of parts) {
      const letters = `^${part}$`
      for (let i = 1; i < letters.length; i++) {
        add(this.#pairs, letters.slice(i - 1, i + 1), weight)
        add(this.#firsts, letters[i - 1]!, weight)
        add(this.#seconds, letters[i]!, weight)
        this.#total += weight
      }
    }
  }

  /** How surprising an abbreviation is, in nats. */
  cost(part: string): number {
    const letters = `^${part.replace(/\d/g, '')}$`
    let cost = DIGIT * (part.length + 2 - letters.length)
    for (let i = 1; i < letters.length; i++) {
      const alone = ((this.#seconds.get(letters[i]!) ?? 0) + 1) / (this.#total + 50)
      const pair = this.#pairs.get(letters.slice(i - 1, i + 1)) ?? 0
      cost -= Math.log((pair + SMOOTHING * alone) / ((this.#firsts.get(letters[i - 1]!) ?? 0) + SMOOTHING))
    }
    return cost
  }
}

/** Nats for each digit, of which the model knows nothing. */
const DIGIT = 2.3

/** Weight of single letters in a pair's share. */
const SMOOTHING = 20

function add(counts: Map<string, number>, of: string, weight: number): void {
  counts.set(of, (counts.get(of) ?? 0) + weight)
}

/**
 * Puts the letters of document symbols right, part by part, as no language model knows them:
 *
 *     284/QD-UBND   →   284/QĐ-UBND
 */
export class SymbolRepair {
  readonly #parts: SymbolParts
  readonly #search: WordSearch
  readonly #channel: Channel

  constructor(parts: SymbolParts, channel: Channel) {
    this.#parts = parts
    this.#search = new WordSearch(parts.lexicon, channel)
    this.#channel = channel
  }

  /** The symbol as it is printed in all likelihood, and the channel's cost; undefined if it does not look like a symbol. */
  repair(read: string): { text: string; cost: number } | undefined {
    const match = SYMBOL.exec(read)
    if (!match) return undefined
    const [, number = '', separator = '', rest = ''] = match
    let text = number + separator
    let cost = 0
    for (const part of rest.split(/([/-])/)) {
      if (part === '' || part === '/' || part === '-') {
        text += part
        continue
      }
      const best = this.#part(part)
      text += best.text
      cost += best.cost
    }
    return { text, cost }
  }

  #part(read: string): { text: string; cost: number } {
    let faithful = 0
    for (const letter of read) faithful += this.#channel.faithful(letter)
    let text = read
    let cost = faithful
    let best = Number.POSITIVE_INFINITY
    for (const way of this.#unlisted(read)) {
      const total = way.cost + UNLISTED + SPELLING * this.#parts.letters.cost(way.text)
      if (total >= best) continue
      best = total
      text = way.text
      cost = way.cost
    }
    for (const match of this.#search.search(read, CASE.verbatim, 12, 6)) {
      const total = match.cost + LISTED * this.#parts.costs[match.word]!
      if (total >= best) continue
      best = total
      text = this.#parts.lexicon.words[match.word]!
      cost = match.cost
    }
    return { text, cost }
  }

  /** What a part in no list may be: as it was read, or with Đ where letters were read that Đ is read as. */
  #unlisted(read: string): { text: string; cost: number }[] {
    let ways = [{ text: '', cost: 0, at: 0 }]
    const done: { text: string; cost: number }[] = []
    while (ways.length > 0) {
      const next: typeof ways = []
      for (const { text, cost, at } of ways) {
        if (at === read.length) {
          done.push({ text, cost })
          continue
        }
        next.push({ text: text + read[at]!, cost: cost + this.#channel.faithful(read[at]!), at: at + 1 })
        if (read.length > LONGEST_UNLISTED) continue
        for (const segment of READ_FOR_DE) {
          if (!read.startsWith(segment, at)) continue
          const extra = this.#channel.letter('Đ', segment) + RARER
          if (extra < 12) next.push({ text: `${text}Đ`, cost: cost + extra, at: at + segment.length })
        }
      }
      ways = next
    }
    return done
  }
}
