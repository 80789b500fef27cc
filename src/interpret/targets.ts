import { fieldOfTitle } from '../../grammars/columns.ts'
import { type Phrases, phraseList, type Word, words } from '../../grammars/phrases.ts'
import { parseQuantities, type Quantity } from '../../grammars/quantity.ts'
import { QuantitiesVocabulary, readVocabulary } from '../../grammars/vocabulary.ts'
import type { Block, Role, Section, Statement, Table, Target } from '../../schemas/plan.ts'
import { sentences, withoutSeparator } from './text.ts'

/**
 * Measurable commitments.
 *
 *     Tối thiểu 80% các trường học có …          → >= 80 %, các trường học
 *     mỗi thôn tổ chức ít nhất 01 đợt tuyên …    → >= 1 đợt
 *
 * A percentage is one; a number of counted things only where a word compares it or a verb commits to it.
 */
const vocabulary = readVocabulary('quantities', QuantitiesVocabulary)
const counted = phraseList(vocabulary.counted)
const measures = phraseList(vocabulary.measures)
const reaching = phraseList(vocabulary.reaching)
const stating = phraseList([...vocabulary.reaching, ...vocabulary.stating])
const notTargets = phraseList(vocabulary.notTargets)
const subjectEnds = phraseList(vocabulary.subjectEnds)
const comparing = new Set(vocabulary.comparing)
const noObjects = new Set(vocabulary.noObjects)
const activities = new Set(vocabulary.activities)
const beforeNumbers = new Set(vocabulary.beforeNumbers)
const ofWhat = new Set(vocabulary.ofWhat)
const indicators = phraseList(vocabulary.indicators)
const noUnits = new Set(vocabulary.noUnits)

export function targetsOf(
  body: readonly Block[],
  annexes: readonly { label: string; body: readonly Block[] }[],
  printed: Map<Section, string>,
): Target[] {
  const targets: Target[] = []
  visit(body, '', 'other')
  for (const annex of annexes) visit(annex.body, annex.label, 'other', annex.label)
  return targets

  function visit(blocks: readonly Block[], section: string, role: Role, fixed?: string): void {
    for (const block of blocks) {
      if (block.type === 'section') {
        if (TELLS_RESULTS.test(block.heading)) continue
        const id = fixed ?? block.id
        read(printed.get(block) ?? block.heading, id, block.role, block.at)
        visit(block.blocks, id, block.role, fixed)
      } else if (block.type === 'statement') readStatement(block, section, role)
      else if (!readIndicators(block, section))
        for (const row of block.rows)
          row.cells.forEach((cell, column) => {
            if (/\p{L}/u.test(cell) && !commitsToNothing(block.columns[column] ?? ''))
              read(cell, section, role, row.at)
          })
    }
  }

  /** Whether the table lists indicators, each with unit and value; they are targets. */
  function readIndicators(table: Table, section: string): boolean {
    const unit = table.columns.findIndex(title => /^(?:đơn vị tính|đvt)$/iu.test(title.trim()))
    const name = table.columns.findIndex(title => /chỉ tiêu|mục tiêu|tiêu chí|nội dung/iu.test(title))
    const value = table.columns.findIndex(
      (title, at) => at > unit && at !== name && VALUE_TITLE.test(title) && !/thực hiện/iu.test(title),
    )
    if (unit < 0 || name < 0 || name > unit || value < 0) return false
    for (const { cells, at } of table.rows) {
      const [quantity, another] = parseQuantities(cells[value] ?? '')
      if (!quantity || another || !cells[unit] || !cells[name]) continue
      targets.push({
        text: `${cells[name]}: ${cells[value]}${quantity.share ? '' : ` ${cells[unit]}`}`,
        value: quantity.value,
        unit: cells[unit],
        comparator: quantity.comparator,
        subject: cells[name],
        section,
        ...(at ? { at } : {}),
      })
    }
    return true
  }

  function readStatement(statement: Statement, section: string, role: Role): void {
    read(statement.text, section, role, statement.at)
    for (const nested of statement.blocks ?? []) readStatement(nested, section, role)
  }

  function read(text: string, section: string, role: Role, at: Target['at']): void {
    if (!/\d/.test(text)) return
    for (const sentence of sentences(text)) {
      let subject = ''
      for (const clause of clauses(sentence))
        for (const target of targetsIn(clause, role)) {
          // `…, giải ngân đạt 50%; hết quý III đạt 75%`: the same thing at another time
          subject = target.subject || subject
          targets.push({ ...target, subject, section, ...(at ? { at } : {}) })
        }
    }
  }
}

