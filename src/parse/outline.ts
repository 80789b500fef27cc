import { type LabelReading, labelAt, NEXT } from '../../grammars/labels.ts'
import { isCapitals } from './letters.ts'
import { confidenceOf, fragmentOf, placeOf } from './lines.ts'
import type { Block } from './paragraphs.ts'
import { isRow, tableFrom } from './table.ts'
import type { Item, Label, Node, TableNode } from './tree.ts'

/**
 * Levels opened and closed by the style and continuity of labels.
 *
 *     I. MỤC ĐÍCH          roman 1 opens the first level
 *     1. Mục đích          decimal 1 opens a level under it
 *     - Nâng cao …         a bullet under the item that is open
 *     2. Yêu cầu           decimal 2 goes on where decimal 1 stood
 *     II. NỘI DUNG         roman 2 closes all down to roman 1
 *
 * A level is never closed for a number that does not fit: V after III stays in its series and keeps its label. Only what
 * its neighbours fix is put right: 4, 9, 6 is 4, 5, 6; and in a garbled text II after II is III that lost a stroke.
 */
export function buildOutline(blocks: readonly Block[], origin: 'printed' | 'garbled' = 'printed'): Node[] {
  const outline = new Outline(blocks, origin === 'garbled')
  let title: Block | undefined
  for (let at = 0; at < blocks.length; at++) {
    const flat = (blocks[at] as Block).table
    if (flat) outline.addTable(withTitle(flat))
    else if (isRow(blocks[at] as Block)) {
      let end = at + 1
      const table = (blocks[at] as Block).pieces[0]?.row?.table
      while (
        end < blocks.length &&
        isRow(blocks[end] as Block) &&
        blocks[end]?.pieces[0]?.row?.table === table
      )
        end++
      outline.addTable(withTitle(tableFrom(blocks.slice(at, end))))
      at = end - 1
    } else if (isTableTitle(blocks[at] as Block, blocks[at + 1])) {
      title = blocks[at]
      continue
    } else outline.add(at)
    title = undefined
  }
  return outline.nodes

  function withTitle(table: TableNode): TableNode {
    if (!title) return table
    const { text, pieces } = title
    return {
      ...table,
      title: {
        text,
        at: placeOf(pieces),
        confidence: confidenceOf(pieces),
        fragments: pieces.map(fragmentOf),
      },
    }
  }
}

/** `LỊCH KIỂM TRA NĂM 2026`, `Bảng 1. Số trẻ cần tiêm`: a line by itself right over a table that names what is in it. */
function isTableTitle(block: Block, next: Block | undefined): boolean {
  if (!next || !(next.table || isRow(next)) || block.table || isRow(block)) return false
  const { readings, text, pieces } = block
  if (readings.length > 0 || /[.;:,]$/.test(text) || text.length > 120) return false
  const centred = pieces.every(piece => piece.flow === 'centred')
  return centred || isCapitals(text) || /^(?:Bảng|Biểu|Danh mục|Danh sách|Lịch)\s/u.test(text)
}

interface Level {
  item: Item
  series: string
  ordinal: number
  rank: number
  /** Series of the level that held this one. */
  parent: string
}

/** Outer styles have lower ranks; a style not seen before opens under those of lower rank. */
const RANKS: Record<string, number> = {
  part: 0,
  chapter: 1,
  'clause-section': 2,
  article: 3,
  roman: 4,
  capital: 4,
  decimal: 5,
  letter: 8,
  parenthesis: 9,
  step: 9,
  none: 15,
  bullet: 20,
}
const HEADING_RANK = 4
const LEAD_RANK = 15

class Outline {
  readonly nodes: Node[] = []
  private readonly levels: Level[] = []
  private readonly blocks: readonly Block[]
  /** Series of the level under which each series first opened. */
  private readonly parents = new Map<string, string>()
  private readonly hasRoman: boolean
  private readonly garbled: boolean
  /** No heading has a label: those in capitals divide the text. */
  private readonly unlabelled: boolean

  constructor(blocks: readonly Block[], garbled: boolean) {
    this.blocks = blocks
    this.garbled = garbled
    this.unlabelled = hasBareHeadings(blocks)
    this.hasRoman = blocks.some(block =>
      block.readings.some(reading => reading.style === 'roman' && reading.doubt === 0 && reading.ordinal > 1),
    )
  }

