/**
 * Step 5: which n-grams stay. Relative-entropy pruning (Stolcke 1998): an n-gram goes if dropping it alone, its context's
 * back-off weight put right, changes the model least. The history's probability is its share of the text and not the
 * smoothed model's, for with Kneser–Ney's lower orders the latter misleads (Chelba et al. 2010).
 */
import type { Estimate, Order } from './estimate.ts'

/** Which n-grams of each order stay; a context of one that stays, stays too. */
export interface Chosen {
  bigrams: Uint8Array
  trigrams: Uint8Array
  fourgrams: Uint8Array
}

/** Back-off weights (not logarithms) of all unigrams, bigrams and trigrams; 1 where nothing follows. */
export interface Backoffs {
  unigrams: Float64Array
  bigrams: Float64Array
  trigrams: Float64Array
}

export function everything(model: Estimate): Chosen {
  return {
    bigrams: new Uint8Array(model.bigrams.length).fill(1),
    trigrams: new Uint8Array(model.trigrams.length).fill(1),
    fourgrams: new Uint8Array(model.fourgrams.length).fill(1),
  }
}

/**
 * Chooses the n-grams that fit into `bytes`, dearest first. `size` tells the bytes of a choice (words and case not
 * counted). In two rounds, the second measuring against what the first left: the longer n-grams then know what is gone.
 */
export function prune(model: Estimate, bytes: number): Chosen {
  const whole = everything(model)
  if (size(model, whole) <= bytes) return whole
  const between = Math.sqrt(size(model, whole) * bytes)
  return pruneFrom(model, pruneFrom(model, whole, between), bytes)
}

function pruneFrom(model: Estimate, from: Chosen, bytes: number): Chosen {
  const costs = costsOf(model, from)
  let low = -30 // ln of the threshold
  let high = 0
  for (let i = 0; i < 18; i++) {
    const middle = (low + high) / 2
    if (size(model, above(model, from, costs, Math.exp(middle))) > bytes) low = middle
    else high = middle
  }
  return above(model, from, costs, Math.exp(high))
}

interface Costs {
  bigrams: Float32Array
  trigrams: Float32Array
  fourgrams: Float32Array
}

function above(model: Estimate, from: Chosen, costs: Costs, threshold: number): Chosen {
  const pick = (before: Uint8Array, cost: Float32Array) => {
    const flags = new Uint8Array(before.length)
    for (let i = 0; i < flags.length; i++) flags[i] = before[i] !== 0 && cost[i]! > threshold ? 1 : 0
    return flags
  }
  const fourgrams = pick(from.fourgrams, costs.fourgrams)
  const trigrams = pick(from.trigrams, costs.trigrams)
  for (let i = 0; i < fourgrams.length; i++) if (fourgrams[i]) trigrams[model.fourgrams.parents[i]!] = 1
  const bigrams = pick(from.bigrams, costs.bigrams)
  for (let i = 0; i < trigrams.length; i++) if (trigrams[i]) bigrams[model.trigrams.parents[i]!] = 1
  return { bigrams, trigrams, fourgrams }
}

/** Bytes that the n-grams of a choice take in the file: see `model-file.ts`. */
export function size(model: Estimate, chosen: Chosen): number {
  const bigrams = count(chosen.bigrams)
  const trigrams = count(chosen.trigrams)
  const fourgrams = count(chosen.fourgrams)
  const branching = parentsOf(model.trigrams, chosen.trigrams) + parentsOf(model.fourgrams, chosen.fourgrams)
  return 3.25 * (bigrams + trigrams) + 3 * fourgrams + 3.25 * branching
}

function count(flags: Uint8Array): number {
  let sum = 0
  for (const flag of flags) sum += flag
  return sum
}

function parentsOf(order: Order, flags: Uint8Array): number {
  let parents = 0
  let last = -1
  for (let i = 0; i < flags.length; i++) {
    if (flags[i] === 0 || order.parents[i] === last) continue
    last = order.parents[i]!
    parents++
  }
  return parents
}

