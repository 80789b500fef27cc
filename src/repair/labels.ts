import type { Channel } from './candidates/channel.ts'
import type { Piece } from './reading/pieces.ts'

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
  let closing = ''
  pieces.forEach((piece, i) => {
    const text = texts[i]
    if (text === undefined || piece.core.length > 2 || !isLabel(piece, pieces[i - 1])) return
    // Another mark behind it, `3.` after `d)`, begins another list.
    if (piece.trail[0] !== closing) last = -1
    closing = piece.trail[0]!
    const expected = LETTERS[last + 1]
    const order = text.length === 1 ? LETTERS.indexOf(text) : -1
    // A letter in its place, or the beginning of a list, is what it says; what can be none is what its place asks for.
    const doubtful = order < 0 || order === last
    if (last >= 0 && expected !== undefined && doubtful && mayBe(expected, piece.core, channel)) {
      right.set(i, expected)
      last++
    } else last = order
  })
  return right
}

function mayBe(letter: string, read: string, channel: Channel): boolean {
  return /[^\p{L}\p{N}]/u.test(read) || channel.letter(letter, read) <= MOST
}

/** A character or two at the beginning of a line, closed by a bracket or full stop. */
function isLabel(piece: Piece, before: Piece | undefined): boolean {
  return (
    piece.word === 0 &&
    !piece.glued &&
    piece.lead === '' &&
    /^[).]/.test(piece.trail) &&
    before?.line !== piece.line
  )
}
