export { firstOfSkeleton, fold, skeleton } from '../src/fold.ts'

/**
 * Share of `phrase` that `text` has in order, from 0 to 1: one minus edit distance over the longer length. Both are
 * skeletons. The table is two rows, so memory is that of the shorter side; callers bound the lengths. Where the share comes
 * to less than `atLeast` the answer may be 0, which spares most of the work.
 */
export function likeness(text: string, phrase: string, atLeast = 0): number {
  if (text === phrase) return 1
  const longest = Math.max(text.length, phrase.length)
  if (longest === 0 || Math.abs(text.length - phrase.length) > longest / 2) return 0
  if (1 - Math.abs(text.length - phrase.length) / longest < atLeast) return 0
  let above = rowOf(0, phrase.length)
  let row = rowOf(1, phrase.length)
  for (let j = 0; j <= phrase.length; j++) above[j] = j
  for (let i = 1; i <= text.length; i++) {
    const letter = text.charCodeAt(i - 1)
    let before = i
    row[0] = i
    let least = i
    for (let j = 1; j <= phrase.length; j++) {
      const change = (above[j - 1] as number) + (letter === phrase.charCodeAt(j - 1) ? 0 : 1)
      before = Math.min(change, (above[j] as number) + 1, before + 1)
      row[j] = before
      if (before < least) least = before
    }
    // the distance never falls from row to row
    if (1 - least / longest < atLeast) return 0
    ;[above, row] = [row, above]
  }
  return 1 - (above[phrase.length] as number) / longest
}

/** The two rows of the table, kept from call to call. */
const rows: [Int32Array, Int32Array] = [new Int32Array(256), new Int32Array(256)]

function rowOf(index: 0 | 1, length: number): Int32Array {
  if (rows[index].length <= length) rows[index] = new Int32Array(2 * length)
  return rows[index]
}
