export { fold, skeleton } from '../src/fold.ts'

/**
 * Share of `phrase` that `text` has in order, from 0 to 1: one minus edit distance over the longer length. Both are
 * skeletons. The table is two rows, so memory is that of the shorter side; callers bound the lengths.
 */
export function likeness(text: string, phrase: string): number {
  if (text === phrase) return 1
  const longest = Math.max(text.length, phrase.length)
  if (longest === 0 || Math.abs(text.length - phrase.length) > longest / 2) return 0
  let above = Array.from({ length: phrase.length + 1 }, (_, index) => index)
  for (let i = 1; i <= text.length; i++) {
    const row = [i]
    for (let j = 1; j <= phrase.length; j++) {
      const change = (above[j - 1] as number) + (text[i - 1] === phrase[j - 1] ? 0 : 1)
      row.push(Math.min(change, (above[j] as number) + 1, (row[j - 1] as number) + 1))
    }
    above = row
  }
  return 1 - (above[phrase.length] as number) / longest
}