/** Headings under which stands what was reached before. */
const TELLS_RESULTS =
  /^(?:đánh giá (?:kết quả|tình hình|công tác)|kết quả (?:thực hiện|hoạt động|công tác|đạt được|năm)|tình hình |thực trạng|ưu điểm|tồn tại|hạn chế)/iu

/** Whether a column by its title tells times or bodies, and commits to nothing else. */
function commitsToNothing(title: string): boolean {
  return /^(?:time|lead|support|mixed|performer)$/.test(fieldOfTitle(title) ?? '')
}

/** Titles of columns that hold what is to be reached. */
const VALUE_TITLE = /kế hoạch|chỉ tiêu|mục tiêu|phấn đấu/iu

/** Parts between semicolons, without the mark that ends them; a sentence of one part is whole. */
function clauses(sentence: string): string[] {
  const parts = sentence.split(/;\s+(?![^()]{0,200}\))/u).filter(part => part.trim() !== '')
  return parts.length > 1 ? parts.map(withoutSeparator) : parts.map(part => part.trim())
}

/** A time that stands before what is measured: `Đến hết năm 2026`. */
const TIME =
  /^(?:(?:đến|hết|cuối|đầu|trong|năm|quý|tháng|ngày|giai đoạn|[\dIVX/.–-]+)(?![\p{L}\d])[\s,:]*)+/iu

/** The text without a leading time, or verb that only commits: `Đến năm 2030 có`. */
function withoutTime(text: string): string {
  const rest = /\d|\b[IVX]+\b/.test(text) ? text.replace(TIME, '') : text
  return rest.replace(/^(?:phấn đấu|có|đạt)(?![\p{L}\d])\s*/iu, '')
}

/** A clause that says what has been reached commits to nothing; one that compares with before does only if it strives. */
const REPORTING = /đã (?:đạt|có|được|hoàn thành)/iu
const COMPARING = /so với (?:cùng kỳ|năm|kế hoạch)|cùng kỳ năm/iu
const CHANGING = /^(?:giảm|tăng|nâng|hạ)\s+(?!\d)/iu
const STRIVING = /phấn đấu|ít nhất|tối thiểu|bảo đảm|đảm bảo|kéo giảm/iu

function targetsIn(clause: string, role: Role): Omit<Target, 'section'>[] {
  if (role === 'budget' || !/\d/.test(clause) || REPORTING.test(clause)) return []
  const strives = STRIVING.test(clause) || (role === 'objectives' && CHANGING.test(clause))
  if (COMPARING.test(clause) && !strives) return []
  const text = words(clause)
  const quantities = parseQuantities(clause, text)
  const targets = quantities.flatMap((quantity, index) => {
    if (isStart(quantity, quantities[index + 1], text)) return []
    const previous = quantities[index - 1]
    const from = previous && isStart(previous, quantity, text) ? previous : quantity
    const before = firstFrom(text, from.start) - 1
    const as = previous && isCoordinate(previous, quantity, text, before) ? previous : quantity
    const found = measureOf({ ...quantity, ...comparisonOf(as) }, text, role, before)
    if (!found) return []
    return [
      {
        amount: clause.slice(quantity.start, text[firstFrom(text, quantity.after)]?.end),
        text: clause,
        value: quantity.value,
        unit: found.unit,
        comparator: found.comparator,
        subject: found.subject,
      },
    ]
  })
  // `Tỷ lệ … được khám ít nhất 01 lần/năm đạt 80%`: what stands in the subject of another tells what is counted
  return targets
    .filter(({ amount }, at) => !targets[at + 1]?.subject.includes(amount))
    .map(({ amount: _, ...target }) => target)
}