/** P(last word | suffix of the context), for every n-gram, through back-off where the suffix n-gram is not chosen. */
function lowerProbabilities(
  model: Estimate,
  chosen: Chosen,
  backoffs: Backoffs,
): Record<keyof Chosen, Float64Array> {
  const { unigrams, bigrams, trigrams, fourgrams } = model
  const below2 = Float64Array.from(bigrams.suffixes, word => unigrams[word]!)
  const backed2 = (i: number) =>
    chosen.bigrams[i] ? bigrams.probabilities[i]! : backoffs.unigrams[bigrams.parents[i]!]! * below2[i]!
  const below3 = Float64Array.from(trigrams.suffixes, backed2)
  const backed3 = (i: number) =>
    chosen.trigrams[i] ? trigrams.probabilities[i]! : backoffs.bigrams[trigrams.parents[i]!]! * below3[i]!
  return { bigrams: below2, trigrams: below3, fourgrams: Float64Array.from(fourgrams.suffixes, backed3) }
}

/** Back-off weights with which every context sums to one, `model` being cut to what is chosen. */
export function backoffsOf(model: Estimate, chosen: Chosen): Backoffs {
  const backoffs: Backoffs = {
    unigrams: new Float64Array(model.words).fill(1),
    bigrams: new Float64Array(model.bigrams.length).fill(1),
    trigrams: new Float64Array(model.trigrams.length).fill(1),
  }
  // Each order's weights are needed for the lower probabilities of the next.
  const orders = [
    [model.bigrams, chosen.bigrams, backoffs.unigrams, 'bigrams'],
    [model.trigrams, chosen.trigrams, backoffs.bigrams, 'trigrams'],
    [model.fourgrams, chosen.fourgrams, backoffs.trigrams, 'fourgrams'],
  ] as const
  for (const [order, flags, target, name] of orders) {
    const below = lowerProbabilities(model, chosen, backoffs)[name]
    eachContext(order, flags, (context, from, to) => {
      const { left, leftBelow } = remainder(order, flags, below, from, to)
      target[context] = left / leftBelow
    })
  }
  return backoffs
}

const LEAST = 1e-9

/** What a context's n-grams leave over, of its own probability and of that of the order below. */
function remainder(order: Order, flags: Uint8Array, below: Float64Array, from: number, to: number) {
  let left = 1
  let leftBelow = 1
  for (let i = from; i < to; i++) {
    if (flags[i] === 0) continue
    left -= order.probabilities[i]!
    leftBelow -= below[i]!
  }
  return { left: Math.max(left, LEAST), leftBelow: Math.max(leftBelow, LEAST) }
}

function eachContext(
  order: Order,
  flags: Uint8Array,
  visit: (context: number, from: number, to: number) => void,
): void {
  for (let from = 0, to = 0; from < order.length; from = to) {
    const context = order.parents[from]!
    let any = 0
    for (to = from; to < order.length && order.parents[to] === context; to++) any |= flags[to]!
    if (any) visit(context, from, to)
  }
}

/** Rise of relative entropy if an n-gram is dropped: of each that is chosen. */
function costsOf(model: Estimate, chosen: Chosen): Costs {
  const backoffs = backoffsOf(model, chosen)
  const below = lowerProbabilities(model, chosen, backoffs)
  const costs: Costs = {
    bigrams: new Float32Array(model.bigrams.length),
    trigrams: new Float32Array(model.trigrams.length),
    fourgrams: new Float32Array(model.fourgrams.length),
  }
  const shares = {
    bigrams: model.unigramShares,
    trigrams: model.bigrams.shares,
    fourgrams: model.trigrams.shares,
  }
  for (const name of ['bigrams', 'trigrams', 'fourgrams'] as const) {
    const order = model[name]
    const flags = chosen[name]
    eachContext(order, flags, (context, from, to) => {
      const { left, leftBelow } = remainder(order, flags, below[name], from, to)
      const backoff = Math.log(left / leftBelow)
      for (let i = from; i < to; i++) {
        if (flags[i] === 0) continue
        const p = order.probabilities[i]!
        const q = below[name][i]!
        const backoffWithout = Math.log((left + p) / (leftBelow + q))
        const change = p * (Math.log(q) + backoffWithout - Math.log(p)) + left * (backoffWithout - backoff)
        costs[name][i] = -shares[name][context]! * change
      }
    })
  }
  return costs
}
