import type { LabelStyle } from '../src/parse/tree.ts'

/**
 * The labels that open a numbered line or list item, each with its style.
 *
 *     part            Phần I · PHẦN THỨ HAI          chapter   Chương II
 *     clause-section  Mục 1                          article   Điều 3.
 *     roman           I. · II/ · III-                capital   A. · B)
 *     decimal         1. · 2/ · 1.1. · 2.3.1         letter    a) · đ. · b/
 *     parenthesis     (1) · 1) · (a) · (ii)          bullet    - · – · + · * · • · o
 *
 * One printed label may read in several ways: `I.` is Roman one or the ninth capital; an OCR prints `l.` for `1.` or
 * `I.`, `I1.` for `II.`. `readLabels` gives every reading, the plainest first; the outline chooses by what goes before.
 */
export interface LabelReading {
  style: LabelStyle
  /** Without final punctuation: `I`, `1.1`, `(1)`. What is meant, where the print was misread. */
  text: string
  /** As it stands in the line, with punctuation. */
  printed: string
  /** Position in its sequence: II → 2, đ → 5, 1.3 → 3; 0 for a bullet; NEXT where only its place can tell. */
  ordinal: number
  /** Labels of one series count on: style with punctuation and, of a dotted number, what goes before its last part. */
  series: string
  /** How many characters of the line belong to the label and the space after it. */
  length: number
  /** How far the print has to be taken for something else: 0 as printed, 1 a misreading, 2 without its punctuation. */
  doubt: 0 | 1 | 2
}

/** Ordinal of a label that can't be read: `¢)` is whatever comes next in an open series of letters. */
export const NEXT = -1

/** Letters without what an OCR adds above and below them; đ is a letter of its own. */
const bare = (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')

const ALPHABET = 'abcdđefghijklmnopqrstuvwxyz'
const ROMAN_VALUES: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 }
const WORD_ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

/** Value of a well-formed Roman number under 40, or 0. */
export function romanValue(text: string): number {
  const lower = text.toLowerCase()
  if (!/^x{0,3}(ix|iv|v?i{0,3})$/.test(lower)) return 0
  let value = 0
  for (let at = 0; at < lower.length; at++) {
    const here = ROMAN_VALUES[lower[at] as string] as number
    const next = ROMAN_VALUES[lower[at + 1] as string] ?? 0
    value += here < next ? -here : here
  }
  return value
}

/** A number from 1 to 39 in Roman capitals. */
export function toRoman(value: number): string {
  const units = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
  return 'X'.repeat(Math.floor(value / 10)) + (units[value % 10] as string)
}

/** The label that stands at `ordinal` in the series of `like`: `III` for 3 after `I`, `đ` for 5 after `a`. */
export function labelAt(like: LabelReading, ordinal: number): string | undefined {
  const wrap = (inner: string) => (like.text.startsWith('(') ? `(${inner})` : inner)
  const inner = like.text.replace(/[()]/g, '')
  if (/^\d+(\.\d+)*$/.test(inner)) return wrap(inner.replace(/\d+$/, String(ordinal)))
  if (like.style === 'roman') return toRoman(ordinal)
  if (inner.length === 1) {
    const letter = ALPHABET[ordinal - 1]
    if (letter) return wrap(inner === inner.toLowerCase() ? letter : letter.toUpperCase())
  }
  return undefined
}

/** Every reading of the label at the start of `line`, the likeliest without context first; empty where none is. */
export function readLabels(line: string): LabelReading[] {
  const first = line.charCodeAt(0)
  if (Number.isNaN(first)) return []
  return bullet(line) ?? named(line) ?? numbered(line)
}

