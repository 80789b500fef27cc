import type { Channel } from './candidates/channel.ts'
import type { Piece } from './reading/pieces.ts'

/** Letters that label items, in order; f, j, w, z are not used. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'
/** Channel cost up to which a label is taken for the one that its place asks for. */
const MOST = 7

/**
 * Puts letter labels right by their order, which no language model knows: after `d)` comes `đ)`, though it was read `d)`
 * again; after `b)` a `¢)` is `c)`; before `b)` a `4)` is `a)`; between `b)` and `d)` a `9` is `c)`.
 *
 * Gives the letters printed at the pieces that are such labels, as far as they differ from `texts`, what repair made of them.
 */
export function letterLabels(
  pieces: readonly Piece[],
  texts: ReadonlyArray<string | undefined>,
  channel: Channel,
): Map<number, string> {
  const right = new Map<number, string>()
  const labels = pieces.flatMap((piece, i) =>
    mayBeLabel(piece, pieces, i) && texts[i] !== undefined ? [i] : [],
  )
  let last = -1
  let closing = ''
  let number = 0
  labels.forEach((i, place) => {
    const { core, trail } = pieces[i]!
    const text = texts[i]!
    const next = labels.slice(place + 1).find(other => pieces[other]!.trail !== '')
    if (trail === '') {
      // The bracket went into the letter.
      const between = last >= 0 && next !== undefined && pieces[next]!.trail[0] === closing
      if (between && texts[next] === LETTERS[last + 2]) right.set(i, LETTERS[++last]! + closing)
      return
    }
    // Another mark behind it, `3.` after `d)`, begins another list.
    if (trail[0] !== closing) {
      last = -1
      number = 0
    }
    closing = trail[0]!
    const expected = LETTERS[last + 1]
    const order = text.length === 1 ? LETTERS.indexOf(text) : -1
    // A letter in its place, or the beginning of a list, is what it says; what can be none is what its place asks for.
    const doubtful = order < 0 || order === last
    const goesOn = Number(text) === number + 1
    number = goesOn ? number + 1 : 0
    const isFirst =
      order < 0 &&
      !goesOn &&
      next !== undefined &&
      pieces[next]!.trail[0] === closing &&
      texts[next] === LETTERS[1]
    if (last >= 0 && expected !== undefined && doubtful && mayBe(expected, core, channel)) {
      right.set(i, expected)
      last++
    } else if (isFirst) {
      right.set(i, LETTERS[0]!)
      last = 0
    } else last = order
  })
  return right
}

function mayBe(letter: string, read: string, channel: Channel): boolean {
  return /[^\p{L}\p{N}]/u.test(read) || channel.letter(letter, read) <= MOST
}

/** A character or two at the beginning of a line, closed by a bracket or full stop; or one that is no letter, before a capital. */
function mayBeLabel(piece: Piece, pieces: readonly Piece[], at: number): boolean {
  const { word, glued, lead, core, trail, line } = piece
  if (word !== 0 || glued || lead !== '' || core.length > 2 || pieces[at - 1]?.line === line) return false
  if (/^[).]/.test(trail)) return true
  const next = pieces[at + 1]
  return trail === '' && /^\P{L}$/u.test(core) && next?.line === line && /^\p{Lu}/u.test(next.core)
}
