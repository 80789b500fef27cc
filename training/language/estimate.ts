/**
 * Step 4: probabilities, by interpolated modified Kneser–Ney smoothing (Chen and Goodman 1998) over weighted counts.
 *
 * An n-gram `h w` seen r times with weight c keeps c · (r − D(r)) / r, D being the discount of its order for counts of 1,
 * 2, 3 and more. What it loses, c · D(r) / r, is passed down to `h' w` (h' is h without its first word) and is the whole
 * weight of `h' w` in the order below, its r there being the number of n-grams that passed something down. With equal
 * weights and one D this is Kneser–Ney's continuation count; with weights it keeps the same marginals.
 *
 *     P(w | h) = kept(h w) / total(h) + lost(h) / total(h) · P(w | h')
 *
 * At the beginning of a paragraph the context is shorter than the order: such n-grams pass all they have down.
 */
import { BOUNDARY, CLASSES } from '../../src/repair/language/normalize.ts'
import { mergeDomains, type Sequences } from './merge.ts'
import { NgramTable, type Totals } from './table.ts'

const BOUNDARY_ID = CLASSES.indexOf(BOUNDARY)

/** N-grams of one order above the first, ascending; each has its parent (without the last word) in the order below. */
export interface Order {
  length: number
  words: Uint16Array
  parents: Uint32Array
  /** The n-gram without its first word, in the order below (for bigrams: the word). */
  suffixes: Uint32Array
  /** P(last word | the others). */
  probabilities: Float32Array
  /** Share of the n-gram in all text: P(history) where it is one. */
  shares: Float64Array
}

export interface Estimate {
  words: number
  unigrams: Float64Array
  unigramShares: Float64Array
  bigrams: Order
  trigrams: Order
  fourgrams: Order
}

export interface Options {
  weights: Parameters<typeof mergeDomains>[0]
  words: number
  /** n-grams seen less often stay out of the model: for privacy, and since they don't repeat. */
  cutoffs: { bigram: number; trigram: number; fourgram: number }
  smoothing: 'kneser-ney' | 'witten-bell'
}

/** Estimates the model on the counts of step 3. Takes a minute and about 4 GB for seventy million words. */
export function estimate(options: Options): Estimate {
  const sequences = mergeDomains(options.weights)
  return estimateFrom(sequences, options)
}

/** Discount by how often seen: 1, 2, 3 and more. */
type Discounts = readonly [number, number, number]

