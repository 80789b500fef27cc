/**
 * The language model's file: one flat buffer, every array at an offset that is a multiple of four, little-endian.
 *
 *     ┌ header: 12 × u32 ─ magic, version, counts ───────────────────────────────────────────────┐
 *     │ codebooks        f32[256] × 5   log P of orders 2 3 4, back-off of orders 2 3              │
 *     │ order 1          log P f32[V], back-off f32[V], first bigram u32[V + 1]                    │
 *     │ order 2 and 3    word u16[n], log P u8[n]                                                  │
 *     │                  branching: bit per n-gram u32[n/32], rank u32[n/32]                       │
 *     │                  of those that branch: back-off u8[m], first child: u16[m + 1] on top     │
 *     │                  of a base u32 for every 16                                                │
 *     │ order 4          word u16[n], log P u8[n]                                                  │
 *     │ cases            u8[4 V]        −16 ln P(case | word)                                      │
 *     └ words, forms     UTF-8 lines    `vneid`, `id<TAB>VNeID` ──────────────────────────────────┘
 *
 * The n-grams are a trie: the children of one n-gram stand together, ordered by word.
 *
 *     order 1   … ban ──────────────┐            first bigram of `ban`
 *     order 2   …  chấp  hành  nhân  …           bigrams `ban chấp`, `ban hành`, `ban nhân`
 *                         1 ──┐      0           `ban hành` branches, `ban nhân` (pruned) does not
 *     order 3   …            kế  kèm  theo  …
 *
 * Only n-grams that branch have a back-off and a first child; the number of ones before an n-gram's bit (its rank) is
 * where those are found. So an n-gram that only ends a prediction costs three bytes and two bits.
 */
export interface Counts {
  words: number
  bigrams: number
  trigrams: number
  fourgrams: number
  branchingBigrams: number
  branchingTrigrams: number
  spellingBytes: number
  formBytes: number
}

/** N-grams of one order, and which of them are contexts of longer ones. */
export interface Level {
  words: Uint16Array
  probabilities: Uint8Array
  branching: Uint32Array
  ranks: Uint32Array
  backoffs: Uint8Array
  childBases: Uint32Array
  childOffsets: Uint16Array
}

/** How many branching n-grams share one base of first children. */
export const BASE_SHARED = 16

/** Every array of the file as a view on its buffer. */
export interface ModelArrays {
  codebooks: {
    bigram: Float32Array
    trigram: Float32Array
    fourgram: Float32Array
    bigramBackoff: Float32Array
    trigramBackoff: Float32Array
  }
  unigram: { probabilities: Float32Array; backoffs: Float32Array; firstChild: Uint32Array }
  bigram: Level
  trigram: Level
  fourgram: { words: Uint16Array; probabilities: Uint8Array }
  cases: Uint8Array
  spelling: Uint8Array
  forms: Uint8Array
}

/** Steps of a case score: `code = round(-16 ln P)`, at most 255. */
export const CASE_STEPS = 16

const MAGIC = 0x4d4c5850 // PXLM
const VERSION = 2
const HEADER = 12

/** A buffer of the right size for these counts with its header written; fill it through `arraysOf`. */
export function emptyModel(counts: Counts): ArrayBuffer {
  const buffer = new ArrayBuffer(walk(counts, undefined).size)
  new Uint32Array(buffer, 0, HEADER).set([
    MAGIC,
    VERSION,
    counts.words,
    counts.bigrams,
    counts.trigrams,
    counts.fourgrams,
    counts.branchingBigrams,
    counts.branchingTrigrams,
    counts.spellingBytes,
    counts.formBytes,
  ])
  return buffer
}

/** Views on a model's buffer. Throws a RangeError if it is no model, of another version, or cut short. */
export function arraysOf(buffer: ArrayBuffer): ModelArrays {
  if (buffer.byteLength < HEADER * 4) throw new RangeError('a language model has a header of 48 bytes')
  const header = new Uint32Array(buffer, 0, HEADER)
  if (header[0] !== MAGIC || header[1] !== VERSION)
    throw new RangeError(`not a language model of version ${VERSION}`)
  const counts: Counts = {
    words: header[2]!,
    bigrams: header[3]!,
    trigrams: header[4]!,
    fourgrams: header[5]!,
    branchingBigrams: header[6]!,
    branchingTrigrams: header[7]!,
    spellingBytes: header[8]!,
    formBytes: header[9]!,
  }
  const { size } = walk(counts, undefined)
  if (buffer.byteLength !== size)
    throw new RangeError(`the language model has ${buffer.byteLength} bytes, its header says ${size}`)
  return walk(counts, buffer).arrays
}

/** One walk serves reading, writing and measuring: without a buffer the views are empty and only `size` counts. */
function walk(counts: Counts, buffer: ArrayBuffer | undefined): { arrays: ModelArrays; size: number } {
  let offset = HEADER * 4
  const take = <T>(
    kind: { new (buffer: ArrayBuffer, offset: number, length: number): T; BYTES_PER_ELEMENT: number },
    length: number,
  ): T => {
    const view = buffer ? new kind(buffer, offset, length) : new kind(new ArrayBuffer(0), 0, 0)
    offset = (offset + length * kind.BYTES_PER_ELEMENT + 3) & ~3
    return view
  }
  const level = (ngrams: number, branching: number): Level => ({
    words: take(Uint16Array, ngrams),
    probabilities: take(Uint8Array, ngrams),
    branching: take(Uint32Array, (ngrams + 31) >>> 5),
    ranks: take(Uint32Array, (ngrams + 31) >>> 5),
    backoffs: take(Uint8Array, branching),
    childBases: take(Uint32Array, Math.ceil((branching + 1) / BASE_SHARED)),
    childOffsets: take(Uint16Array, branching + 1),
  })
  const arrays: ModelArrays = {
    codebooks: {
      bigram: take(Float32Array, 256),
      trigram: take(Float32Array, 256),
      fourgram: take(Float32Array, 256),
      bigramBackoff: take(Float32Array, 256),
      trigramBackoff: take(Float32Array, 256),
    },
    unigram: {
      probabilities: take(Float32Array, counts.words),
      backoffs: take(Float32Array, counts.words),
      firstChild: take(Uint32Array, counts.words + 1),
    },
    bigram: level(counts.bigrams, counts.branchingBigrams),
    trigram: level(counts.trigrams, counts.branchingTrigrams),
    fourgram: {
      words: take(Uint16Array, counts.fourgrams),
      probabilities: take(Uint8Array, counts.fourgrams),
    },
    cases: take(Uint8Array, 4 * counts.words),
    spelling: take(Uint8Array, counts.spellingBytes),
    forms: take(Uint8Array, counts.formBytes),
  }
  return { arrays, size: offset }
}

/** Where the n-gram's back-off and first child stand in its level, or -1 if it does not branch. */
export function branchOf(level: Level, ngram: number): number {
  const bits = level.branching[ngram >>> 5]!
  const bit = 1 << (ngram & 31)
  if ((bits & bit) === 0) return -1
  return level.ranks[ngram >>> 5]! + ones(bits & (bit - 1))
}

/** Place of the first child of a branching n-gram (see `branchOf`); its last stands before the next one's first. */
export function firstChildOf(level: Level, branch: number): number {
  return level.childBases[(branch / BASE_SHARED) | 0]! + level.childOffsets[branch]!
}

function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
