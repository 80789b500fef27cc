/** Step 6: the chosen n-grams, quantised, as the file that the decoder reads (`src/repair/model-file.ts`). */
import { arraysOf, BASE_SHARED, emptyModel, type Level } from '../../src/repair/language/model-file.ts'
import type { Estimate, Order } from './estimate.ts'
import { backoffsOf, type Chosen } from './prune.ts'
import { codebookOf, type Quantiser } from './quantise.ts'

/** What the file holds beside the n-grams; `cases` as codes, `forms` as lines (see `model-file.ts`). */
export interface Words {
  spelling: readonly string[]
  cases: Uint8Array
  forms: readonly string[]
}

export function modelBytes(model: Estimate, chosen: Chosen, words: Words): ArrayBuffer {
  const bigrams = cut(model.bigrams, chosen.bigrams)
  const trigrams = cut(model.trigrams, chosen.trigrams)
  const fourgrams = cut(model.fourgrams, chosen.fourgrams)
  const probabilities = [bigrams, trigrams, fourgrams].map(order =>
    codebookOf(logarithms(order.of.probabilities, order.list)),
  )
  // Back-offs come from the probabilities before rounding: where a context leaves 1e-5 over, what rounding would leave is
  // anything, nothing included.
  const backoffs = backoffsOf(model, chosen)
  const bigramBranches = branchesOf(trigrams, bigrams)
  const trigramBranches = branchesOf(fourgrams, trigrams)
  const bigramBackoffs = codebookOf(logarithms(backoffs.bigrams, bigramBranches.parents))
  const trigramBackoffs = codebookOf(logarithms(backoffs.trigrams, trigramBranches.parents))

  const spelling = new TextEncoder().encode(words.spelling.join('\n'))
  const forms = new TextEncoder().encode(words.forms.join('\n'))
  const buffer = emptyModel({
    words: model.words,
    bigrams: bigrams.list.length,
    trigrams: trigrams.list.length,
    fourgrams: fourgrams.list.length,
    branchingBigrams: bigramBranches.parents.length,
    branchingTrigrams: trigramBranches.parents.length,
    spellingBytes: spelling.length,
    formBytes: forms.length,
  })
  const arrays = arraysOf(buffer)
  arrays.codebooks.bigram.set(probabilities[0]!.values)
  arrays.codebooks.trigram.set(probabilities[1]!.values)
  arrays.codebooks.fourgram.set(probabilities[2]!.values)
  arrays.codebooks.bigramBackoff.set(bigramBackoffs.values)
  arrays.codebooks.trigramBackoff.set(trigramBackoffs.values)
  arrays.unigram.probabilities.set(model.unigrams.map(Math.log))
  arrays.unigram.backoffs.set(backoffs.unigrams.map(Math.log))
  fillFirstChildren(arrays.unigram.firstChild, bigrams)
  fillLevel(arrays.bigram, bigrams, probabilities[0]!, bigramBranches, bigramBackoffs, backoffs.bigrams)
  fillLevel(arrays.trigram, trigrams, probabilities[1]!, trigramBranches, trigramBackoffs, backoffs.trigrams)
  fillWords(arrays.fourgram, fourgrams, probabilities[2]!)
  arrays.cases.set(words.cases)
  arrays.spelling.set(spelling)
  arrays.forms.set(forms)
  return buffer
}

/** The chosen n-grams of an order, by their numbers before the choice. */
interface Cut {
  of: Order
  list: Uint32Array
}

function cut(order: Order, flags: Uint8Array): Cut {
  const list = new Uint32Array(order.length)
  let at = 0
  for (let i = 0; i < order.length; i++) if (flags[i]) list[at++] = i
  return { of: order, list: list.slice(0, at) }
}

function logarithms(values: Float32Array | Float64Array, list: Uint32Array): Float32Array {
  return Float32Array.from(list, i => Math.log(values[i]!))
}

/** The n-grams of `order` that have children, by number before the choice and by place after it, and how many each. */
interface Branches {
  parents: Uint32Array
  places: Uint32Array
  firstChild: Uint32Array
}

function branchesOf(children: Cut, order: Cut): Branches {
  const parents: number[] = []
  const places: number[] = []
  const firstChild: number[] = []
  let place = 0
  for (const [at, child] of children.list.entries()) {
    const parent = children.of.parents[child]!
    if (parents.at(-1) === parent) continue
    while (order.list[place] !== parent) place++
    parents.push(parent)
    places.push(place)
    firstChild.push(at)
  }
  firstChild.push(children.list.length)
  return {
    parents: Uint32Array.from(parents),
    places: Uint32Array.from(places),
    firstChild: Uint32Array.from(firstChild),
  }
}

function fillLevel(
  level: Level,
  order: Cut,
  probabilities: Quantiser,
  branches: Branches,
  quantiser: Quantiser,
  backoffs: Float64Array,
): void {
  fillWords(level, order, probabilities)
  for (const place of branches.places) level.branching[place >>> 5]! |= 1 << (place & 31)
  let rank = 0
  let at = 0
  for (let block = 0; block < level.ranks.length; block++) {
    level.ranks[block] = rank
    while (at < branches.places.length && branches.places[at]! >>> 5 === block) at++
    rank = at
  }
  for (const [i, parent] of branches.parents.entries())
    level.backoffs[i] = quantiser.code(Math.log(backoffs[parent]!))
  for (const [i, child] of branches.firstChild.entries()) {
    if (i % BASE_SHARED === 0) level.childBases[i / BASE_SHARED] = child
    const offset = child - level.childBases[Math.floor(i / BASE_SHARED)]!
    if (offset > 0xffff)
      throw new RangeError(`${offset} n-grams under ${BASE_SHARED} contexts are more than fit`)
    level.childOffsets[i] = offset
  }
}

function fillWords(
  target: { words: Uint16Array; probabilities: Uint8Array },
  order: Cut,
  quantiser: Quantiser,
): void {
  for (const [at, i] of order.list.entries()) {
    target.words[at] = order.of.words[i]!
    target.probabilities[at] = quantiser.code(Math.log(order.of.probabilities[i]!))
  }
}

/** `firstChild[w]` is the place of the first bigram whose first word is not below w. */
function fillFirstChildren(firstChild: Uint32Array, bigrams: Cut): void {
  let at = 0
  for (let word = 0; word < firstChild.length; word++) {
    while (at < bigrams.list.length && bigrams.of.parents[bigrams.list[at]!]! < word) at++
    firstChild[word] = at
  }
}