  add(index: number): void {
    const block = this.blocks[index] as Block
    if (block.readings.length === 0) {
      const lost = this.lostLabel(index)
      if (lost) this.place(block, lost)
      else this.addUnlabelled(block, this.blocks[index + 1])
      return
    }
    const reading = this.choose(block, index)
    if (reading.style === 'bullet') this.addBullet(block, reading)
    else this.place(block, reading)
  }

  addTable(table: TableNode): void {
    this.closeTo(this.deepest(level => level.rank < LEAD_RANK))
    this.childrenOpen().push(table)
  }

  /** The reading that goes on an open series; else the first of a series; else the one as printed, put right if its neighbours fix it. */
  private choose(block: Block, index: number): LabelReading {
    const { readings } = block
    const plain = readings[0] as LabelReading
    if (plain.style === 'bullet') return plain
    for (const doubt of [0, 1, 2])
      for (let depth = this.levels.length - 1; depth >= 0; depth--) {
        const level = this.levels[depth] as Level
        const next = readings.find(
          reading =>
            reading.doubt === doubt && reading.series === level.series && follows(reading, level.ordinal),
        )
        if (next) return next
      }
    const unread = readings.find(reading => reading.ordinal === NEXT && this.indexOf(reading.series) >= 0)
    if (unread) return this.asNext(unread)
    const capitals = isCapitals(block.text)
    // Roman one in capitals is no first decimal: `l. MỤC ĐÍCH`
    const first = (reading: LabelReading) => reading.ordinal === 1 && this.indexOf(reading.series) < 0
    const roman = readings.find(reading => reading.style === 'roman' && reading.ordinal === 1)
    if (roman && this.hasRoman && capitals && first(roman)) return roman
    if (roman && this.garbled && first(roman) && this.nextOfFirst(index) === 'roman') return roman
    const starting = readings.find(first)
    if (starting && starting.doubt === 0) return starting
    const misread = this.misreadRank(block, readings, starting)
    if (misread) return this.indexOf(misread.series) < 0 ? misread : this.corrected(misread, index)
    const open = readings.find(reading => reading.doubt === 0 && this.indexOf(reading.series) >= 0)
    if (open) return this.corrected(open, index)
    return starting ?? this.firstBefore(plain, index) ?? plain
  }

  /** Whether a Roman or a decimal two follows next: a first `1.` before `II.` was `I.`. */
  private nextOfFirst(index: number): string | undefined {
    for (let at = index + 1; at < Math.min(this.blocks.length, index + 100); at++) {
      const second = this.blocks[at]?.readings[0]
      if (second?.ordinal === 2 && (second.series === 'roman' || second.series === 'decimal'))
        return second.series
    }
    return undefined
  }

  /**
   * In a garbled text the case of a heading tells `11. CHẾ ĐỘ BÁO CÁO`, a Roman number among others in capitals, and
   * `I- Mục đích`, a first decimal, from what their strokes look like.
   */
  private misreadRank(
    block: Block,
    readings: readonly LabelReading[],
    starting: LabelReading | undefined,
  ): LabelReading | undefined {
    const roman = this.levels[this.indexOf('roman')]
    if (!this.garbled || !roman || !isCapitals(roman.item.text)) return undefined
    if (isCapitals(block.text)) return readings.find(reading => reading.style === 'roman')
    return readings[0]?.style === 'roman' && readings[0].ordinal <= roman.ordinal ? starting : undefined
  }

  /** In a garbled text a II that opens the series where another II follows is I. */
  private firstBefore(reading: LabelReading, index: number): LabelReading | undefined {
    if (!this.garbled || reading.style !== 'roman' || this.indexOf('roman') >= 0) return undefined
    const next = this.blocks
      .slice(index + 1)
      .find(block => block.readings[0]?.style === 'roman' && block.readings[0].doubt === 0)?.readings[0]
    if (!next || next.ordinal > reading.ordinal || next.ordinal < 2) return undefined
    const text = labelAt(reading, next.ordinal - 1)
    return text ? { ...reading, text, ordinal: next.ordinal - 1, doubt: 1 } : undefined
  }

  /** An unreadable label takes the place it stands in. */
  private asNext(reading: LabelReading): LabelReading {
    const level = this.levels[this.indexOf(reading.series)] as Level
    const like = { ...reading, text: level.item.label?.text ?? reading.text }
    // đ is rare: without it in the series the letter after d is e
    const ordinal = level.ordinal + 1
    return { ...reading, text: labelAt(like, ordinal) ?? reading.text, ordinal }
  }