/** Whether a quantity is only where things stand: `giảm từ 1,5% xuống còn 1%`. */
function isStart(quantity: Quantity, next: Quantity | undefined, text: readonly Word[]): boolean {
  const at = firstFrom(text, quantity.after)
  const leads = /^(?:xuống|lên|thành)$/u.test(text[at]?.key ?? '')
  return leads && next !== undefined && firstFrom(text, next.start) - at <= 3
}

const comparisonOf = ({ comparator, compared }: Quantity) => ({ comparator, compared })

/** `tối thiểu 02 vụ về pháo nổ, 01 vụ về ma túy`: what compares the first compares the second, of the same kind, too. */
function isCoordinate(first: Quantity, second: Quantity, text: readonly Word[], before: number): boolean {
  const [a, b] = [first, second].map(each => text[firstFrom(text, each.after)]?.key)
  const joined = /^(?:,|và)$/u.test(text[before]?.key ?? '')
  return joined && first.compared === 'clearly' && second.compared === 'not' && a !== undefined && a === b
}

/** @param before index of the last word before the quantity, or before that from which it starts. */
function measureOf(
  quantity: Quantity,
  text: readonly Word[],
  role: Role,
  before: number,
): Pick<Target, 'unit' | 'subject' | 'comparator'> | undefined {
  const { comparator } = quantity
  const next = firstFrom(text, quantity.after)
  if (quantity.share) {
    const stated = subjectBefore(text, before)
    // `trên 35% là nữ`: of whom it is a share is not said
    const noun = text[next]?.key === 'là' ? next + 1 : next
    const word = /^\p{L}/u.test(text[noun]?.text ?? '')
    const named = word && (noun > next || !tellsReach(text, next))
    const follows = named && !SHARE.test(stated)
    const subject =
      (follows && subjectFrom(text, noun, 0, isObject(text, before))) ||
      stated ||
      (word ? subjectFrom(text, noun) : '')
    return { unit: quantity.share, subject, comparator: openEnd(text, next) ?? comparator }
  }
  const unit =
    countedUnit(text, next) ??
    (quantity.compared === 'clearly' && comparator === '>=' ? unknownUnit(text, next) : undefined)
  const committed = commits(text, before, role === 'objectives' ? stating : reaching)
  if (!unit || (isOrdinal(text, before) && !committed)) return undefined
  const open = openEnd(text, next + unit)
  // `không còn xã dưới 5 tiêu chí`: the number tells which ones shall be no more
  const which = text
    .slice(Math.max(0, before - 5), before + 1)
    .some((word, i, all) => word.key === 'không' && all[i + 1]?.key === 'còn')
  const weakly = quantity.compared === 'weakly' && role === 'objectives' && !which
  const clear = quantity.compared === 'clearly' || weakly || open !== undefined
  if (!clear && !(quantity.compared === 'not' && committed)) return undefined
  const subject = subjectFrom(text, next, unit, isObject(text, before))
  const measured = subject === join(text, next, unit) && isReached(text, before)
  return {
    unit: join(text, next, unit),
    // `diện tích đạt 320 ha`: what is measured stands before
    subject: (measured && subjectBefore(text, before)) || subject,
    comparator: open ?? comparator,
  }
}

/** What is reached is a share of the subject: `Tỷ lệ tiêm phòng đạt 80% tổng đàn`. */
const SHARE = { test: (subject: string) => indicators.at(words(subject), 0) !== undefined }

