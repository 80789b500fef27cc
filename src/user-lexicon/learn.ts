import { applyCorrections } from '../corrections/apply.ts'
import type { Corrections } from '../corrections/schema.ts'
import type { Line, SourceDocument } from '../document.ts'
import { applyLexicon, core } from './apply.ts'
import type { LexiconEntry } from './schema.ts'

/** A document repaired without its corrections, and these. */
export interface Lesson {
  document: SourceDocument
  corrections: Corrections
}

/** An entry and what it does on the documents of the folder. */
export interface Learned extends LexiconEntry {
  /** Lines that come nearer to the truth in documents whose own corrections were left out. */
  elsewhere: number
  /** The same in the one document that it comes from, besides the lines of the corrections. */
  atHome: number
  /** Lines that go farther from the truth, in any document. */
  harm: number
  kept: boolean
}

/** Words in a row that make a name. */
const LONGEST_NAME = 5

/**
 * Names and abbreviations that corrections put right, each tried on every document of the folder with the corrections of
 * that document itself left out. One is kept that puts something right and nothing wrong.
 */
export function learn(lessons: readonly Lesson[]): Learned[] {
  const golds = lessons.map(({ document, corrections }) => applyCorrections(document, corrections).document)
  const found = lessons.map((lesson, index) => pairsOf(lesson, golds[index]!))
  const rights = [...new Set(found.flatMap(pairs => pairs.map(({ right }) => right)))].sort()
  return rights.map(right => {
    const learned: Learned = {
      right,
      raw: rawsOf(right, found),
      elsewhere: 0,
      atHome: 0,
      harm: 0,
      kept: false,
    }
    lessons.forEach(({ document }, index) => {
      const gold = golds[index]!
      const own = found[index]!.filter(pair => pair.right === right).length
      const others = rawsOf(
        right,
        found.filter((_, other) => other !== index),
      )
      const whole = gain(document, gold, { right, raw: learned.raw })
      learned.harm += whole.harm
      // What the document's own corrections put right is no proof; what those of others do here is.
      if (others.length > 0) learned.elsewhere += gain(document, gold, { right, raw: others }).help
      else learned.atHome += Math.max(0, whole.help - own)
    })
    learned.kept = learned.harm === 0 && learned.elsewhere + learned.atHome > 0
    return learned
  })
}

interface Pair {
  raw: string
  right: string
}

function rawsOf(right: string, found: readonly Pair[][]): string[] {
  const raws = found.flatMap(pairs => pairs.filter(pair => pair.right === right).map(({ raw }) => raw))
  return [...new Set(raws)].sort()
}

/** What corrected words that are part of a name or an abbreviation were read as, the whole name around them. */
function pairsOf({ document, corrections }: Lesson, gold: SourceDocument): Pair[] {
  const pairs: Pair[] = []
  for (const page of gold.pages)
    page.lines.forEach((line, index) => {
      const before = document.pages.find(({ number }) => number === page.number)!.lines[index]!
      if (line === before) return
      const seen = new Set<string>()
      for (const word of line.words) {
        if (word.confidence !== 1 || before.words.includes(word)) continue // not of a correction
        const name = nameAround(line, line.words.indexOf(word))
        if (!name || seen.has(name.right)) continue
        seen.add(name.right)
        pairs.push(name)
      }
    })
  return corrections.corrections.length === 0 ? [] : pairs
}

/** `xã Thanh Lũng,` around `Lũng`: the words in a row that begin with capitals; an abbreviation by itself. */
function nameAround({ words }: Line, at: number): Pair | undefined {
  const text = core(words[at]!.text)
  if (isAbbreviation(text)) return { right: text, raw: core(words[at]!.raw ?? words[at]!.text) }
  if (!isNamePart(text)) return undefined
  let [first, last] = [at, at]
  while (
    first > 0 &&
    isNamePart(core(words[first - 1]!.text)) &&
    !/[^\p{L}\d]$/u.test(words[first - 1]!.text)
  )
    first--
  while (
    last + 1 < words.length &&
    isNamePart(core(words[last + 1]!.text)) &&
    !/[^\p{L}\d]$/u.test(words[last]!.text)
  )
    last++
  const name = words.slice(first, last + 1)
  if (name.length < 2 || name.length > LONGEST_NAME) return undefined
  return {
    right: name.map(word => core(word.text)).join(' '),
    raw: core(name.map(word => word.raw ?? word.text).join(' ')),
  }
}

function isAbbreviation(text: string): boolean {
  return text.length >= 3 && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 3 && /^[\p{L}\d/&-]+$/u.test(text)
}

function isNamePart(text: string): boolean {
  return /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(text)
}

/** Words nearer to the truth and farther from it, line by line. */
function gain(
  document: SourceDocument,
  gold: SourceDocument,
  entry: LexiconEntry,
): { help: number; harm: number } {
  const after = applyLexicon(document, { entries: [entry] })
  let [help, harm] = [0, 0]
  document.pages.forEach((page, p) => {
    page.lines.forEach((line, l) => {
      const now = after.pages[p]!.lines[l]!
      if (now === line) return
      const truth = textsOf(gold.pages[p]!.lines[l]!)
      const gained = distance(textsOf(line), truth) - distance(textsOf(now), truth)
      if (gained > 0) help++
      else harm++
    })
  })
  return { help, harm }
}

const textsOf = ({ words }: Line): string[] => words.map(word => word.text)

/** Levenshtein's distance between two rows of words. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1)
  a.forEach((word, i) => {
    let [corner, left] = [i, i + 1]
    row = row.map((above, j) => {
      const best = Math.min(above + 1, left + 1, corner + (word === b[j] ? 0 : 1))
      corner = above
      left = best
      return best
    })
  })
  return row.at(-1) ?? a.length
}
