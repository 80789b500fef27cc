import { type ColumnKind, ColumnsVocabulary } from '../../../grammars/columns.ts'
import { key, phraseList, words as wordsOf } from '../../../grammars/phrases.ts'
import { BodiesVocabulary, readVocabulary } from '../../../grammars/vocabulary.ts'
import { type Piece, slice, textWidth } from '../lines.ts'
import { type Cohesion, JOINED, type Syllable } from './cohesion.ts'

/**
 * One line of a table that was read across its columns: what its words are, looked up once.
 *
 *     1 Biên soạn tài liệu, Ban Văn hóa, Quý III/2026
 */
export interface Column {
  title: string
  kind: ColumnKind
}

const vocabulary = readVocabulary('columns', ColumnsVocabulary)
const timeWords = new Set(vocabulary.timeWords)
export const timeOpenings = new Set(vocabulary.timeOpenings)
const bodies = readVocabulary('bodies', BodiesVocabulary)
const bodyNames = [...bodies.bodies, ...bodies.persons, ...bodies.general, ...bodies.quantifiers]
const bodyOpenings = phraseList(bodyNames)
const falseFriends = phraseList(bodies.falseFriends)
const bodyWords = new Set(bodyNames.flatMap(name => name.split(/[\s,-]+/)).map(key))

/** Words of one line, from index to index. */
export interface Span {
  line: TableLine
  from: number
  to: number
}

/** What a cell holds so far: its last part, and the cell as it was before. */
export interface Cell {
  part: Span
  above: Cell | undefined
  /** It began with the mark of a list. */
  listed: boolean
  /** Number, in the table, of the line that its last part stood on. */
  line: number
  /** Heights at which its first and its last part stood. */
  top: number
  foot: number
  /** Number of the line for which `begun` tells how well parts of it go on with the cell: what `Cutter` keeps. */
  asked: number
  begun: readonly number[]
}

/** The parts of a cell, top to bottom. */
export function spansOf(cell: Cell | undefined): Span[] {
  const spans: Span[] = []
  for (let at = cell; at; at = at.above) spans.push(at.part)
  return spans.reverse()
}

export const pieceOf = ({ line, from, to }: Span): Piece => slice(line.source, from, to)

/** Width of a space in ems. */
export const SPACE = 0.25

/** How firmly a number stands with the time it counts: `Tháng 3`. */
const NUMBERED_TIME = 0.4

/** How firmly a dash stands with the word that it joins to another. */
const JOINING = 0.4

/** Last syllables of words before a person's name. */
const ADDRESSES = new Set(['đ/c', 'chí', 'ông', 'bà', 'thầy', 'cô'])

const DASH = /^[-–+•]$/
const CAPITAL = /^\p{Lu}/u

export class TableLine {
  readonly source: Piece
  readonly length: number
  readonly texts: readonly string[]
  readonly keys: readonly string[]
  readonly syllables: readonly Syllable[]
  /** How firmly each word stands with the one before it. */
  readonly bonds: readonly number[]
  readonly widths: readonly number[]
  private readonly bullets: readonly boolean[]
  private readonly capitals: readonly boolean[]
  private readonly digits: readonly boolean[]
  /** By word, whether it begins a body's name, as far as that was asked. */
  private readonly bodies: boolean[] = []
  /** Sum of the widths of the words before each, spaces included. */
  private readonly reach: readonly number[]