  /** 9 between 4 and 6 is 5; đ misread as d after d is đ. */
  private corrected(reading: LabelReading, index: number): LabelReading {
    const level = this.levels[this.indexOf(reading.series)] as Level
    const expected = level.ordinal + 1
    const following = this.nextOrdinal(reading.series, level, index)
    // an author who gives a number twice has it so; a picture that is read has not
    const twice = !this.garbled && reading.ordinal === level.ordinal
    const between = following !== undefined && isStep(expected, following, reading) && !twice
    // a doubtful number that would leave a gap leaves none
    const unsure =
      this.garbled && reading.doubt > 0 && reading.ordinal > expected && (following ?? NEXT) === NEXT
    const repeated =
      this.garbled && reading.style === 'roman' && reading.ordinal === level.ordinal && following !== expected
    if (!between && !repeated && !unsure) return reading
    const text = labelAt(reading, expected)
    return text ? { ...reading, text, ordinal: expected, doubt: 1 } : reading
  }

  /** Ordinal of the next label of `series` before a label of a level outside it. */
  private nextOrdinal(series: string, level: Level, index: number): number | undefined {
    const outer = new Set<string>()
    for (const one of this.levels) if (one.rank < level.rank) outer.add(one.series)
    for (let at = index + 1; at < Math.min(this.blocks.length, index + 300); at++) {
      const { readings } = this.blocks[at] as Block
      // a label that is plain as printed is no misread one of another series
      const plain = readings[0]?.doubt === 0
      const same = readings.find(reading => reading.series === series && (!plain || reading.doubt === 0))
      if (same) return same.ordinal
      if (readings[0] && outer.has(readings[0].series)) return undefined
    }
    return undefined
  }

  /** A heading without label between n and n + 2 of an open series lost its label. */
  private lostLabel(index: number): LabelReading | undefined {
    const block = this.blocks[index] as Block
    const above = this.blocks[index - 1]
    const below = this.blocks[index + 1]
    const listed = this.garbled ? this.lostListLabel(index) : undefined
    if (listed) return listed
    if (!below || !looksLikeHeading(block)) return undefined
    const capitals = isCapitals(block.text)
    if (capitals && index === 0) return this.lostFirstLabel(index)
    if (!above || below.readings.length === 0) return undefined
    for (let depth = this.levels.length - 1; depth >= 0; depth--) {
      const level = this.levels[depth] as Level
      const label = level.item.label
      if (!label || level.rank > RANKS.decimal! || level.series === '') continue
      if (isCapitals(level.item.text) !== capitals) continue
      const following = this.nextOrdinal(level.series, level, index)
      // in a garbled text a heading in capitals is the next even where none follows
      const last = this.garbled && capitals && following === undefined
      if (!last && following !== level.ordinal + 2) continue
      const next = nextLabel(level)
      if (next) return next
    }
    return undefined
  }

