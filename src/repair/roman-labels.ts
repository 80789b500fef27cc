import { fold } from '../../grammars/fold.ts'
import type { DecodedPage } from './page-decoder.ts'
import type { Piece } from './reading/pieces.ts'

/** What an engine makes of the strokes of a numeral, or of several of them. */
const STROKES: Readonly<Record<string, string>> = {
  I: 'I',
  l: 'I',
  i: 'I',
  '1': 'I',
  '|': 'I',
  '!': 'I',
  L: 'I',
  T: 'I',
  H: 'II',
  M: 'III',
  V: 'V',
  v: 'V',
  Y: 'V',
  N: 'IV',
  X: 'X',
  x: 'X',
}
const NUMERALS = [
  ...['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'],
  ...['XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX'],
]
/** What stands before the title of someone who signs for others is none: `TM.`, `TL.` */
const FOR_OTHERS = /^T[ML]$/
/** Heads of parts, within which numerals begin anew. */
const PART = /^(?:phan|chuong|phu|[a-eđ])$/

/** Nats for a stroke that was not read, one that was read too much, the same for V and X, and for a number as a numeral. */
const LOST = 1.5
const LOST_BEFORE = 3
const ADDED = 2.2
const OTHER_LETTER = 5
const DOUBLED = 1
const DIGITS = 4
/** Nats less for a numeral where the line is set in capitals. */
const IN_CAPITALS = 3.5
/** Nats for a series that begins anew, one of which the beginning is not there, one that leaves numbers out, and any other disorder. */
const ANEW = 5
const BEGUN_BEFORE = 1.9
const ANEW_IN_PART = 0.5
const LEFT_OUT = 2
const DISORDER = 6
/** Nats for a numeral being none, for letters that look like several strokes of one, and less for one with nothing behind it. */
const NO_NUMERAL = 8
const NO_LETTERS = 4
const BARE = 6

/** The beginning of a line that may be numbered with a Roman numeral. */
interface Place {
  page: number
  piece: number
  /** What is printed between the numeral and the heading; empty where nothing was read. */
  closing: string
  /** What repair made of the numeral. */
  repaired: string
  /** For each numeral from I on, what it costs to have been read as this; the last for its being none. */
  costs: Float64Array
  /** A part of the document began before it. */
  part: boolean
}

/**
 * Puts the Roman numerals of headings right by their order, which no language model knows, over all pages of a document:
 *
 *     I. … II. … II. … IV.  →  I. … II. … III. … IV.        I … II. … III.  →  I. … II. … III.
 *
 * The series is the likeliest one for what was read (Viterbi over the headings, its states the numerals). A document
 * that is numbered wrongly but read clearly stays as it is: a lost stroke is likelier than that, a lost V is not.
 *
 * @returns for each page what is printed at the pieces that were read otherwise
 */
export function romanLabels(pages: Iterable<DecodedPage | undefined>): Map<number, string>[] {
  const right: Map<number, string>[] = []
  const places: Place[] = []
  let part = false
  for (const page of pages) {
    part = addPlaces(places, page, right.length, part)
    right.push(new Map())
  }
  const series = likeliestSeries(places)
  const closed = usualClosing(places.filter((_, index) => NUMERALS[series[index]!] !== undefined))
  series.forEach((numeral, index) => {
    const { page, piece, closing, repaired } = places[index]!
    if (NUMERALS[numeral] === undefined) return
    const text = NUMERALS[numeral] + (closing === '' ? closed : '')
    if (repaired !== text) right[page]!.set(piece, text)
  })
  return right
}

/** What stands behind half of the numerals or more. */
function usualClosing(places: readonly Place[]): string {
  const counts = new Map<string, number>()
  for (const { closing } of places) counts.set(closing, (counts.get(closing) ?? 0) + 1)
  return [...counts].find(([closing, count]) => closing !== '' && 2 * count >= places.length)?.[0] ?? ''
}

/**
 * Adds the places of a page.
 *
 * @param part a part of the document began since the last place
 * @returns the same, after the page
 */
function addPlaces(places: Place[], decoded: DecodedPage | undefined, page: number, part: boolean): boolean {
  let began = part
  decoded?.pieces.forEach((piece, index) => {
    const found = decoded.repaired[index]
    if (piece.word !== 0 || piece.glued || !found || decoded.page.lines[piece.line]!.row) return
    const costs = costsAt(piece, found.text, decoded.pieces[index + 1])
    if (costs) {
      places.push({ page, piece: index, closing: piece.trail, repaired: found.text, costs, part: began })
      began = false
    } else if (piece.capitals && PART.test(fold(found.text).toLowerCase())) began = true
  })
  return began
}