// - Tuyên truyền … · -Tuyên truyền · + Xây dựng … · o Tờ rơi
const BULLET =
  /^(?:([-\u2010-\u2015\u2212+*\u2022\u25CF\u25CB\u00B7\u2219\u25AA\u25A0\u25A1\u25E6\u2713\u2714\u27A2\u2192\u2756\u2666\uE000-\uF8FF])\s*(?=\S)|(o)\s+(?=[\p{L}\d"“(])|([~_¬])\s*(?=\p{Lu}))/u
const DASH = /[\u2010-\u2015\u2212~_¬]/

function bullet(line: string): LabelReading[] | undefined {
  const match = BULLET.exec(line)
  if (!match) return undefined
  const printed = (match[1] ?? match[2] ?? match[3]) as string
  const rest = line.slice(match[0].length)
  // `--`, `-----`, `+84 …`, `*` alone are rules, numbers and marks
  if (/^[-\u2010-\u2015*_+]/.test(rest) || (printed === '+' && /^\d/.test(rest) && match[0].length === 1))
    return []
  const sort = DASH.test(printed) ? '-' : printed
  const misread = /[~_¬]/.test(printed)
  return [
    {
      style: 'bullet',
      text: misread ? '-' : printed,
      printed,
      ordinal: 0,
      series: `bullet ${sort}`,
      length: match[0].length,
      doubt: misread ? 1 : 0,
    },
  ]
}

// Phần I · PHẦN THỨ NHẤT · Chương II · Mục 1 · Điều 3.
const NAMED =
  /^(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)\s+(?:(?:thứ|Thứ|THỨ)\s+(\p{L}+)|([IVX]{1,6}|\d{1,3}))([.:/)-]?)(?:\s+|$)/u
const NAMED_STYLES: Record<string, LabelStyle> = {
  phần: 'part',
  chương: 'chapter',
  mục: 'clause-section',
  điều: 'article',
}

function named(line: string): LabelReading[] | undefined {
  const match = NAMED.exec(line)
  if (!match) return undefined
  const [all, name = '', word, number = '', mark = ''] = match
  const ordinal = word ? WORD_ORDINALS.indexOf(word.toLowerCase()) + 1 : Number(number) || romanValue(number)
  // `Điều 3 của Luật` goes on a sentence
  if (ordinal === 0 || (mark === '' && /^\p{Ll}/u.test(line.slice(all.length)))) return []
  const printed = all.trimEnd()
  const style = NAMED_STYLES[name.toLowerCase()] as LabelStyle
  const text = mark ? printed.slice(0, -1) : printed
  return [{ style, text, printed, ordinal, series: style, length: all.length, doubt: 0 }]
}

// (1) · (a) · (ii)
const ENCLOSED = /^([\d.,'|~*_]?)\((\d{1,2}|[a-zđ]|[ivx]{2,4})\)[.:]?\s*(?=\S|$)/
// I. · 1. · 1.1. · a) · I1. · 1/ · I/- · 1.- ; the mark may lack its space, but `1/7/2025`, `2-3`, `1.000` are no labels
const MARKED =
  /^([\p{L}|!\d]{1,6}(?:[.,](?:\d{1,2}|[lLI|](?=[.)]))){0,3})\s?(\.\)|[./)][-–](?=\s|\p{Lu})|[.)/:,–-])(\s*)(?=(\S?))/u
// 3.1 Đối tượng · I MỤC ĐÍCH · 2 Yêu cầu
const UNMARKED = /^([IVX]{1,5}(?:\.\d{1,2}){0,2}|\d{1,2}(?:\.\d{1,2}){0,3})\s+(?=(\p{Lu}))/u

function numbered(line: string): LabelReading[] {
  const enclosed = ENCLOSED.exec(line)
  if (enclosed) return readEnclosed(enclosed[2] as string, enclosed[0], enclosed[1] === '' ? 0 : 1)
  const marked = MARKED.exec(line)
  if (marked) {
    const [all, core = '', mark = '', space = '', next = ''] = marked
    if (acceptsNext(core, mark, space, next)) {
      const readings = readCore(core, mark, all)
      if (readings.length > 0) return readings
    }
  }
  const heading = UNREAD_HEADING.exec(line)
  if (heading && !/\p{Ll}/u.test(line.slice(heading[0].length)))
    return readUnreadHeading(heading[1] as string, heading[0])
  const unread = UNREAD.exec(line)
  if (unread) return readUnread(unread[1] as string, unread[0])
  const unmarked = UNMARKED.exec(line)
  if (!unmarked) return readBareRoman(line)
  const core = unmarked[1] as string
  // a dotted number is a label by its dots; a bare one only where it is the next of its series
  const dotted = core.includes('.')
  return readCore(core, '.', unmarked[0]).map(reading => ({
    ...reading,
    printed: core,
    doubt: dotted && reading.text === core ? reading.doubt : 2,
  }))
}

