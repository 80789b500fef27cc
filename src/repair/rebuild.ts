import { type Alternative, wordOf as copyOf, type Line, type Page, type Word } from '../document.ts'
import { type Placement, placedOtherwise } from './candidates/placement.ts'
import type { DecodedPage } from './page-decoder.ts'
import { rounded } from './rounded.ts'

/** Puts repaired pieces back together as the words and lines that they came from. */
export function rebuild({ page, pieces, repaired }: DecodedPage, placement: Placement): Page {
  const lines: Line[] = page.lines.map(line => ({ ...line, words: [] }))
  for (let i = 0; i < pieces.length; ) {
    const { line, word, ruled } = pieces[i]!
    const source = page.lines[line]!.words
    let text = ''
    let confidence = 1
    let alternatives: Alternative[] = []
    let last = word
    let end = i
    // All pieces of this word, and of the next where a repaired word reaches over both.
    while (
      end < pieces.length &&
      pieces[end]!.line === line &&
      (end === i || !pieces[end]!.ruled) &&
      (pieces[end]!.word === word || pieces[end]!.word <= last)
    ) {
      const piece = pieces[end]!
      const found = repaired[end]
      if (found) {
        const trailing = pieces[end + found.length - 1]!
        last = Math.max(last, trailing.word)
        const otherwise = placedOtherwise(found.text)
        const own = otherwise?.placement === placement && found.word >= 0 ? otherwise.text : found.text
        const wrapped = piece.lead + own + trailing.trail
        if (found.alternatives.length > 0 && found.confidence < confidence)
          alternatives = found.alternatives.map(a => ({
            ...a,
            text: text + piece.lead + a.text + trailing.trail,
          }))
        text += wrapped
        confidence = Math.min(confidence, found.confidence)
      }
      end++
    }
    const raw = source
      .slice(word, last + 1)
      .map(w => w.text)
      .join(' ')
    const parts = text
      .split(' ')
      .filter(part => part !== '')
      .map(part => wordOf(source, word, last, part, raw, confidence, alternatives))
    if (ruled && parts[0]) parts[0].gap = 'wide'
    lines[line]!.words.push(...parts)
    i = end
  }
  return { ...page, lines }
}

function wordOf(
  source: Word[],
  first: number,
  last: number,
  text: string,
  raw: string,
  confidence: number,
  alternatives: Alternative[],
): Word {
  const word = copyOf(source[first]!)
  word.text = text
  word.confidence = rounded(confidence)
  if (raw !== text) word.raw = raw
  if (alternatives.length > 0) word.alternatives = alternatives
  const end = source[last]!.box
  if (word.box && end && last > first) {
    word.box = [word.box[0], Math.min(word.box[1], end[1]), end[2], Math.max(word.box[3], end[3])]
  }
  return word
}
