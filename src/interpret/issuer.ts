import { Phrases, phraseList, type Word, words } from '../../grammars/phrases.ts'
import { BodiesVocabulary, readVocabulary } from '../../grammars/vocabulary.ts'
import type { Header } from '../../schemas/plan.ts'
import { isWhollyCapitals, titleCase } from './text.ts'

/**
 * The body that issues: its name in mixed case and its level of government.
 *
 *     BỘ CÔNG THƯƠNG                  the superior body
 *     TRƯỜNG ĐẠI HỌC CÔNG THƯƠNG      the issuer, over two lines
 *     THÀNH PHỐ HỒ CHÍ MINH
 */
const vocabulary = readVocabulary('bodies', BodiesVocabulary)
type Level = NonNullable<NonNullable<Header['issuer']>['level']>

const names = new Phrases(vocabulary.names.map(name => [name, name] as const))
/** Also the fields of known bodies: `Dân tộc`, `Tôn giáo`, however a name joins them. */
const namesAndFields = new Phrases(
  [...vocabulary.names.flatMap(fieldsOf), ...vocabulary.names].map(name => [name, name] as const),
)
const openings = new Phrases<Level | 'general'>([
  ...vocabulary.levels.flatMap(({ level, openings: list }) => list.map(phrase => [phrase, level] as const)),
  ...vocabulary.general.map(phrase => [phrase, 'general'] as const),
])
const units = new Phrases<Level>(
  Object.entries(vocabulary.units).flatMap(([level, list]) =>
    list.map(unit => [unit, level as Level] as const),
  ),
)
const cities = phraseList(vocabulary.provincialCities)
const falseFriends = phraseList(vocabulary.falseFriends)
const bodyOpenings = phraseList(vocabulary.bodies)

function fieldsOf(name: string): string[] {
  const [, fields] = /^(?:Bộ|Sở|Phòng) (.+)/u.exec(name) ?? []
  return fields?.split(/,? và |, | - /u) ?? []
}

/** Lines of a letterhead grouped to bodies, outermost first. */
export function bodiesOfLetterhead(lines: readonly string[]): string[] {
  const found: string[] = []
  for (const line of lines
    .map(each => each.replace(/[*_]+|[-–—]{2,}/g, ' ').trim())
    .filter(each => /\p{L}/u.test(each))) {
    const above = found.at(-1)
    if (above !== undefined && !(opensBody(line) && isWhole(above)))
      found[found.length - 1] = `${above} ${line}`
    else found.push(line)
  }
  return found.map(body => body.replace(/\s+/gu, ' '))
}

/** Whether a line begins the name of a body: not only that of an administrative unit. */
function opensBody(line: string): boolean {
  const text = words(line)
  if (falseFriends.at(text, 0)) return false
  // `HUYỆN ỦY` is a body, `HUYỆN BÌNH GIÃ` a unit
  if ((openings.at(text, 0)?.length ?? 0) > (unitAt(text, 0)?.length ?? 0)) return true
  if (unitAt(text, 0)) return false
  return (
    openings.at(text, 0) !== undefined ||
    names.at(text, 0) !== undefined ||
    bodyOpenings.at(text, 0) !== undefined
  )
}

/** A name that ends in `VÀ`, or is a general word only, goes on in the next line. */
function isWhole(name: string): boolean {
  const text = words(name)
  if (/^(?:và|-|–|,|của|huyện|tỉnh|xã|phường|quận|phố|thị)$/u.test(text.at(-1)?.key ?? '')) return false
  const keys = text.map(word => word.key)
  // the whole, or its end: `BAN THƯỜNG TRỰC ỦY BAN` / `MTTQ VIỆT NAM XÃ …`
  return !INCOMPLETE.has(keys.join(' ')) && !INCOMPLETE.has(keys.slice(-2).join(' '))
}
const INCOMPLETE = new Set([
  'văn phòng',
  'ban chấp hành',
  'thường trực',
  'ban thường vụ',
  'hội đồng',
  'ủy ban',
  'trung tâm',
  'phòng',
  'trường',
  'ban',
])

function unitAt(text: readonly Word[], index: number): { level: Level; length: number } | undefined {
  if (text[index]?.key === 'thành' && text[index + 1]?.key === 'phố')
    return { level: cities.at(text, index + 2) ? 'province' : 'district', length: 2 }
  if (text[index]?.key === 'tp') {
    const dot = text[index + 1]?.text === '.' ? 2 : 1
    return { level: cities.at(text, index + dot) ? 'province' : 'district', length: dot }
  }
  if (text[index]?.key === 'thủ' && text[index + 1]?.key === 'đô') return { level: 'province', length: 2 }
  // `Xã hội`, `nông thôn` are no units
  if (text[index + 1]?.key === 'hội' || text[index - 1]?.key === 'nông') return undefined
  const unit = units.at(text, index)
  return unit && { level: unit.value, length: unit.length }
}

/** Whether the name is only that of an administrative unit: `XÃ BÌNH HÒA`. */
export function isUnitName(name: string): boolean {
  return unitAt(words(name), 0) !== undefined
}

