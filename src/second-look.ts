import type { Box, Line, Page, SourceDocument } from './document.ts'
import type { Bytes } from './ingest/byte-source.ts'
import { type Doubt, type IngestOptions, readAgain } from './ingest/ingest.ts'

/** Words that repair is less sure of than this are read again where the page has a picture. */
const DOUBTFUL = 0.95

/**
 * A text layer read with the wrong model is repaired faster than its picture is read; only the words that repair leaves
 * in doubt are worth reading again.
 *
 * @param found the document before repair; @param repaired after it, line by line the same
 * @returns the document before repair with those words read again, undefined where none are
 */
export async function lookAgain(
  bytes: Bytes,
  found: SourceDocument,
  repaired: SourceDocument,
  options: IngestOptions,
): Promise<SourceDocument | undefined> {
  if (options.ocr === 'never' || found.source.mediaType !== 'application/pdf') return undefined
  const doubts = found.pages.flatMap((page, index) => doubtsOf(page, repaired.pages[index]!))
  return doubts.length === 0 ? undefined : await readAgain(bytes, found, doubts, options)
}

function doubtsOf(page: Page, repaired: Page): Doubt[] {
  if (page.text !== 'layer' || page.lines.length !== repaired.lines.length) return []
  return page.lines.flatMap((line, index) =>
    runsOf(line, doubtfulPlaces(repaired.lines[index]!)).map(run => ({
      page: page.number,
      line: index,
      ...run,
    })),
  )
}

/** Where the doubtful words stand: repair may have split or joined words, their places stay. */
function doubtfulPlaces({ words }: Line): Box[] {
  return words.flatMap(({ box, confidence = 1 }) => (box && confidence < DOUBTFUL ? [box] : []))
}

/** `I.`, `1.2.`, `a)`, `(3)`, `II-`, also misread: whether it is one, and which, its neighbours in the outline tell best. */
const LABEL = /^[([{]?[\p{L}\d|!.]{1,5}[.,)\]}/:-]$/u

/** Runs of neighbouring words that overlap one of the places; words that were read again already are left alone. */
function runsOf({ words }: Line, places: readonly Box[]): { first: number; end: number }[] {
  const runs: { first: number; end: number }[] = []
  words.forEach(({ text, box, cell, confidence }, index) => {
    if (!box || confidence !== undefined || !places.some(place => overlaps(place, box))) return
    if (index === 0 && LABEL.test(text)) return
    const last = runs.at(-1)
    if (last?.end === index && words[index - 1]!.cell === cell) last.end++
    else runs.push({ first: index, end: index + 1 })
  })
  return runs
}

function overlaps(a: Box, b: Box): boolean {
  const common = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  return common > 0.5 * Math.min(a[2] - a[0], b[2] - b[0])
}
