import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import { ASCENT, DESCENT, invisibleFont } from './truetype.ts'
import { widthOf } from './widths.ts'

/** The characters of ASCII keep their codes, so that the space is the one to which word spacing applies. */
const isAscii = (character: string): boolean => character >= ' ' && character <= '~'
/** Where other characters go, in the order of their appearance: those beyond ASCII first. */
const FREE = [...range(127, 255), ...range(1, 31)]

/** A character in the fonts of the layer: which of them, from 0, and its code there. */
export interface Coded {
  font: number
  code: number
}

/**
 * The fonts of a document's layer. A code is a byte, which keeps the layer small; 255 of them hold the characters of
 * nearly every document, and where not, there is a second font. Vietnamese has 134 letters beyond ASCII.
 */
export class LayerFonts {
  readonly #fonts: Map<number, string>[] = []
  readonly #codes = new Map<string, Coded>()
  #next = 0

  /** The code of a character, given out at first use. */
  codeOf(character: string): Coded {
    const known = this.#codes.get(character)
    if (known) return known
    const coded = isAscii(character) ? { font: 0, code: character.charCodeAt(0) } : this.#free()
    this.#codes.set(character, coded)
    while (this.#fonts.length <= coded.font) this.#fonts.push(new Map([[32, ' ']]))
    this.#fonts[coded.font]!.set(coded.code, character)
    return coded
  }

  #free(): Coded {
    const at = this.#next++
    if (at < FREE.length) return { font: 0, code: FREE[at]! }
    // Further fonts have no letters of ASCII but the space.
    const others = [...range(33, 255), ...range(1, 31)]
    const rest = at - FREE.length
    return { font: 1 + Math.floor(rest / others.length), code: others[rest % others.length]! }
  }

  /** The fonts as objects of a PDF, in their order; to be called when all text is coded. */
  embed(context: PDFContext): PDFRef[] {
    return this.#fonts.map((characters, index) => embedFont(context, characters, index))
  }
}

function embedFont(context: PDFContext, characters: ReadonlyMap<number, string>, index: number): PDFRef {
  const codes = [...characters.keys()].sort((a, b) => a - b)
  const widths = [...new Set(codes.map(code => widthOf(characters.get(code)!)))].sort((a, b) => a - b)
  const glyphs = new Uint8Array(256)
  for (const code of codes) glyphs[code] = 1 + widths.indexOf(widthOf(characters.get(code)!))
  const [first, last] = [codes[0]!, codes.at(-1)!]
  const name = `${'ABCDEFGHIJ'[index] ?? 'Z'}LAYER+PlanText`
  const file = context.register(context.flateStream(invisibleFont(widths, glyphs)))
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4, // symbolic: its codes are its own
      FontBBox: [0, DESCENT, widths.at(-1)!, ASCENT],
      ItalicAngle: 0,
      Ascent: ASCENT,
      Descent: DESCENT,
      CapHeight: ASCENT,
      StemV: 0,
      FontFile2: file,
    }),
  )
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: name,
      FirstChar: first,
      LastChar: last,
      Widths: range(first, last).map(code => (characters.has(code) ? widthOf(characters.get(code)!) : 0)),
      FontDescriptor: descriptor,
      ToUnicode: context.register(context.flateStream(toUnicode(characters, codes))),
    }),
  )
}

/** A map of codes to Unicode, in ranges where codes follow each other (Adobe Technical Note 5411). */
function toUnicode(characters: ReadonlyMap<number, string>, codes: readonly number[]): string {
  const rows: string[] = []
  for (let at = 0; at < codes.length; ) {
    let end = at + 1
    while (end < codes.length && codes[end] === codes[at]! + end - at) end++
    const texts = codes.slice(at, end).map(code => `<${utf16(characters.get(code)!)}>`)
    const range = `<${hex(codes[at]!, 2)}> <${hex(codes[end - 1]!, 2)}>`
    rows.push(texts.length === 1 ? `${range} ${texts[0]}` : `${range} [${texts.join(' ')}]`)
    at = end
  }
  const blocks: string[] = []
  for (let at = 0; at < rows.length; at += 100) {
    const block = rows.slice(at, at + 100)
    blocks.push(`${block.length} beginbfrange\n${block.join('\n')}\nendbfrange`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) => hex(text.charCodeAt(at), 4)).join('')
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0')
}

/** Both ends are in it. */
function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
