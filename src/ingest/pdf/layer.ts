import type { Box } from '../../document.ts'
import { unglued } from '../glued.ts'
import type { PlacedWord } from '../placed.ts'
import { FontNames, isGlyphless, type LegacyFont, legacyFontOf, styleOf, textOfFont } from './fonts.ts'
import { apply, type Matrix, multiply } from './matrix.ts'
import type { PdfPage } from './page.ts'
import { withSwallowedSpaces } from './swallowed-spaces.ts'

/** A drawn character. */
interface Glyph {
  text: string
  box: Box
  size: number
  /** The drawing operation that put it. */
  object: number
  /** White space was drawn before it, or so wide a gap that it stands for one. */
  spaced: boolean
}

/** Glyphs of different operations closer than this share of the font's height belong to one word. */
const WORD_GAP = 0.12
/** The same within one operation, whose letters may be spaced out. */
const LETTER_GAP = 0.6
/** Letters that are kerned, and those that hang over, stand into each other by no more than this. */
const OVERLAP = 0.4
/** Share of the font's height above and below the base line that a line of text takes. */
const ASCENT = 0.78
const DESCENT = 0.22

/** pdfium's code for a hyphen at a line's end. */
const HYPHEN = 2
/** Stands where the font doesn't tell which character a glyph is. */
const UNKNOWN = '\ufffd'

/**
 * The words of a page's text layer with their boxes on the upright page, in the order in which they were drawn.
 * Text that runs up or down the page (marginal stamps of signing programs) is left out.
 */
export function wordsOfLayer(page: PdfPage): PlacedWord[] {
  const { pdfium } = page
  const text = pdfium.FPDFText_LoadPage(page.handle)
  if (text === 0) return []
  const words: PlacedWord[] = []
  const glyphless: boolean[] = []
  const legacy: (LegacyFont | undefined)[] = []
  const fonts = new FontNames(page)
  try {
    let last: Glyph | undefined
    for (const glyph of glyphsOf(page, text)) {
      const word = words.at(-1)
      const font = fonts.of(glyph.object)
      if (word && last && joins(word, last, glyph)) {
        extend(word, glyph)
        // Brackets and marks around a word may be of another font.
        legacy[words.length - 1] ??= legacyFontOf(font)
      } else {
        const style = styleOf(font)
        glyphless.push(isGlyphless(font))
        legacy.push(legacyFontOf(font))
        words.push({ text: glyph.text, box: glyph.box, size: glyph.size, ...(style && { style }) })
      }
      last = glyph
    }
  } finally {
    pdfium.FPDFText_ClosePage(text)
  }
  words.forEach((word, index) => {
    const font = legacy[index]
    word.text = (font ? textOfFont(word.text, font) : word.text).normalize('NFC')
  })
  const roomy = withSwallowedSpaces(words, index => glyphless[index]!)
  return roomy.flatMap((word, index) => (glyphless[index] ? unglued(word) : [word]))
}

function* glyphsOf(page: PdfPage, text: number): Generator<Glyph> {
  const { pdfium, scratch } = page
  const count = pdfium.FPDFText_CountChars(text)
  const sizes = new ObjectSizes(page, text)
  let spaced = true
  for (let index = 0; index < count; index++) {
    const code = pdfium.FPDFText_GetUnicode(text, index)
    const character = code === HYPHEN ? '-' : code === 0 ? UNKNOWN : String.fromCodePoint(code)
    if (/\s/.test(character)) {
      spaced = true
      continue
    }
    const object = pdfium.FPDFText_GetTextObject(text, index)
    const size = sizes.of(object, index)
    // Text that runs upwards, and hyphens that pdfium adds.
    if (size === undefined || pdfium.FPDFText_IsGenerated(text, index) === 1) continue
    pdfium.FPDFText_GetCharOrigin(text, index, scratch, scratch + 8)
    const at = scratch >> 3
    const { HEAPF64 } = pdfium.pdfium
    const [x, y] = [HEAPF64[at] as number, HEAPF64[at + 1] as number]
    pdfium.FPDFText_GetLooseCharBox(text, index, scratch)
    const [left, top, right, bottom] = page.floats(4) as [number, number, number, number]
    const [, baseline] = apply(page.matrix, x, y)
    const x0 = apply(page.matrix, left, bottom)[0]
    const x1 = apply(page.matrix, right, top)[0]
    const box: Box = [Math.min(x0, x1), baseline - ASCENT * size, Math.max(x0, x1), baseline + DESCENT * size]
    yield { text: character, box, size, object, spaced }
    spaced = false
  }
}

/** The height of the font of each drawing operation in points of the upright page; none where its text is not level. */
class ObjectSizes {
  private readonly page: PdfPage
  private readonly text: number
  private readonly known = new Map<number, number | undefined>()

  constructor(page: PdfPage, text: number) {
    this.page = page
    this.text = text
  }

  of(object: number, index: number): number | undefined {
    if (!this.known.has(object)) this.known.set(object, this.measure(index))
    return this.known.get(object)
  }

  private measure(index: number): number | undefined {
    const { page, text } = this
    if (!page.pdfium.FPDFText_GetMatrix(text, index, page.scratch)) return undefined
    const at = multiply(page.matrix, page.floats(6) as unknown as Matrix)
    if (at[0] <= 0 || Math.abs(at[1]) >= 0.1 * at[0]) return undefined
    return page.pdfium.FPDFText_GetFontSize(text, index) * Math.hypot(at[2], at[3])
  }
}

function joins(word: PlacedWord, last: Glyph, glyph: Glyph): boolean {
  const level = Math.abs(last.box[3] - glyph.box[3]) < 0.3 * last.size
  if (!level) return false
  const gap = glyph.box[0] - word.box[2]
  // Marks that are drawn on their own stand over the letter before them, whatever was drawn between (`Tru ̛ờng`).
  if (/^[\u0300-\u036f]/.test(glyph.text)) return gap < 0.5 * last.size && gap > -last.size
  if (glyph.spaced || gap < -OVERLAP * last.size) return false
  return gap < (glyph.object === last.object ? LETTER_GAP : WORD_GAP) * last.size
}

function extend(word: PlacedWord, glyph: Glyph): void {
  word.text += glyph.text
  word.box = [
    word.box[0],
    Math.min(word.box[1], glyph.box[1]),
    Math.max(word.box[2], glyph.box[2]),
    word.box[3],
  ]
}