/** Whether what follows the mark lets the mark end a label: `1.Mục đích` yes, `1/7`, `2-3`, `12.5` no. */
function acceptsNext(core: string, mark: string, space: string, next: string): boolean {
  if (next === '') return !/^[,\-–/]/.test(mark)
  if (/\d/.test(next)) return space !== '' && (mark === '.' || mark === ')')
  if (space === '' && !/[\p{Lu}"“(]/u.test(next)) return false
  if (/^[,\-–:/]/.test(mark)) return /[\p{Lu}"“]/u.test(next)
  return core !== '' // after `.` and `)` anything may stand
}

function readEnclosed(inner: string, all: string, doubt: 0 | 1): LabelReading[] {
  const printed = all.trimEnd()
  const base = {
    style: 'parenthesis' as const,
    text: `(${inner})`,
    printed,
    length: all.length,
    doubt,
  }
  if (/^\d/.test(inner)) return [{ ...base, ordinal: Number(inner), series: '(1)' }]
  const roman = romanValue(inner)
  const letter = inner.length === 1 ? ALPHABET.indexOf(inner) + 1 : 0
  const readings: LabelReading[] = []
  if (letter > 0) readings.push({ ...base, ordinal: letter, series: '(a)' })
  if (roman > 0) readings.push({ ...base, ordinal: roman, series: '(i)' })
  return readings
}

/** What a label can be, wherever it stands. */
type Meaning = Omit<LabelReading, 'printed' | 'length'>

function readCore(core: string, mark: string, all: string): LabelReading[] {
  const printed = all.trimEnd()
  const { length } = all
  const kind = mark.includes(')') ? ')' : '.'
  let meanings = MEANINGS[kind].get(core)
  if (!meanings) {
    meanings = meaningsOf(core, kind)
    if (MEANINGS[kind].size >= MOST_MEANINGS) MEANINGS[kind].clear()
    MEANINGS[kind].set(core, meanings)
  }
  return meanings.map(({ style, text, ordinal, series, doubt }) => ({
    style,
    text,
    printed,
    ordinal,
    series,
    length,
    doubt,
  }))
}

/** Labels met before, by the mark after them: the same few begin most lines. Emptied before they grow large. */
const MEANINGS = { ')': new Map<string, readonly Meaning[]>(), '.': new Map<string, readonly Meaning[]>() }
const MOST_MEANINGS = 2000

function meaningsOf(core: string, kind: ')' | '.'): Meaning[] {
  const readings: Meaning[] = []
  const add = (style: LabelStyle, text: string, ordinal: number, series: string, doubt: 0 | 1) => {
    if (ordinal > 0) readings.push({ style, text, ordinal, series, doubt })
  }
  const dotted = /^\d+(?:[.,](?:\d+|[lLI|]))+$/.test(core) ? core.replace(/[lLI|]/g, '1') : core
  // 1.L. → 1.1.
  if (dotted !== core)
    readDecimal(dotted.replaceAll(',', '.'), kind, (style, text, ordinal, series) =>
      add(style, text, ordinal, series, 1),
    )
  else if (/^\d+(?:[.,]\d+)*$/.test(core)) readDecimal(core.replaceAll(',', '.'), kind, add)
  else if (/^[IVX]+(\.\d+)+$/.test(core)) {
    const parts = core.split('.')
    add('decimal', core, Number(parts.at(-1)), `decimal ${parts.slice(0, -1).join('.')}.`, 0)
  }
  if (core.includes('.') || core.includes(',')) return readings
  const roman = romanValue(core)
  if (roman > 0 && core === core.toUpperCase()) add('roman', core, roman, 'roman', 0)
  if (core.length === 1) {
    const letter = ALPHABET.indexOf(core.toLowerCase()) + 1
    if (core === core.toLowerCase()) add('letter', core, letter, 'letter', 0)
    else add('capital', core, letter, 'capital', 0)
    const plain = ALPHABET.indexOf(bare(core)) + 1
    if (letter === 0) add('letter', bare(core), plain, 'letter', 1)
    // a worn e is a c, and the other way
    if (core === 'c') add('letter', 'e', ALPHABET.indexOf('e') + 1, 'letter', 1)
    if (core === 'e') add('letter', 'c', 3, 'letter', 1)
  }
  // misreadings: I1 → II, IH → III, l → I or 1, 11 → II, S → 5, O → 0
  const asRoman = (core === core.toUpperCase() ? bare(core) : core)
    .replace(/H/g, 'II')
    .replace(/[lL1|!iJT{[]/g, 'I')
    .replace(/[vY]/g, 'V')
    .replace(/x/g, 'X')
  if (asRoman !== core && romanValue(asRoman) > 0 && /^[IVX]+$/.test(asRoman) && core.length <= 5)
    add('roman', asRoman, romanValue(asRoman), 'roman', 1)
  const asDecimal = bare(core)
    .replace(/[lI|!i]/g, '1')
    .replace(/[SsŚ]/g, '5')
    .replace(/[OoQD]/g, '0')
    .replace(/[zZ]/g, '2')
    .replace(/[b]/g, '6')
    .replace(/[g]/g, '9')
  if (asDecimal !== core && /^[1-9]\d?$/.test(asDecimal))
    add('decimal', asDecimal, Number(asDecimal), kind === ')' ? 'decimal )' : 'decimal', 1)
  if (core === '6' && kind === ')') add('letter', 'b', 2, 'letter', 1)
  // 52 where 5.2 lost its dot, 111 for 1.1.1
  if (/^[1-9]{2,3}$/.test(core)) {
    const digits = [...core]
    add('decimal', digits.join('.'), Number(digits.at(-1)), `decimal ${digits.slice(0, -1).join('.')}.`, 1)
  }
  return readings
}

// VL KINH PHÍ THỰC HIỆN
const BARE_ROMAN = /^([IVXLl1|!{[]{1,5})\s+(?=\p{Lu}{2})/u

function readBareRoman(line: string): LabelReading[] {
  const match = BARE_ROMAN.exec(line)
  if (!match || /\p{Ll}/u.test(line.slice(match[0].length))) return []
  const core = match[1] as string
  return readCore(core, '.', match[0]).map(reading => ({ ...reading, printed: core, doubt: 2 }))
}

// Vv. TỔ CHỨC THỰC HIỆN · 1Iv/ TỔ CHỨC THỰC HIỆN
const UNREAD_HEADING = /^([^\s]{1,4}[.,/])\s+(?=\p{Lu}{2})/u

function readUnreadHeading(printed: string, all: string): LabelReading[] {
  const base = { text: printed.slice(0, -1), printed, ordinal: NEXT, length: all.length, doubt: 1 as const }
  return [
    { ...base, style: 'roman', series: 'roman' },
    { ...base, style: 'capital', series: 'capital' },
  ]
}

// ¢) Hình thành … · ~e) Ban hành …
const UNREAD = /^([^\s()\p{Lu}]{1,3}\))\s*(?=\p{Lu})/u

function readUnread(printed: string, all: string): LabelReading[] {
  const glyph = printed.replace(/[^\p{L}¢€©]/gu, '')
  if (/^[¢€©ce]$/.test(glyph)) {
    const letter = {
      style: 'letter' as const,
      printed,
      series: 'letter',
      length: all.length,
      doubt: 1 as const,
    }
    return [
      { ...letter, text: 'c', ordinal: 3 },
      { ...letter, text: 'e', ordinal: 6 },
    ]
  }
  const base = { text: printed.slice(0, -1), printed, ordinal: NEXT, length: all.length, doubt: 1 as const }
  return [
    { ...base, style: 'letter', series: 'letter' },
    { ...base, style: 'parenthesis', series: 'decimal )' },
  ]
}

function readDecimal(
  core: string,
  kind: string,
  add: (style: LabelStyle, text: string, ordinal: number, series: string, doubt: 0 | 1) => void,
): void {
  const parts = core.split('.')
  const last = parts.at(-1) as string
  if (last.length > 2) return // years, amounts
  if (parts.length > 1) add('decimal', core, Number(last), `decimal ${parts.slice(0, -1).join('.')}.`, 0)
  else if (kind === ')') add('parenthesis', core, Number(last), 'decimal )', 0)
  else add('decimal', core, Number(last), 'decimal', 0)
}
