/**
 * Learns a channel from pairs of printed and read lines (made by `training/simulate.ts`):
 *
 *     npx tsx training/channel/train.ts PAIRS.tsv… -o models/channel-eng.tsv
 *
 * Viterbi training: align all lines under the present costs, count segments, take costs from the counts, again. Counts
 * are smoothed by what the printed letter's base letter does, so that rare letters (ẵ, ỵ) have more than their few examples.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { baseLetter } from '../../src/repair/candidates/channel.ts'
import { align, type Costs, type Segment } from './align.ts'

const ROUNDS = 4
/** A mapping seen fewer times than this is noise of the alignment, not of the engine. */
const MIN_COUNT = 2

interface Pair {
  printed: string
  read: string
}

/** Letters of like shape, which any engine may take for each other though the pairs at hand don't show it. */
const ALIKE = [
  'nmur',
  'ilrtj1',
  'ceo',
  'hbk',
  'vyuw',
  'gqyz',
  'adoe',
  'tfrl',
  'IlTJ',
  'OQCGD',
  'BPRDE',
  'HNMU',
  'UVJ',
  'KX',
]
/** What engines make of a letter with a diacritic that they don't know. */
const SIGNS = '0134568&@¢£€§'
/** How much of what is believed of a letter with diacritics comes from its base letter with any. */
const SHARED = 0.05
/** And how much, where it is read as two characters, from what its marks are read as behind any letter. */
const BY_MARKS = 0.1
/** Least shares that are believed of either. */
const ALIKE_SHARE = 0.0015
const SIGN_SHARE = 0.001
/** The same of a letter being read as its base letter with any other marks, where the engine reads such letters at all. */
const MARKED_SHARE = 5e-4
/** The same of a vowel being read as another with the same marks. */
const SAME_MARKS_SHARE = 1e-4
const VOWELS = 'aeiouy'
/** How often two letters in a row are both read as digits, and the least of it that is worth a mapping. */
const DIGIT_RUN = 0.0025
const RAREST_DIGITS = 1e-4
/** Times that a pair of letters must be printed, and a letter be read as a digit, for that. */
const PRINTED_AT_ALL = 5
/** Times that a letter must be read for that. */
const READ_AT_ALL = 20

/** The least that is believed of a printed character being read as another, whatever was counted. */
function leastShare(printed: string, read: string, reads: ReadonlySet<string>): number {
  if (printed.length !== 1 || read.length !== 1 || printed === read) return 0
  if (reads.has(read) && baseLetter(read) !== read && baseLetter(read) === baseLetter(printed))
    return MARKED_SHARE
  const plain = baseLetter(printed)
  if (plain !== read && ALIKE.some(group => group.includes(plain) && group.includes(read))) return ALIKE_SHARE
  if (plain !== printed && SIGNS.includes(read)) return SIGN_SHARE
  const isOtherVowel = VOWELS.includes(plain) && VOWELS.includes(baseLetter(read)) && reads.has(read)
  return isOtherVowel && plain !== printed && marksOf(printed).join() === marksOf(read).join()
    ? SAME_MARKS_SHARE
    : 0
}

/** What to believe before anything was counted: the same letter without its diacritics is likely, all else is not. */
const priorCosts: Costs = {
  cost(printed, read) {
    if (printed === read && printed.length === 1) return 0.3
    if (printed === '') return read === ' ' ? 5 : 4.5
    if (read === '') return printed === ' ' ? 5 : 5
    const space = printed.includes(' ') || read.includes(' ')
    if (printed.length === 1 && read.length === 1) {
      if (space) return 9
      const a = baseLetter(printed)
      const b = baseLetter(read)
      return a === b ? 0.7 : a.toLowerCase() === b.toLowerCase() ? 1.5 : 3.5
    }
    if (space) return 30
    if (printed.length === 1)
      return (
        (baseLetter(printed).toLowerCase() === baseLetter(read[0]!).toLowerCase() ? 4 : 5) +
        1.5 * (read.length - 2)
      )
    // Two letters came out as one shape only where neither came out as itself: `ứng` → `tmg`.
    if (
      baseLetter(printed[0]!) === baseLetter(read[0]!) ||
      baseLetter(printed[1]!) === baseLetter(read.at(-1)!)
    )
      return 30
    return 4 + read.length / 2
  },
}

