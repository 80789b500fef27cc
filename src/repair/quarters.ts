import { fold } from '../../grammars/fold.ts'
import type { Piece } from './reading/pieces.ts'

/** `Quy`, `quý`, `Quỹ` and what else comes of quý, its letters without their marks. */
const QUARTER = /^quy$/
/** I to IV as engines read them, with a year behind it or none. */
const NUMERAL = /^(?<numeral>[1Il|!]{2,3}|[1Il|!][VvY])(?<year>\/(?:19|20)\d\d)?$/
const NUMERALS: Readonly<Record<number, string>> = { 2: 'II', 3: 'III' }

/**
 * Puts quarters of a year right, which no language model tells from months and numbers: there is no quarter 11.
 *
 *     Quỹ 111/2026  →  Quý III/2026        quý 1V  →  quý IV
 *
 * Gives what is printed at the pieces concerned, as far as it differs from `texts`, what repair made of them.
 */
export function quarters(
  pieces: readonly Piece[],
  texts: ReadonlyArray<string | undefined>,
): Map<number, string> {
  const right = new Map<number, string>()
  for (let i = 1; i < pieces.length; i++) {
    const before = texts[i - 1]
    const found = NUMERAL.exec(pieces[i]!.core)?.groups
    if (!found || before === undefined || texts[i] === undefined) continue
    if (!QUARTER.test(fold(before))) continue
    const numeral = /[VvY]$/.test(found.numeral!) ? 'IV' : NUMERALS[found.numeral!.length]!
    right.set(i, numeral + (found.year ?? ''))
    right.set(i - 1, `${before[0]}uý`)
  }
  return right
}
