/**
 * How running text becomes tokens of the language model. Training and decoder both go through here, so that what is
 * counted and what is asked for are the same thing.
 *
 *     Số: 118/KH-UBND   Căn cước/VNeID, giai đoạn 2026-2030; đạt 95%.
 *     số <s> <doc>      căn cước vneid giai đoạn <year> <year> <s> đạt <percent> <s>
 *
 * Words are folded to lower case, NFC, with one placement of the tone (hoá → hóa); numbers, dates, symbols of documents
 * and addresses become classes; punctuation that ends a clause becomes a boundary, the other kind is transparent.
 */

/** End of a sentence or clause, and what stands before the first word of a paragraph. */
export const BOUNDARY = '<s>'
/** A word that the vocabulary does not hold. */
export const UNKNOWN = '<unk>'
/** A mixture of letters and digits that the vocabulary does not hold: `B52`, `1a`. */
export const ALNUM = '<alnum>'

/** Every token that stands for more than one printed form; the first ids of the vocabulary, in this order. */
export const CLASSES = [
  UNKNOWN,
  BOUNDARY,
  ALNUM,
  '<n1>', // 7
  '<n2>', // 12
  '<n3>', // 208
  '<year>', // 2026
  '<n4>', // 4500
  '<n5+>', // 12500
  '<amount>', // 1.250.000 or 2,5
  '<label>', // 1.2 or 1.2.3
  '<date>', // 09/6/2026, 6/2026, 30/4
  '<percent>', // 95%, 0,5%
  '<doc>', // 208/KH-UBND, 57-NQ/TW, 47/2019/NQ-HĐND
  '<roman>', // XIV
  '<url>', // dichvucong.gov.vn, a@b.vn
] as const

/** A token as printed, its punctuation taken off both edges. */
export interface Peeled {
  lead: string
  core: string
  trail: string
}

const EDGES = /^([^\p{L}\p{N}%]*)(.*?)([^\p{L}\p{N}%]*)$/su
const ENDS_CLAUSE = /[.;:!?…|]/u

/** Takes everything that is neither letter, digit nor `%` off the edges of a token: `(Đề` → `(`, `Đề`, ``. */
export function peel(token: string): Peeled {
  const [, lead = '', core = '', trail = ''] = EDGES.exec(token) ?? []
  return { lead, core, trail }
}

/** Whether punctuation (as `peel` gives it) ends a clause: true of `).` and `”;`, false of `,` and `)`. */
export function endsClause(punctuation: string): boolean {
  return ENDS_CLAUSE.test(punctuation)
}

const NEW = 'oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(' ')
const TRADITIONAL = 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split(' ')
const PLACEMENTS: ReadonlyMap<string, string> = new Map(NEW.map((pair, i) => [pair, TRADITIONAL[i]!]))
const NEW_PLACEMENT = /o[àáảãạèéẻẽẹ]$|(?<!q)u[ỳýỷỹỵ]$/u

/** Lower case, NFC, the tone where tradition puts it (`Hoà` → `hòa`, `thuỷ` → `thủy`, but `quý`), eth as đ. */
export function fold(word: string): string {
  let folded = word.toLowerCase().normalize('NFC')
  if (folded.includes('ð')) folded = folded.replaceAll('ð', 'đ')
  return folded.replace(NEW_PLACEMENT, pair => PLACEMENTS.get(pair) ?? pair)
}

const DIGIT = /\d/
const ROMAN = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/
const URL_LIKE =
  /@[\p{L}\d-]+\.|^(?:https?:|www\.)|^[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:vn|com|net|org|gov|edu|info)(?:\/|$)/iu
