import type { Matrix } from '../content/matrix.ts'
import { literal } from '../objects.ts'
import type { LayerFonts } from './font.ts'
import type { PlacedText, Run } from './runs.ts'
import { SPACE_WIDTH, textWidth } from './widths.ts'

/** Names of the layer's fonts in a page's resources. */
export const fontName = (index: number): string => `PlanText${index}`

/** A word that begins further than this share of the font's size from its place is moved there. */
const DRIFT = 0.1
/** Moves in `TJ`, in thousandths of the size, come in steps of this: few different numbers pack well. */
const STEP = 20
/** A word has a spacing of its own where the run's gives a width that differs by this share, and of the font's size. */
const MISFIT = { ofWidth: 0.15, ofSize: 0.2 }
/** The spacing of the run before stands where no word of the next comes further from its place than this share of its size. */
const KEPT = 0.35
/** Room between letters, as a share of the font's size, that programs take neither for a space nor for a step back. */
const LETTER_SPACING = { least: -0.12, most: 0.09 }
/** Between words, as a share of the font's size: programs join those that stand closer than 0.15, space or not. */
const LEAST_GAP = 0.18
/** What is left of a word at the least where room is made for the next. */
const NARROWEST = 0.5
/** Spacings come in steps of one of so many in a point: between letters, between words. */
const LETTER_STEP = 20
const WORD_STEP = 10
/** A run's mean gap stands for its usual one where they differ by less than this share of the font's size. */
const NEAR = 0.3
/** Widths that no print has come from boxes that are wrong; viewers choke on them. */
const SCALES = { least: 10, most: 600 }

/**
 * Runs as a content stream: every word in render mode 3, which paints nothing, over its place, a space after each,
 * since some viewers see no end of a line. A run's words have one spacing of letters and one of words, set so that they fit;
 * what then drifts is moved by a number in the array of `TJ`. Letters are scaled (`Tz`) only where no spacing fits: on
 * sloping lines pdf.js (Firefox) mistakes a change of scale for another line. Places are rounded as far as nobody sees, since their
 * digits take as many bytes as the text.
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

/** Between letters and, more, between words, in points; the letters' width in percent. */
interface Setting {
  letters: number
  words: number
  scale: number
}

class Writer {
  readonly #fonts: LayerFonts
  readonly #parts: Buffer[] = []
  /** Where `Td` counts from. */
  #line: [x: number, y: number] = [0, 0]
  #font = ''
  #set: Setting = { letters: 0, words: 0, scale: 100 }

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
    const isKept = driftOf(words, fontSize, this.#set) < KEPT * fontSize
    const common = isKept ? this.#set : settingOf(words, fontSize)
    let pieces: (number | number[])[] = []
    let x = this.#line[0]
    let end = Number.NEGATIVE_INFINITY
    const show = (): void => {
      if (pieces.length > 0) this.#show(pieces)
      pieces = []
    }
    for (const word of words) {
      const setting = settingOfWord(word, fontSize, common)
      const start = Math.max(word.x0, end + LEAST_GAP * fontSize)
      if (Math.abs(x - start) > DRIFT * fontSize || x < end + LEAST_GAP * fontSize) {
        // Numbers of `TJ` move to the left, in thousandths of the font's size.
        const unit = (fontSize * this.#set.scale) / 100_000
        const steps = Math.floor((x - start) / unit / STEP + (x < start ? 0 : 0.5))
        pieces.push(steps * STEP)
        x -= steps * STEP * unit
      }
      const text = `${word.text} `
      for (const { font, codes } of this.#segments(text)) {
        const name = `/${fontName(font)} ${compact(fontSize, 1)} Tf `
        const changes = this.#changes(setting)
        if (name !== this.#font || changes !== '') {
          show()
          if (name !== this.#font) this.raw(name)
          this.raw(changes)
          this.#font = name
          this.#set = setting
        }
        const last = pieces.at(-1)
        if (Array.isArray(last)) last.push(...codes)
        else pieces.push(codes)
      }
      end = x + widthIn(word.text, fontSize, setting)
      x = end + afterWord(fontSize, setting)
    }
    show()
  }

  #changes({ letters, words, scale }: Setting): string {
    const set = this.#set
    return [
      letters === set.letters ? '' : `${compact(letters, 2)} Tc `,
      words === set.words ? '' : `${compact(words, 1)} Tw `,
      scale === set.scale ? '' : `${scale} Tz `,
    ].join('')
  }

  /** Strings of codes, and numbers that move what follows. */
  #show(pieces: readonly (number | number[])[]): void {
    const written = pieces.map(piece => (Array.isArray(piece) ? literal(piece) : Buffer.from(`${piece}`)))
    if (written.length === 1 && Array.isArray(pieces[0])) this.#parts.push(...written, Buffer.from('Tj '))
    else this.#parts.push(Buffer.from('['), ...written, Buffer.from(']TJ '))
  }

