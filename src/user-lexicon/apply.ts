import { type Reading, readingsOf } from '../corrections/readings.ts'
import type { Line, SourceDocument, Word } from '../document.ts'
import { packagePath } from '../package-root.ts'
import { CASE, loadChannel } from '../repair/candidates/channel.ts'
import { Lexicon } from '../repair/candidates/lexicon.ts'
import { WordSearch } from '../repair/candidates/search.ts'
import type { LexiconEntry, UserLexicon } from './schema.ts'

/** Nats that the reading of one syllable of a name may cost; more is another word. */
const LIKE = 6
/** Probability that a lexicon's word is what is printed, where it takes the place of repair's. */
const SURE = 0.95

/**
 * Puts the words of a user's lexicon where they were read: exactly as a person has corrected them before, or, for names of
 * several syllables, nearly so, where the channel makes it likely for each syllable and repair has one of them already.
 */
export function applyLexicon(document: SourceDocument, { entries }: UserLexicon): SourceDocument {
  if (entries.length === 0) return document
  const matchers = entries.map(matcherOf)
  const pages = document.pages.map(page => ({
    ...page,
    lines: page.lines.map(line => matchers.reduce((left, matcher) => applied(left, matcher), line)),
  }))
  return { ...document, pages }
}

interface Matcher {
  words: string[]
  raw: Set<string>
  /** Whether a reading may be one of the words, by its place; only names are told from what is only like them. */
  like: ((reading: string, place: number) => boolean) | undefined
}

function matcherOf({ right, raw }: LexiconEntry): Matcher {
  const words = right.split(' ')
  const isName = words.length > 1 && words.every(word => /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(word))
  return { words, raw: new Set(raw), like: isName ? likenessTo(words) : undefined }
}

function likenessTo(words: readonly string[]): (reading: string, place: number) => boolean {
  const searches = words.map(word => {
    const lexicon = new Lexicon([{ text: word.toLowerCase(), logProbability: 0, id: 0 }])
    return new WordSearch(lexicon, channel())
  })
  const known = new Map<string, boolean>()
  return (reading, place) => {
    const key = `${place} ${reading}`
    let found = known.get(key)
    if (found === undefined) {
      found = searches[place]!.search(reading, CASE.title, 1, LIKE).length > 0
      known.set(key, found)
    }
    return found
  }
}

/** The channel of English-read text; one that knows Vietnamese makes fewer errors of the same kinds. */
let loaded: ReturnType<typeof loadChannel> | undefined
function channel(): ReturnType<typeof loadChannel> {
  loaded ??= loadChannel('eng', packagePath('models/channel-eng.tsv'))
  return loaded
}

function applied(line: Line, matcher: Matcher): Line {
  const readings = readingsOf(line.words)
  const words: Word[] = []
  let at = 0
  for (let first = 0; first < readings.length; first++) {
    const end = matchAt(line, readings, first, matcher)
    if (end === undefined) continue
    const [from, to] = [readings[first]!.start, readings[end - 1]!.end]
    words.push(...line.words.slice(at, from), ...put(line.words.slice(from, to), matcher.words))
    at = to
    first = end - 1
  }
  if (at === 0) return line
  return { ...line, words: [...words, ...line.words.slice(at)] }
}

/** The end of the readings from `first` on that are the entry's, as long as its words are not there already. */
function matchAt(
  line: Line,
  readings: readonly Reading[],
  first: number,
  matcher: Matcher,
): number | undefined {
  const { words, raw, like } = matcher
  for (let end = first + 1; end <= Math.min(readings.length, first + words.length + 1); end++) {
    const span = line.words.slice(readings[first]!.start, readings[end - 1]!.end)
    const said = span.map(word => core(word.text)).join(' ')
    if (said === words.join(' ')) return undefined
    const read = readings.slice(first, end).map(reading => reading.raw)
    if (raw.has(core(read.join(' ')))) return end
    if (!like || end - first !== words.length || span.length !== words.length) continue
    const isThere = words.some((word, place) => core(span[place]!.text) === word)
    if (
      isThere &&
      words.every((word, place) => core(span[place]!.text) === word || like(core(read[place]!), place))
    )
      return end
  }
  return undefined
}

/** The entry's words in the place of others, with the signs before and after. */
function put(span: readonly Word[], texts: readonly string[]): Word[] {
  const [first, last] = [span[0]!, span.at(-1)!]
  const before = /^[^\p{L}\d]*/u.exec(first.text)![0]
  const after = /[^\p{L}\d]*$/u.exec(last.text)![0]
  const raw = readingsOf(span)
    .map(reading => reading.raw)
    .join(' ')
  return texts.map((text, index) => {
    const source = span.length === texts.length ? span[index]! : first
    const { alternatives: _, gap, ...word } = source
    const whole = `${index === 0 ? before : ''}${text}${index === texts.length - 1 ? after : ''}`
    const read = span.length === texts.length ? (source.raw ?? source.text) : raw
    return {
      ...word,
      ...(gap && (index === 0 || span.length === texts.length) && { gap }),
      text: whole,
      confidence: Math.max(SURE, source.confidence ?? 0),
      ...(read !== whole && { raw: read }),
    }
  })
}

/** Without the signs around it. */
export function core(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^[^\p{L}\d]+/u, '')
    .replace(/[^\p{L}\d]+$/u, '')
}