/** The level that a body belongs to; that of its superior where its name tells none. */
export function levelOf(name: string, parent: string | undefined): Level | undefined {
  const text = words(name)
  const found = openings.at(text, 0)
  const opening = found?.value === 'general' ? undefined : found?.value
  // `Ban Thường trực Ủy ban MTTQ …`: the body whose organ it is
  const rest = found && opening === undefined ? text[found.length] : undefined
  if (rest && opensAt(text, found?.length ?? 0)) return levelOf(name.slice(rest.start), parent)
  if (opening === 'party' || opening === 'organization' || opening === 'province') return opening
  const above = parent === undefined ? undefined : levelOf(parent, undefined)
  if (opening === undefined && (above === 'party' || above === 'organization')) return above
  for (let i = 0; i < text.length; i++) {
    const unit = unitAt(text, i)
    if (unit && !(opening === 'central' && unit.level !== 'central')) return unit.level
  }
  return opening ?? above
}

/**
 * A name in mixed case: as printed; else as its first mixed-case occurrence in the document; else, part by part, as
 * known bodies are written and with every syllable of an administrative unit capital.
 */
export function mixedCase(name: string, document: string): string {
  if (!isWhollyCapitals(name)) return name
  return occurrence(name, document) ?? byParts(words(name), document)
}

function occurrence(name: string, document: string): string | undefined {
  const wanted = name.toLowerCase()
  const lower = document.toLowerCase()
  if (lower.length !== document.length) return undefined
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const printed = document.slice(at, at + wanted.length)
    const alone = !/[\p{L}\d]/u.test((document[at - 1] ?? ' ') + (document[at + wanted.length] ?? ' '))
    if (alone && /\p{Ll}/u.test(printed)) return printed.charAt(0).toUpperCase() + printed.slice(1)
  }
  return undefined
}

const ABBREVIATION = /^(?:UB\p{Lu}*|[BCDĐGHKLMNPQRSTVX]{2,})$/u

function byParts(text: readonly Word[], document: string): string {
  let joined = ''
  for (let i = 0; i < text.length; ) {
    const word = text[i] as Word
    // `GD&ĐT` has no blanks, `DÂN TỘC & TÔN GIÁO` has
    if (i > 0 && word.start > (text[i - 1] as Word).end) joined += ' '
    const known = namesAndFields.at(text, i)
    const unit = unitAt(text, i)
    if (known) {
      joined += known.value
      i += known.length
    } else if (unit) {
      const whole = unitName(text, i, unit.length, document)
      joined += whole.name
      i += whole.length
    } else {
      const printed = printedFrom(text, i, document)
      if (printed) joined += printed.name
      else if (word.key === 'và') joined += 'và'
      else joined += ABBREVIATION.test(word.text) ? word.text : titleCase(word.text)
      i += printed?.length ?? 1
    }
  }
  return joined.charAt(0).toUpperCase() + joined.slice(1)
}

/** The most words from `index` to the next unit, two at least, that the document has in mixed case as a name: `Ủy ban bầu cử`. */
function printedFrom(
  text: readonly Word[],
  index: number,
  document: string,
): { name: string; length: number } | undefined {
  let end = index + 1
  while (end < text.length && !unitAt(text, end)) end++
  const source = text.slice(index, end).map(word => word.text)
  for (let length = source.length; length > 1; length--) {
    const name = occurrence(source.slice(0, length).join(' '), document)
    if (name && document.includes(name)) return { name, length }
  }
  return undefined
}

/** `XÃ BÌNH HÒA` → `xã Bình Hòa`; the unit's words reach to the next unit or known name. */
function unitName(
  text: readonly Word[],
  index: number,
  length: number,
  document: string,
): { name: string; length: number } {
  let end = index + length
  while (
    end < text.length &&
    !unitAt(text, end) &&
    !names.at(text, end) &&
    !/^[-–,]$/.test(text[end]?.text ?? '')
  )
    end++
  const printed = text.slice(index, end).map(word => word.text)
  const found = occurrence(printed.join(' '), document)
  if (found) return { name: found.charAt(0).toLowerCase() + found.slice(1), length: end - index }
  const unit = printed[0] === 'TP' ? 'TP.' : printed.slice(0, length).join(' ').toLowerCase()
  const proper = printed.slice(length).map(titleCase)
  return { name: [unit, ...proper].join(' '), length: end - index }
}

/** `UBND xã Bình Hòa` written out. */
export function writtenOut(name: string): string {
  return name.replace(/\p{L}+/gu, word => vocabulary.abbreviations[word] ?? word)
}

/** The body that the preamble says issues the plan: `UBND xã Bình Hòa ban hành Kế hoạch …`. */
export function issuerOfPreamble(preamble: string): string | undefined {
  const text = words(preamble)
  for (let i = 0; i < text.length; i++) {
    const clause = i === 0 || /^[,.;:”")]$/u.test(text[i - 1]?.text ?? '')
    if (!clause || !/^\p{Lu}/u.test(text[i]?.text ?? '') || !opensAt(text, i)) continue
    for (let end = i + 1; end < Math.min(text.length, i + 22); end++) {
      const word = text[end] as Word
      if (/^[;:]$/.test(word.text)) break
      if (!ISSUES.at(text, end) || !/^\p{Ll}/u.test(word.text)) continue
      const after = text.slice(end, end + 5).map(each => each.key)
      if (!after.includes('kế')) break
      const name = preamble.slice((text[i] as Word).start, (text[end - 1] as Word).end)
      return writtenOut(name.replace(/[\s,]+$/u, ''))
    }
  }
  return undefined
}
const ISSUES = phraseList(['ban hành', 'xây dựng', 'lập', 'triển khai', 'đề ra'])

function opensAt(text: readonly Word[], index: number): boolean {
  return (
    !falseFriends.at(text, index) &&
    (openings.at(text, index) ?? names.at(text, index) ?? bodyOpenings.at(text, index)) !== undefined
  )
}
