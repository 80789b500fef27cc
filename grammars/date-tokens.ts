import { createToken } from './chevrotain.ts'
import { patternRule, phraseRule, Rules } from './lexing.ts'
import { phraseList } from './phrases.ts'

/**
 * The words of a time, which the grammar of times is written in.
 *
 *     Trước  ngày  15/6/2026        Quý      III    /      2026   và   cập nhật   thường xuyên
 *     Before Day   FullDate         Quarter  Roman  Slash  Year   And  Rest Rest  Recurring
 */
export type Recurrence = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'half-yearly' | 'yearly' | 'regular'

const token = (name: string) => createToken({ name, pattern: /(?!)/ })
export const FullDate = token('FullDate') // 15/6/2026, 15.6.2026
export const MonthYear = token('MonthYear') // 6/2026
export const DayMonth = token('DayMonth') // 15/6
export const Year = token('Year')
export const Small = token('Small') // 15, 06
export const Roman = token('Roman')
export const Recurring = token('Recurring') // hằng tháng, thường xuyên
export const HalfYear = token('HalfYear') // 6 tháng đầu năm
export const Before = token('Before') // trước, chậm nhất
export const Until = token('Until') // đến hết, đến
export const After = token('After') // từ, sau
export const Day = token('Day')
export const Month = token('Month')
export const Quarter = token('Quarter')
export const InYear = token('InYear')
export const Phase = token('Phase') // Giai đoạn 1, Đợt 2
export const PartOf = token('PartOf') // đầu, giữa, cuối
export const WholeYear = token('WholeYear') // cả năm, trong năm
export const Slash = token('Slash')
export const Dash = token('Dash')
export const And = token('And')
export const Clock = token('Clock') // 17h00
export const Rest = token('Rest')

const RECURRENCES: [Recurrence, string[]][] = [
  ['daily', ['hằng ngày', 'hàng ngày', 'mỗi ngày', 'lần/ngày']],
  ['weekly', ['hằng tuần', 'hàng tuần', 'mỗi tuần', 'định kỳ tuần', 'lần/tuần', 'lần / tuần']],
  ['monthly', ['hằng tháng', 'hàng tháng', 'mỗi tháng', 'từng tháng', 'định kỳ tháng', 'lần/tháng']],
  ['quarterly', ['hằng quý', 'hàng quý', 'mỗi quý', 'từng quý', 'định kỳ quý', 'lần/quý']],
  ['half-yearly', ['6 tháng', '06 tháng', 'sáu tháng', '6 tháng/lần', '06 tháng/lần']],
  ['yearly', ['hằng năm', 'hàng năm', 'mỗi năm', 'từng năm', 'các năm', 'những năm tiếp theo', 'lần/năm']],
  ['regular', ['thường xuyên', 'liên tục', 'định kỳ', 'thường kỳ', 'suốt năm', 'quanh năm']],
]
/** Those that say only that something recurs. */
export const VAGUE = new Set(['định kỳ', 'thường kỳ'])
/** What recurs how, by the phrase. */
export const every = new Map(
  RECURRENCES.flatMap(([name, list]) => list.map(phrase => [phrase, name] as const)),
)

const DIGITS = [...'0123456789']
const CLOCK = String.raw`\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{2})?(?:\s?phút)?`
/** What each word of a time is, the first rule that fits. */
export const RULES = new Rules([
  patternRule(Rest, new RegExp(String.raw`(?:từ\s)?${CLOCK}\s?(?:-|–|đến)\s?${CLOCK}`, 'iuy'), [
    'từ',
    ...DIGITS,
  ]),
  patternRule(Clock, new RegExp(CLOCK, 'iuy'), 'digit'),
  // `12/2022/NĐ-CP` is a document
  patternRule(
    Rest,
    /\d{1,5}(?:\s?\/\s?(?:19|20)\d\d)?\s?[/-]\s?\p{Lu}[\p{L}\d]*(?:[-/.&]\p{L}+)*/uy,
    'digit',
  ),
  patternRule(Rest, /năm học\s(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?/iuy, ['năm']),
  patternRule(PartOf, /tuần (?:thứ )?(?:\d|đầu|cuối|nhất|hai|ba|tư|[IVX]+)(?: của)?/iuy, ['tuần']),
  patternRule(FullDate, /(?:0?[1-9]|[12]\d|3\d)\s?([/.-])\s?(?:0?[1-9]|1\d)\s?\1\s?(?:19|20)\d\d/y, 'digit'),
  patternRule(MonthYear, /(?:0?[1-9]|1\d)\s?[/.-]\s?(?:19|20)\d\d/y, 'digit'),
  patternRule(DayMonth, /(?:0?[1-9]|[12]\d|3\d)\s?[/]\s?(?:1\d|0?[1-9])/y, 'digit'),
  patternRule(HalfYear, /(?:0?6|sáu) tháng (?:đầu|cuối)(?: năm)?|nửa (?:đầu|cuối) năm/iuy, [
    'sáu',
    'nửa',
    ...DIGITS,
  ]),
  phraseRule(Recurring, phraseList(every.keys())),
  patternRule(Year, /(?:19|20)\d\d/y, 'digit'),
  patternRule(Phase, /(?:giai đoạn|đợt)\s(?:\d{1,2}(?!\s?[/.\d])|[IVX]+|một|hai|ba|đầu)/iuy, ['giai', 'đợt']),
  phraseRule(
    Before,
    phraseList(['trước', 'chậm nhất', 'muộn nhất', 'chậm nhất là', 'không quá', 'hạn cuối']),
  ),
  phraseRule(Until, phraseList(['đến', 'đến hết', 'tới', 'hết', 'cho đến', 'đến trước'])),
  phraseRule(After, phraseList(['từ', 'sau', 'kể từ', 'bắt đầu từ', 'từ sau', 'bắt đầu'])),
  phraseRule(WholeYear, phraseList(['cả năm', 'trong năm', 'suốt năm', 'cuối năm', 'đầu năm', 'giữa năm'])),
  phraseRule(Day, phraseList(['ngày', 'các ngày'])),
  phraseRule(Month, phraseList(['tháng', 'các tháng'])),
  phraseRule(Quarter, phraseList(['quý', 'quí', 'các quý'])),
  phraseRule(InYear, phraseList(['năm', 'giai đoạn', 'các năm'])),
  phraseRule(PartOf, phraseList(['đầu', 'giữa', 'cuối', 'trung tuần', 'thượng tuần', 'hạ tuần'])),
  patternRule(Roman, /IV|IX|VI{0,3}|XI{0,2}|I{1,3}/y, 'letter'),
  patternRule(Small, /\d{1,2}/y, 'digit'),
  patternRule(Slash, /\//y, 'mark'),
  patternRule(Dash, /[-–—]/y, 'mark'),
  patternRule(And, /,|và|&/iuy, [',', 'và', '&']),
])
// biome-ignore format: one list
export const TOKENS = [
  FullDate, MonthYear, DayMonth, Year, Small, Roman, Recurring, HalfYear, Before, Until, After, Day, Month,
  Quarter, InYear, Phase, PartOf, WholeYear, Slash, Dash, And, Clock, Rest,
]