  /**
   * In a garbled text an item without label goes on a list whose last item ended in a semicolon, in which a label is
   * missing, or in which every item has bullets, as it has.
   */
  private lostListLabel(index: number): LabelReading | undefined {
    const block = this.blocks[index] as Block
    const above = this.blocks[index - 1]
    const below = this.blocks[index + 1]
    const level = this.levels.findLast(one => one.rank < LEAD_RANK)
    const style = level?.item.label?.style
    if (!level || !(style === 'letter' || style === 'decimal' || style === 'parenthesis')) return undefined
    if (level.ordinal < 2 || !/^["“]?[\p{Lu}\d]/u.test(block.text) || block.text.endsWith(':'))
      return undefined
    const { children, text } = level.item
    const gap = this.nextOrdinal(level.series, level, index) === level.ordinal + 2
    const inList = children.length === 0 && (text.endsWith(';') || gap) && /[;.]$/.test(block.text)
    const bullet = below?.readings[0]?.style === 'bullet' ? below.readings[0].series : undefined
    const alike =
      style === 'letter' &&
      bullet !== undefined &&
      children.length > 1 &&
      above?.readings[0]?.series === bullet &&
      children.every(child => child.type === 'item' && child.label?.style === 'bullet')
    return inList || alike ? nextLabel(level) : undefined
  }

  /** A heading in capitals at the head of the body, where the next one is II or B, was I or A. */
  private lostFirstLabel(index: number): LabelReading | undefined {
    for (let at = index + 1; at < Math.min(this.blocks.length, index + 60); at++) {
      const block = this.blocks[at] as Block
      if (!isCapitals(block.text)) continue
      const second = block.readings.find(reading => reading.doubt === 0 && reading.style !== 'bullet')
      const text = second?.ordinal === 2 ? labelAt(second, 1) : undefined
      return second && text ? { ...second, text, printed: '', ordinal: 1, length: 0, doubt: 1 } : undefined
    }
    return undefined
  }

  private place(block: Block, reading: LabelReading): void {
    const rank = rankOf(reading)
    const at = this.openLevel(reading)
    if (at >= 0) this.closeTo(at)
    else this.closeTo(this.parentFor(reading, rank) + 1)
    const parent = this.levels.at(-1)?.series ?? ''
    if (!this.parents.has(reading.series)) this.parents.set(reading.series, parent)
    this.push(block, labelOf(reading), reading.series, reading.ordinal, rank, parent)
  }

  /** Index of the level that the label goes on in, or -1 if it opens one. */
  private openLevel(reading: LabelReading): number {
    let at = this.indexOf(reading.series)
    if (at < 0 && reading.style === 'decimal' && reading.text.includes('.')) {
      // 2.1 where 1.9 stood and the heading 2 was lost
      const dots = reading.text.split('.').length
      const prefix = reading.text.slice(0, reading.text.lastIndexOf('.'))
      if (this.levels.some(level => level.item.label?.text === prefix)) return -1
      at = this.levels.findLastIndex(
        level => level.item.label?.style === 'decimal' && level.item.label.text.split('.').length === dots,
      )
      return at
    }
    if (at < 0) return -1
    // a second `1.` under an item that asks for a list opens a level of its own
    const deepest = this.levels.at(-1) as Level
    const restarts = reading.ordinal === 1 && (this.levels[at] as Level).ordinal >= 1
    if (restarts && this.levels.length - 1 > at && deepest.item.text.endsWith(':')) return -1
    return at
  }

  /** Index of the level under which a new series opens, -1 for none. */
  private parentFor(reading: LabelReading, rank: number): number {
    if (reading.style === 'decimal' && reading.text.includes('.')) {
      const prefix = reading.text.slice(0, reading.text.lastIndexOf('.'))
      const holder = this.levels.findLastIndex(level => level.item.label?.text === prefix)
      if (holder >= 0) return holder
    }
    // a new heading of an outer style opened since: the first of a series stands under it, wherever the series stood before
    const innermost = this.levels.at(-1)
    if (reading.ordinal === 1 && innermost && innermost.rank < rank && innermost.series !== reading.series)
      return this.levels.length - 1
    const usual = this.parents.get(reading.series)
    if (usual !== undefined && usual !== '') {
      const at = this.levels.findLastIndex(level => level.series === usual)
      if (at >= 0) return at
    }
    const leads = rank >= (RANKS.letter as number)
    const deepest =
      this.deepest(
        level =>
          level.rank < LEAD_RANK || (leads && level.rank === LEAD_RANK && level.item.children.length === 0),
      ) - 1
    const inner = this.levels[deepest]
    if (!inner) return -1
    if (reading.ordinal === 1 && usual === undefined && (rank > HEADING_RANK || inner.rank <= HEADING_RANK))
      return inner.series !== reading.series || inner.item.text.endsWith(':') ? deepest : deepest - 1
    // also where the series once stood outermost because the heading above it had lost its label
    return this.levels.findLastIndex(level => level.rank < rank)
  }

  private addBullet(block: Block, reading: LabelReading): void {
    const at = this.indexOf(reading.series)
    const first = this.deepest(level => level.rank <= LEAD_RANK)
    if (at >= first) this.closeTo(at)
    else {
      const above = this.levels.at(-1)
      const sort = reading.series.slice('bullet '.length)
      // `-` stands outside `+`; any other new bullet goes under an item that asks for a list, else beside it
      const outside = above && above.rank > LEAD_RANK && (sort === '-' ? above.series === 'bullet +' : false)
      const beside = above && above.rank > LEAD_RANK && sort === '*' && !above.item.text.endsWith(':')
      if (outside || beside) this.closeTo(first)
    }
    const depth = this.levels.filter(level => level.rank > LEAD_RANK).length
    this.push(block, labelOf(reading), reading.series, 0, (RANKS.bullet as number) + depth, '')
  }

  private addUnlabelled(block: Block, next: Block | undefined): void {
    if (this.unlabelled && isBareHeading(block)) {
      this.closeTo(this.deepest(level => level.rank < HEADING_RANK))
      this.push(block, undefined, 'heading', 0, HEADING_RANK, '')
      return
    }
    this.closeTo(this.deepest(level => level.rank < LEAD_RANK))
    // a remark in parentheses or on the annexes is of the whole section that the next heading closes
    if (/^\(.*\)\.?$|Phụ lục.*kèm theo|kèm theo.*Phụ lục/.test(block.text)) {
      const closes = (next?.readings ?? []).map(reading => this.indexOf(reading.series)).filter(at => at >= 0)
      if (closes.length > 0) this.closeTo(Math.max(...closes) + 1)
    }
    const lead = block.text.endsWith(':')
    if (lead) this.push(block, undefined, '', 0, LEAD_RANK, '')
    else this.childrenOpen().push(itemOf(block, undefined))
  }

  private push(
    block: Block,
    label: Label | undefined,
    series: string,
    ordinal: number,
    rank: number,
    parent: string,
  ): void {
    const item = itemOf(block, label)
    this.childrenOpen().push(item)
    this.levels.push({ item, series, ordinal, rank, parent })
  }

  private childrenOpen(): Node[] {
    return this.levels.at(-1)?.item.children ?? this.nodes
  }

  private indexOf(series: string): number {
    return this.levels.findLastIndex(level => level.series === series && series !== '')
  }

  /** How many levels stay open if the deepest is the last that `accept` takes. */
  private deepest(accept: (level: Level) => boolean): number {
    return this.levels.findLastIndex(accept) + 1
  }

  private closeTo(count: number): void {
    this.levels.length = Math.min(this.levels.length, Math.max(0, count))
  }
}

/** A heading in capitals without a label: `MỤC TIÊU`. */
function isBareHeading(block: Block): boolean {
  return (
    block.readings.length === 0 &&
    !block.table &&
    !isRow(block) &&
    isCapitals(block.text) &&
    block.text.length >= 4 &&
    !/[.;,]$/.test(block.text)
  )
}

/** Whether the text is divided by headings in capitals of which none has a label. */
function hasBareHeadings(blocks: readonly Block[]): boolean {
  const [first] = blocks
  if (!first || !isBareHeading(first)) return false
  const capitals = blocks.filter(block => !block.table && !isRow(block) && isCapitals(block.text))
  return capitals.length >= 2 && capitals.every(isBareHeading)
}

/** The label that comes after the last of a level, not printed. */
function nextLabel(level: Level): LabelReading | undefined {
  const label = level.item.label
  if (!label) return undefined
  const like: LabelReading = {
    style: label.style,
    text: label.text,
    printed: '',
    ordinal: level.ordinal + 1,
    series: level.series,
    length: 0,
    doubt: 1,
  }
  const text = labelAt(like, like.ordinal)
  return text ? { ...like, text } : undefined
}

function follows(reading: LabelReading, last: number): boolean {
  return isStep(last, reading.ordinal, reading)
}

/** Letters may skip one that Vietnamese has not: d, đ, e, g. */
function isStep(from: number, to: number, reading: LabelReading): boolean {
  return to === from + 1 || (to === from + 2 && /letter|capital|\(a\)/.test(reading.series))
}

function rankOf(reading: LabelReading): number {
  const dots = reading.style === 'decimal' ? reading.text.split('.').length - 1 : 0
  return (RANKS[reading.style] as number) + Math.min(dots, 2)
}

function labelOf(reading: LabelReading): Label {
  return {
    style: reading.style,
    text: reading.text,
    printed: reading.printed,
    ...(reading.ordinal > 0 && { ordinal: reading.ordinal }),
  }
}

function looksLikeHeading(block: Block): boolean {
  return (
    block.pieces.length <= 2 &&
    block.text.length <= 140 &&
    !/[.;:,]$/.test(block.text) &&
    /^\p{Lu}/u.test(block.text)
  )
}

function itemOf(block: Block, label: Label | undefined): Item {
  return {
    type: 'item',
    ...(label && { label }),
    text: block.text,
    at: placeOf(block.pieces),
    confidence: confidenceOf(block.pieces),
    fragments: block.pieces.map(fragmentOf),
    children: [],
  }
}
