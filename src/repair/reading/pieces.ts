import type { Line, Page, Word } from '../../document.ts'
import { asSymbol } from '../candidates/numbers.ts'
import { classOf, endsClause, peel } from '../language/normalize.ts'
import { Memo } from '../memo.ts'
import { isReadAgain, type Reading, readingOfLine } from './detect.ts'
import { betweenRules, type Stretch } from './rules.ts'

/**
 * A part of a read word that is repaired by itself, with the punctuation around it:
 *
 *     (xã/phường,   →   ( xã /      phường ,
 *                       lead core   core   trail
 *
 * Compounds are split where a hyphen or slash stands between letters, or `&` between capitals; numbers, dates, document symbols and addresses
 * stay whole.
 */
export interface Piece {
  lead: string
  core: string
  trail: string
  /** Index of the line on the page and of the word in the line. */
  line: number
  word: number
  /** Stands against the piece before, without a space (inside a compound). */
  glued: boolean
  /** A sentence, item, cell or heading begins here: the language model is told so. */
  begins: boolean
  /** The line is set in capitals, so that capitals say nothing about the word. */
  capitals: boolean
  /** A rule of a table stands before it. */
  ruled: boolean
  /** How the word went wrong: as the line did, unless it was read again from the picture. */
  reading: Reading
}