const DATE =
  /^(?:(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1\d{4}|(?:0?[1-9]|1[0-2])[/]\d{4}|(?:0?[1-9]|[12]\d|3[01])[/](?:0?[1-9]|1[0-2]))$/
const AMOUNT = /^\d+(?:[.,]\d+)+$/
const SECTION = /^\d{1,2}(?:\.\d{1,2})+$/
const PERCENT = /^\d+(?:[.,]\d+)*%$/
const DOCUMENT = /^\d+[\p{Lu}a-z]?(?:[/-]\d{4})?[/-]\p{Lu}[\p{L}\d]*(?:[/-][\p{L}\d]+)*$|^\d+\/\d{4}$/u

/**
 * The class of a token without punctuation at its edges, or undefined where it is a word of its own. A mixture of letters
 * and digits is undefined too: the vocabulary decides whether it is a word (`covid19`) or `<alnum>`.
 */
export function classOf(core: string): (typeof CLASSES)[number] | undefined {
  if (!DIGIT.test(core)) {
    if (ROMAN.test(core)) return '<roman>'
    return core.includes('.') || core.includes('@') ? urlClass(core) : undefined
  }
  if (/^\d+$/.test(core)) return numberClass(core)
  if (PERCENT.test(core)) return '<percent>'
  if (DATE.test(core)) return '<date>'
  if (SECTION.test(core)) return '<label>'
  if (AMOUNT.test(core)) return '<amount>'
  if (DOCUMENT.test(core) && /[/]|-\p{Lu}/u.test(core)) return '<doc>'
  return urlClass(core)
}

function urlClass(core: string): '<url>' | undefined {
  return URL_LIKE.test(core) ? '<url>' : undefined
}

function numberClass(digits: string): (typeof CLASSES)[number] {
  if (digits.length === 1) return '<n1>'
  if (digits.length === 2) return '<n2>'
  if (digits.length === 3) return '<n3>'
  if (digits.length > 4) return '<n5+>'
  return digits.startsWith('19') || digits.startsWith('20') ? '<year>' : '<n4>'
}

/**
 * One token (no white space, punctuation off, no compound) as the language model knows it: a class such as `<n2>`, or the
 * folded word.
 */
export function normalizeToken(core: string): string {
  return classOf(core) ?? fold(core)
}

const PLAIN_WORD = /^\p{L}+$/u
// A point or comma joins digits (1.250, 2,5); everywhere else it separates, as do the other marks inside a token.
const INNER = /(?<!\d)[.,]|[.,](?!\d)|[^\p{L}\p{N}%.,]+/gu

/**
 * All language-model tokens of one token of running text, boundaries among them: `“cước/VNeID).` → cước, vneid, <s>.
 * Compounds are split at hyphens, slashes and any other mark that is no part of a class.
 */
export function tokenParts(token: string): string[] {
  if (PLAIN_WORD.test(token)) return [normalizeToken(token)]
  const { lead, core, trail } = peel(token.normalize('NFC'))
  const parts: string[] = []
  if (endsClause(lead)) parts.push(BOUNDARY)
  const whole = core === '' ? undefined : classOf(core)
  if (whole !== undefined) parts.push(whole)
  else if (core !== '') splitCore(core, parts)
  if (endsClause(trail)) parts.push(BOUNDARY)
  return parts
}

function splitCore(core: string, parts: string[]): void {
  let from = 0
  for (const mark of core.matchAll(INNER)) {
    if (mark.index > from) parts.push(normalizeToken(core.slice(from, mark.index)))
    if (/[;:!?…|]/u.test(mark[0])) parts.push(BOUNDARY)
    from = mark.index + mark[0].length
  }
  if (from < core.length) parts.push(normalizeToken(core.slice(from)))
}

/** Running text (a paragraph) as language-model tokens; neighbouring boundaries are one. */
export function normalizeText(text: string): string[] {
  const tokens: string[] = []
  for (const token of text.split(/\s+/u)) {
    if (token === '') continue
    for (const part of tokenParts(token))
      if (part !== BOUNDARY || tokens.at(-1) !== BOUNDARY) tokens.push(part)
  }
  return tokens
}

/** How a word is written: all lower, first letter a capital, two or more letters all capitals, or anything else. */
export type Case = 'lower' | 'title' | 'upper' | 'mixed'

/** The case of a word as printed; a single capital letter is `title`, a token without letters `lower`. */
export function caseOf(word: string): Case {
  const lower = word.toLowerCase()
  if (word === lower) return 'lower'
  const upper = word.toUpperCase()
  if (word === upper && /\p{L}.*\p{L}/u.test(word)) return 'upper'
  const first = String.fromCodePoint(word.codePointAt(0)!)
  return word === first.toUpperCase() + lower.slice(first.length) ? 'title' : 'mixed'
}
