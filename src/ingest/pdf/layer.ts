import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '../../document.ts'
import type { PlacedWord } from '../placed.ts'
import { isGlyphless } from './fonts.ts'
import { type Matrix, multiply } from './matrix.ts'

/** A piece of text without white space inside, as one drawing operation put it. */
interface Piece {
  text: string
  box: Box
  size: number
  font: string
  /** White space was drawn before it. */
  spaced: boolean
}

/** Pieces closer than this share of the font's height belong to one word, if nothing was drawn between them. */
const WORD_GAP = 0.12
/** Share of the font's height above and below the base line that a line of text takes. */
const ASCENT = 0.78
const DESCENT = 0.22

/**
 * The words of a page's text layer with their boxes on the upright page, in the order in which they were drawn.
 * Text that runs up or down the page (marginal stamps of signing programs) is left out. The page's operator list must
 * have been read, since pdfjs makes fonts known with it.
 */
export async function wordsOfLayer(page: PDFPageProxy): Promise<{ words: PlacedWord[]; fonts: string[] }> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const pieces: Piece[] = []
  let spaced = true
  for (const item of content.items) {
    if (!('str' in item)) continue
    const at = multiply(viewport.transform as unknown as Matrix, item.transform as unknown as Matrix)
    if (item.str.trim() === '') spaced = true
    else if (isLevel(at)) {
      pieces.push(...piecesOf(item, at, spaced, isGlyphless(page, item.fontName) ? () => 1 : weightOf))
      spaced = /\s$/.test(item.str)
    }
    if (item.hasEOL) spaced = true
  }
  const words: PlacedWord[] = []
  const fonts: string[] = []
  let last: Piece | undefined
  for (const piece of pieces) {
    const word = words.at(-1)
    if (word && last && joins(last, piece)) extend(word, piece)
    else {
      words.push({ text: piece.text.normalize('NFC'), box: piece.box, size: piece.size })
      fonts.push(piece.font)
    }
    last = piece
  }
  return { words, fonts }
}

function isLevel(at: Matrix): boolean {
  return at[0] > 0 && Math.abs(at[1]) < 0.1 * at[0]
}

/** Splits a drawn string at its white space and gives each piece its share of the width. */
function piecesOf(
  { str: drawn, width, fontName: font }: { str: string; width: number; fontName: string },
  at: Matrix,
  spacedBefore: boolean,
  weigh: (character: string) => number,
): Piece[] {
  // A tone mark drawn apart from its letter (`Tru ̛ờng`) is no beginning of a word.
  const text = drawn.replace(/(\S)\s+(?=[\u0300-\u036f])/g, '$1')
  const size = Math.hypot(at[2], at[3])
  const weights = Array.from(text, weigh)
  const unit = width / weights.reduce((sum, weight) => sum + weight, 0)
  const pieces: Piece[] = []
  let x = at[4]
  let start = x
  let current = ''
  let spaced = spacedBefore
  const close = (): void => {
    if (current) {
      const box: Box = [start, at[5] - ASCENT * size, x, at[5] + DESCENT * size]
      pieces.push({ text: current, box, size, font, spaced })
      spaced = false
    }
    current = ''
  }
  let index = 0
  for (const character of text) {
    const advance = (weights[index++] ?? 0) * unit
    if (/\s/.test(character)) {
      close()
      spaced = true
    } else {
      if (!current) start = x
      current += character
    }
    x += advance
  }
  close()
  return pieces
}

/** Widths of characters relative to each other, as in the serif faces that administrative documents are set in. */
function weightOf(character: string): number {
  if (/[\u0300-\u036f]/.test(character)) return 0
  const base = character.normalize('NFD').charAt(0)
  if (/[iljt.,;:'|!()[\]/\s]/.test(base)) return 0.29
  if (/[mwMW%—]/.test(base)) return 0.85
  if (/[A-ZĐ]/.test(base)) return 0.68
  return 0.48
}

function joins(last: Piece, piece: Piece): boolean {
  const level = Math.abs(last.box[3] - piece.box[3]) < 0.3 * last.size
  if (!level) return false
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
