import type { Matrix } from '../content/matrix.ts'
import type { LayerFonts } from './font.ts'
import type { PlacedText, Run } from './runs.ts'
import { SPACE_WIDTH, textWidth } from './widths.ts'

/** Names of the layer's fonts in a page's resources. */
export const fontName = (index: number): string => `PlanText${index}`

/** A word that begins further than this share of the font's size from its place is moved there. */
const DRIFT = 0.06
/** A word has a scale of its own where the run's gives a width that differs by this share, and of the font's size. */
const MISFIT = { ofWidth: 0.12, ofSize: 0.1 }
/** Between words, as a share of the font's size: programs join those that stand closer than 0.15, space or not. */
const LEAST_GAP = 0.18
/** What is left of a word at the least where room is made for the next. */
const NARROWEST = 0.5
/** Widths that no print has come from boxes that are wrong; viewers choke on them. */
const SCALES = { least: 10, most: 600 }

/**
 * Runs as a content stream: every word in render mode 3, which paints nothing, over its place, a space after each,
 * since some viewers see no end of a line. A run's words have one scale and one word spacing, set so that they fit; what then drifts is moved by a number
 * in the array of `TJ`.
 *
 * @param matrix from runs, y upwards, to user space
 * @param height of the upright page, from whose top runs are counted
 */
export function layerContent(
  runs: readonly Run[],
  matrix: Matrix,
  height: number,
  fonts: LayerFonts,
): Uint8Array {
  const writer = new Writer(fonts)
  writer.raw(`q ${matrix.map(value => compact(value, 5)).join(' ')} cm BT 3 Tr `)
  for (const run of runs) writer.run(run, height)
  writer.raw('ET Q')
  return writer.bytes()
}

interface Setting {
  scale: number
  spacing: number
}

class Writer {
  readonly #fonts: LayerFonts
  readonly #parts: Buffer[] = []
  /** Where `Td` counts from. */
  #line: [x: number, y: number] = [0, 0]
  #font = ''
  #scale = 100
  #spacing = 0