/** Segment counts with the totals that they are shares of. */
class Counts {
  readonly segments = new Map<string, Map<string, number>>()
  /** Occurrences of each printed character and pair of characters in the text. */
  readonly printed = new Map<string, number>()
  /** Digits that base letters were read as beside another letter read as one. */
  readonly digits = new Map<string, Map<string, number>>()

  add({ printed, read }: Segment): void {
    let row = this.segments.get(printed)
    if (!row) this.segments.set(printed, (row = new Map()))
    row.set(read, (row.get(read) ?? 0) + 1)
  }

  /** Letters in a row that were read as digits, whether each by itself or two together. */
  addDigits(segments: readonly Segment[]): void {
    segments.forEach((segment, i) => {
      const { printed, read } = segment
      const together = /^\p{Ll}{2}$/u.test(printed) && /^\d\d$/.test(read)
      const inRow = [segments[i - 1], segments[i + 1]].some(neighbour => neighbour && isDigitRead(neighbour))
      if (!together && !(isDigitRead(segment) && inRow)) return
      for (let k = 0; k < printed.length; k++) {
        const base = baseLetter(printed[k]!)
        const row = this.digits.get(base) ?? new Map<string, number>()
        this.digits.set(base, row.set(read[k]!, (row.get(read[k]!) ?? 0) + 1))
      }
    })
  }

  /** Single characters read often enough that the engine may be said to read them. */
  reads(): Set<string> {
    const times = new Map<string, number>()
    for (const row of this.segments.values())
      for (const [read, count] of row) if (read.length === 1) times.set(read, (times.get(read) ?? 0) + count)
    return new Set([...times].filter(([, count]) => count >= READ_AT_ALL).map(([read]) => read))
  }

  addText(text: string): void {
    for (let i = 0; i < text.length; i++) {
      this.printed.set(text[i]!, (this.printed.get(text[i]!) ?? 0) + 1)
      if (i + 1 < text.length) {
        const pair = text.slice(i, i + 2)
        this.printed.set(pair, (this.printed.get(pair) ?? 0) + 1)
      }
      this.printed.set('', (this.printed.get('') ?? 0) + 1)
    }
  }
}

function isDigitRead({ printed, read }: Segment): boolean {
  return /^\p{Ll}$/u.test(printed) && /^\d$/.test(read)
}

/**
 * Letters with diacritics that come out as two characters, `ử → ur`, in two independent parts: the letter comes out as
 * `u`, its marks as the sign `r` behind it, as they do behind other letters too.
 */
class MarkShares {
  readonly #signs = new Map<string, Map<string, number>>()
  readonly #total = new Map<string, number>()
  readonly #firsts = new Map<string, Map<string, number>>()

  constructor(counts: Counts) {
    for (const [printed, row] of counts.segments) {
      const marks = marksOf(printed)
      if (marks.length === 0) continue
      const total = counts.printed.get(printed) ?? 0
      const firsts = new Map<string, number>()
      this.#firsts.set(printed, firsts)
      for (const mark of marks) this.#total.set(mark, (this.#total.get(mark) ?? 0) + total)
      for (const [read, count] of row) {
        if (read.length === 0 || read.length > 2) continue
        firsts.set(read[0]!, (firsts.get(read[0]!) ?? 0) + count / (total + 1))
        if (read.length === 2) for (const mark of marks) this.#add(mark, read[1]!, count)
      }
    }
  }