/** Undefined where no numeral can stand. */
function costsAt(piece: Piece, repaired: string, next: Piece | undefined): Float64Array | undefined {
  const { core, lead, trail, capitals } = piece
  const bare = trail === '' && startsHeading(piece, repaired, next)
  if (lead !== '' || !(bare || /^[.)/-]/.test(trail)) || core.length > 5) return undefined
  if (FOR_OTHERS.test(core)) return undefined
  if (!capitals && /^[a-z]+$/.test(core)) return undefined
  let strokes = ''
  for (const character of core) {
    const own = STROKES[character]
    if (own === undefined) return undefined
    strokes += own
  }
  const isNumber = /^\d+$/.test(core) && !NUMERALS.includes(repaired)
  const clear = NUMERALS.includes(core) || NUMERALS.includes(repaired)
  const less = (isNumber ? DIGITS : 0) - (capitals ? IN_CAPITALS : 0)
  const costs = NUMERALS.map(numeral => misread(numeral, strokes) + Math.max(0, less))
  const none = isNumber || core.length === 1 ? 0 : NO_LETTERS
  return Float64Array.from([...costs, clear && !isNumber ? NO_NUMERAL - (bare ? BARE : 0) : none])
}

/** A numeral of which the full stop was lost stands before a heading, often in capitals. */
function startsHeading(piece: Piece, repaired: string, next: Piece | undefined): boolean {
  if (next === undefined || next.line !== piece.line) return false
  return piece.capitals
    ? /^\p{Lu}{2}/u.test(next.core)
    : NUMERALS.includes(repaired) && /^\p{Lu}\p{Ll}/u.test(next.core)
}

/** Nats for a numeral having been read as some strokes (edit distance). */
function misread(numeral: string, strokes: string): number {
  let row = Float64Array.from({ length: strokes.length + 1 }, (_, read) =>
    read === 0 ? 0 : Number.POSITIVE_INFINITY,
  )
  for (let at = 0; at <= numeral.length; at++) {
    const next = new Float64Array(strokes.length + 1).fill(Number.POSITIVE_INFINITY)
    for (let read = 0; read <= strokes.length; read++) {
      if (read > 0) {
        const doubled = strokes[read - 1] === 'V' && numeral[at - 1] === 'V'
        row[read] = Math.min(
          row[read]!,
          row[read - 1]! + (doubled ? DOUBLED : letterCost(strokes[read - 1]!, ADDED)),
        )
      }
      if (at === numeral.length) continue
      next[read] = Math.min(next[read]!, row[read]! + lostCost(numeral, at))
      if (read < strokes.length && strokes[read] === numeral[at])
        next[read + 1] = Math.min(next[read + 1]!, row[read]!)
    }
    if (at < numeral.length) row = next
  }
  return row[strokes.length]!
}

/** What stands before V or X is hardly lost: it is as dark as they are. */
function lostCost(numeral: string, at: number): number {
  const before = numeral[at + 1] === 'V' || numeral[at + 1] === 'X'
  return letterCost(numeral[at]!, before ? LOST_BEFORE : LOST)
}

function letterCost(letter: string, stroke: number): number {
  return letter === 'I' ? stroke : OTHER_LETTER
}

/** The likeliest numeral of each place, as an index into `NUMERALS`, or their number for none. */
function likeliestSeries(places: readonly Place[]): number[] {
  const none = NUMERALS.length
  // The state is the last numeral seen; before any it is `none`.
  let best = new Float64Array(none + 1).fill(Number.POSITIVE_INFINITY)
  best[none] = 0
  const came: { state: Int8Array; chosen: Int8Array }[] = []
  for (const { costs, part } of places) {
    const next = new Float64Array(none + 1).fill(Number.POSITIVE_INFINITY)
    const back = { state: new Int8Array(none + 1), chosen: new Int8Array(none + 1) }
    const take = (to: number, from: number, chosen: number, cost: number): void => {
      if (cost >= next[to]!) return
      next[to] = cost
      back.state[to] = from
      back.chosen[to] = chosen
    }
    for (let from = 0; from <= none; from++) {
      if (best[from] === Number.POSITIVE_INFINITY) continue
      take(from, from, none, best[from]! + costs[none]!)
      for (let to = 0; to < none; to++) {
        const order = from === none ? begins(to) : follows(from, to, part)
        take(to, from, to, best[from]! + order + costs[to]!)
      }
    }
    best = next
    came.push(back)
  }
  let state = best.indexOf(Math.min(...best))
  const series: number[] = []
  for (let index = places.length - 1; index >= 0; index--) {
    series.unshift(came[index]!.chosen[state]!)
    state = came[index]!.state[state]!
  }
  return series
}

function begins(at: number): number {
  return at === 0 ? 0 : BEGUN_BEFORE + at / 4
}

function follows(from: number, to: number, part: boolean): number {
  if (to === from + 1) return 0
  if (to === 0) return part ? ANEW_IN_PART : ANEW
  return to > from ? LEFT_OUT + (to - from - 2) : DISORDER
}
