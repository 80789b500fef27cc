import { type Mention, parseCitations } from '../../grammars/citation.ts'
import { phraseList, type Word, words } from '../../grammars/phrases.ts'
import { CitationsVocabulary, DocumentTypesVocabulary, readVocabulary } from '../../grammars/vocabulary.ts'
import type { Citation } from '../../schemas/plan.ts'
import { beginsBody } from './bodies.ts'
import { isoDate } from './dates.ts'
import type { PlanPlace } from './place.ts'
import { alike, comparable, withoutSeparator } from './text.ts'

/**
 * The documents that a plan cites, each once, and those it rests on.
 *
 *     Thực hiện Quyết định số 12/QĐ-UBND ngày … về Chương trình … thực hiện Nghị quyết số 3-NQ/TU …
 *               basis and citation                                 citation only: named by the other's title
 */
export interface Passage {
  text: string
  part: 'title' | 'preamble' | 'body'
  /** The section that holds it. */
  section?: string
  at?: PlanPlace
}

const vocabulary = readVocabulary('citations', CitationsVocabulary)
const governors = phraseList(vocabulary.governors)
const issuing = phraseList(vocabulary.issuing)
const enclosed = phraseList(vocabulary.enclosed)
const kinds = phraseList(readVocabulary('document-types', DocumentTypesVocabulary).map(type => type.name))

interface Entry {
  citation: Citation
  form: Form
  /** Its place among the entries. */
  order: number
  serial?: string
  /** How much the mention tells whose wording was taken. */
  fullness: number
}

export function citationsOf(
  passages: readonly Passage[],
  ownNumber: string | undefined,
): { citations: Citation[]; basis: Citation[] } {
  const entries = new Entries()
  const basis = new Set<Entry>()
  for (const passage of passages) {
    const rests = passage.part === 'preamble' ? governance(passage.text) : () => false
    for (const mention of parseCitations(passage.text)) {
      if (mention.number !== undefined && mention.number === ownNumber) continue
      const entry = add(mention, passage)
      if (entry && !mention.nested && rests(mention)) basis.add(entry)
    }
  }
  const numbers = new Set(entries.list.map(({ citation: { number, kind } }) => serialOf(number, kind)))
  const kept = entries.list.filter(entry => !isBackReference(entry))
  return {
    citations: kept.map(entry => entry.citation),
    basis: kept.filter(entry => basis.has(entry)).map(({ citation: { section: _, ...rest } }) => rest),
  }

  function add(mention: Mention, passage: Passage): Entry | undefined {
    const citation = citationOf(mention, passage)
    const form = formOf(citation)
    const known = entries.like(form)
    const fullness = fullnessOf(mention, passage)
    if (!known) {
      const entry: Entry = { citation, form, fullness, order: entries.list.length }
      if (mention.nickname !== undefined) entry.serial = mention.nickname
      entries.list.push(entry)
      entries.index(entry)
      return entry
    }
    if (fullness > known.fullness) {
      known.fullness = fullness
      const { section, at, number } = known.citation
      known.citation = { ...known.citation, ...citation, ...(number !== undefined ? { number } : {}) }
      delete known.citation.section
      delete known.citation.at
      if (section !== undefined) known.citation.section = section
      if (at !== undefined) known.citation.at = at
      known.form = formOf(known.citation)
      entries.index(known)
    } else {
      known.citation.date ??= citation.date
      if (known.citation.date === undefined) delete known.citation.date
    }
    return known
  }

  /** `Nghị quyết 57` where `57-NQ/TW` is cited too. */
  function isBackReference({ citation, serial }: Entry): boolean {
    return serial !== undefined && numbers.has(serialOf(serial, citation.kind))
  }
}

/** By what a document with a number is called: `nghị quyết 57` for `57-NQ/TW`; nothing for one without. */
function serialOf(number: string | undefined, kind: string): string | undefined {
  return number === undefined ? undefined : `${comparable(kind)} ${Number.parseInt(number, 10)}`
}

