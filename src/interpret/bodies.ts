import { phraseList, type Word, words } from '../../grammars/phrases.ts'
import { BodiesVocabulary, PredicatesVocabulary, readVocabulary } from '../../grammars/vocabulary.ts'
import { withoutFinalMark, withoutSeparator } from './text.ts'

/**
 * Bodies and persons of office: where a name begins and ends, and lists of them.
 *
 *     Đề nghị | Ủy ban MTTQ Việt Nam xã | phối hợp tuyên truyền …
 *     Căn cứ Kế hoạch này, | thủ trưởng các cơ quan, đơn vị | xây dựng …
 *     Phòng VH-XH, Trung tâm DV SNC xã  → two bodies
 */
const bodies = readVocabulary('bodies', BodiesVocabulary)
const predicatesVocabulary = readVocabulary('predicates', PredicatesVocabulary)

const names = phraseList([...bodies.bodies, ...bodies.persons])
const falseFriends = phraseList(bodies.falseFriends)
const quantifiers = phraseList(bodies.quantifiers)
const invitations = phraseList(bodies.invitations)
const predicates = phraseList([...predicatesVocabulary.predicates, ...predicatesVocabulary.weak])
const weak = phraseList(predicatesVocabulary.weak)
const relatives = phraseList(predicatesVocabulary.relatives)
const nominal = phraseList(predicatesVocabulary.nominal)
const duties = phraseList(predicatesVocabulary.duties)

/** Whether a body's name begins at the word, perhaps after `các`, `toàn thể`, `05`. */
export function beginsBody(text: readonly Word[], index: number): boolean {
  return openingEnd(text, index) !== undefined
}

/** Index after the words that begin a body's name at `index`: after `Ban Thường trực`, after `các phòng`. */
function openingEnd(text: readonly Word[], index: number): number | undefined {
  let at = index
  for (;;) {
    if (falseFriends.at(text, at)) return undefined
    const name = names.at(text, at)
    if (name) return at + name.length
    const word = text[at]
    const quantifier = quantifiers.at(text, at)?.length ?? (/^\d{1,3}$/.test(word?.text ?? '') ? 1 : 0)
    if (quantifier === 0) return undefined
    at += quantifier
  }
}

/** Words that call a body up, at the beginning: `Đề nghị`, `Giao`; with a colon after them. */
function invitationLength(text: readonly Word[], index: number): number {
  const length = invitations.at(text, index)?.length ?? 0
  return length > 0 && text[index + length]?.text === ':' ? length + 1 : length
}

export interface Actor {
  /** The body as printed. */
  unit: string
  /** What follows, without `:` or `có trách nhiệm`. */
  duty: string
}

/** How many words a body's name may have; longer ones are a clause. */
const LONGEST_NAME = 45
/** How far into a statement its body may stand. */
const LONGEST_LEAD = 40

/**
 * The body that a statement opens with and what it is to do; nothing where no body opens it. The body may stand after
 * `Giao`, `Đề nghị`, `Yêu cầu`, or after a phrase closed by a comma.
 */
export function openingActor(statement: string): Actor | undefined {
  const text = words(statement)
  const start = actorStart(text)
  if (start === undefined) return undefined
  const end = nameEnd(text, start)
  if (end === undefined) return undefined
  const rest = dutyStart(text, end)
  const first = text[start] as Word
  const last = text[end - 1] as Word
  const unit = withoutSeparator(statement.slice(first.start, last.end))
  const duty = rest < text.length ? statement.slice((text[rest] as Word).start) : ''
  return { unit, duty }
}

function actorStart(text: readonly Word[]): number | undefined {
  const invited = invitationLength(text, 0)
  if (beginsBody(text, invited)) return invited
  if (invited > 0 && !text.slice(0, LONGEST_LEAD).some(word => word.text === ',')) return undefined
  if (startsPredicate(text, 0) && !opensClause(text)) return undefined
  for (let i = 1; i < Math.min(text.length, LONGEST_LEAD); i++) {
    const mark = text[i - 1]?.text
    if (mark === ';' || mark === '.' || mark === ':') return undefined
    if (mark !== ',') continue
    const called = i + invitationLength(text, i)
    if (beginsBody(text, called) && nameEnd(text, called) !== undefined && !inList(text, i)) return called
  }
  return undefined
}

/** `Căn cứ …,` and `Theo …,` are phrases before the body, though they are predicates elsewhere. */
const CLAUSE_OPENINGS = phraseList([
  'căn cứ',
  'theo',
  'trên cơ sở',
  'trong quá trình',
  'thực hiện',
  'định kỳ',
  'hằng năm',
  'hằng tháng',
  'hằng quý',
  'hàng năm',
  'hàng tháng',
  'hàng quý',
  'được',
])
function opensClause(text: readonly Word[]): boolean {
  return CLAUSE_OPENINGS.at(text, 0) !== undefined
}

/** A comma inside a list of bodies, `của các phòng, ban, đơn vị …`: the word after it is no subject. */
function inList(text: readonly Word[], index: number): boolean {
  const before = text[index - 2]
  const after = text[index]
  if (!before || !after) return false
  const lowercase = /^\p{Ll}/u.test(after.text)
  return lowercase && names.at(text, index - 2) !== undefined && quantifiers.at(text, index) === undefined
}

function startsPredicate(text: readonly Word[], index: number): boolean {
  return predicates.at(text, index) !== undefined
}

/**
 * Where the name ends that begins at `start`: at a colon or before a predicate in lower case. A relative clause
 * belongs to the name where another predicate follows it: `thành viên Hội đồng phụ trách các cụm | đôn đốc …`.
 */