  #add(mark: string, sign: string, count: number): void {
    let signs = this.#signs.get(mark)
    if (!signs) this.#signs.set(mark, (signs = new Map()))
    signs.set(sign, (signs.get(sign) ?? 0) + count)
  }

  share(printed: string, read: string): number {
    const marks = marksOf(printed)
    const first = this.#firsts.get(printed)?.get(read[0]!) ?? 0
    const sign = marks.reduce((sum, mark) => sum + this.#signShare(mark, read[1]!), 0) / marks.length
    return first * sign
  }

  #signShare(mark: string, sign: string): number {
    return (this.#signs.get(mark)?.get(sign) ?? 0) / (this.#total.get(mark)! + 1)
  }

  /** Every two characters that the letter may come out as. */
  *readings(printed: string): Iterable<string> {
    const signs = new Set(marksOf(printed).flatMap(mark => [...(this.#signs.get(mark)?.keys() ?? [])]))
    for (const first of this.#firsts.get(printed)?.keys() ?? []) for (const sign of signs) yield first + sign
  }
}

/** The diacritics of a single letter: `ử` has a horn and a hook. */
function marksOf(printed: string): string[] {
  const parts = printed.normalize('NFD')
  return printed.length === 1 ? [...parts.slice(1)] : []
}

/**
 * Two letters in a row read as digits, `rõ → 10`, `số → 50`: an engine that takes the one for a digit takes the other for
 * one too, so that both cost little more than one. Which digit a letter becomes is learnt from such runs, by base letter.
 */
class DigitRuns {
  readonly #shares = new Map<string, Map<string, number>>()

  constructor({ digits }: Counts) {
    for (const [base, row] of digits) {
      const total = [...row.values()].reduce((sum, count) => sum + count, 0)
      if (total < PRINTED_AT_ALL) continue
      this.#shares.set(base, new Map([...row].map(([digit, count]) => [digit, count / total])))
    }
  }

  /** Every two digits that two letters may be read as, with the share of times that they are. */
  *readings(printed: string): Iterable<readonly [read: string, share: number]> {
    if (!/^\p{Ll}{2}$/u.test(printed)) return
    for (const [first, one] of this.#shares.get(baseLetter(printed[0]!)) ?? [])
      for (const [second, other] of this.#shares.get(baseLetter(printed[1]!)) ?? []) {
        const share = DIGIT_RUN * one * other
        if (share >= RAREST_DIGITS) yield [first + second, share]
      }
  }
}

/** Costs from counts: share of the printed segment's occurrences, smoothed by its base letter and a floor. */
class LearntCosts implements Costs {
  readonly #counts: Counts
  readonly #byBase = new Map<string, Map<string, number>>()
  readonly #baseTotal = new Map<string, number>()
  readonly #marks: MarkShares
  /** Characters that the engine reads. */
  readonly #reads: ReadonlySet<string>

  constructor(counts: Counts) {
    this.#counts = counts
    this.#reads = counts.reads()
    this.#marks = new MarkShares(counts)
    for (const [printed, row] of counts.segments) {
      if (printed.length !== 1) continue
      const key = this.#key(printed)
      let sums = this.#byBase.get(key)
      if (!sums) this.#byBase.set(key, (sums = new Map()))
      for (const [read, count] of row) sums.set(read, (sums.get(read) ?? 0) + count)
      this.#baseTotal.set(key, (this.#baseTotal.get(key) ?? 0) + (counts.printed.get(printed) ?? 0))
    }
  }

  /** Letters with diacritics share what happens to their base letter with any diacritic. */
  #key(printed: string): string {
    const plain = baseLetter(printed)
    return plain === printed ? printed : `${plain}+`
  }

  cost(printed: string, read: string): number {
    const total = this.#counts.printed.get(printed) ?? 0
    const count = this.#counts.segments.get(printed)?.get(read) ?? 0
    if (printed.length === 2 || printed === '') {
      if (count < MIN_COUNT || total === 0) return 14
      return -Math.log(count / (total + 5))
    }
    const key = this.#key(printed)
    const baseTotal = this.#baseTotal.get(key) ?? 0
    const backoff = ((this.#byBase.get(key)?.get(read) ?? 0) + 1e-3) / (baseTotal + 20)
    const own = count / (total + 1)
    const byMarks = read.length === 2 ? this.#marks.share(printed, read) : own
    const share =
      key === printed ? own + 1e-6 : (1 - SHARED - BY_MARKS) * own + SHARED * backoff + BY_MARKS * byMarks
    return Math.min(14, -Math.log(Math.max(share, leastShare(printed, read, this.#reads))))
  }

  /** Every mapping worth keeping with its cost: those seen, and for letters with diacritics those of their base letter. */
  *entries(): Iterable<[printed: string, read: string, cost: number]> {
    for (const [printed, row] of this.#counts.segments) {
      for (const [read, count] of row) {
        if (count >= MIN_COUNT || (printed.length === 1 && read.length === 1))
          yield [printed, read, this.cost(printed, read)]
      }
      const key = this.#key(printed)
      if (printed.length !== 1 || key === printed) continue
      for (const read of new Set([
        ...(this.#byBase.get(key)?.keys() ?? []),
        ...this.#marks.readings(printed),
      ]))
        if (!row.has(read)) yield [printed, read, this.cost(printed, read)]
    }
    const digits = new DigitRuns(this.#counts)
    for (const [printed, times] of this.#counts.printed) {
      if (times >= PRINTED_AT_ALL)
        for (const [read, share] of digits.readings(printed))
          yield [printed, read, Math.min(this.cost(printed, read), -Math.log(share))]
      for (const read of [...ALIKE.join(''), ...SIGNS, ...this.#reads]) {
        if (leastShare(printed, read, this.#reads) > 0) yield [printed, read, this.cost(printed, read)]
      }
    }
  }
}

function readPairs(files: string[]): Pair[] {
  const pairs: Pair[] = []
  for (const file of files) {
    for (const row of readFileSync(file, 'utf8').split('\n')) {
      const [printed, read] = row.split('\t')
      if (printed && read) pairs.push({ printed: fold(printed), read: fold(read) })
    }
  }
  return pairs
}

function fold(line: string): string {
  return line.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** The same costs, each worked out once. */
function remembered(costs: Costs): Costs {
  const known = new Map<string, number>()
  return {
    cost(printed, read) {
      const key = `${printed}\t${read}`
      let cost = known.get(key)
      if (cost === undefined) known.set(key, (cost = costs.cost(printed, read)))
      return cost
    },
  }
}

function train(pairs: Pair[]): LearntCosts {
  let costs: Costs = priorCosts
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Counts()
    const quick = remembered(costs)
    let total = 0
    let characters = 0
    let dropped = 0
    for (const { printed, read } of pairs) {
      const found = align(printed, read, quick)
      // Lines that cost as much as chance are lines wrongly paired.
      if (!found || found.cost > 2.2 * printed.length + 8) {
        dropped++
        continue
      }
      total += found.cost
      characters += printed.length
      counts.addText(printed)
      for (const segment of found.segments) counts.add(segment)
      counts.addDigits(found.segments)
    }
    costs = new LearntCosts(counts)
    console.error(
      `round ${round + 1}: ${(total / characters).toFixed(4)} nats a character, ${pairs.length - dropped} lines, ${dropped} dropped`,
    )
  }
  return costs as LearntCosts
}

const args = process.argv.slice(2)
const at = args.indexOf('-o')
const output = at >= 0 ? args.splice(at, 2)[1]! : 'channel.tsv'
const learnt = train(readPairs(args))
const rows = [...new Map([...learnt.entries()].map(entry => [`${entry[0]}\t${entry[1]}`, entry])).values()]
  .filter(([, , cost]) => cost < 11.5)
  .sort(([p, r], [q, s]) => (p < q ? -1 : p > q ? 1 : r < s ? -1 : 1))
  .map(([printed, read, cost]) => `${printed}\t${read}\t${Math.round(cost * 100)}`)
writeFileSync(output, `${rows.join('\n')}\n`)
console.error(`${rows.length} mappings to ${output}`)
