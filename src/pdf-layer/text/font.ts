import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import { flateStream } from '../objects.ts'
import { ASCENT, DESCENT, invisibleFont } from './truetype.ts'
import { widthOf } from './widths.ts'

const SPACE = 32
/** The characters of ASCII keep their codes, so that the space is the one to which word spacing applies. */
const ASCII = { first: SPACE, last: 126, code: SPACE }
/** The Vietnamese letters of *Latin Extended Additional* have codes in their order, so that the map to Unicode says it once. */
const VIETNAMESE = { first: 0x1ea0, last: 0x1ef9, code: 0xa6 }
const BLOCKS = [ASCII, VIETNAMESE]
/** Where other characters go: codes beyond ASCII first. */
const FREE = [...range(127, VIETNAMESE.code - 1), ...range(1, SPACE - 1)]

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
  readonly #fonts: Map<number, string>[] = [new Map([[SPACE, ' ']])]
  readonly #codes = new Map<string, Coded>()

  /** @param characters all that the layer holds, in any order: codes go by their order in Unicode */
  constructor(characters: Iterable<string>) {
    const all = [...new Set([...characters, ' '])].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!)
    const others: string[] = []
    for (const character of all) {
      const code = fixedCode(character)
      if (code === undefined) others.push(character)
      else this.#give(character, { font: 0, code })
    }
    others.forEach((character, at) => {
      this.#give(character, free(at))
    })
  }

  /** Errors: a character that the fonts were not told of. */
  codeOf(character: string): Coded {
    const coded = this.#codes.get(character)
    if (!coded) throw new Error(`no code for ${JSON.stringify(character)}`)
    return coded
  }

  #give(character: string, coded: Coded): void {
    this.#codes.set(character, coded)
    while (this.#fonts.length <= coded.font) this.#fonts.push(new Map([[SPACE, ' ']]))
    this.#fonts[coded.font]!.set(coded.code, character)
  }

  /** The fonts as objects of a PDF, in their order; to be called when all text is coded. */
  embed(context: PDFContext): PDFRef[] {
    return this.#fonts.map((characters, index) => embedFont(context, characters, index))
  }
}

function fixedCode(character: string): number | undefined {
  const point = character.codePointAt(0)!
  const block = BLOCKS.find(({ first, last }) => point >= first && point <= last)
  return block && block.code + point - block.first
}

function free(at: number): Coded {
  if (at < FREE.length) return { font: 0, code: FREE[at]! }
  // Further fonts have no letters of ASCII but the space.
  const others = [...range(SPACE + 1, 255), ...range(1, SPACE - 1)]
  const rest = at - FREE.length
  return { font: 1 + Math.floor(rest / others.length), code: others[rest % others.length]! }
}

function embedFont(context: PDFContext, characters: ReadonlyMap<number, string>, index: number): PDFRef {
  const codes = [...characters.keys()].sort((a, b) => a - b)
  const widest = Math.max(...codes.map(code => widthOf(characters.get(code)!)))
  const [first, last] = [codes[0]!, codes.at(-1)!]
  const name = `${'ABCDEFGHIJ'[index] ?? 'Z'}LAYER+PlanText`
  const file = context.register(flateStream(invisibleFont(), context))
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4, // symbolic: its codes are its own
      FontBBox: [0, DESCENT, widest, ASCENT],
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
      ToUnicode: context.register(flateStream(toUnicode(characters, index), context)),
    }),
  )
}

/**
 * A map of codes to Unicode, in ranges where both follow each other (Adobe Technical Note 5411). The first font's blocks
 * are told whole, which is shorter than to tell what of them is used.
 */
function toUnicode(characters: ReadonlyMap<number, string>, index: number): string {
  const told = new Map(characters)
  for (const { first, last, code } of index === 0 ? BLOCKS : [])
    for (let point = first; point <= last; point++)
      told.set(code + point - first, String.fromCodePoint(point))
  const codes = [...told.keys()].sort((a, b) => a - b)
  const rows: string[] = []
  for (let at = 0; at < codes.length; ) {
    let end = endOfRange(told, codes, at)
    if (end - at >= LONG_RANGE)
      rows.push(row(codes[at]!, codes[end - 1]!, `<${utf16(told.get(codes[at]!)!)}>`))
    else {
      // Codes that follow each other, up to a long range.
      while (codes[end] === codes[end - 1]! + 1 && endOfRange(told, codes, end) - end < LONG_RANGE) end++
      const each = codes.slice(at, end).map(code => `<${utf16(told.get(code)!)}>`)
      rows.push(row(codes[at]!, codes[end - 1]!, `[${each.join('')}]`))
    }
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
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00><FF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

/** Codes from which on a range is told by its first character; shorter ones are listed, which packs better. */
const LONG_RANGE = 8

function row(first: number, last: number, characters: string): string {
  return `<${hex(first, 2)}><${hex(last, 2)}>${characters}`
}

/** Where the characters no longer follow each other as their codes do. */
function endOfRange(told: ReadonlyMap<number, string>, codes: readonly number[], at: number): number {
  const [code, first] = [codes[at]!, told.get(codes[at]!)!]
  let end = at + 1
  while (end < codes.length && goesOn(first, code, told.get(codes[end]!)!, codes[end]!)) end++
  return end
}

/** Only the last byte of what a range stands for may count up. */
function goesOn(first: string, firstCode: number, character: string, code: number): boolean {
  const [from, to] = [first.codePointAt(0)!, character.codePointAt(0)!]
  return to - from === code - firstCode && to < 0x1_00_00 && from >> 8 === to >> 8
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