const COMPOUND = /^[\p{L}\p{N}'’‘´`~^*()¢€£&]{2,}(?:[/–-][\p{L}\p{N}'’‘´`~^*()¢€£&]{2,})+$/u
/** Abbreviations like `T/h`, `B/cáo`: a slash is not read where none is printed. */
const SHORTENED = /^\p{L}\/[\p{L}\p{N}]{1,5}$/u
/** Abbreviations of bodies with two fields: `CNTT&TT`. */
const TWOFOLD = /^\p{Lu}{2,}(?:&\p{Lu}{2,})+$/u
const LABEL = /^(?:[-–—+•*o]|\(?[\dIVXLlivx]{1,5}[.)/]?|[a-zđ][.)]|\d+(?:\.\d+)*\.?)$/u

/** All pieces of a page in order; `reading` is the page's. */
export function pagePieces(page: Page, reading: Reading): Piece[] {
  const pieces: Piece[] = []
  let blank = true
  page.lines.forEach((line, index) => {
    if (line.words.length === 0) {
      blank = true
      return
    }
    linePieces(line, index, blank, readingOfLine(line.words, reading), pieces)
    blank = false
  })
  return pieces
}

function linePieces(line: Line, index: number, afterBlank: boolean, reading: Reading, pieces: Piece[]): void {
  const capitals = isTwoThirdsCapitals(line)
  let begins = beginsItem(line, afterBlank)
  let cell = line.words[0]?.cell
  const stretches = reading === 'clean' ? line.words.map(whole) : betweenRules(line.words)
  stretches.forEach(({ text, word: position, ruled }, at) => {
    const word = line.words[position]!
    if (ruled || word.gap === 'wide' || word.cell !== cell) begins = true
    cell = word.cell
    const own = reading !== 'clean' && isReadAgain(word) ? 'vie' : reading
    const hook = own === 'eng' && endsInHook(text, stretches[at + 1]?.text)
    partsOf(text, own, hook).forEach(({ lead, core, trail, glued }, i) => {
      // Not spread: that takes V8 ten times as long, and so much memory that collecting it takes as long again.
      pieces.push({
        lead,
        core,
        trail,
        glued,
        line: index,
        word: position,
        begins,
        capitals,
        ruled: ruled && i === 0,
        reading: own,
      })
      // A label or bullet leads, the item begins after it.
      begins = endsClause(trail) || (begins && LABEL.test(lead + core + trail))
    })
  })
}

/**
 * Whether the mark after a word is rather the hook or the horn of its last letter: `gid’` is giờ. Nobody closes a quotation
 * that was not opened, or goes on in lower case after a question.
 */
function endsInHook(text: string, next: string | undefined): boolean {
  if (/\p{L}['’]$/u.test(text)) return !/^['‘’]/.test(text)
  return /\p{L}\?$/u.test(text) && next !== undefined && /^\p{Ll}/u.test(next)
}

const whole = ({ text }: Word, word: number): Stretch => ({ text, word, ruled: false })

/** A line begins an item if it starts with a label or bullet, or with a capital after a blank line, or is a table's row. */
function beginsItem(line: Line, afterBlank: boolean): boolean {
  const first = line.words[0]!.text
  if (line.row || line.flow === 'start') return true
  if (LABEL.test(first)) return true
  return afterBlank && /^\P{L}*\p{Lu}/u.test(first)
}

/** More than two letters of three are capitals, and at least four are: a heading, some of whose letters were misread. */
function isTwoThirdsCapitals(line: Line): boolean {
  let upper = 0
  let lower = 0
  for (const word of line.words) {
    for (const letter of word.text) {
      if (/\p{Lu}/u.test(letter)) upper++
      else if (/\p{Ll}/u.test(letter)) lower++
    }
  }
  return upper >= 4 && upper > 2 * lower
}

/** Punctuation that is printed before and after words; other marks at an edge are letters misread (`¢4` is cá). */
const PRINTED_LEAD = /^[([{“"'‘«\-–—+•*.…/]*/u
const PRINTED_TRAIL = /[)\]}”"'’»,.;:!?…/\-–—]*$/u
const PRINTED_ALONE = /^[([{“"'‘«\-–—+•*.…/)\]}”’»,;:!?%]+$/u
/** What an engine makes of rules, stains and table borders at the edge of a word. */
const STAINS = /^[_|~°¬=<>^\\ˆˇ˘˙˜¨]+(?=.)|(?<=.)[_|~°¬=<>^\\ˆˇ˘˙˜¨]+$/gu
/** A mark that ends one word where the next stands against it: `Số:118`, `hiện;các`, `A.MỤC`, `1.Mục`, `a)Tuyên`. */
const INNER_END =
  /(?<=[\p{L}\p{N})”][:;])(?=[\p{L}\p{N}(“])|(?<=\p{L}{2}[,.])(?=\p{L}{2})|(?<=^\p{L}[.)])(?=\p{L}{2})|(?<=^\d{1,2}[.)])(?=\p{L}{2})/gu

type Part = Pick<Piece, 'lead' | 'core' | 'trail' | 'glued'>

/** Parts of words met before. */
const KNOWN = new Memo<readonly Part[]>(25_000)

function partsOf(text: string, reading: Reading, hook: boolean): readonly Part[] {
  if (hook) {
    const { lead, core } = peel(text.slice(0, -1))
    return [{ lead, core: core + text.at(-1)!, trail: '', glued: false }]
  }
  return reading === 'clean' ? split(text, reading) : KNOWN.get(text, () => split(text, reading))
}

/** Readings that are repaired are split alike. */
function split(text: string, reading: Reading): Part[] {
  const printed = reading === 'clean' || PRINTED_ALONE.test(text) ? text : text.replace(STAINS, '')
  if (classOf(peel(printed).core) !== undefined) return splitCompound(printed, reading)
  return printed
    .split(INNER_END)
    .flatMap((part, i) =>
      splitCompound(part, reading).map((piece, k) => (i > 0 && k === 0 ? { ...piece, glued: true } : piece)),
    )
}

/** Numbers, dates, symbols, and what is one with letters and digits misread. */
function isWhole(core: string, reading: Reading): boolean {
  return classOf(core) !== undefined || (reading !== 'clean' && asSymbol(core) !== undefined)
}

function splitCompound(text: string, reading: Reading): Part[] {
  const peeled = peel(text)
  if (peeled.core === '') {
    if (reading === 'clean' || PRINTED_ALONE.test(text)) return [{ ...peeled, glued: false }]
    const lead = PRINTED_LEAD.exec(text)![0]
    const trail = PRINTED_TRAIL.exec(text)![0]
    return [{ lead, core: text.slice(lead.length, text.length - trail.length), trail, glued: false }]
  }
  const lead = PRINTED_LEAD.exec(peeled.lead)![0]
  const trail = PRINTED_TRAIL.exec(peeled.trail)![0]
  const core =
    peeled.lead.slice(lead.length) + peeled.core + peeled.trail.slice(0, peeled.trail.length - trail.length)
  if (isWhole(core, reading) || !(COMPOUND.test(core) || SHORTENED.test(core) || TWOFOLD.test(core)))
    return [{ lead, core, trail, glued: false }]
  const pieces: Part[] = []
  const joints = TWOFOLD.test(core) ? /(?<=&)|(?=&)/u : /(?<=[/–-])|(?=[/–-])/u
  for (const part of core.split(joints)) {
    if (/^[/–&-]$/u.test(part)) pieces.at(-1)!.trail += part
    else pieces.push({ lead: '', core: part, trail: '', glued: pieces.length > 0 })
  }
  pieces[0]!.lead = lead
  pieces.at(-1)!.trail += trail
  return pieces
}
