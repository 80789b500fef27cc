import type { Passage } from './passages.ts'
import { type Forms, formsIn } from './words.ts'

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
  return new Set(
    shinglesIn(
      passages,
      passages.map(({ text }) => formsIn(text)),
    ),
  )
}

/**
 * All shingles in order, each as often as it stands there.
 *
 * @param words of each passage
 */
export function shinglesIn(passages: readonly Passage[], words: readonly (readonly Forms[])[]): number[] {
  const hashes: number[] = []
  for (const [at, { kind }] of passages.entries())
    if (kind !== 'title') for (const { hash } of words[at]!) hashes.push(hash)
  const shingles: number[] = []
  const length = Math.min(SHINGLE, hashes.length)
  for (let at = 0; at + length <= hashes.length && length > 0; at++) {
    let hash = 0
    for (let next = at; next < at + length; next++) hash = mix(Math.imul(hash, 31) + hashes[next]!)
    shingles.push(hash)
  }
  return shingles
}

/** 128 numbers of 16 bits, little endian. */
export function sketchOf(shingles: Iterable<number>): Uint8Array {
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

/** Finalizer of MurmurHash3. */
function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}