  constructor(fonts: LayerFonts) {
    this.#fonts = fonts
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts)
  }

  raw(text: string): void {
    this.#parts.push(Buffer.from(text, 'latin1'))
  }

  run({ words: found, baseline, size }: Run, height: number): void {
    const words = spaced(found, size)
    // Half points, so that lines of one size say it once.
    const fontSize = Math.round(2 * Math.min(Math.max(size, 1), 500)) / 2
    this.#moveTo(words[0]!.x0, height - baseline)
    const common = settingOf(words, fontSize)
    let pieces: (number | number[])[] = []
    let x = words[0]!.x0
    let end = Number.NEGATIVE_INFINITY
    const show = (): void => {
      if (pieces.length > 0) this.#show(pieces)
      pieces = []
    }
    for (const word of words) {
      const scale = scaleOf(word, fontSize, common.scale)
      const unit = (fontSize * scale) / 100_000
      const start = Math.max(word.x0, end + LEAST_GAP * fontSize)
      if (Math.abs(x - start) > DRIFT * fontSize || x < end + LEAST_GAP * fontSize) {
        // Numbers of `TJ` move to the left, in thousandths of the font's size.
        pieces.push(Math.round((x - start) / ((fontSize * this.#scale) / 100_000)))
        x = start
      }
      const text = `${word.text} `
      for (const { font, codes } of this.#segments(text)) {
        const name = `/${fontName(font)} ${compact(fontSize, 1)} Tf `
        if (name !== this.#font || scale !== this.#scale || common.spacing !== this.#spacing) {
          show()
          if (name !== this.#font) this.raw(name)
          if (scale !== this.#scale) this.raw(`${scale} Tz `)
          if (common.spacing !== this.#spacing) this.raw(`${compact(common.spacing, 2)} Tw `)
          this.#font = name
          this.#scale = scale
          this.#spacing = common.spacing
        }
        const last = pieces.at(-1)
        if (Array.isArray(last)) last.push(...codes)
        else pieces.push(codes)
      }
      end = x + textWidth(word.text) * unit
      x += textWidth(text) * unit
      x += (common.spacing * scale) / 100
    }
    show()
  }

  /** Strings of codes, and numbers that move what follows. */
  #show(pieces: readonly (number | number[])[]): void {
    const written = pieces.map(piece => (Array.isArray(piece) ? literal(piece) : Buffer.from(`${piece}`)))
    if (written.length === 1 && Array.isArray(pieces[0])) this.#parts.push(...written, Buffer.from('Tj '))
    else this.#parts.push(Buffer.from('['), ...written, Buffer.from(']TJ '))
  }

  #moveTo(x: number, y: number): void {
    const [dx, dy] = [compact(x - this.#line[0], 1), compact(y - this.#line[1], 1)]
    this.raw(`${dx} ${dy} Td `)
    this.#line = [this.#line[0] + Number(dx), this.#line[1] + Number(dy)]
  }

  /** Neighbouring characters of one font together. */
  #segments(text: string): { font: number; codes: number[] }[] {
    const segments: { font: number; codes: number[] }[] = []
    for (const character of text) {
      const { font, code } = this.#fonts.codeOf(character)
      const last = segments.at(-1)
      if (last?.font === font) last.codes.push(code)
      else segments.push({ font, codes: [code] })
    }
    return segments
  }
}

/** Words that touch end a little earlier, since viewers take a space without width for none. */
function spaced(words: readonly PlacedText[], size: number): PlacedText[] {
  return words.map((word, index) => {
    const next = words[index + 1]
    if (!next || next.x0 - word.x1 >= LEAST_GAP * size) return word
    const narrow = word.x0 + NARROWEST * (word.x1 - word.x0)
    return { ...word, x1: Math.max(next.x0 - LEAST_GAP * size, narrow) }
  })
}

/** The scale, in percent, that fits all words together, and the word spacing that fits the gaps between them. */
function settingOf(words: readonly PlacedText[], size: number): Setting {
  const natural = words.reduce((sum, word) => sum + textWidth(word.text), 0) * (size / 1000)
  const real = words.reduce((sum, word) => sum + word.x1 - word.x0, 0)
  const scale = bounded((100 * real) / natural)
  const gaps = words.slice(1).map((word, index) => word.x0 - words[index]!.x1)
  if (gaps.length === 0) return { scale, spacing: 0 }
  const gap = Math.max(gaps.sort((a, b) => a - b)[gaps.length >> 1]!, LEAST_GAP * size)
  return { scale, spacing: Number(compact((gap * 100) / scale - (SPACE_WIDTH * size) / 1000, 2)) }
}

function scaleOf({ text, x0, x1 }: PlacedText, size: number, common: number): number {
  const natural = (textWidth(text) * size) / 1000
  const off = Math.abs(x1 - x0 - (natural * common) / 100)
  const fits = off < MISFIT.ofWidth * (x1 - x0) || off < MISFIT.ofSize * size
  return fits ? common : bounded((100 * (x1 - x0)) / natural)
}

function bounded(scale: number): number {
  return Number.isFinite(scale) ? Math.round(Math.min(Math.max(scale, SCALES.least), SCALES.most)) : 100
}

/** A string in brackets (ISO 32000-1, 7.3.4.2); a carriage return would be read as a line feed. */
function literal(codes: readonly number[]): Buffer {
  const bytes: number[] = [0x28]
  for (const code of codes) {
    if (code === 0x0d) bytes.push(0x5c, 0x72)
    else {
      if (code === 0x28 || code === 0x29 || code === 0x5c) bytes.push(0x5c)
      bytes.push(code)
    }
  }
  return Buffer.from([...bytes, 0x29])
}

/** Without what says nothing: no `-0`, no trailing zeros. */
function compact(value: number, digits: number): string {
  const text = value.toFixed(digits)
  return String(Number(text))
}