function nameEnd(text: readonly Word[], start: number): number | undefined {
  const colon = nameBeforeColon(text, start)
  if (colon !== undefined) return colon
  let relative: number | undefined
  const opening = openingEnd(text, start) ?? start + 1
  for (let i = start; i < Math.min(text.length, start + LONGEST_NAME); i++) {
    const word = text[i] as Word
    if (word.text === '(') {
      // `Ban Tuyên giáo (cơ quan thường trực)`: a remark is of the name, whatever its words
      const close = closing(text, i)
      if (close > i) {
        i = close
        continue
      }
    }
    if (word.text === ':') return closed(text, start, i)
    if (word.text === ';' && beginsBody(text, i + 1)) continue
    if (word.text === ';' || (word.text === '.' && /^\p{Lu}/u.test(text[i + 1]?.text ?? ''))) break
    const noun = nominal.at(text, i)
    if (noun) {
      i += noun.length - 1
      continue
    }
    if (i < opening || !/^\p{Ll}/u.test(word.text)) continue
    const body = names.at(text, i)
    if (body && !predicates.at(text, i)) {
      i += body.length - 1
      continue
    }
    const predicate = predicates.at(text, i)
    const beside = relatives.at(text, i)
    if (beside && beside.length >= (predicate?.length ?? 0)) {
      relative ??= i
      i += beside.length - 1
      continue
    }
    if (!predicate || (i === start + 1 && weak.at(text, i)?.length === predicate.length)) continue
    return closed(text, start, i)
  }
  return relative === undefined ? undefined : closed(text, start, relative)
}

/** Longest name that a colon closes, whatever its words: `Chủ tịch Ủy ban bầu cử: Phụ trách chung`. */
const LONGEST_CLOSED = 8

function nameBeforeColon(text: readonly Word[], start: number): number | undefined {
  for (let i = start + 1; i <= Math.min(text.length - 2, start + LONGEST_CLOSED); i++) {
    const word = text[i] as Word
    if (word.text === ':')
      return /^\p{Lu}/u.test(text[i + 1]?.text ?? '') ? closed(text, start, i) : undefined
    if (/^[,;.(]$/.test(word.text)) return undefined
  }
  return undefined
}

/** Longest remark in parentheses within a name, in words. */
const LONGEST_REMARK = 12

/** Index of the `)` that closes the remark opened at `open`; -1 for none near. */
function closing(text: readonly Word[], open: number): number {
  for (let i = open + 1; i < Math.min(text.length, open + LONGEST_REMARK + 2); i++)
    if (text[i]?.text === ')') return i
  return -1
}

/** A name is not empty and does not end in a comma or `và`. */
function closed(text: readonly Word[], start: number, end: number): number | undefined {
  let last = end
  while (last > start && /^(?:,|và|-|–|cần|phải)$/u.test(text[last - 1]?.key ?? '')) last--
  return last > start ? last : undefined
}

function dutyStart(text: readonly Word[], end: number): number {
  let at = end
  while (/^[:,]$/.test(text[at]?.text ?? '')) at++
  const duty = duties.at(text, at)
  if (duty) at += duty.length
  if (text[at]?.text === ':') at++
  return at
}

/** Longest heading that can be just a name, in words. */
const LONGEST_HEADING = 40

/**
 * The body that a heading names, without a leading `Đề nghị`; where the heading goes on to say what it is to do, that
 * is the duty. Nothing where the heading names no body.
 */
export function headingActor(heading: string): Actor | undefined {
  const text = words(heading)
  const start = invitationLength(text, 0)
  if (!beginsBody(text, start)) return undefined
  const end = nameEnd(text, start)
  const whole = restOf(heading, text[start] as Word)
  if (end === undefined) return text.length <= LONGEST_HEADING ? { unit: whole, duty: '' } : undefined
  const goesOn = text.length - end > 6 || duties.at(text, end) !== undefined
  const colon = text[end]?.text === ':'
  if (!goesOn || (colon && end - start <= 2)) return { unit: whole, duty: '' }
  const unit = withoutSeparator(heading.slice((text[start] as Word).start, (text[end - 1] as Word).end))
  const rest = dutyStart(text, end)
  return { unit, duty: rest < text.length ? heading.slice((text[rest] as Word).start) : '' }
}

/** The whole of a short heading that says of nobody what to do; it names a body only among headings that do. */
export function unknownActor(heading: string): Actor | undefined {
  const text = words(heading)
  const start = invitationLength(text, 0)
  const said = text.some((word, i) => i >= start && /^\p{Ll}/u.test(word.text) && predicates.at(text, i))
  if (said || startsPredicate(text, start) || text.length - start > 12 || text.length === start)
    return undefined
  return { unit: restOf(heading, text[start] as Word), duty: '' }
}

/** A heading from a word on, without the mark that ends it. */
function restOf(heading: string, { start }: Word): string {
  return withoutSeparator(withoutFinalMark(heading.slice(start)))
}

/**
 * A list of bodies: split at a comma or semicolon only where the next part starts with a capital or with `các `; each
 * keeps its printed name.
 */
export function splitBodies(list: string): string[] {
  return list
    .split(/[,;](?:\s+[-–+•])?\s+(?=\p{Lu}|các\s)/u)
    .map(name => withoutSeparator(name.replace(/^\s*[-–+•*]\s+/u, '')).trim())
    .filter(name => /[\p{L}\d]/u.test(name))
}
