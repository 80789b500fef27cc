import type { Box, Line, Page, SourceDocument, Warning, Word } from '../document.ts'
import { type Reading, readingsOf } from './readings.ts'
import type { Correction, Corrections } from './schema.ts'

/** A correction is looked for so many lines up and down, where its own line doesn't have it. */
const NEAR = 3

/** A run of words of a line that a correction replaces. */
export interface Span {
  start: number
  end: number
}

/**
 * Puts a person's corrections over a repaired document. What was read, not what repair made of it, tells where one
 * belongs, so that corrections outlive the models. A corrected word is sure (confidence 1).
 *
 * @returns the document, and a warning for each correction that was found on another line, `correction-moved`, or not at
 *   all, `correction-unfit`; corrections of pages that were not read are left alone
 */
export function applyCorrections(
  document: SourceDocument,
  { corrections }: Corrections,
): { document: SourceDocument; warnings: Warning[] } {
  const warnings: Warning[] = []
  const read = new Set(document.pages.map(page => page.number))
  for (const correction of corrections)
    if (correction.page > document.source.pages && !read.has(correction.page))
      warnings.push(unfit(correction, `the document has ${document.source.pages} pages`))
  const pages = document.pages.map(page => {
    const own = corrections.filter(correction => correction.page === page.number)
    return own.length === 0 ? page : correctPage(page, own, warnings)
  })
  return { document: { ...document, pages }, warnings }
}

function correctPage(page: Page, corrections: readonly Correction[], warnings: Warning[]): Page {
  const readings = page.lines.map(line => readingsOf(line.words))
  const indexOf = new Map(page.lines.map((line, index) => [line.number, index]))
  const spans = page.lines.map(() => new Map<Span, Correction>())
  for (const correction of corrections) {
    const index = indexOf.get(correction.line)
    const own = index === undefined ? undefined : spanOf(readings[index]!, correction)
    if (index !== undefined && own) {
      claim(spans[index]!, own, correction, warnings)
      continue
    }
    const near = nearby(readings, index, correction)
    if (near.length !== 1) {
      warnings.push(
        unfit(correction, near.length === 0 ? 'the line has no such words' : 'they stand on several lines'),
      )
      continue
    }
    const [found] = near as [{ index: number; span: Span }]
    if (claim(spans[found.index]!, found.span, correction, warnings))
      warnings.push({
        code: 'correction-moved',
        severity: 'info',
        message: `the correction of “${correction.raw}” to “${correction.right}” is for line ${correction.line} and fits line ${page.lines[found.index]!.number}`,
        at: { page: page.number, line: page.lines[found.index]!.number },
      })
  }
  return {
    ...page,
    lines: page.lines.map((line, index) =>
      spans[index]!.size > 0 ? correctLine(line, spans[index]!) : line,
    ),
  }
}

/** The correction's words on a line, in whole readings. */
function spanOf(readings: readonly Reading[], { raw, occurrence = 1 }: Correction): Span | undefined {
  return spansOf(readings, raw)[occurrence - 1]
}

/** The runs of whole readings that make up what was read. */
export function spansOf(readings: readonly Reading[], raw: string): Span[] {
  const spans: Span[] = []
  readings.forEach((reading, first) => {
    let joined = ''
    for (let at = first; at < readings.length && joined.length < raw.length; at++) {
      joined += `${joined && ' '}${readings[at]!.raw}`
      if (joined === raw) spans.push({ start: reading.start, end: readings[at]!.end })
      if (!raw.startsWith(joined)) break
    }
  })
  return spans
}

/** Where else near its line a correction may belong. */
function nearby(
  readings: readonly Reading[][],
  own: number | undefined,
  { line, raw }: Correction,
): { index: number; span: Span }[] {
  const middle = own ?? line - 1
  // Which of several is meant can't be told where one of them is gone.
  if (own !== undefined && spansOf(readings[own]!, raw).length > 0) return []
  const found: { index: number; span: Span }[] = []
  for (let index = Math.max(0, middle - NEAR); index <= Math.min(readings.length - 1, middle + NEAR); index++)
    for (const span of spansOf(readings[index]!, raw)) found.push({ index, span })
  return found
}

/** False, with a warning, where another correction has some of the words already. */
function claim(
  spans: Map<Span, Correction>,
  span: Span,
  correction: Correction,
  warnings: Warning[],
): boolean {
  for (const [{ start, end }, other] of spans)
    if (span.start < end && start < span.end) {
      if (other.raw === correction.raw && other.right === correction.right) return false // it was said twice
      warnings.push(unfit(correction, `the correction of “${other.raw}” has its words`))
      return false
    }
  spans.set(span, correction)
  return true
}

function unfit({ page, line, raw, right }: Correction, reason: string): Warning {
  return {
    code: 'correction-unfit',
    severity: 'warning',
    message: `the correction of “${raw}” to “${right}” was not applied: ${reason}`,
    at: { page, line },
  }
}

function correctLine(line: Line, spans: ReadonlyMap<Span, Correction>): Line {
  const words: Word[] = []
  let at = 0
  for (const [{ start, end }, { right }] of [...spans].sort(([a], [b]) => a.start - b.start)) {
    words.push(...line.words.slice(at, start), ...corrected(line.words.slice(start, end), right))
    at = end
  }
  words.push(...line.words.slice(at))
  return { ...line, words }
}

/** The words of a correction in the place of those they replace: one for one, or by their share of letters. */
function corrected(replaced: readonly Word[], right: string): Word[] {
  const texts = right.split(' ').filter(text => text !== '')
  const raw = readingsOf(replaced)
    .map(reading => reading.raw)
    .join(' ')
  if (texts.length === replaced.length)
    return texts.map((text, index) =>
      sure(replaced[index]!, text, replaced[index]!.raw ?? replaced[index]!.text),
    )
  const box = union(replaced)
  const letters = texts.reduce((sum, text) => sum + text.length, 0) + texts.length - 1
  let before = 0
  return texts.map((text, index) => {
    const { gap, box: _, ...word } = sure(replaced[0]!, text, raw)
    const share = box && slice(box, before / letters, (before + text.length) / letters)
    before += text.length + 1
    return { ...word, ...(gap && index === 0 && { gap }), ...(share && { box: share }) }
  })
}

function sure({ alternatives: _, ...word }: Word, text: string, read: string): Word {
  const { raw: __, ...rest } = word
  return { ...rest, text, confidence: 1, ...(read !== text && { raw: read }) }
}

function union(words: readonly Word[]): Box | undefined {
  const boxes = words.flatMap(({ box }) => (box ? [box] : []))
  if (boxes.length === 0) return undefined
  return [
    Math.min(...boxes.map(box => box[0])),
    Math.min(...boxes.map(box => box[1])),
    Math.max(...boxes.map(box => box[2])),
    Math.max(...boxes.map(box => box[3])),
  ]
}

function slice([x0, y0, x1, y1]: Box, from: number, to: number): Box {
  return [x0 + from * (x1 - x0), y0, x0 + to * (x1 - x0), y1]
}