/** How many documents of one kind without numbers are looked at whether a mention is of one of them. */
const MOST_ALIKE = 200

/** The documents cited so far, found by number or kind: to compare each mention with all of them would take its square. */
class Entries {
  readonly list: Entry[] = []
  private readonly byNumber = new Map<string, Entry>()
  /** Those that may be meant by a mention without number, or that have none. */
  private readonly byKind = new Map<string, Entry[]>()

  /** Takes note of an entry that is new or whose wording was taken from another mention. */
  index(entry: Entry): void {
    const { number, kind, isLaw } = entry.form
    if (number !== undefined) {
      const other = this.byNumber.get(number)
      if (!other || entry.order < other.order) this.byNumber.set(number, entry)
      if (!isLaw) return
    }
    const others = this.byKind.get(kind)
    if (!others) this.byKind.set(kind, [entry])
    else if (others.length < MOST_ALIKE && !others.includes(entry)) others.push(entry)
  }

  /** The first entry that is the same document. */
  like(form: Form): Entry | undefined {
    const { number, kind, isLaw } = form
    let first = number === undefined ? undefined : this.byNumber.get(number)
    if (number !== undefined && !isLaw) return first
    for (const entry of this.byKind.get(kind) ?? [])
      if ((!first || entry.order < first.order) && isSame(entry.form, form)) first = entry
    return first
  }
}

/** What is known by its name, with or without its number. */
const NAMED_LAW = /^(?:luật|bộ luật|pháp lệnh|hiến pháp)$/iu

/** Letters from which on nearly equal titles are one, read differently. */
const LONG_TITLE = 30

/** A citation as it is compared with others. */
interface Form {
  number: string | undefined
  kind: string
  isLaw: boolean
  title: string | undefined
  /** The title, or the whole text where there is none. */
  name: string
}

function formOf({ number, kind, title, text }: Citation): Form {
  const compared = title === undefined ? undefined : comparable(title)
  return {
    number,
    kind: comparable(kind),
    isLaw: NAMED_LAW.test(kind),
    title: compared,
    name: compared ?? comparable(text),
  }
}

/** Unique by number as printed, else by text; a title that only goes on is the same title. */
function isSame(a: Form, b: Form): boolean {
  if (a.number !== undefined && b.number !== undefined) return a.number === b.number
  if (a.kind !== b.kind) return false
  if (a.number !== undefined || b.number !== undefined)
    return a.isLaw && a.title !== undefined && a.title === (b.title ?? '')
  const [x, y] = [a.name, b.name]
  if (x === y || (x.length > 3 && y.startsWith(`${x} `)) || (y.length > 3 && x.startsWith(`${y} `)))
    return true
  return Math.min(x.length, y.length) > LONG_TITLE && alike(x, y)
}

/** Title and preamble word a document with care; running text may break off its title or run on after it. */
function fullnessOf(mention: Mention, passage: Passage): number {
  const told = (mention.title?.length ?? 0) + (mention.issuer ? 10 : 0) + (mention.date ? 10 : 0)
  if (passage.part !== 'body') return mention.nested ? Math.min(told, 500) : told + 1
  return Math.min(told, 20) / 100
}

function citationOf(mention: Mention, passage: Passage): Citation {
  const enclosing = enclosingOf(mention, passage.text)
  const start = enclosing?.start ?? mention.start
  const issuer = mention.issuer ?? enclosing?.issuer ?? issuerBefore(passage.text.slice(0, mention.start))
  const named = NAMED_LAW.test(mention.kind) ? mention.title?.replace(/\s*năm\s\d{4}$/iu, '') : mention.title
  const title = withoutSeparator(named ?? enclosing?.title ?? '')
  const date = mention.date && isoDate(mention.date.year, mention.date.month, mention.date.day)
  return {
    text: withoutSeparator(passage.text.slice(start, mention.end)),
    kind: mention.kind,
    ...(mention.number !== undefined ? { number: mention.number } : {}),
    ...(date ? { date } : {}),
    ...(issuer ? { issuer: withoutSeparator(issuer) } : {}),
    ...(title ? { title } : {}),
    ...(passage.section !== undefined ? { section: passage.section } : {}),
    ...(passage.at ? { at: passage.at } : {}),
  }
}

