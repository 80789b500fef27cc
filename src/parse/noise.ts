import { likeness, skeleton } from '../../grammars/fold.ts'
import { layout } from '../../grammars/layout.ts'
import type { Piece } from './lines.ts'

/**
 * Lines that print nothing of the document.
 *
 *     ________          a rule
 *     2                 a page's number, alone on its line
 *     Người ký: …       caption of a digital signature
 *     HỎA TỐC           a stamp
 */
export function splitNoise(pieces: readonly Piece[]): { kept: Piece[]; noise: Piece[] } {
  const numbers = pageNumbers(pieces)
  const repeated = runningHeads(pieces)
  const kept: Piece[] = []
  const noise: Piece[] = []
  let blanks = 0
  let opensPage = false
  pieces.forEach((piece, index) => {
    blanks += piece.blanks
    opensPage ||= piece.opensPage
    if (isNoise(piece) || numbers.has(index) || repeated.has(index)) {
      noise.push(piece)
      return
    }
    const same = blanks === piece.blanks && opensPage === piece.opensPage
    kept.push(same ? piece : { ...piece, blanks, opensPage })
    blanks = 0
    opensPage = false
  })
  return { kept, noise }
}

function isNoise(piece: Piece): boolean {
  if (piece.region === 'page-number' || piece.region === 'running-head' || piece.region === 'caption')
    return true
  if (piece.row) return false
  const text = piece.text
  if (!/[\p{L}\p{N}]/u.test(text)) return !text.includes('⟦')
  if (text.length > 60) return false
  const bare = skeleton(text)
  if (stamps.has(bare) && text === text.toUpperCase()) return true
  if (captions.has(bare)) return true
  const colon = text.indexOf(':')
  return colon > 0 && colon <= 30 && captions.has(skeleton(text.slice(0, colon)))
}

const stamps = new Set(layout.stamps.map(stamp => stamp.skeleton))
const captions = new Set(layout.captions.map(caption => caption.skeleton))

/**
 * Indexes of lines that hold a page's number only: at the edge of a page of several, or, where the pages are not told
 * apart, the next number in order a page's distance after the last.
 */
function pageNumbers(pieces: readonly Piece[]): Set<number> {
  const found = new Set<number>()
  const paged = (pieces.at(-1)?.page ?? 1) > 1
  let expected = 2
  let since = 0
  pieces.forEach((piece, index) => {
    const match = piece.row
      ? null
      : /^[-–—\s]*(?:Trang\s+)?(\d{1,3})(?:\s*\/\s*\d{1,3})?[-–—\s]*$/i.exec(piece.text)
    since++
    if (!match) return
    const number = Number(match[1])
    const edge = piece.opensPage || pieces[index + 1]?.page !== piece.page
    const inOrder = number >= expected && number <= expected + 1 && since >= 12
    if ((paged && edge && Math.abs(number - piece.page) <= 2) || (!paged && inOrder)) {
      found.add(index)
      expected = number + 1
      since = 0
    }
  })
  return found
}

/** Lines at the head or foot of at least three pages that repeat there, digits aside. */
function runningHeads(pieces: readonly Piece[]): Set<number> {
  const places = new Map<string, number[]>()
  pieces.forEach((piece, index) => {
    if (piece.row || piece.page === 1) return
    const edge = piece.opensPage || (index + 1 < pieces.length && pieces[index + 1]?.page !== piece.page)
    if (!edge || piece.text.length > 100) return
    const key = skeleton(piece.text).replace(/\d/g, '')
    if (key.length < 4) return
    const same = places.get(key)
    if (same) same.push(index)
    else places.set(key, [index])
  })
  const found = new Set<number>()
  for (const indexes of places.values())
    if (indexes.length >= 3) for (const index of indexes) found.add(index)
  return found
}

/** Whether `text` is `phrase` but for a few misread letters. */
export function reads(text: string, phrase: string, atLeast = 0.8): boolean {
  return likeness(skeleton(text).slice(0, 200), phrase, atLeast) >= atLeast
}
