/** 256 values that stand for many, and which of them is nearest to a given one. */
export interface Quantiser {
  values: Float32Array
  code(value: number): number
}

const CODES = 256
const BINS = 8192
const ROUNDS = 40

/** The codebook with the least squared error, by Lloyd's iteration over a histogram of the values. */
export function codebookOf(values: Float32Array): Quantiser {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  if (values.length === 0) least = most = 0
  const width = (most - least) / BINS || 1
  const bin = (value: number) => Math.min(BINS - 1, Math.max(0, Math.floor((value - least) / width)))
  const counts = new Float64Array(BINS)
  const sums = new Float64Array(BINS)
  for (const value of values) {
    const its = bin(value)
    counts[its]!++
    sums[its]! += value
  }
  const centres = Float64Array.from(
    { length: CODES },
    (_, code) => least + ((code + 0.5) * (most - least)) / CODES,
  )
  const codes = new Uint8Array(BINS)
  for (let round = 0; round < ROUNDS; round++) {
    assign(codes, centres, least, width)
    const count = new Float64Array(CODES)
    const sum = new Float64Array(CODES)
    for (let i = 0; i < BINS; i++) {
      count[codes[i]!]! += counts[i]!
      sum[codes[i]!]! += sums[i]!
    }
    for (let code = 0; code < CODES; code++) if (count[code]! > 0) centres[code] = sum[code]! / count[code]!
  }
  assign(codes, centres, least, width)
  return { values: Float32Array.from(centres), code: value => codes[bin(value)]! }
}

/** Gives every bin the centre nearest to its middle; centres ascend. */
function assign(codes: Uint8Array, centres: Float64Array, least: number, width: number): void {
  let code = 0
  for (let i = 0; i < BINS; i++) {
    const middle = least + (i + 0.5) * width
    while (code < CODES - 1 && Math.abs(centres[code + 1]! - middle) <= Math.abs(centres[code]! - middle))
      code++
    codes[i] = code
  }
}
