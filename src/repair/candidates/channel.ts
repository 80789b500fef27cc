import { readFileSync } from 'node:fs'
import { letterOf, symbolOf, UPPER } from './alphabet.ts'

/** How the letters of a word are expected to be printed: `từ` · `Từ` · `TỪ` · as the lexicon has it (VNeID). */
export const CASE = { lower: 0, title: 1, upper: 2, verbatim: 3 } as const
export type CasePattern = (typeof CASE)[keyof typeof CASE]

/**
 * What one read segment may have been printed as: the cost in nats of every single letter, by symbol (infinite where it
 * never comes out so), lower-case letters and capitals apart; and the pairs of letters with theirs, ordered by their first:
 * those that begin with the symbol `s` stand from `firstPair[s]` up to `firstPair[s + 1]`.
 */
export interface Origins {
  lower: Float32Array
  upper: Float32Array
  firstPair: Uint16Array
  pairSecond: Uint8Array
  pairCost: Float32Array
}

/**
 * A channel says how printed characters come out of one way of reading: -log P(read segment | printed segment).
 * Learnt by `training/channel`; the file has one mapping a line: printed, read, cost in hundredths of a nat.
 */
export class Channel {
  readonly name: string
  /** Whether an engine read it, so that shapes are taken for each other; else only diacritics are lost. */
  readonly misreads: boolean
  /** Longest read segment, in characters. */
  static readonly LONGEST = 3
  /** Cost of a printed space that was not read, and of one read where none is printed. */
  readonly join: number
  readonly split: number
  readonly #origins = new Map<string, Origins>()
  readonly #noise = new Map<string, number>()
  readonly #lost: Origins
  readonly #faithful = new Map<string, number>()

  constructor(name: string, table: string, misreads = true) {
    this.name = name
    this.misreads = misreads
    const rows = new Map<string, Array<[number, number, number]>>()
    let join = 7
    let split = 7
    for (const row of table.split('\n')) {
      if (row === '' || row.startsWith('#')) continue
      const [printed, read, hundredths] = row.split('\t') as [string, string, string]
      const cost = Number(hundredths) / 100
      if (printed === ' ' && read === '') join = cost
      else if (printed === '' && read === ' ') split = cost
      else if (printed === '') this.#noise.set(read, cost)
      if (printed === read) this.#faithful.set(printed, cost)
      const symbols = [...printed].map(letter => symbolOf(letter.charCodeAt(0)))
      if (symbols.length === 0 || symbols.includes(0)) continue
      let list = rows.get(read)
      if (!list) rows.set(read, (list = []))
      list.push([symbols[0]!, symbols[1] ?? 0, cost])
    }
    this.join = join
    this.split = split
    for (const [read, list] of rows) this.#origins.set(read, originsOf(list))
    this.#lost = this.#origins.get('') ?? originsOf([])
  }

  /** Printed letters that may have been read as this segment. */
  origins(read: string): Origins | undefined {
    return this.#origins.get(read)
  }

  /** Printed letters of which nothing was read. */
  get lost(): Origins {
    return this.#lost
  }

  /** Least cost of a capital being read as this character, infinite where none is. */
  capital(read: string): number {
    return (
      this.#origins
        .get(read)
        ?.upper.reduce((least, cost) => Math.min(least, cost), Number.POSITIVE_INFINITY) ??
      Number.POSITIVE_INFINITY
    )
  }

  /** Cost of a read character where nothing is printed. */
  noise(read: string): number {
    return this.#noise.get(read) ?? 9
  }

  /** Cost of a character being read as itself. */
  faithful(character: string): number {
    return this.#faithful.get(character) ?? 0.1
  }

  /** Cost of a printed letter being read as these characters, infinite where it never is. */
  letter(printed: string, read: string): number {
    const symbol = symbolOf(printed.charCodeAt(0))
    const origins = this.#origins.get(read)
    if (origins === undefined || symbol === 0) return Number.POSITIVE_INFINITY
    return symbol > UPPER ? origins.upper[symbol - UPPER]! : origins.lower[symbol]!
  }
}

function originsOf(rows: ReadonlyArray<readonly [first: number, second: number, cost: number]>): Origins {
  const lower = new Float32Array(UPPER).fill(Number.POSITIVE_INFINITY)
  const upper = new Float32Array(UPPER).fill(Number.POSITIVE_INFINITY)
  const pairs = rows.filter(([, second]) => second !== 0).sort((a, b) => a[0] - b[0])
  const firstPair = new Uint16Array(2 * UPPER + 1)
  for (const [first, second, cost] of rows) {
    if (second !== 0) firstPair[first + 1]!++
    else if (first > UPPER) upper[first - UPPER] = cost
    else lower[first] = cost
  }
  for (let symbol = 1; symbol < firstPair.length; symbol++) firstPair[symbol]! += firstPair[symbol - 1]!
  return {
    lower,
    upper,
    firstPair,
    pairSecond: Uint8Array.from(pairs, ([, second]) => second),
    pairCost: Float32Array.from(pairs, ([, , cost]) => cost),
  }
}

/** The channel that takes all diacritics off: every letter is read as its base letter, đ as d. */
export function strippingChannel(): Channel {
  const rows: string[] = []
  for (let symbol = 1; symbol < 2 * UPPER; symbol++) {
    const letter = letterOf(symbol)
    if (letter !== '') rows.push(`${letter}\t${baseLetter(letter)}\t0`)
  }
  return new Channel('stripped', rows.join('\n'), false)
}

/** A letter without its diacritics: ệ → e, Đ → D. */
export function baseLetter(letter: string): string {
  if (letter === 'đ') return 'd'
  if (letter === 'Đ') return 'D'
  return letter.normalize('NFD')[0]!
}

export function loadChannel(name: string, path: string): Channel {
  return new Channel(name, readFileSync(path, 'utf8'))
}
