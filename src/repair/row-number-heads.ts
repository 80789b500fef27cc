import type { Page } from '../document.ts'
import type { Piece } from './reading/pieces.ts'

/** `TT` as engines read it, and as it looks like a numeral. */
const HEAD = /^[TIl1|]{2}$/

/**
 * The head of a column of row numbers is `TT`, which by itself looks like the heading `II`:
 *
 *     II | Nội dung | Thời gian  →  TT | Nội dung | Thời gian
 *
 * Gives what is printed at the pieces concerned, as far as it differs from `texts`, what repair made of them.
 */
export function rowNumberHeads(
  page: Page,
  pieces: readonly Piece[],
  texts: ReadonlyArray<string | undefined>,
): Map<number, string> {
  const right = new Map<number, string>()
  pieces.forEach(({ line, word, core, lead, trail }, index) => {
    const { row, words } = page.lines[line]!
    if (word !== 0 || row?.kind !== 'header' || words[0]!.cell !== 0) return
    if (words[1]?.cell === 0 || lead + trail !== '' || !HEAD.test(core)) return
    if (texts[index] !== undefined && texts[index] !== 'TT') right.set(index, 'TT')
  })
  return right
}