  constructor(source: Piece, cohesion: Cohesion) {
    this.source = source
    this.length = source.words.length
    const texts = source.words.map(word => word.text)
    const syllables = texts.map(text => cohesion.syllable(text))
    this.texts = texts
    this.syllables = syllables
    this.keys = syllables.map(({ key }) => key)
    const bond = (at: number, before: number) => cohesion.of(syllables[before]!, syllables[at]!)
    // a dash at which a name is broken, `Phòng Văn hóa -`, the rest of which stands in the next line
    const joins = texts.map((text, at) => at > 0 && DASH.test(text) && syllables[at - 1]!.joins)
    this.bonds = texts.map((text, at) => {
      if (at === 0) return 0
      if (joins[at]) return JOINING
      if (joins[at - 1]) return bond(at, at - 2)
      if (ADDRESSES.has(this.keys[at - 1]!) && CAPITAL.test(text)) return JOINING
      const counts = /^\d/.test(text) && timeWords.has(this.keys[at - 1]!)
      return counts ? Math.max(bond(at, at - 1), NUMBERED_TIME) : bond(at, at - 1)
    })
    // a lone dash before a capital, between words that do not belong together
    this.bullets = texts.map(
      (text, at) =>
        DASH.test(text) &&
        !joins[at] &&
        CAPITAL.test(texts[at + 1] ?? '') &&
        (at === 0 || bond(at + 1, at - 1) < JOINED),
    )
    this.capitals = texts.map((text, at) => this.bullets[at]! || /^["“'(]*\p{Lu}/u.test(text))
    this.digits = texts.map(text => /^\d/.test(text))
    this.widths = texts.map(textWidth)
    let sum = 0
    this.reach = [0, ...this.widths.map(width => (sum += width + SPACE))]
  }

  /** Width in ems of the words `from` … `to`. */
  width(from: number, to: number): number {
    return to > from ? this.reach[to]! - this.reach[from]! - SPACE : 0
  }

  /** The word is the mark of a list within a cell: `- Khai giảng`, but not `Văn hóa - Xã hội`. */
  isBullet(at: number): boolean {
    return this.bullets[at]!
  }

  /** The word begins with a capital, or is the mark of a list. */
  hasCapital(at: number): boolean {
    return this.capitals[at]!
  }

  hasDigit(at: number): boolean {
    return this.digits[at]!
  }

  /** The word is one of times: `Quý`, `III/2026`, `-`. */
  isOfTime(at: number): boolean {
    if (this.bullets[at]) return false
    return timeWords.has(this.keys[at]!) || /^(?:\(?[ivx]*\/?\d|[-–]$)/i.test(this.texts[at]!)
  }

  /** The word that what follows `to` words goes on: before a dash that joins names the one it joins. */
  lastBefore(to: number): Syllable {
    const dash = DASH.test(this.texts[to - 1]!) && to > 1 && !this.bullets[to - 1]
    return this.syllables[dash ? to - 2 : to - 1]!
  }

  opensTime(at: number): boolean {
    return timeOpenings.has(this.keys[at]!)
  }

  isOfBody(at: number): boolean {
    return bodyWords.has(this.keys[at]!)
  }

  opensBody(at: number): boolean {
    this.bodies[at] ??= isBodyOpening(this.texts.slice(at, at + 4).join(' '))
    return this.bodies[at]
  }

  /** The word begins the name of bodies of a kind, `các phòng, ban`, not of one. */
  isMany(at: number): boolean {
    return this.keys[at] === 'các' && (at === 0 || /[,;]$/.test(this.texts[at - 1]!) || this.hasCapital(at))
  }

  /** A gap stands before the word that is wider than a space. */
  isApart(at: number): boolean {
    return at > 0 && this.source.words[at]?.gap === 'wide'
  }
}

function isBodyOpening(text: string): boolean {
  const found = wordsOf(text)
  const length = bodyOpenings.at(found, 0)?.length ?? 0
  // `Tổ chức hội nghị` is no body, `Tổ chức đoàn thể` is
  return length > 0 && length >= (falseFriends.at(found, 0)?.length ?? 0)
}

/** The lines of one table, each looked up once however often it is read. */
export class TableLines {
  readonly cohesion: Cohesion
  private readonly whole = new Map<Piece, TableLine>()
  private readonly numbered = new Map<Piece, TableLine>()

  constructor(cohesion: Cohesion) {
    this.cohesion = cohesion
  }

  /** All words of a line. */
  of(piece: Piece): TableLine {
    return this.found(this.whole, piece, () => piece)
  }

  /** The words of a line after the number it begins with. */
  afterNumber(piece: Piece): TableLine {
    return this.found(this.numbered, piece, () => slice(piece, 1))
  }

  private found(known: Map<Piece, TableLine>, piece: Piece, source: () => Piece): TableLine {
    let line = known.get(piece)
    if (!line) {
      line = new TableLine(source(), this.cohesion)
      known.set(piece, line)
    }
    return line
  }
}
