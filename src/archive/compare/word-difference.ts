/**
 * Two texts word by word:
 *
 *     Tổ chức 02 lớp tập huấn / Tổ chức 03 lớp bồi dưỡng
 *     → same 'Tổ chức ' · removed '02 ' · added '03 ' · same 'lớp ' · removed 'tập huấn' · added 'bồi dưỡng'
 */
export interface Piece {
  type: 'same' | 'removed' | 'added'
  text: string
}

/** Texts of more words are shown as removed and added whole: nobody reads such a difference. */
const MOST_WORDS = 1500

export function wordDifference(a: string, b: string): Piece[] {
  const left = a.match(/\S+\s*/gu) ?? []
  const right = b.match(/\S+\s*/gu) ?? []
  if (left.length > MOST_WORDS || right.length > MOST_WORDS)
    return [
      { type: 'removed', text: a },
      { type: 'added', text: b },
    ]
  const pieces: Piece[] = []
  const add = (type: Piece['type'], text: string): void => {
    const last = pieces.at(-1)
    if (last?.type === type) last.text += text
    else pieces.push({ type, text })
  }
  const keys = [left.map(word => word.trimEnd()), right.map(word => word.trimEnd())] as const
  const width = right.length + 1
  // Length of the longest common subsequence of the rests from i and j on.
  const longest = new Uint16Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      longest[i * width + j] =
        keys[0][i] === keys[1][j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
  let i = 0
  let j = 0
  while (i < left.length && j < right.length)
    if (keys[0][i] === keys[1][j]) {
      add('same', right[j++]!)
      i++
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) add('removed', left[i++]!)
    else add('added', right[j++]!)
  while (i < left.length) add('removed', left[i++]!)
  while (j < right.length) add('added', right[j++]!)
  return pieces
}
