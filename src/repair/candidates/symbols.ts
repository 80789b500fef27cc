import { readFileSync } from 'node:fs'
import { CASE, type Channel } from './channel.ts'
import { Lexicon } from './lexicon.ts'
import { WordSearch } from './search.ts'

/** Cost in nats of a part that is in no list: a constant and as much again for each letter. */
const UNLISTED = 4
const UNLISTED_LETTER = 1.6

/** Letters are added to numbers that were given twice: `41a`. */
const SYMBOL = /^(\d{1,5}[a-eđ]?(?:\/\d{4})?)([/-])(\p{L}[\p{L}\d]*(?:[/-][\p{L}\d]+)*-?)$/u

/** The parts that document symbols are made of (QĐ, UBND, TTg), with how often each was seen. */
export class SymbolParts {
  readonly lexicon: Lexicon
  readonly costs: number[]

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
  }

  static load(path: string): SymbolParts {
    return new SymbolParts(readFileSync(path, 'utf8'))
  }
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
    let best = faithful + UNLISTED + UNLISTED_LETTER * read.length
    for (const match of this.#search.search(read, CASE.verbatim, 12, 6)) {
      const total = match.cost + this.#parts.costs[match.word]!
      if (total >= best) continue
      best = total
      text = this.#parts.lexicon.words[match.word]!
      cost = match.cost
    }
    return { text, cost }
  }
}
