import type { Box } from '../../document.ts'
import { heightOf } from '../placed.ts'

/** Anything with a place. */
interface Boxed {
  box: Box
}

/** Share of the lower word's height by which two words must overlap to stand on one line. */
const OVERLAP = 0.5

/**
 * Words to printed lines, each from left to right, the lines from top to bottom. Each word is compared with the
 * last one to its left, so that a line may slope a little.
 */
export function rowsOf<T extends Boxed>(words: readonly T[]): T[][] {
  const rows: T[][] = []
  for (const word of [...words].sort((a, b) => a.box[0] - b.box[0])) {
    let best: T[] | undefined
    let most = OVERLAP
    for (const row of rows) {
      const overlap = overlapOf(row.at(-1) as T, word)
      if (overlap > most) {
        best = row
        most = overlap
      }
    }
    if (best) best.push(word)
    else rows.push([word])
  }
  return rows.sort((a, b) => rowMiddle(a) - rowMiddle(b))
}

/** A row taken apart where there is more than `gap` between neighbours. */
export function takenApart<T extends Boxed>(row: readonly T[], gap: number): T[][] {
  const parts: T[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const word of row) {
    if (word.box[0] - right > gap) parts.push([])
    parts.at(-1)!.push(word)
    right = Math.max(right, word.box[2])
  }
  return parts
}

function overlapOf(a: Boxed, b: Boxed): number {
  const common = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1])
  return common / Math.max(1, Math.min(heightOf(a.box), heightOf(b.box)))
}

/** Height at which a row stands, by its words' mean. */
export function rowMiddle(row: readonly Boxed[]): number {
  return row.reduce((sum, word) => sum + (word.box[1] + word.box[3]) / 2, 0) / row.length
}