  /** To half points; lines that begin nearly below each other begin there. */
  #moveTo(x: number, y: number): void {
    const off = Math.round(x - this.#line[0])
    const dx = Math.abs(off) <= 1 ? 0 : off
    const dy = Math.round(2 * (y - this.#line[1])) / 2
    this.raw(`${compact(dx, 0)} ${compact(dy, 1)} Td `)
    this.#line = [this.#line[0] + dx, this.#line[1] + dy]
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

/** The spacing that makes words and the gaps between them as wide as they are. */
function settingOf(words: readonly PlacedText[], size: number): Setting {
  const natural = words.reduce((sum, { text }) => sum + textWidth(text), 0) * (size / 1000)
  const real = words.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0)
  const inner = words.reduce((sum, { text }) => sum + countOf(text) - 1, 0)
  const fitting = inner > 0 ? inSteps((real - natural) / inner, LETTER_STEP) : 0
  const letters = mayStand(fitting, size) ? fitting : 0
  const gaps = words.slice(1).map((word, index) => word.x0 - words[index]!.x1)
  if (gaps.length === 0) return { letters, words: 0, scale: 100 }
  const usual = gaps.sort((a, b) => a - b)[gaps.length >> 1]!
  // The mean spreads what is left of the words' widths, but a wide gap or two must not widen the others.
  const mean = (words.at(-1)!.x1 - words[0]!.x0 - natural - inner * letters) / gaps.length
  const gap = Math.max(Math.abs(mean - usual) < NEAR * size ? mean : usual, LEAST_GAP * size)
  return { letters, words: inSteps(gap - 2 * letters - (SPACE_WIDTH * size) / 1000, WORD_STEP), scale: 100 }
}

/** How far a setting takes the ends of words from their places at the most, in points, if nothing moves them back. */
function driftOf(words: readonly PlacedText[], size: number, setting: Setting): number {
  const gap = afterWord(size, setting)
  let x = words[0]!.x0
  let drift = 0
  for (const { text, x0, x1 } of words) {
    const end = x + widthIn(text, size, setting)
    drift = Math.max(drift, Math.abs(x - x0), Math.abs(end - x1))
    x = end + gap
  }
  return drift
}

/** That of the run, if it fits the word. */
function settingOfWord({ text, x0, x1 }: PlacedText, size: number, common: Setting): Setting {
  const off = x1 - x0 - widthIn(text, size, common)
  if (Math.abs(off) < MISFIT.ofWidth * (x1 - x0) || Math.abs(off) < MISFIT.ofSize * size) return common
  const inner = countOf(text) - 1
  const letters = inner > 0 ? inSteps(common.letters + off / inner, LETTER_STEP) : 0
  if (inner > 0 && mayStand(letters, size)) return { ...common, letters }
  return { letters: 0, words: common.words, scale: bounded((100_000 * (x1 - x0)) / (textWidth(text) * size)) }
}

function widthIn(text: string, size: number, { letters, scale }: Setting): number {
  return (((textWidth(text) * size) / 1000 + (countOf(text) - 1) * letters) * scale) / 100
}

/** From the end of a word's last letter to the next word. */
function afterWord(size: number, { letters, words, scale }: Setting): number {
  return ((letters * 2 + words + (SPACE_WIDTH * size) / 1000) * scale) / 100
}

function mayStand(letters: number, size: number): boolean {
  return letters >= LETTER_SPACING.least * size && letters <= LETTER_SPACING.most * size
}

function countOf(text: string): number {
  return Array.from(text).length
}

function inSteps(value: number, steps: number): number {
  return Math.round(value * steps) / steps
}

function bounded(scale: number): number {
  return Number.isFinite(scale) ? Math.round(Math.min(Math.max(scale, SCALES.least), SCALES.most)) : 100
}

/** Without what says nothing: no `-0`, no trailing zeros. */
function compact(value: number, digits: number): string {
  const text = value.toFixed(digits)
  return String(Number(text))
}
