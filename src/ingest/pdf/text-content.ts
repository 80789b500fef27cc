import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Box } from '../../document.ts'
import type { PlacedWord } from '../placed.ts'
import { type Matrix, multiply } from './matrix.ts'

/** A piece of text without white space inside, as one drawing operation put it. */
interface Piece {
  text: string
  box: Box
  size: number
  /** White space was drawn before it. */
  spaced: boolean
}

/** Pieces closer than this share of the font's height belong to one word, if nothing was drawn between them. */
const WORD_GAP = 0.12
/** Share of the font's height above and below the base line that a line of text takes. */
const ASCENT = 0.78
const DESCENT = 0.22

/**
 * The words of a page as pdfjs gives its text, with their boxes on the upright page, in the order in which they were drawn;
 * a drawn string's width is shared out by the usual widths of letters. Text that runs up or down the page is left out.
 *
 * @param upright from the page's own coordinates to points from the top left corner of the upright page
 */
export function wordsOfText(content: TextContent, upright: readonly number[]): PlacedWord[] {
  const words: PlacedWord[] = []
  let last: Piece | undefined
  for (const piece of piecesOf(content, upright as unknown as Matrix)) {
    const word = words.at(-1)
    if (word && last && joins(last, piece)) extend(word, piece)
    else words.push({ text: piece.text.normalize('NFC'), box: piece.box, size: piece.size })
    last = piece
  }
  return words
}

function* piecesOf(content: TextContent, upright: Matrix): Iterable<Piece> {
  let spaced = true
  for (const item of content.items) {
    if (!('str' in item)) continue
    const at = multiply(upright, item.transform as unknown as Matrix)
    if (item.str.trim() === '') spaced = true
    else if (at[0] > 0 && Math.abs(at[1]) < 0.1 * at[0]) {
      yield* split(item, at, spaced)
      spaced = /\s$/.test(item.str)
    }
    if (item.hasEOL) spaced = true
  }
}

/** A drawn string cut at its white space. */
function* split({ str, width }: TextItem, at: Matrix, spacedBefore: boolean): Iterable<Piece> {
  // A tone mark drawn apart from its letter (`Tru ̛ờng`) is no beginning of a word.
  const text = str.replace(/(\S)\s+(?=[\u0300-\u036f])/g, '$1')
  const size = Math.hypot(at[2], at[3])
  const unit = width / Array.from(text, widthOf).reduce((sum, weight) => sum + weight, 0)
  let x = at[4]
  let spaced = spacedBefore
  for (const part of text.split(/(\s+)/)) {
    const end = x + unit * Array.from(part, widthOf).reduce((sum, weight) => sum + weight, 0)
    if (part.trim() !== '') {
      yield { text: part, box: [x, at[5] - ASCENT * size, end, at[5] + DESCENT * size], size, spaced }
      spaced = false
    } else if (part !== '') spaced = true
    x = end
  }
}

/** Widths of characters relative to each other, as in the serif faces that administrative documents are set in. */
function widthOf(character: string): number {
  if (/[\u0300-\u036f]/.test(character)) return 0
  const base = character.normalize('NFD').charAt(0)
  if (/[iljt.,;:'|!()[\]/\s]/.test(base)) return 0.29
  if (/[mwMW%—]/.test(base)) return 0.85
  return /[A-ZĐ]/.test(base) ? 0.68 : 0.48
}

function joins(last: Piece, piece: Piece): boolean {
  if (Math.abs(last.box[3] - piece.box[3]) >= 0.3 * last.size) return false
  const gap = piece.box[0] - last.box[2]
  // Marks that are drawn on their own stand over the letter before them, whatever was drawn between.
  if (/^[\u0300-\u036f]/.test(piece.text)) return gap < 0.5 * last.size && gap > -last.size
  return !piece.spaced && Math.abs(gap) < WORD_GAP * last.size
}

function extend(word: PlacedWord, piece: Piece): void {
  word.text = (word.text + piece.text).normalize('NFC')
  word.box = [
    word.box[0],
    Math.min(word.box[1], piece.box[1]),
    Math.max(word.box[2], piece.box[2]),
    word.box[3],
  ]
}
