import { fromLegacy, type Legacy } from '../../legacy-encodings.ts'
import type { PlacedWord } from '../placed.ts'
import { withLostHorns } from './lost-horn.ts'
import type { PdfPage } from './page.ts'

const LONGEST_NAME = 256

/** The names of the fonts of a page's drawing operations, each looked up once. */
export class FontNames {
  private readonly page: PdfPage
  private readonly byObject = new Map<number, string>()
  private readonly byFont = new Map<number, string>()

  constructor(page: PdfPage) {
    this.page = page
  }

  /** @returns as in the file (`ABCDEF+TimesNewRomanPS-BoldItalicMT`); empty where it tells none */
  of(object: number): string {
    let name = this.byObject.get(object)
    if (name === undefined) {
      name = object === 0 ? '' : this.nameOf(this.page.pdfium.FPDFTextObj_GetFont(object))
      this.byObject.set(object, name)
    }
    return name
  }

  private nameOf(font: number): string {
    const known = this.byFont.get(font)
    if (known !== undefined) return known
    const { wasmExports, UTF8ToString } = this.page.pdfium.pdfium
    const room = wasmExports.malloc(LONGEST_NAME)
    const length = this.page.pdfium.FPDFFont_GetBaseFontName(font, room, LONGEST_NAME)
    const name: string = length > 1 && length <= LONGEST_NAME ? UTF8ToString(room) : ''
    wasmExports.free(room)
    this.byFont.set(font, name)
    return name
  }
}

/** The style that a font's name tells. */
export function styleOf(name: string): PlacedWord['style'] | undefined {
  const bold = /bold|black|heavy|demi/i.test(name)
  const italic = /italic|oblique/i.test(name)
  if (bold && italic) return 'bold-italic'
  if (bold) return 'bold'
  return italic ? 'italic' : undefined
}

/** True for the invisible fonts of text layers made by OCR, all of whose characters have one width, whatever they are. */
export function isGlyphless(name: string): boolean {
  return /glyphless|invisible/i.test(name)
}

/** How the letters of a font of before Unicode are to be read. */
export interface LegacyFont {
  encoding: Legacy
  /** It draws capitals for small letters. */
  capitals: boolean
}

/**
 * What a font's name tells of the encoding that its letters are in: those of TCVN3 are called `.VnTime`, `.VnArial` and
 * so on, with an `H` at the end where they draw capitals (`.VnTimeH`), those of VNI `VNI-Times`, `VNI-Helve-Condense`.
 */
export function legacyFontOf(name: string): LegacyFont | undefined {
  const plain = name.replace(/^[A-Z]{6}\+/, '')
  if (/^VNI[- ]/.test(plain)) return { encoding: 'vni', capitals: false }
  const tcvn3 = /^\.Vn([A-Za-z ]+)/.exec(plain)
  return tcvn3 ? { encoding: 'tcvn3', capitals: /[a-z]H$/.test(tcvn3[1]!.trim()) } : undefined
}

/** Text drawn with such a font, as Unicode. */
export function textOfFont(text: string, { encoding, capitals }: LegacyFont): string {
  // Maps to Unicode may name the Greek letter for the sign of micro that stands for à.
  const converted = fromLegacy(text.replaceAll('\u03bc', '\u00b5'), encoding)
  const whole = encoding === 'tcvn3' ? withLostHorns(converted) : converted
  return capitals ? whole.toUpperCase() : whole
}
