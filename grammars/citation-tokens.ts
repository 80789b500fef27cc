import type { TokenType } from 'chevrotain'
import { createToken } from './chevrotain.ts'
import { patternRule, phraseRule, type Rule, Rules } from './lexing.ts'
import { key, Phrases, phraseList, type Word } from './phrases.ts'
import {
  CitationsVocabulary,
  type DocumentType,
  DocumentTypesVocabulary,
  readVocabulary,
} from './vocabulary.ts'

/**
 * The words of a text as far as they bear on which documents it names; what the grammar of citations is written in.
 *
 *     Quyết định  số  12/QĐ-UBND  ngày 05/01/2026  của  UBND tỉnh  về việc  phê duyệt  Đề án  "…"
 *     Kind        No  Named       Day              Of   Rest …     Opening  Enclosing  Kind   Quoted
 */
export const vocabulary = readVocabulary('citations', CitationsVocabulary)
const types = readVocabulary('document-types', DocumentTypesVocabulary)

/** Types of documents by all their names and symbols. */
export const kinds = new Phrases<DocumentType>(
  types.flatMap(type => [...type.symbols, ...type.variants, type.name].map(name => [name, type] as const)),
)

const token = (name: string) => createToken({ name, pattern: /(?!)/ })
export const Kind = token('Kind')
export const Named = token('Named') // số 12/QĐ-UBND needs no "số"
export const YearNumber = token('YearNumber') // 24/2020, only after "số"
export const Bare = token('Bare') // 06
export const No = token('No') // số
export const Day = token('Day') // ngày 05/01/2026
export const Of = token('Of')
export const Opening = token('Opening') // về việc
export const TitleWord = token('TitleWord') // quy định
export const Enclosing = token('Enclosing') // phê duyệt
export const Enclosed = token('Enclosed') // ban hành kèm theo
export const Carrying = token('Carrying') // thực hiện
export const Period = token('Period') // giai đoạn 2026 - 2030
export const Quoted = token('Quoted')
export const Particle = token('Particle')
export const TitleEnd = token('TitleEnd')
export const Stop = token('Stop')
export const Comma = token('Comma')
export const And = token('And')
export const Open = token('Open')
export const Close = token('Close')
export const Rest = token('Rest')

/** A list whose phrases count in lower case only: `Bộ Xây dựng` is a name. */
const lowerRule = (type: TokenType, list: Phrases<true>): Rule => ({
  type,
  mayBegin: key => list.mayBegin(key),
  length: (text, index) => (isLower(text[index]?.text ?? '') ? (list.at(text, index)?.length ?? 0) : 0),
})
export const isLower = (word: string) => /^\p{Ll}/u.test(word)

const DIGITS = [...'0123456789']
const SYMBOL = String.raw`\p{Lu}[\p{L}\d]*(?:[.&]\p{L}+)*`
/** What each word of a text is, the first rule that fits. */
export const RULES = new Rules([
  patternRule(Quoted, /“[^”]{2,600}”|"[^"]{2,600}"/y, 'mark'),
  patternRule(
    Day,
    /(?:ngày\s{1,3})?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d|ngày\s{1,3}\d{1,2}\s{1,3}tháng\s{1,3}\d{1,2}\s{1,3}năm\s{1,3}\d{4}/iuy,
    ['ngày', ...DIGITS],
  ),
  patternRule(
    Named,
    new RegExp(
      String.raw`\d{1,5}[a-zđ]?(?:\s?/\s?(?:19|20)\d\d)?(?:\s?/\s?${SYMBOL}|[-–]${SYMBOL}|\s[-–]\s?${SYMBOL}(?=\s?/))(?:\s?/\s?${SYMBOL}|[-–](?:\s?[-–])?${SYMBOL})*`,
      'uy',
    ),
    'digit',
  ),
  patternRule(YearNumber, /\d{1,5}\s?\/\s?(?:19|20)\d\d/y, 'digit'),
  patternRule(Period, /(?:giai đoạn|thời kỳ|nhiệm kỳ)\s(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d/iuy, [
    'giai',
    'thời',
    'nhiệm',
  ]),
  patternRule(
    Period,
    /(?:tầm nhìn|định hướng)?(?:\s?đến)?(?:\s?năm)?\s?(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?/iuy,
    ['tầm', 'định', 'đến', 'năm', ...DIGITS],
  ),
  patternRule(Bare, /(?!0+\b)\d{1,4}/y, 'digit'),
  patternRule(No, /số(?:\s?:)?/iuy, ['số']),
  {
    type: Kind,
    mayBegin: key => kinds.mayBegin(key),
    length(text, index) {
      const kind = kinds.at(text, index)
      if (!kind) return 0
      const printed = text[index]?.text ?? ''
      const abbreviated =
        kind.length === 1 && kind.value.symbols.some(symbol => key(symbol) === text[index]?.key)
      if (abbreviated) return kind.value.symbols.includes(printed) && isNumber(text, index + 1) ? 1 : 0
      return kind.value.known === 'name' && isLower(printed) ? 0 : kind.length
    },
  },
  phraseRule(Enclosed, phraseList(vocabulary.enclosed)),
  phraseRule(Opening, phraseList(vocabulary.titleOpenings)),
  {
    type: Enclosing,
    mayBegin: key => enclosing.mayBegin(key),
    length: (text, index) => enclosing.at(text, index)?.length ?? 0,
  },
  lowerRule(TitleEnd, phraseList(vocabulary.titleEnds)),
  phraseRule(Carrying, phraseList(vocabulary.carrying)),
  lowerRule(TitleWord, phraseList(vocabulary.titleWords)),
  lowerRule(
    Particle,
    phraseList(
      'đã được để trên tại trong cho theo có là với do khi đến từ này nêu nói bằng như vào sẽ phải cần các những tới nếu thì mà'.split(
        ' ',
      ),
    ),
  ),
  patternRule(Of, /của/uy, ['của']),
  patternRule(And, /và|cùng/uy, ['và', 'cùng']),
  patternRule(Comma, /,/y, [',']),
  patternRule(Stop, /;/y, [';']),
  {
    type: Stop,
    mayBegin: key => key === '.',
    length: (text, index, source) => (sentenceEnds(source, text[index]?.start ?? 0) ? 1 : 0),
  },
  patternRule(Open, /[([]/y, ['(', '[']),
  patternRule(Close, /[)\]]/y, [')', ']']),
])
const enclosing = phraseList(vocabulary.enclosing)
// biome-ignore format: one list
export const TOKENS = [
  Kind, Named, YearNumber, Bare, No, Day, Of, Opening, TitleWord, Enclosing, Enclosed, Carrying, Period, Quoted,
  Particle, TitleEnd, Stop, Comma, And, Open, Close, Rest,
]

/** `số`, or a number with its symbol: `NĐ 32/2024/NĐ-CP`. */
function isNumber(text: readonly Word[], index: number): boolean {
  if (text[index]?.key === 'số') return true
  return /^\d+$/.test(text[index]?.key ?? '') && /^[/-]$/.test(text[index + 1]?.text ?? '')
}

/** A full stop that ends a sentence: at the end, or before a blank and a capital. */
function sentenceEnds(source: string, at: number): boolean {
  if (source[at] !== '.') return false
  const after = source.slice(at + 1, at + 4)
  return after.trim() === '' || /^\/?\.?\s+[\p{Lu}\d“"]/u.test(after) || after.startsWith('/.')
}