export function estimateFrom(sequences: Sequences, options: Options): Estimate {
  const { words, cutoffs } = options
  const keep = options.smoothing === 'kneser-ney' ? kneserNey : wittenBell

  // Downwards: what each order keeps and what it passes on.
  const trigramTable = new NgramTable(powerAbove(sequences.length * 0.9 + 1000))
  const whole = sequences.length
  const fourgramTotals: Totals = {
    mass: Float64Array.from(sequences.mass),
    weighted: Float64Array.from(sequences.mass),
    kinds: sequences.seen,
    seen: sequences.seen,
  }
  const fourgramKept = keep(whole, fourgramTotals, {
    sameContext: (i, j) =>
      sequences.high[i] === sequences.high[j] && sequences.low[i]! >>> 16 === sequences.low[j]! >>> 16,
    isShort: i => sequences.high[i] === ((BOUNDARY_ID << 16) | BOUNDARY_ID),
    pass: (i, mass, kinds) => {
      const slot = trigramTable.slot(sequences.high[i]! & 0xffff, sequences.low[i]!)
      add(trigramTable.totals, slot, mass, sequences.mass[i]!, kinds, sequences.seen[i]!)
    },
  })
  const trigram = trigramTable.sorted()
  const bigramTable = new NgramTable(powerAbove(trigram.low.length * 0.8 + 1000))
  const trigramKept = keep(trigram.low.length, trigram.totals, {
    sameContext: (i, j) =>
      trigram.high[i] === trigram.high[j] && trigram.low[i]! >>> 16 === trigram.low[j]! >>> 16,
    isShort: i => trigram.high[i] === BOUNDARY_ID && trigram.low[i]! >>> 16 === BOUNDARY_ID,
    pass: (i, mass, kinds) => {
      const slot = bigramTable.slot(trigram.low[i]! >>> 16, trigram.low[i]! & 0xffff)
      add(bigramTable.totals, slot, mass, trigram.totals.weighted[i]!, kinds, trigram.totals.seen[i]!)
    },
  })
  const bigram = bigramTable.sorted()
  const unigramTotals: Totals = {
    mass: new Float64Array(words),
    weighted: new Float64Array(words),
    kinds: new Uint32Array(words),
    seen: new Uint32Array(words),
  }
  const bigramKept = keep(bigram.low.length, bigram.totals, {
    sameContext: (i, j) => bigram.high[i] === bigram.high[j],
    isShort: () => false,
    pass: (i, mass, kinds) =>
      add(unigramTotals, bigram.low[i]!, mass, bigram.totals.weighted[i]!, kinds, bigram.totals.seen[i]!),
  })

  // Upwards: probabilities, each order leaning on the one below.
  const text = unigramTotals.weighted.reduce((sum, weight) => sum + weight, 0)
  const unigrams = unigramProbabilities(unigramTotals.mass)
  const bigramProbability = new Float32Array(bigram.low.length)
  for (let i = 0; i < bigramProbability.length; i++)
    bigramProbability[i] = bigramKept.kept[i]! + bigramKept.lost[i]! * unigrams[bigram.low[i]!]!

  const trigramProbability = new Float32Array(trigram.low.length)
  const trigramSuffix = new Uint32Array(trigram.low.length)
  for (let i = 0; i < trigramProbability.length; i++) {
    const suffix = bigramTable.place(trigram.low[i]! >>> 16, trigram.low[i]! & 0xffff)
    trigramSuffix[i] = suffix
    trigramProbability[i] = trigramKept.kept[i]! + trigramKept.lost[i]! * bigramProbability[suffix]!
  }
  // Only what was seen often enough goes on.
  const bigramChosen = chosen(bigram.low.length, i => bigram.totals.seen[i]! >= cutoffs.bigram)
  const bigramPlace = inverse(bigramChosen, bigram.low.length)
  const bigrams: Order = {
    length: bigramChosen.length,
    words: Uint16Array.from(bigramChosen, i => bigram.low[i]!),
    parents: Uint32Array.from(bigramChosen, i => bigram.high[i]!),
    suffixes: Uint32Array.from(bigramChosen, i => bigram.low[i]!),
    probabilities: Float32Array.from(bigramChosen, i => bigramProbability[i]!),
    shares: Float64Array.from(bigramChosen, i => bigram.totals.weighted[i]! / text),
  }
  const trigramChosen = chosen(
    trigram.low.length,
    i =>
      trigram.totals.seen[i]! >= cutoffs.trigram &&
      !(trigram.high[i] === BOUNDARY_ID && trigram.low[i]! >>> 16 === BOUNDARY_ID),
  )
  const trigramPlace = inverse(trigramChosen, trigram.low.length)
  const trigrams: Order = {
    length: trigramChosen.length,
    words: Uint16Array.from(trigramChosen, i => trigram.low[i]! & 0xffff),
    parents: Uint32Array.from(
      trigramChosen,
      i => bigramPlace[bigramTable.place(trigram.high[i]!, trigram.low[i]! >>> 16)]!,
    ),
    suffixes: Uint32Array.from(trigramChosen, i => bigramPlace[trigramSuffix[i]!]!),
    probabilities: Float32Array.from(trigramChosen, i => trigramProbability[i]!),
    shares: Float64Array.from(trigramChosen, i => trigram.totals.weighted[i]! / text),
  }
  const fourgramChosen = chosen(
    whole,
    i => sequences.seen[i]! >= cutoffs.fourgram && sequences.high[i] !== ((BOUNDARY_ID << 16) | BOUNDARY_ID),
  )
  const suffixes = Uint32Array.from(fourgramChosen, i =>
    trigramTable.place(sequences.high[i]! & 0xffff, sequences.low[i]!),
  )
  const fourgrams: Order = {
    length: fourgramChosen.length,
    words: Uint16Array.from(fourgramChosen, i => sequences.low[i]! & 0xffff),
    parents: Uint32Array.from(fourgramChosen, i => {
      const rest = (((sequences.high[i]! & 0xffff) << 16) | (sequences.low[i]! >>> 16)) >>> 0
      return trigramPlace[trigramTable.place(sequences.high[i]! >>> 16, rest)]!
    }),
    suffixes: suffixes.map(i => trigramPlace[i]!),
    probabilities: Float32Array.from(
      fourgramChosen,
      (i, at) => fourgramKept.kept[i]! + fourgramKept.lost[i]! * trigramProbability[suffixes[at]!]!,
    ),
    shares: Float64Array.from(fourgramChosen, i => sequences.mass[i]! / text),
  }
  const unigramShares = unigramTotals.weighted.map(weight => weight / text)
  return { words, unigrams, unigramShares, bigrams, trigrams, fourgrams }
}

