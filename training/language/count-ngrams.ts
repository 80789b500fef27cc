/**
 * Step 3: sequences of four words, counted by sorting. A sequence is one 64-bit key, its first word on top:
 *
 *     first << 48 | second << 32 | third << 16 | fourth
 *
 * Every word and boundary ends one sequence; a paragraph begins with three boundaries. Shorter sequences follow from
 * these in step 4. Each domain gives its distinct keys, ascending, and how often each was seen.
 */
import { writeFileSync } from 'node:fs'
import { BOUNDARY, CLASSES } from '../../src/repair/language/normalize.ts'
import { bufferOf } from './codes.ts'
import { DOMAINS, workFile } from './corpus.ts'

const BOUNDARY_ID = CLASSES.indexOf(BOUNDARY)
const END_OF_PARAGRAPH = 0xffff

for (const domain of DOMAINS) {
  const started = Date.now()
  const sequences = sequencesOf(new Uint16Array(bufferOf(`${domain}.ids`))).sort()
  const { keys, counts } = distinct(sequences)
  writeFileSync(workFile(`${domain}.keys`), keys)
  writeFileSync(workFile(`${domain}.counts`), counts)
  console.log(`${domain}: ${sequences.length} sequences, ${keys.length} distinct, ${Date.now() - started} ms`)
}

function sequencesOf(ids: Uint16Array): BigUint64Array {
  const keys = new BigUint64Array(ids.length)
  const parts = new Uint16Array(keys.buffer) // little-endian: the fourth word comes first
  let [first, second, third] = [BOUNDARY_ID, BOUNDARY_ID, BOUNDARY_ID]
  let at = 0
  for (const id of ids) {
    if (id === END_OF_PARAGRAPH) {
      first = second = third = BOUNDARY_ID
      continue
    }
    parts[at++] = id
    parts[at++] = third
    parts[at++] = second
    parts[at++] = first
    first = second
    second = third
    third = id
  }
  return keys.subarray(0, at / 4)
}

function distinct(sorted: BigUint64Array): { keys: BigUint64Array; counts: Uint32Array } {
  const halves = new Uint32Array(sorted.buffer, sorted.byteOffset, sorted.length * 2)
  const counts = new Uint32Array(sorted.length)
  let last = -1
  for (let i = 0; i < sorted.length; i++) {
    const low = halves[2 * i]!
    const high = halves[2 * i + 1]!
    if (last < 0 || halves[2 * last] !== low || halves[2 * last + 1] !== high) {
      last++
      halves[2 * last] = low
      halves[2 * last + 1] = high
    }
    counts[last]!++
  }
  return { keys: sorted.slice(0, last + 1), counts: counts.slice(0, last + 1) }
}
