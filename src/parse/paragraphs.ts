import { fold } from '../../grammars/fold.ts'
import { type LabelReading, NEXT, readLabels } from '../../grammars/labels.ts'
import { layout, openingPhrase } from '../../grammars/layout.ts'
import { phraseList, words } from '../../grammars/phrases.ts'
import { readVocabulary, TasksVocabulary } from '../../grammars/vocabulary.ts'
import { lazily } from '../lazily.ts'
import type { Cohesion } from './flat/cohesion.ts'
import type { Effort } from './flat/effort.ts'
import { opensFlatTable, readFlatTable } from './flat/table.ts'
import { isBroken, joinText } from './join-text.ts'
import { isCapitals, LetterCounts } from './letters.ts'
import { labelsAt, type Piece, textWidth } from './lines.ts'
import type { TableNode } from './tree.ts'

/**
 * Lines joined to paragraphs.
 *
 *     1. Tuyên truyền, hướng dẫn dịch vụ công trực tuyến và cải cách thủ tục   ┐ one paragraph with label
 *     hành chính                                                               ┘
 *     - Hướng dẫn người dân tạo tài khoản.                                       another
 *
 * A line goes on with the one above unless something says that it begins: its label, the room left above it, the end
 * of a sentence, a blank line, an indent. OCR sets blank lines anywhere, so a blank line alone says nothing.
 */
export interface Block {
  /** Readings of the label, the plainest first; empty without one. */
  readings: readonly LabelReading[]
  /** The text after the label, lines joined. */
  text: string
  pieces: Piece[]
  /** A table recovered from lines that were no rows; its pieces are those of all its lines. */
  table?: TableNode
}

/**
 * `cohesion` tells which words of the document stand together; asked for only where a table has to be recovered, with what
 * is left of the document's `effort`.
 */
export function joinParagraphs(pieces: readonly Piece[], cohesion: () => Cohesion, effort: Effort): Block[] {
  const joiner = new Joiner(pieces)
  for (let at = 0; at < pieces.length; at++) {
    const found = opensFlatTable(pieces[at] as Piece)
      ? readFlatTable(pieces, at, cohesion(), effort, piece => joiner.isNextHeading(piece))
      : undefined
    if (found) {
      joiner.push({ readings: [], text: '', pieces: pieces.slice(at, found.end), table: found.table })
      at = found.end - 1
    } else joiner.add(pieces[at] as Piece)
  }
  return joiner.blocks
}

/** How far the beginning of a paragraph is looked at, in characters. */
const OPENING = 80

class Joiner {
  readonly blocks: Block[] = []
  /** What is asked of the last block's text at every line, which would be to go through all of it again. */
  private opening = ''
  private hasSpace = false
  private letters = new LetterCounts()
  /** Numbered series that are open, outermost first, to know which label is the next. */
  private readonly open: { series: string; last: number }[] = []
  private readonly dashed: ReadonlySet<string>
  /** Pairs of words that stand beside each other inside some line. */
  private readonly neighbours: () => ReadonlySet<string>
  private readonly blanksSeparate: boolean
  /** No line has a blank line before it. */
  private readonly bare: boolean
  /** The lines after the last label, where a closing may stand. */
  private readonly tail: ReadonlySet<Piece>
  /** Roman numbers that begin lines, with a mark after them or before a capital. */
  private readonly romans: ReadonlySet<number>

  constructor(pieces: readonly Piece[]) {
    this.dashed = dashedPairs(pieces)
    this.neighbours = lazily(() => neighbouringPairs(pieces))
    this.blanksSeparate = doBlanksSeparate(pieces)
    this.bare = pieces.every(piece => piece.blanks === 0 || piece.opensPage)
    const last = pieces.findLastIndex(piece => piece.row || (labelsAt(piece)[0]?.doubt ?? 2) < 2)
    this.tail = new Set(pieces.slice(last + 1))
    this.romans = romansOf(pieces)
  }

  add(piece: Piece): void {
    const block = this.blocks.at(-1)
    if (piece.row) {
      this.push({ readings: [], text: piece.text, pieces: [piece] })
      return
    }
    const readings = labelsOf(piece)
    const above = block && !block.table && !(block.pieces.at(-1) as Piece).row ? block : undefined
    const labelled = readings.length > 0 && this.isLabel(readings, piece, above)
    if (labelled || !above || this.begins(piece, above)) {
      const kept = labelled ? readings : []
      if (labelled) this.note(readings)
      const text = labelled ? piece.text.slice((readings[0] as LabelReading).length) : piece.text
      this.push({ readings: kept, text, pieces: [piece] })
      return
    }
    this.append(above, piece)
  }