/** How far back, in characters, stand the words of enclosing, and the name of what is enclosed. */
const NEAR = 60
const REACH = 1500

/**
 * `Quy định về … của Trường … ban hành kèm theo Quyết định số …`: what the decision encloses is its title and
 * stands before it.
 */
function enclosingOf(
  mention: Mention,
  text: string,
): { start: number; title: string; issuer?: string } | undefined {
  if (mention.number === undefined || mention.title !== undefined) return undefined
  const near = words(text.slice(Math.max(0, mention.start - NEAR), mention.start))
  if (![5, 4, 3, 2].some(length => enclosed.at(near, near.length - length)?.length === length))
    return undefined
  const from = Math.max(0, mention.start - REACH)
  const before = words(text.slice(from, mention.start))
  const phrase = [5, 4, 3, 2].find(length => enclosed.at(before, before.length - length)?.length === length)
  if (phrase === undefined) return undefined
  let first = before.length - phrase
  while (first > 0 && !/^[;.:]$/.test(before[first - 1]?.text ?? '')) first--
  first += governorLength(before, first)
  const opening = before[first]
  const last = before[before.length - phrase - 1]
  if (!opening || !last || last.end <= opening.start) return undefined
  const start = from + opening.start
  const end = from + last.end
  const whole = text.slice(start, end)
  if (!/\p{L}/u.test(whole)) return undefined
  const of = whole.lastIndexOf(' của ')
  if (of < 0) return { start, title: whole }
  const issuer = whole.slice(of + 5)
  return /^\p{Lu}/u.test(issuer) ? { start, title: whole.slice(0, of), issuer } : { start, title: whole }
}

function governorLength(text: readonly Word[], index: number): number {
  return governors.at(text, index)?.length ?? 0
}

/** `theo chỉ đạo của UBND thành phố tại văn bản số …`. */
function issuerBefore(before: string): string | undefined {
  return /của\s+([^,;.:]{2,60}?)\s+tại\s*$/u.exec(before.slice(-90))?.[1]
}

/** Tells of a mention in the text whether the plan rests on it. */
function governance(text: string): (mention: Mention) => boolean {
  const all = words(text)
  const governed = governedWords(all)
  const starts = new Map(all.map((word, index) => [word.start, index] as const))
  return mention => governed[starts.get(mention.start) ?? -1] === true
}

/**
 * For every word of a preamble, whether a document named there is what the plan rests on: `Thực hiện`, `Căn cứ` or
 * `Theo` stands before it in its sentence, and the main clause has not begun.
 */
function governedWords(text: readonly Word[]): boolean[] {
  let governed = false
  let main = false
  return text.map((_, index) => {
    if (index > 0 && isStop(text, index - 1)) {
      governed = false
      main = false
    }
    // `kèm theo` encloses: what follows is no ground
    if (governors.at(text, index) && text[index - 1]?.key !== 'kèm') governed = true
    if (isMainClause(text, index)) main = true
    return governed && !main
  })
}

function isStop(text: readonly Word[], index: number): boolean {
  return text[index]?.text === '.' && /^\p{Lu}/u.test(text[index + 1]?.text ?? '')
}

/** `…, UBND xã ban hành Kế hoạch …`: a body opens the clause and issues something. */
function isMainClause(text: readonly Word[], index: number): boolean {
  const verb = issuing.at(text, index)
  if (!verb || !/^\p{Ll}/u.test(text[index]?.text ?? '')) return false
  const kind = kinds.at(text, index + verb.length)
  if (!kind || index + verb.length + kind.length >= text.length) return false
  let start = index
  while (start > 0 && !/^[,;.:]$/.test(text[start - 1]?.text ?? '')) start--
  return start < index && beginsBody(text, start)
}
