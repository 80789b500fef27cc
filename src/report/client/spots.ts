import { spansOf } from '../../corrections/apply.ts'
import { readingsOf } from '../../corrections/readings.ts'
import type { Correction } from '../../corrections/schema.ts'
import type { Box, Word } from '../../document.ts'
import type { DocumentData, LineData, PageData } from '../document-data.ts'

/** What a correction can replace: the words that were read as one piece, in most cases one word. */
export interface Spot {
  /** Place among all spots of the document. */
  index: number
  page: PageData
  line: LineData
  raw: string
  /** Which one, from 1, of those on the line that were read the same. */
  occurrence: number
  words: Word[]
  /** What repair made of it. */
  text: string
  /** The page's elements that show the words, one each. */
  elements: HTMLElement[]
  box: Box | undefined
  /** That of the least sure word. */
  confidence: number
  isDoubt: boolean
}

/** What a correction of the spot is of. */
export function placeOf({ page, line, raw, occurrence }: Spot): Omit<Correction, 'right'> {
  return { page: page.number, line: line.number, raw, occurrence }
}

/** Something that may be printed at a spot. */
export interface Choice {
  text: string
  probability: number | undefined
  from: 'repair' | 'alternative' | 'raw'
}

/** Choices that have a key. */
const MOST = 5

/**
 * The spots of a document in the order of its text.
 *
 * @param elements those of all words in the order of the page
 */
export function spotsOf(data: DocumentData, elements: ArrayLike<HTMLElement>): Spot[] {
  const spots: Spot[] = []
  const byLine = new Map<string, Correction[]>()
  for (const each of data.corrections) {
    const key = `${each.page}:${each.line}`
    byLine.set(key, [...(byLine.get(key) ?? []), each])
  }
  let before = 0
  for (const page of data.pages)
    for (const line of page.lines) {
      const own = byLine.get(`${page.number}:${line.number}`) ?? []
      for (const { start, end, raw, occurrence } of spansOfLine(line, own)) {
        const words = line.words.slice(start, end)
        const shown = Array.from({ length: end - start }, (_, at) => elements[before + start + at]!)
        spots.push({
          index: spots.length,
          page,
          line,
          raw,
          occurrence,
          words,
          text: words.map(word => word.text).join(' '),
          elements: shown,
          box: union(words),
          confidence: Math.min(...words.map(({ confidence = 1 }) => confidence)),
          isDoubt: shown.some(each => each.classList.contains('doubt')),
        })
      }
      before += line.words.length
    }
  return spots
}

/** Neighbouring spots of a line as one, so that a correction can take them together: `tu` `yên` → `tuyên`. */
export function joinedSpot(parts: readonly [Spot, ...Spot[]]): Spot {
  const [first] = parts
  const { page, line } = first
  const words = parts.flatMap(spot => spot.words)
  const raw = parts.map(spot => spot.raw).join(' ')
  const start = line.words.indexOf(first.words[0]!)
  const before = spansOf(readingsOf(line.words), raw).findIndex(span => span.start === start)
  return {
    index: first.index,
    page,
    line,
    raw,
    occurrence: 1 + Math.max(0, before),
    words,
    text: words.map(word => word.text).join(' '),
    elements: parts.flatMap(spot => spot.elements),
    box: union(words),
    confidence: Math.min(...parts.map(spot => spot.confidence)),
    isDoubt: parts.some(spot => spot.isDoubt),
  }
}

interface LineSpan {
  start: number
  end: number
  raw: string
  occurrence: number
}

/** Each reading by itself, but those together that a correction takes together. */
function spansOfLine(line: LineData, corrections: readonly Correction[]): LineSpan[] {
  const readings = readingsOf(line.words)
  const joined: LineSpan[] = corrections.flatMap(({ raw, occurrence = 1 }) => {
    const span = spansOf(readings, raw)[occurrence - 1]
    return span ? [{ ...span, raw, occurrence }] : []
  })
  const count = new Map<string, number>()
  const single: LineSpan[] = []
  for (const { start, end, raw } of readings) {
    const before = count.get(raw) ?? 0
    count.set(raw, before + 1)
    if (joined.some(span => span.start <= start && start < span.end)) continue
    // What was read in several pieces may also be met as several readings.
    const occurrence = raw.includes(' ')
      ? 1 + spansOf(readings, raw).findIndex(span => span.start === start && span.end === end)
      : 1 + before
    single.push({ start, end, raw, occurrence })
  }
  return joined.length === 0 ? single : [...joined, ...single].sort((a, b) => a.start - b.start)
}

function union(words: readonly Word[]): Box | undefined {
  if (words.length === 1) return words[0]!.box
  const boxes = words.flatMap(({ box }) => (box ? [box] : []))
  if (boxes.length === 0) return undefined
  const side = (of: (...values: number[]) => number, at: 0 | 1 | 2 | 3): number =>
    of(...boxes.map(box => box[at]))
  return [side(Math.min, 0), side(Math.min, 1), side(Math.max, 2), side(Math.max, 3)]
}

/** What may be printed there, likeliest first after what repair took; what was read comes last. */
export function choicesOf({ words, text, raw, confidence }: Spot): Choice[] {
  const others: Choice[] = words.flatMap((word, at) =>
    (word.alternatives ?? []).map(other => ({
      text: words.map((each, index) => (index === at ? other.text : each.text)).join(' '),
      probability: other.probability,
      from: 'alternative' as const,
    })),
  )
  others.sort((a, b) => b.probability! - a.probability!)
  const all: Choice[] = [{ text, probability: confidence, from: 'repair' }, ...others]
  const different = all.filter((choice, at) => all.findIndex(({ text }) => text === choice.text) === at)
  if (different.some(choice => choice.text === raw)) return different.slice(0, MOST)
  return [...different.slice(0, MOST - 1), { text: raw, probability: undefined, from: 'raw' }]
}
