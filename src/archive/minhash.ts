import type { Passage } from './passages.ts'
import { foldedText } from './words.ts'

/**
 * How alike two texts are, from short sketches of them: MinHash with one permutation (Li, Owen, Zhang 2012). The hash of a
 * shingle (three words) names a bin by its high bits; each bin keeps its least hash, of which 16 bits are stored. The
 * share of equal bins estimates the Jaccard similarity of the sets of shingles, with a standard deviation of at most 0.045.
 */
const BINS = 128
const SHINGLE = 3
export const SKETCH_BYTES = BINS * 2

/** The set of shingles of a plan's text, as 32-bit hashes. */
export function shinglesOf(passages: readonly Passage[]): Set<number> {
  const words: number[] = []
  for (const { text, kind } of passages)
    if (kind !== 'title')
      for (const word of foldedText(text).split(' ')) if (word !== '') words.push(hashOf(word))
  const shingles = new Set<number>()
  const length = Math.min(SHINGLE, words.length)
  for (let at = 0; at + length <= words.length && length > 0; at++) {
    let hash = 0
    for (let next = at; next < at + length; next++) hash = mix(Math.imul(hash, 31) + words[next]!)
    shingles.add(hash)
  }
  return shingles
}

/** 128 numbers of 16 bits, little endian. */
export function sketchOf(shingles: ReadonlySet<number>): Uint8Array {
  const least = new Float64Array(BINS).fill(Number.POSITIVE_INFINITY)
  for (const shingle of shingles) {
    const bin = shingle >>> 25
    const value = mix(shingle ^ 0x9e3779b9) >>> 0
    if (value < least[bin]!) least[bin] = value
  }
  const sketch = new Uint16Array(BINS)
  for (let bin = 0; bin < BINS; bin++) {
    // An empty bin borrows from the next that is not, marked by how far it had to go.
    let step = 0
    while (step < BINS && least[(bin + step) % BINS] === Number.POSITIVE_INFINITY) step++
    sketch[bin] =
      step === BINS ? 0 : (mix(least[(bin + step) % BINS]! + Math.imul(step, 0x1000193)) >>> 16) & 0xffff
  }
  return new Uint8Array(sketch.buffer)
}

/** Estimated Jaccard similarity, in [0, 1]. */
export function likenessOfSketches(a: Uint8Array, b: Uint8Array): number {
  let same = 0
  for (let at = 0; at < SKETCH_BYTES; at += 2) if (a[at] === b[at] && a[at + 1] === b[at + 1]) same++
  return same / BINS
}

/** Jaccard similarity of two sets, in [0, 1]; 0 for empty ones. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const item of a) if (b.has(item)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

const hashes = new Map<string, number>()

function hashOf(word: string): number {
  let hash = hashes.get(word)
  if (hash !== undefined) return hash
  hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  if (hashes.size > 50_000) hashes.clear()
  hashes.set(word, hash)
  return hash
}

/** Finalizer of MurmurHash3. */
function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}
