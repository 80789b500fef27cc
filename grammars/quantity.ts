import type { IToken } from 'chevrotain'
import { lazily } from '../src/lazily.ts'
import { createToken, EmbeddedActionsParser, EOF } from './chevrotain.ts'
import { lexWords, patternRule, phraseRule, Rules } from './lexing.ts'
import { phraseList, type Word, words } from './phrases.ts'
import { QuantitiesVocabulary, readVocabulary } from './vocabulary.ts'

/**
 * Numbers of a clause with the words that make them a measure.
 *
 *     Tối thiểu 80% các trường học …      → >= 80 %
 *     mỗi thôn tổ chức ít nhất 01 đợt …   → >= 1 đợt
 *     … đạt từ 95% trở lên                → >= 95 %
 *     giảm từ 1,5 - 2%                    → >= 1.5 %, the nearer end of the range
 *     hoàn thành 09 mục tiêu              → = 9, no counted noun
 */
export interface Quantity {
  value: number
  /** The mark after the number: a percentage, or per mille. */
  share?: '%' | '‰'
  comparator: '=' | '>=' | '<='
  /** By what it is compared: a clear word (`ít nhất`, `trở lên`), one that may state a condition (`trên`), or nothing. */
  compared: 'clearly' | 'weakly' | 'not'
  /** Offsets of the number with its `%`. */
  start: number
  end: number
  /** Offset after `trở lên`, `trở xuống` where one follows. */
  after: number
}

const vocabulary = readVocabulary('quantities', QuantitiesVocabulary)

const weak = new Set(vocabulary.weak)

const token = (name: string) => createToken({ name, pattern: /(?!)/ })
const AtLeast = token('AtLeast')
const AtMost = token('AtMost')
const OrMore = token('OrMore')
const OrLess = token('OrLess')
const Numeral = token('Numeral')
const Percent = token('Percent')
const To = token('To')
const Measure = token('Measure') // a date, a document's number: digits that count nothing
const Rest = token('Rest')

const RULES = new Rules([
  phraseRule(AtLeast, phraseList(vocabulary.atLeast)),
  phraseRule(AtMost, phraseList(vocabulary.atMost)),
  phraseRule(OrMore, phraseList(vocabulary.orMore)),
  phraseRule(OrLess, phraseList(vocabulary.orLess)),
  patternRule(
    Measure,
    /\d{1,4}(?:\s?\/\s?[\p{L}\d]+)+(?:[.&-][\p{L}\d]+)*(?:\/\d+)*|\d{1,4}-\p{Lu}[\p{L}\d]*(?:\/\p{L}+)?/uy,
    'digit',
  ),
  patternRule(Measure, /\d{1,2}\.\d{1,2}\.\d{2,4}/y, 'digit'),
  patternRule(Numeral, /\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?/y, 'digit'),
  patternRule(Percent, /[%‰]/y, ['%', '‰']),
  patternRule(To, /[-–—]|đến(?![\p{L}])/uy, ['-', '–', '—', 'đến']),
])

/**
 *     quantities := { quantity }            words between them are passed over
 *     quantity   := [ít nhất | không quá] number [%] [- number [%]] [trở lên | trở xuống]
 */
class QuantityParser extends EmbeddedActionsParser {
  constructor() {
    super([AtLeast, AtMost, OrMore, OrLess, Numeral, Percent, To, Measure, Rest])
    this.performSelfAnalysis()
  }

  readonly quantities = this.RULE('quantities', (): Quantity[] => {
    const found: Quantity[] = []
    // as tokens of the grammar each word would cost as much as a quantity
    this.MANY({
      GATE: () => this.#quantityAhead(),
      DEF: () => {
        const quantity = this.SUBRULE(this.quantity)
        this.ACTION(() => found.push(quantity))
      },
    })
    return found
  })

  private readonly quantity = this.RULE('quantity', (): Quantity => {
    let comparator = '=' as Quantity['comparator']
    let compared: Quantity['compared'] = 'not'
    const weigh = (word: IToken) =>
      this.ACTION(() => {
        compared = weak.has(word.image.toLowerCase()) ? 'weakly' : 'clearly'
      })
    this.OPTION(() => {
      this.OR([
        {
          ALT: () => {
            weigh(this.CONSUME(AtLeast))
            comparator = '>='
          },
        },
        {
          ALT: () => {
            weigh(this.CONSUME(AtMost))
            comparator = '<='
          },
        },
      ])
    })
    const number = this.CONSUME(Numeral)
    let end = number
    let share: Quantity['share']
    this.OPTION2(() => {
      end = this.CONSUME(Percent)
      share = shareOf(end)
    })
    // a range promises its nearer end: at least the lower, where a limit is set at most the upper
    let furthest: IToken | undefined
    this.OPTION4({
      GATE: () => this.LA(1).tokenType === To && this.LA(2).tokenType === Numeral,
      DEF: () => {
        this.CONSUME(To)
        furthest = this.CONSUME2(Numeral)
        end = furthest
        this.OPTION5(() => {
          end = this.CONSUME2(Percent)
          share = shareOf(end)
        })
      },
    })
    let last: IToken | undefined
    this.OPTION3(() => {
      this.OR2([
        {
          ALT: () => {
            last = this.CONSUME(OrMore)
            compared = 'clearly'
            comparator = '>='
          },
        },
        {
          ALT: () => {
            last = this.CONSUME(OrLess)
            compared = 'clearly'
            comparator = '<='
          },
        },
      ])
    })
    const limit = comparator === '<='
    return this.ACTION(() => ({
      value: numeral((limit ? furthest : undefined)?.image ?? number.image),
      ...(share && { share }),
      comparator: furthest && !limit ? '>=' : comparator,
      compared,
      start: number.startOffset,
      end: endOf(end),
      after: endOf(last ?? end),
    }))
  })

  /** Passes over what is no quantity; whether one follows. */
  #quantityAhead(): boolean {
    for (let next = this.LA(1).tokenType; next !== EOF; next = this.LA(1).tokenType) {
      if (next === Numeral) return true
      if ((next === AtLeast || next === AtMost) && this.LA(2).tokenType === Numeral) return true
      this.SKIP_TOKEN()
    }
    return false
  }
}

const endOf = (at: IToken): number => (at.endOffset ?? at.startOffset) + 1

const shareOf = (at: IToken): NonNullable<Quantity['share']> => (at.image === '‰' ? '‰' : '%')

/** `1.500` is fifteen hundred, `98,5` and `98.5` are a fraction. */
function numeral(image: string): number {
  if (/^\d{1,3}(?:\.\d{3})+/.test(image)) return Number(image.replaceAll('.', '').replace(',', '.'))
  return Number(image.replace(',', '.'))
}

export const quantityParser = lazily(() => new QuantityParser())

/** The quantities of a clause in order, dates and document numbers left out; `cut` are its words. Never throws. */
export function parseQuantities(text: string, cut?: readonly Word[]): Quantity[] {
  if (!/\d/.test(text)) return []
  const parser = quantityParser()
  parser.input = lexWords(cut ?? words(text), text, RULES, Rest, 'joined')
  return parser.quantities() ?? []
}
