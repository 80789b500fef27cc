import { readFileSync } from 'node:fs'
import { type Domain, workFile } from './corpus.ts'

/**
 * A token of the corpus as one 32-bit code:
 *
 *     token id (26 bits) | case (2 bits) << 26 | comma after it << 28
 *
 * Ids are those of the whole corpus in the order of first sight; PARAGRAPH ends a paragraph.
 */
export const ID_BITS = 26
export const ID_MASK = (1 << ID_BITS) - 1
export const CASE_MASK = 3
export const PAUSE_BIT = 1 << 28
export const PARAGRAPH = 0xffffffff

/** Step 1's stream of one domain, of the part that is trained on or the part held out. */
export function codesOf(domain: Domain, part: 'training' | 'held-out'): Uint32Array {
  return new Uint32Array(bufferOf(part === 'training' ? `${domain}.codes` : `${domain}.held-out.codes`))
}

/** An intermediate file's bytes in a buffer of their own, fit for typed arrays. */
export function bufferOf(name: string): ArrayBuffer {
  const bytes = readFileSync(workFile(name))
  return (bytes.buffer as ArrayBuffer).slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}