  push(block: Block): void {
    this.blocks.push(block)
    this.opening = block.text
    this.hasSpace = block.text.includes(' ')
    this.letters = new LetterCounts()
    this.letters.add(block.text)
  }

  private append(block: Block, piece: Piece): void {
    const broken = block.text === '' || isBroken((block.pieces.at(-1) as Piece).text, piece.text)
    block.text += broken ? piece.text : ` ${piece.text}`
    block.pieces.push(piece)
    if (this.opening.length < OPENING) this.opening = joinText(this.opening, piece.text)
    this.hasSpace ||= !broken || piece.text.includes(' ')
    this.letters.add(piece.text)
  }

  /** Whether a line after a table is the next heading of the text, or its closing. */
  isNextHeading(piece: Piece): boolean {
    if (openingPhrase(piece.text, layout.conclusions)) return true
    return labelsAt(piece).some(
      reading => reading.doubt === 0 && reading.printed !== reading.text && this.continues(reading),
    )
  }

  private isLabel(readings: readonly LabelReading[], piece: Piece, block: Block | undefined): boolean {
    const first = readings[0] as LabelReading
    if (!block) return first.doubt < 2 || first.ordinal === 1 || readings.some(one => this.continues(one))
    const rest = piece.text.slice(first.length)
    const capital = /^["“'(]*\p{Lu}/u.test(rest) || rest === ''
    const above = endOf(block)
    const underHeading = block.readings.length > 0 && this.letters.areCapitals() && !isCapitals(rest)
    const apart = above.ended || underHeading || above.room > roomFor(piece, block) || piece.flow === 'start'
    const loose = apart || (piece.blanks > 0 && this.blanksSeparate)
    if (above.cut && !capital) return false
    if (first.style === 'bullet') {
      if (isRange(above.text, rest, apart)) return false
      if (!capital && !/^\d/.test(rest)) return apart
      if (!above.ended && this.dashed.has(pairKey(above.text, rest))) return false
      if (piece.flow === 'continuation' && !apart) return false
      return capital ? loose || !above.cut : loose
    }
    if (above.cites && !apart) return false
    if (this.isFirstOfOpen(first)) return capital || apart || loose
    const next = readings.some(reading => this.continues(reading))
    const starts = readings.some(reading => reading.ordinal === 1 && reading.doubt < 2)
    if (first.doubt === 2 && first.style === 'roman' && this.isLostMark(first, rest)) return apart
    if (first.doubt === 2 || first.ordinal === NEXT) return next && apart && capital
    if (next) return capital || /^[\d"“]/.test(rest) ? !above.cut || loose : loose
    if (first.style === 'article' || first.style === 'clause-section') return apart && capital
    if (starts) return loose && (capital || above.ended || /^\d/.test(rest))
    return loose && capital && first.ordinal <= 60
  }

  /** `2.1.` right under `2.` of the same series. */
  private isFirstOfOpen({ series, ordinal, text, doubt }: LabelReading): boolean {
    if (ordinal !== 1 || doubt > 0 || !text.includes('.')) return false
    const holder = text.slice(0, text.lastIndexOf('.'))
    const open = this.open.at(-1)
    return series !== open?.series && open?.series === 'decimal' && String(open.last) === holder
  }

  /** `II Thời gian, địa điểm:` lost the mark of its label if the numbers beside it begin lines too, or it is a heading in capitals. */
  private isLostMark({ ordinal }: LabelReading, rest: string): boolean {
    if (isCapitals(rest)) return true
    const heading = /^\p{Lu}/u.test(rest) && rest.length <= 100 && !/[.;,]$/.test(rest)
    return heading && ordinal > 1 && (this.romans.has(ordinal - 1) || this.romans.has(ordinal + 1))
  }

  private continues(reading: LabelReading): boolean {
    const open = this.open.findLast(level => level.series === reading.series)
    if (!open) return false
    // letters skip those that Vietnamese has not
    if (reading.ordinal === NEXT) return true
    const step = reading.ordinal - open.last
    return step === 1 || (step === 2 && /^(?:letter|capital)$/.test(reading.style))
  }

  private note(readings: readonly LabelReading[]): void {
    const next = readings.find(one => this.continues(one))
    const reading = next ?? (readings[0] as LabelReading)
    if (reading.style === 'bullet') return
    const at = this.open.findLastIndex(level => level.series === reading.series)
    const before = this.open[at]
    // a series that goes on closes those inside it; one that begins again stands inside those open since
    if (next && at >= 0) this.open.length = at
    else if (at >= 0) this.open.splice(at, 1)
    const last = reading.ordinal === NEXT ? (before?.last ?? 0) + 1 : reading.ordinal
    this.open.push({ series: reading.series, last })
  }

  /** `Căn cứ …,` / `Theo đề nghị của …`: one ground of the preamble after another, though a comma ends the first. */
  private opensBasis(piece: Piece): boolean {
    const opens = (text: string) =>
      /^\p{Lu}/u.test(text) && openingPhrase(text, layout.preambleOpenings) !== undefined
    return opens(piece.text) && opens(this.opening)
  }

  /** Whether an unlabelled line begins a paragraph of its own. */
  private begins(piece: Piece, block: Block): boolean {
    const above = endOf(block)
    if (block.text === '') return false // a label alone on its line
    const underAddress = ADDRESS.test(this.opening)
    if (ADDRESS.test(piece.text)) return (above.ended && !above.colon) || underAddress
    if (underAddress && !this.hasSpace && /^\p{Lu}/u.test(piece.text)) return true
    if (/^\p{Ll}/u.test(piece.text)) return above.closed
    if ((piece.blanks > 0 || above.ended) && openingPhrase(piece.text, layout.conclusions)) return true
    if (above.ended && this.tail.has(piece) && openingPhrase(piece.text, layout.closingOpenings)) return true
    const capitals = isCapitals(piece.text)
    const aboveCapitals = this.letters.areCapitals()
    if (above.ended && opensTaskLine(piece.text)) return true
    if (aboveCapitals && capitals) return false
    if (aboveCapitals && block.text.length > 8) return true
    if (capitals && piece.words.length > (above.ended ? 1 : 2) && (above.ended || above.room > 4)) return true
    // under `2. Năm 2026` a share begins: `100% cán bộ …`
    const share = /^\d+(?:[.,]\d+)?\s?%/.test(piece.text) && /năm\s(?:19|20)\d\d$/iu.test(above.text)
    if (/^\d/.test(piece.text) && !above.ended && !share) return false
    // what follows `… như sau:` on a line of its own begins
    if (above.colon && this.bare && piece.flow === undefined && /^\p{Lu}/u.test(piece.text)) return true
    if (above.comma && this.opensBasis(piece)) return true
    // `Trạm` / `Y tế`: words that stand together elsewhere are not parted by a little room
    const room = roomFor(piece, block)
    const kept = () =>
      !above.ended && this.neighbours().has(`${lastWord(above.text)} ${piece.words[0]?.text}`)
    if (above.room > room && (above.room > 2 * room || !kept()))
      return !above.comma && !(piece.flow === 'continuation' && !above.ended && block.readings.length === 0)
    // a remark in parentheses stands by itself after a sentence
    if (above.ended && /^\(.*\)[.;]?$/.test(piece.text)) return true
    if (above.cut) return false
    if (piece.flow === 'continuation') return false
    if (!above.ended) return piece.flow === 'start' && !above.comma
    if (piece.flow === 'start') return true
    if (piece.blanks > 0) return this.blanksSeparate || above.closed
    if (above.closed) return true
    // text without blanks or indents at all: more sentences that end a line end a paragraph than go on
    if (this.bare && piece.flow === undefined && /\.["”)]?$/.test(above.text)) return true
    // without blanks or indents only what can't go on begins: `Căn cứ …;` / `Căn cứ …;`
    return /;$/.test(above.text) && openingPhrase(piece.text, layout.preambleOpenings) !== undefined
  }
}

/**
 * Readings of the label that the line begins with, also as it was read: repair takes `V.` for a word where it stands in no
 * series that it knows.
 */
function labelsOf(piece: Piece): readonly LabelReading[] {
  const readings = labelsAt(piece)
  const [first] = piece.words
  if (first?.raw === undefined || first.raw === first.text || readings[0]?.doubt === 0) return readings
  const rest = piece.text.slice(first.text.length)
  const raw = readLabels(first.raw + rest).filter(reading => reading.printed === first.raw)
  if (raw[0]?.doubt !== 0 && readings.length > 0) return readings
  const length = first.text.length + 1
  return [...raw.map(reading => ({ ...reading, printed: first.text, length })), ...readings].filter(
    (reading, _, all) => reading.ordinal !== NEXT || all[0]?.doubt !== 0,
  )
}

/** `giai đoạn 2026` / `- 2030`: the second number of a range, and no item. */
function isRange(above: string, rest: string, apart: boolean): boolean {
  if (!/\d$/.test(above) || !/^\d/.test(rest)) return false
  return !apart || (/(?:19|20)\d\d$/.test(above) && /^(?:19|20)\d\d(?!\d)/.test(rest))
}

const taskLabels = phraseList(Object.values(readVocabulary('tasks', TasksVocabulary).lines).flat())

/** `Đơn vị chủ trì: Công an xã.`: a line of a block that says who does a task, or when. */
function opensTaskLine(text: string): boolean {
  const colon = text.slice(0, LONGEST_LABEL).indexOf(':')
  if (colon < 0 || !/^\p{Lu}/u.test(text)) return false
  const label = words(text.slice(0, colon))
  return taskLabels.at(label, 0)?.length === label.length
}
const LONGEST_LABEL = 50

const ADDRESS = /^(?:https?:|www\.)/

const unfinished = new Set(layout.unfinishedEndings.map(ending => ending.printed))

interface Ending {
  text: string
  /** A sentence or list item ends there. */
  ended: boolean
  colon: boolean
  comma: boolean
  /** `./.`: the text ends there. */
  closed: boolean
  /** It can't end there: a comma, a dash, a word such as `của`. */
  cut: boolean
  /** It names what a number follows: `Điều`, `khoản`, `số`, `Quý`. */
  cites: boolean
  room: number
}

function endOf(block: Block): Ending {
  const last = block.pieces.at(-1) as Piece
  const text = last.text
  const word = lastWord(text)
  const bare = word.toLowerCase()
  const comma = /[,–-]$/.test(text)
  const ended = /[.;:!?…]["”')\]]*$/u.test(text)
  return {
    text,
    ended,
    colon: text.endsWith(':'),
    comma,
    closed: /\.\s?\/\s?\.?$/.test(text),
    cut: comma || (!ended && unfinished.has(word)),
    cites:
      !ended &&
      /^(điều|khoản|điểm|mục|số|quý|tháng|năm|ngày|phần|bảng|biểu|đợt|từ|đến|lớp|khối|kỳ)$/.test(bare),
    room: last.room,
  }
}

/**
 * The room above which a break is meant: the next word, a space, and an allowance for what the estimate of widths and
 * the indent of a first line may hide.
 */
function roomFor(piece: Piece, block: Block): number {
  const word = piece.words[0]?.text ?? ''
  const measured = piece.box !== undefined
  const first = block.pieces.length === 1
  // after a sentence a little room is enough
  const ended = /[.;]["”)]?$/.test((block.pieces.at(-1) as Piece).text)
  const hidden = ended ? (first ? 1.8 : 0.8) : first ? 3 : 1.6
  return textWidth(word) + 0.3 + (measured ? 1 : hidden)
}

const lastWord = (text: string) => text.slice(text.lastIndexOf(' ') + 1)

function romansOf(pieces: readonly Piece[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const piece of pieces)
    if (/^[IVX]/.test(piece.text))
      for (const reading of labelsAt(piece))
        if (reading.style === 'roman' && reading.doubt !== 1) found.add(reading.ordinal)
  return found
}

/** Pairs of words, the second with a capital, that stand beside each other inside some line. */
function neighbouringPairs(pieces: readonly Piece[]): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const { words } of pieces)
    for (let at = 1; at < words.length; at++) {
      const second = words[at]?.text ?? ''
      if (/^\p{Lu}/u.test(second)) pairs.add(`${words[at - 1]?.text} ${second}`)
    }
  return pairs
}

/** Pairs of words that stand about a dash inside some line: `hóa - Xã`; across a line break they are no bullet. */
function dashedPairs(pieces: readonly Piece[]): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const { words } of pieces)
    for (let at = 1; at + 1 < words.length; at++)
      if (isDash(words[at]?.text ?? ''))
        pairs.add(pairKey(words[at - 1]?.text ?? '', words[at + 1]?.text ?? ''))
  return pairs
}

const isDash = (text: string) => text === '-' || text === '–' || text === '—'

function pairKey(before: string, after: string): string {
  const left = lastWord(before)
  const end = after.indexOf(' ')
  return fold(`${left} - ${end < 0 ? after : after.slice(0, end)}`).replace(/[.,;:]/g, '')
}

/** Whether most lines with a label have a blank line before them: then blanks part paragraphs in this document. */
function doBlanksSeparate(pieces: readonly Piece[]): boolean {
  let labelled = 0
  let parted = 0
  pieces.forEach((piece, index) => {
    if (index === 0 || piece.opensPage || piece.row || labelsAt(piece).length === 0) return
    labelled++
    if (piece.blanks > 0) parted++
  })
  return labelled > 0 ? parted / labelled > 0.5 : pieces.some(piece => piece.blanks > 0)
}
