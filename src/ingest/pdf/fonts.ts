import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PlacedWord } from '../placed.ts'

/**
 * Sets the style of each word from the name of its font, where the name tells (`TimesNewRomanPS-BoldItalicMT`).
 * The page's operator list must have been read, since pdfjs makes fonts known with it.
 */
export function styleWords(page: PDFPageProxy, words: readonly PlacedWord[], fonts: readonly string[]): void {
  const styles = new Map<string, PlacedWord['style'] | undefined>()
  words.forEach((word, index) => {
    const font = fonts[index] as string
    if (!styles.has(font)) styles.set(font, styleOf(fontName(page, font)))
    const style = styles.get(font)
    if (style) word.style = style
  })
}

/** True for the invisible font of text layers made by OCR: all its characters have one width, whatever they are. */
export function isGlyphless(page: PDFPageProxy, font: string): boolean {
  return /glyphless|invisible/i.test(fontName(page, font))
}

function fontName(page: PDFPageProxy, id: string): string {
  if (!page.commonObjs.has(id)) return ''
  const font: { name?: string; bold?: boolean; italic?: boolean } = page.commonObjs.get(id)
  return `${font.name ?? ''}${font.bold ? ' bold' : ''}${font.italic ? ' italic' : ''}`
}

function styleOf(name: string): PlacedWord['style'] | undefined {
  const bold = /bold|black|heavy|demi/i.test(name)
  const italic = /italic|oblique/i.test(name)
  if (bold && italic) return 'bold-italic'
  if (bold) return 'bold'
  return italic ? 'italic' : undefined
}
