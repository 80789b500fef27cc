import type { Channel } from './channel.ts'
import type { Piece } from './pieces.ts'

/** Letters that label items, in order; f, j, w, z are not used. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'
/** Channel cost up to which a label is taken for the one that its place asks for. */
const MOST = 7

/**
 * Puts letter labels right by their order, which no language model knows: after `d)` comes `đ)`, though it was read `d)`
 * again; after `b)` a `¢)` is `c)`.
 *
 * Gives the letters printed at the pieces that are such labels, as far as they differ from `texts`, what repair made of them.
 */
export function letterLabels(
  pieces: readonly Piece[],
  texts: ReadonlyArray<string | undefined>,
  channel: Channel,
): Map<number, string> {
  const right = new Map<number, string>()
  let last = -1
  pieces.forEach((piece, i) => {
    const text = texts[i]
    if (text === undefined || text.length !== 1 || !isLabel(piece, pieces[i - 1])) return
    const expected = LETTERS[last + 1]
    if (
      expected !== undefined &&
      last >= 0 &&
      text !== expected &&
      (text === LETTERS[last] || !LETTERS.includes(text))
    ) {
      const cost = channel.letter(expected, piece.core)
      if (cost <= MOST) {
        right.set(i, expected)
        last++
        return
      }
    }
    last = LETTERS.indexOf(text)
  })
  return right
}

/** One character at the beginning of a line, closed by a bracket or full stop. */
function isLabel(piece: Piece, before: Piece | undefined): boolean {
  return (
    piece.word === 0 &&
    !piece.glued &&
    piece.lead === '' &&
    /^[).]/.test(piece.trail) &&
    before?.line !== piece.line
  )
}