interface Shape {
  sameContext: (i: number, j: number) => boolean
  /** Whether the n-gram's context is shorter than its order, at the beginning of a paragraph. */
  isShort: (i: number) => boolean
  pass: (i: number, mass: number, kinds: number) => void
}

/** Of each n-gram, its own part of the probability; of its context, the share that goes to the order below. */
interface Kept {
  kept: Float32Array
  lost: Float32Array
}

function kneserNey(length: number, totals: Totals, shape: Shape): Kept {
  const discounts = discountsOf(totals.kinds)
  const kept = new Float32Array(length)
  const lost = new Float32Array(length)
  for (let from = 0, to = 0; from < length; from = to) {
    let mass = 0
    let gone = 0
    for (to = from; to < length && shape.sameContext(from, to); to++) {
      const kinds = totals.kinds[to]!
      const its = totals.mass[to]!
      const short = shape.isShort(to)
      const discounted = short ? its : (its * discounts[Math.min(kinds, 3) - 1]!) / kinds
      shape.pass(to, discounted, short ? kinds : 1)
      kept[to] = its - discounted
      mass += its
      gone += discounted
    }
    for (let i = from; i < to; i++) {
      kept[i] = kept[i]! / mass
      lost[i] = gone / mass
    }
  }
  return { kept, lost }
}

/** Interpolated Witten–Bell: of a context seen R times with T different words after it, T / (R + T) goes below. */
function wittenBell(length: number, totals: Totals, shape: Shape): Kept {
  const kept = new Float32Array(length)
  const lost = new Float32Array(length)
  for (let from = 0, to = 0; from < length; from = to) {
    let mass = 0
    let seen = 0
    for (to = from; to < length && shape.sameContext(from, to); to++) {
      mass += totals.weighted[to]!
      seen += totals.seen[to]!
      shape.pass(to, totals.weighted[to]!, 1)
    }
    const below = shape.isShort(from) ? 1 : (to - from) / (seen + to - from)
    for (let i = from; i < to; i++) {
      kept[i] = (totals.weighted[i]! / mass) * (1 - below)
      lost[i] = below
    }
  }
  return { kept, lost }
}

function discountsOf(kinds: Uint32Array): Discounts {
  const having = [0, 0, 0, 0, 0]
  for (const count of kinds) if (count >= 1 && count <= 4) having[count]!++
  const [, one, two, three, four] = having as [number, number, number, number, number]
  // Toy corpora have no counts of counts to go by.
  if (one === 0 || two === 0 || three === 0 || four === 0) return [0.5, 0.75, 0.75]
  const y = one / (one + 2 * two)
  const bounded = (value: number, most: number) => Math.min(Math.max(value, 0.05), most)
  return [
    bounded(1 - (2 * y * two) / one, 0.95),
    bounded(2 - (3 * y * three) / two, 1.9),
    bounded(3 - (4 * y * four) / three, 2.85),
  ]
}

// A word of the vocabulary that training never passed down still has this much mass.
const LEAST_MASS = 0.05

function unigramProbabilities(mass: Float64Array): Float64Array {
  const smoothed = mass.map(weight => weight + LEAST_MASS)
  const sum = smoothed.reduce((total, weight) => total + weight, 0)
  return smoothed.map(weight => weight / sum)
}

function add(totals: Totals, at: number, mass: number, weighted: number, kinds: number, seen: number): void {
  totals.mass[at]! += mass
  totals.weighted[at]! += weighted
  totals.kinds[at]! += kinds
  totals.seen[at]! += seen
}

function chosen(length: number, wanted: (i: number) => boolean): Uint32Array {
  const list = new Uint32Array(length)
  let at = 0
  for (let i = 0; i < length; i++) if (wanted(i)) list[at++] = i
  return list.slice(0, at)
}

function inverse(list: Uint32Array, length: number): Uint32Array {
  const places = new Uint32Array(length)
  for (let place = 0; place < list.length; place++) places[list[place]!] = place
  return places
}

function powerAbove(least: number): number {
  return 2 ** Math.ceil(Math.log2(least))
}
