import { bufferOf } from './codes.ts'
import { DOMAINS, type Domain } from './corpus.ts'

/** All distinct sequences of four words, ascending. Words: `high = first << 16 | second`, `low = third << 16 | fourth`. */
export interface Sequences {
  length: number
  high: Uint32Array
  low: Uint32Array
  /** How often seen, whatever the domain. */
  seen: Uint32Array
  /** The same, each domain with its weight. */
  mass: Float32Array
}

/** Merges the domains' counts (step 3), each already ascending. */
export function mergeDomains(weights: Record<Domain, number>): Sequences {
  const sources = DOMAINS.filter(domain => weights[domain] > 0).map(domain => ({
    halves: new Uint32Array(bufferOf(`${domain}.keys`)), // low, high
    counts: new Uint32Array(bufferOf(`${domain}.counts`)),
    weight: weights[domain],
    at: 0,
  }))
  const most = sources.reduce((sum, source) => sum + source.counts.length, 0)
  const merged: Sequences = {
    length: 0,
    high: new Uint32Array(most),
    low: new Uint32Array(most),
    seen: new Uint32Array(most),
    mass: new Float32Array(most),
  }
  for (;;) {
    let high = -1
    let low = 0
    for (const { halves, counts, at } of sources) {
      if (at === counts.length) continue
      const itsLow = halves[2 * at]!
      const itsHigh = halves[2 * at + 1]!
      if (high < 0 || itsHigh < high || (itsHigh === high && itsLow < low)) {
        high = itsHigh
        low = itsLow
      }
    }
    if (high < 0) return merged
    const to = merged.length++
    merged.high[to] = high
    merged.low[to] = low
    for (const source of sources) {
      const { halves, counts, at, weight } = source
      if (at === counts.length || halves[2 * at] !== low || halves[2 * at + 1] !== high) continue
      merged.seen[to]! += counts[at]!
      merged.mass[to]! += counts[at]! * weight
      source.at++
    }
  }
}
