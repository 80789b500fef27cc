import type { Piece } from './reading/pieces.ts'

/**
 * Why a recipient gets the document, as engines read it: for report, for action, for coordination. The slash looks like the
 * stroke of a letter beside it.
 */
const REMARKS: readonly (readonly [read: RegExp, printed: string])[] = [
  [/^(?:b[/⁄l1IíÍi]?[ceC]|\p{L}?[/⁄]c)$/u, 'b/c'],
  [/^(?:t[/⁄l1Ií]?h|[VvUuNC][/⁄]?h)$/u, 't/h'],
  [/^p[/⁄l1Ií]?h$/u, 'p/h'],
]

/**
 * Puts remarks behind recipients right, which are no words:
 *
 *     - Sở Y tế (ble);    - Các phòng, ban (Vh);   →   - Sở Y tế (b/c);    - Các phòng, ban (t/h);
 *
 * Gives what is printed at the pieces concerned, as far as it differs from `texts`, what repair made of them.
 */
export function recipientRemarks(
  pieces: readonly Piece[],
  texts: ReadonlyArray<string | undefined>,
): Map<number, string> {
  const right = new Map<number, string>()
  const put = (index: number, printed: string): void => {
    if (texts[index] !== undefined && texts[index] !== printed) right.set(index, printed)
  }
  pieces.forEach((piece, index) => {
    if (piece.word === 0 || piece.lead !== '(') return
    // Where a slash was read, what stands behind it is a piece of its own.
    const next = pieces[index + 1]
    const parts = piece.trail === '/' && next?.glued ? [piece, next] : [piece]
    const endsLine = pieces[index + parts.length]?.line !== piece.line
    // right of an item that ended stands what is the signer's
    const ended = endsLine ? /^\)[;.,:]?$/ : /^\);$/
    if (!ended.test(parts.at(-1)!.trail)) return
    const whole = parts.map(({ core }) => core).join('/')
    const printed = REMARKS.find(([read]) => read.test(whole))?.[1]
    if (printed === undefined) return
    if (parts.length === 1) put(index, printed)
    else for (const [part, letter] of printed.split('/').entries()) put(index + part, letter)
  })
  return right
}
