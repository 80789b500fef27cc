/**
 * Alignment of a printed line with the line as read, by segments:
 *
 *     printed   d ữ | l i ệ u        d→d ữ→it ␣→␣ l→l i→i ệ→é u→u
 *     read      d i t | l i é u
 *
 * A segment is one printed character read as none to three, nothing read as one (noise), or two printed characters read
 * as one to three together where neither came through by itself (`rn` → `m`). Spaces are characters like others, so that
 * words split and joined are learnt too. The best segmentation is found by dynamic programming in a band.
 */
export interface Segment {
  printed: string
  read: string
}

export interface Costs {
  /** Cost in nats of the printed segment coming out as read; undefined if it never does. */
  cost(printed: string, read: string): number
}

const BAND = 8
const SHAPES: ReadonlyArray<readonly [printed: number, read: number]> = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [1, 3],
  [2, 1],
  [2, 2],
  [2, 3],
]

/** Segments of the best alignment with its total cost, or undefined where the lines are too unlike for the band. */
export function align(
  printed: string,
  read: string,
  costs: Costs,
): { segments: Segment[]; cost: number } | undefined {
  const n = printed.length
  const m = read.length
  const width = 2 * BAND + 1
  const best = new Float64Array((n + 1) * width).fill(Number.POSITIVE_INFINITY)
  const move = new Int8Array((n + 1) * width)
  // Column of read position j in row i: the band follows the diagonal from (0,0) to (n,m).
  const start = (i: number) => Math.round((i * m) / Math.max(n, 1)) - BAND
  best[0 - start(0)] = 0
  for (let i = 0; i <= n; i++) {
    const from = start(i)
    for (let j = Math.max(0, from); j <= Math.min(m, from + width - 1); j++) {
      const cell = i * width + j - from
      for (let s = 0; s < SHAPES.length; s++) {
        const [p, r] = SHAPES[s]!
        if (p > i || r > j) continue
        const column = j - r - start(i - p)
        if (column < 0 || column >= width) continue
        const before = best[(i - p) * width + column]!
        if (before === Number.POSITIVE_INFINITY) continue
        const total = before + costs.cost(printed.slice(i - p, i), read.slice(j - r, j))
        if (total < best[cell]!) {
          best[cell] = total
          move[cell] = s
        }
      }
    }
  }
  const end = m - start(n)
  const cost = best[n * width + end]
  if (end < 0 || end >= width || cost === undefined || cost === Number.POSITIVE_INFINITY) return undefined
  const segments: Segment[] = []
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const [p, r] = SHAPES[move[i * width + j - start(i)]!]!
    segments.push({ printed: printed.slice(i - p, i), read: read.slice(j - r, j) })
    i -= p
    j -= r
  }
  return { segments: segments.reverse(), cost }
}