/** What follows the number tells what is reached or when, and is no subject: `100% đạt yêu cầu`, `8% mỗi năm`. */
function tellsReach(text: readonly Word[], index: number): boolean {
  return subjectEnds.at(text, index) !== undefined || ofWhat.has(text[index]?.key ?? '')
}

/**
 * Whether a verb before the number acts on what is counted: `Số hóa 40% tài liệu có giá trị`. Then no verb needs to follow, and
 * `có`, `được` tell which ones are counted.
 */
function isObject(text: readonly Word[], before: number): boolean {
  const word = beforeComparison(text, before)
  return word !== undefined && /^\p{L}+$/u.test(word.text) && !noObjects.has(word.key)
}

/** `đạt từ 320 ha`. */
function isReached(text: readonly Word[], before: number): boolean {
  return /^(?:đạt|là|còn|:)$/u.test(beforeComparison(text, before)?.key ?? '')
}

function beforeComparison(text: readonly Word[], before: number): Word | undefined {
  let last = before
  while (last >= 0 && comparing.has(text[last]?.key ?? '')) last--
  return text[last]
}
/** Index of the first word that begins at the offset or later; halving, since a clause may be as long as a page. */
function firstFrom(text: readonly Word[], offset: number): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((text[middle] as Word).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

const orMore = phraseList(vocabulary.orMore)
const orLess = phraseList(vocabulary.orLess)

/** `từ 10 đảng viên mới trở lên`: what compares stands after the noun. */
function openEnd(text: readonly Word[], index: number): Target['comparator'] | undefined {
  for (let i = index; i < Math.min(text.length, index + 5); i++) {
    if (orMore.at(text, i)) return '>='
    if (orLess.at(text, i)) return '<='
  }
  return undefined
}

/** How many words the counted noun has: the shortest the vocabulary knows, with nouns that a comma joins to it. */
function countedUnit(text: readonly Word[], index: number): number | undefined {
  if (measures.at(text, index)) return undefined
  const first = counted.at(text, index)
  if (!first) return undefined
  let length = first.length
  for (;;) {
    const comma = text[index + length]
    const another = comma?.text === ',' ? counted.at(text, index + length + 1) : undefined
    // `2.000 tờ rơi, tổ chức 04 buổi`: a verb that the next number follows
    const verb = another && /^\d/.test(text[index + length + 1 + another.length]?.text ?? '')
    if (!another || verb) return length
    length += another.length + 1
  }
}

/** After `ít nhất` any noun is counted, also one that the vocabulary does not have: its first word. */
function unknownUnit(text: readonly Word[], index: number): number | undefined {
  const word = text[index]?.text ?? ''
  const noun =
    /^\p{Ll}{2,}$/u.test(word) &&
    !noUnits.has(word) &&
    !measures.at(text, index) &&
    !subjectEnds.at(text, index)
  return noun ? 1 : undefined
}

/** `Đề án 06`, `lần thứ 5`: the number tells which, not how many. */
function isOrdinal(text: readonly Word[], before: number): boolean {
  for (let back = 0; back < 2; back++) {
    const found = notTargets.at(text, before - back)
    if (found && found.length === back + 1) return true
  }
  return false
}

/** Whether a verb within the few words before the number commits to it, or `Tổ chức tập huấn: 01 cuộc`. */
function commits(text: readonly Word[], before: number, verbs: Phrases<true>): boolean {
  if (text[before]?.text === ':' && verbs.at(text, 0)) return true
  for (let i = before; i >= Math.max(0, before - 4); i--) {
    const found = verbs.at(text, i)
    if (found && i + found.length === before + 1) return true
  }
  return false
}

const LONGEST_SUBJECT = 20

/**
 * The noun phrase from `index` on, up to the verb that says what is reached. What directly follows the counted noun
 * (`unit` words) still belongs to it: `đợt tuyên truyền`; so does a verb after `người`: `người sử dụng`. In an `object`
 * (see isObject) `có` and `được` end nothing.
 */
function subjectFrom(text: readonly Word[], index: number, unit = 0, object = false): string {
  let end = index
  // `buổi hướng dẫn người dân sử dụng dịch vụ công`: what is done in it goes on
  let guides = false
  while (end < text.length && end - index < LONGEST_SUBJECT) {
    const word = text[end] as Word
    if (/^[;:.()]$/.test(word.text)) break
    if (/^(?:,|với)$/u.test(word.key) && isAmount(text, end + 1)) break
    const bound = unit > 0 ? end === index + unit || guides : text[end - 1]?.key === 'người'
    if (end > index && endsSubject(text, end, object) && !(bound && activities.has(word.key))) break
    guides ||= word.key === 'dẫn' && text[end - 1]?.key === 'hướng'
    end++
  }
  return withoutSeparator(join(text, index, end - index))
}

/** `05`, `tối thiểu 05`: another quantity begins. */
function isAmount(text: readonly Word[], at: number): boolean {
  let i = at
  while (comparing.has(text[i]?.key ?? '')) i++
  return /^\d/.test(text[i]?.text ?? '')
}

function endsSubject(text: readonly Word[], at: number, object: boolean): boolean {
  const { key } = text[at] as Word
  if (key === 'so' && text[at + 1]?.key === 'với') return true
  if (key === 'và') return /^(?:\d+|một|hai|ba|cán|cử|người)$/u.test(text[at + 1]?.key ?? '')
  if (object && (key === 'có' || key === 'được')) return false
  if (key === 'trong' && text[at + 1]?.key === 'độ') return false
  return subjectEnds.at(text, at) !== undefined
}

/** Whether a mark ends what stands before it; a comma only joins adjectives: `án rất nghiêm trọng, đặc biệt nghiêm trọng`. */
function partsSubject(text: readonly Word[], at: number): boolean {
  if (text[at]?.text !== ',') return /^[;:.]$/.test(text[at]?.text ?? '')
  const before = text[at - 1]?.key ?? ''
  return (
    !/^\p{L}{2,}$/u.test(before) ||
    !text.slice(at + 1, at + LONGEST_ADJECTIVE).some(word => word.key === before)
  )
}
const LONGEST_ADJECTIVE = 6

/** A word that names what is measured, at the beginning of a clause; `tỷ lệ` anywhere. */
function isIndicator(text: readonly Word[], index: number): boolean {
  const found = indicators.at(text, index)
  if (!found) return false
  const before = text[index - 1]
  return /^(?:tỷ|tỉ)$/u.test(text[index]?.key ?? '') || !before || /^[;:.,]$/.test(before.text)
}

/** `tỷ lệ hồ sơ trực tuyến đạt 95%`: what is counted stands before. */
function subjectBefore(text: readonly Word[], before: number): string {
  let end = before + 1
  while (end > 0 && beforeNumbers.has(text[end - 1]?.key ?? '')) end--
  let start = end
  // `tỷ lệ điều tra, khám phá` is one thing that is counted
  for (let i = end - 2; i >= Math.max(0, end - LONGEST_SUBJECT); i--) {
    if (/^[;:.]$/.test(text[i]?.text ?? '') || (text[i]?.key === 'trong' && text[i + 1]?.key === 'đó')) break
    if (isIndicator(text, i)) return join(text, i, end - i)
  }
  while (start > 0 && end - start < LONGEST_SUBJECT && !partsSubject(text, start - 1)) start--
  if (text[start]?.key === 'trong' && text[start + 1]?.key === 'đó') start += 2
  return withoutTime(join(text, start, end - start))
}

function join(text: readonly Word[], start: number, length: number): string {
  let joined = ''
  for (let i = start; i < Math.min(text.length, start + length); i++) {
    const word = text[i] as Word
    const gap = i > start && word.start > (text[i - 1] as Word).end ? ' ' : ''
    joined += gap + word.text
  }
  return joined
}
