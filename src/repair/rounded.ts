/** A probability to four places, so that output is short and the same everywhere. */
export function rounded(probability: number): number {
  return Math.round(probability * 10000) / 10000
}
