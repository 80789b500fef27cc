import type { IToken } from 'chevrotain'
import { lazily } from '../src/lazily.ts'
import { EmbeddedActionsParser } from './chevrotain.ts'
import {
  After,
  And,
  Before,
  Clock,
  Dash,
  Day,
  DayMonth,
  every,
  FullDate,
  HalfYear,
  InYear,
  Month,
  MonthYear,
  PartOf,
  Phase,
  Quarter,
  type Recurrence,
  Recurring,
  Rest,
  Roman,
  RULES,
  Slash,
  Small,
  TOKENS,
  Until,
  VAGUE,
  WholeYear,
  Year,
} from './date-tokens.ts'
import { lex } from './lexing.ts'

/**
 * Times as plans word them.
 *
 *     Trước ngày 15/6/2026                                   before a day
 *     từ ngày 29/6 đến hết ngày 09/7/2026                     a range; the first takes the year of the second
 *     Quý III/2026 và cập nhật thường xuyên                   a quarter; a recurrence
 *     Tháng 6 - 8/2026 · 6 tháng đầu năm · Giai đoạn 2026 - 2030 · Đợt 1 · trước ngày 14 hằng tháng
 *
 * The grammar only finds the parts; `src/interpret/dates.ts` gives them their year and their first and last day.
 */
export type Bound = 'before' | 'until' | 'from' | 'after' | 'within'
export type Part = 'early' | 'middle' | 'late'

/** A day, month, quarter, half year or year; what is not printed is absent. */
export interface Point {
  day?: number
  month?: number
  quarter?: number
  /** 1 or 2: `6 tháng đầu năm`, `6 tháng cuối năm`. */
  half?: number
  year?: number
  part?: Part
}

export type TimePart =
  /** `listed`: the two are named, not all between them (`tháng 6, tháng 12`). */
  | { type: 'point'; bound: Bound; from?: Point; to: Point; listed?: true }
  /** `vague`: only that it recurs, `định kỳ`. */
  | { type: 'recurrence'; every: Recurrence; vague?: true }
  | { type: 'phase'; name: string }

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/**
 *     time  := { range | recurrence | phase | other }
 *     range := [từ] point (đến | -) point | [trước | đến | sau] point
 *     point := date | day/month [năm year] | ngày 15 tháng 6 [năm year] | [đầu | cuối] tháng 6 [/year]
 *            | quý III [/year] | 6 tháng đầu năm [year] | năm year | cả năm
 */
class TimeParser extends EmbeddedActionsParser {
  constructor() {
    super(TOKENS, { maxLookahead: 3, recoveryEnabled: false })
    this.performSelfAnalysis()
  }

  readonly time = this.RULE('time', (): TimePart[] => {
    const parts: TimePart[] = []
    this.MANY(() => {
      const part = this.OR<TimePart | undefined>([
        { ALT: () => this.SUBRULE(this.recurrence) },
        { ALT: () => ({ type: 'phase', name: this.CONSUME(Phase).image }) },
        { GATE: () => this.#daysAhead(), ALT: () => this.SUBRULE(this.days) },
        { GATE: () => this.#pointAhead(), ALT: () => this.SUBRULE(this.range) },
        { ALT: () => this.SUBRULE(this.other) },
      ])
      if (part) parts.push(part)
    })
    return parts
  })

  private readonly recurrence = this.RULE('recurrence', (): TimePart => {
    const image = this.CONSUME(Recurring).image
    return this.ACTION(() => ({
      type: 'recurrence',
      every: every.get(plain(image)) ?? 'regular',
      ...(VAGUE.has(plain(image)) ? { vague: true } : {}),
    }))
  })

  private readonly other = this.RULE('other', (): undefined => {
    this.OR([
      { ALT: () => this.CONSUME(Before) },
      { ALT: () => this.CONSUME(Until) },
      { ALT: () => this.CONSUME(After) },
      { ALT: () => this.CONSUME(Day) },
      { ALT: () => this.CONSUME(Month) },
      { ALT: () => this.CONSUME(Quarter) },
      { ALT: () => this.CONSUME(InYear) },
      { ALT: () => this.CONSUME(PartOf) },
      { ALT: () => this.CONSUME(Small) },
      { ALT: () => this.CONSUME(Roman) },
      { ALT: () => this.CONSUME(Slash) },
      { ALT: () => this.CONSUME(Dash) },
      { ALT: () => this.CONSUME(And) },
      { ALT: () => this.CONSUME(Rest) },
      { ALT: () => this.CONSUME(Year) },
      { ALT: () => this.CONSUME(DayMonth) },
      { ALT: () => this.CONSUME(MonthYear) },
      { ALT: () => this.CONSUME(FullDate) },
      { ALT: () => this.CONSUME(HalfYear) },
      { ALT: () => this.CONSUME(WholeYear) },
      { ALT: () => this.CONSUME(Clock) },
    ])
  })

  /** Two days of one month: `từ ngày 01 đến ngày 15 tháng 6`. */
  private readonly days = this.RULE('days', (): TimePart => {
    this.OPTION(() => this.CONSUME(After))
    this.OPTION2(() => this.CONSUME(Day))
    const first = this.CONSUME(Small)
    this.OR([
      { ALT: () => this.CONSUME(Until) },
      { ALT: () => this.CONSUME(Dash) },
      { ALT: () => this.CONSUME(And) },
    ])
    const to = this.SUBRULE(this.point)
    return this.ACTION(() => ({ type: 'point', bound: 'within', from: { ...to, day: value(first) }, to }))
  })

  private readonly range = this.RULE('range', (): TimePart => {
    let bound: Bound = 'within'
    this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(Before)
            bound = 'before'
          },
        },
        {
          ALT: () => {
            this.CONSUME(Until)
            bound = 'until'
          },
        },
        {
          ALT: () => {
            const { image } = this.CONSUME(After)
            bound = /sau$/i.test(image) ? 'after' : 'from'
          },
        },
      ]),
    )
    this.OPTION3(() => this.CONSUME(Clock))
    const first = this.SUBRULE(this.point)
    let second: Point | undefined
    let listed = false
    let scattered = false
    this.MANY({
      GATE: () => (second === undefined || listed) && this.#secondAhead(second ?? first),
      DEF: () => {
        this.OR2([
          { ALT: () => this.CONSUME2(Until) },
          { ALT: () => this.CONSUME(Dash) },
          {
            ALT: () => {
              this.CONSUME(And)
              listed = true
            },
          },
        ])
        const before = second ?? first
        const next: Point = this.OR3([
          { GATE: () => this.#pointAhead(), ALT: () => this.SUBRULE2(this.point) },
          { ALT: () => this.SUBRULE(this.bare, { ARGS: [before] }) },
        ])
        this.ACTION(() => {
          second = next
          if (listed && !follows(before, next)) scattered = true
        })
      },
    })
    return this.ACTION(() => {
      if (!second) return { type: 'point', bound, to: first }
      return {
        type: 'point',
        bound: 'within',
        from: first,
        to: second,
        ...(scattered ? { listed: true } : {}),
      }
    })
  })

  /** The second end of a range that is only a number: `Tháng 6 - 8/2026`, `Quý II, III`, `2026 - 2030`. */
  private readonly bare = this.RULE('bare', (first: Point): Point => {
    const point: Point = {}
    this.OR([
      {
        ALT: () => {
          const { image } = this.CONSUME(MonthYear)
          const [month, year] = numbers(image)
          this.ACTION(() =>
            Object.assign(point, first.day && !first.month ? { day: month } : { month, year }),
          )
        },
      },
      {
        ALT: () => {
          const number = this.OR2([{ ALT: () => this.CONSUME(Small) }, { ALT: () => this.CONSUME(Roman) }])
          this.ACTION(() =>
            Object.assign(point, first.quarter ? { quarter: value(number) } : { month: value(number) }),
          )
          this.OPTION({
            GATE: () => this.#yearAhead(),
            DEF: () => Object.assign(point, this.SUBRULE(this.ofYear)),
          })
        },
      },
      {
        ALT: () => {
          const year = this.CONSUME(Year)
          this.ACTION(() => {
            point.year = Number(year.image)
          })
        },
      },
    ])
    return point
  })

  private readonly point = this.RULE('point', (): Point => {
    const point: Point = {}
    this.OPTION(() => {
      const part = this.CONSUME(PartOf)
      this.ACTION(() => {
        const edge = partOf(part.image)
        if (edge) point.part = edge
      })
    })
    this.OPTION2(() => this.CONSUME(Day))
    this.OR([
      {
        ALT: () => {
          const { image } = this.CONSUME(FullDate)
          this.ACTION(() => {
            const [day, month, year] = numbers(image)
            Object.assign(point, { day, month, year })
          })
        },
      },
      {
        ALT: () => {
          const { image } = this.CONSUME(DayMonth)
          this.ACTION(() => {
            const [day, month] = numbers(image)
            Object.assign(point, { day, month })
          })
          this.OPTION3({
            GATE: () => this.#yearAhead(),
            DEF: () => Object.assign(point, this.SUBRULE(this.ofYear)),
          })
        },
      },
      {
        ALT: () => {
          const day = this.CONSUME(Small)
          this.ACTION(() => {
            point.day = value(day)
          })
          this.CONSUME(Month)
          Object.assign(point, this.SUBRULE(this.month))
        },
      },
      {
        ALT: () => {
          this.CONSUME2(Month)
          Object.assign(point, this.SUBRULE2(this.month))
        },
      },
      {
        ALT: () => {
          const { image } = this.CONSUME2(MonthYear)
          this.ACTION(() => {
            const [month, year] = numbers(image)
            Object.assign(point, { month, year })
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(Quarter)
          this.OR2([
            {
              ALT: () => {
                const quarter = this.OR3([
                  { ALT: () => this.CONSUME2(Small) },
                  { ALT: () => this.CONSUME(Roman) },
                ])
                this.ACTION(() => {
                  point.quarter = value(quarter)
                })
                this.OPTION4({
                  GATE: () => this.#yearAhead(),
                  DEF: () => Object.assign(point, this.SUBRULE2(this.ofYear)),
                })
              },
            },
            {
              ALT: () => {
                const { image } = this.CONSUME3(MonthYear)
                this.ACTION(() => {
                  const [quarter, year] = numbers(image)
                  Object.assign(point, { quarter, year })
                })
              },
            },
          ])
        },
      },
      {
        ALT: () => {
          const { image } = this.CONSUME(HalfYear)
          this.ACTION(() => {
            point.half = /cuối/i.test(image) ? 2 : 1
          })
          this.OPTION5(() => {
            const year = this.CONSUME(Year)
            this.ACTION(() => {
              point.year = Number(year.image)
            })
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME(InYear)
          const year = this.CONSUME2(Year)
          this.ACTION(() => {
            point.year = Number(year.image)
          })
        },
      },
      {
        ALT: () => {
          const { image } = this.CONSUME(WholeYear)
          this.ACTION(() => {
            const part = partOf(image)
            if (part) point.part = part
          })
          this.OPTION6(() => {
            const year = this.CONSUME3(Year)
            this.ACTION(() => {
              point.year = Number(year.image)
            })
          })
        },
      },
      {
        ALT: () => {
          const year = this.CONSUME4(Year)
          this.ACTION(() => {
            point.year = Number(year.image)
          })
        },
      },
    ])
    return point
  })

  private readonly month = this.RULE('month', (): Point => {
    const point: Point = {}
    this.OR([
      {
        ALT: () => {
          const { image } = this.CONSUME(MonthYear)
          this.ACTION(() => {
            const [month, year] = numbers(image)
            Object.assign(point, { month, year })
          })
        },
      },
      {
        ALT: () => {
          const number = this.OR2([{ ALT: () => this.CONSUME(Small) }, { ALT: () => this.CONSUME(Roman) }])
          this.ACTION(() => {
            point.month = value(number)
          })
          this.OPTION({
            GATE: () => this.#yearAhead(),
            DEF: () => Object.assign(point, this.SUBRULE(this.ofYear)),
          })
        },
      },
    ])
    return point
  })

  private readonly ofYear = this.RULE('ofYear', (): Point => {
    this.OR([{ ALT: () => this.CONSUME(Slash) }, { ALT: () => this.CONSUME(InYear) }])
    const year = this.CONSUME(Year)
    return this.ACTION(() => ({ year: Number(year.image) }))
  })

  /** Whether the words ahead are a point, perhaps after a bound: a number alone is none. */
  #pointAhead(): boolean {
    let at = 1
    let type = this.LA(at).tokenType
    if (type === Before || type === Until || type === After) type = this.LA(++at).tokenType
    if (type === Clock) at++
    return this.#pointFrom(at)
  }

  /** Whether the words from there on are a point without a bound. */
  #pointFrom(start: number): boolean {
    let at = start
    let type = this.LA(at).tokenType
    if (type === PartOf) type = this.LA(++at).tokenType
    if (type === Day) {
      type = this.LA(++at).tokenType
      return (
        type === FullDate ||
        type === DayMonth ||
        type === MonthYear ||
        (type === Small && this.#monthAt(at + 1))
      )
    }
    if (type === Small) return this.#monthAt(at + 1)
    if (type === Month) return isNumber(this.LA(at + 1)) || this.LA(at + 1).tokenType === MonthYear
    if (type === Quarter) return isNumber(this.LA(at + 1)) || this.LA(at + 1).tokenType === MonthYear
    if (type === InYear) return this.LA(at + 1).tokenType === Year
    return (
      type === FullDate ||
      type === DayMonth ||
      type === MonthYear ||
      type === HalfYear ||
      type === WholeYear ||
      type === Year
    )
  }

  /** `/2026` or `năm 2026`. */
  #yearAhead(): boolean {
    const { tokenType } = this.LA(1)
    return (tokenType === Slash || tokenType === InYear) && this.LA(2).tokenType === Year
  }

  #daysAhead(): boolean {
    let at = 1
    if (this.LA(at).tokenType === After) at++
    if (this.LA(at).tokenType === Day) at++
    if (this.LA(at).tokenType !== Small) return false
    const join = this.LA(at + 1).tokenType
    if (join !== Until && join !== Dash && join !== And) return false
    at += 2
    if (this.LA(at).tokenType === Day) at++
    const { tokenType } = this.LA(at)
    return tokenType === FullDate || tokenType === DayMonth || (tokenType === Small && this.#monthAt(at + 1))
  }

  #monthAt(at: number): boolean {
    if (this.LA(at).tokenType !== Month) return false
    const next = this.LA(at + 1)
    return isNumber(next) || next.tokenType === MonthYear
  }

  /** Whether a joining word and a second end follow. A comma joins only months and quarters: `Quý II, III`. */
  #secondAhead(first: Point): boolean {
    const join = this.LA(1).tokenType
    if (join !== Until && join !== Dash && join !== And) return false
    const next = this.LA(2)
    const number = isNumber(next) && this.LA(3).tokenType !== Month
    if (join === And)
      return (
        (first.quarter !== undefined || (first.month !== undefined && first.day === undefined)) &&
        (number ||
          next.tokenType === MonthYear ||
          (next.tokenType === Quarter && isNumber(this.LA(3))) ||
          (next.tokenType === Month && isNumber(this.LA(3))))
      )
    if (number) return first.day === undefined && (first.quarter !== undefined || first.month !== undefined)
    return this.#pointFrom(2)
  }
}

/** Whether the second is the next month or quarter, so that a list of them is one time. */
const follows = (first: Point, second: Point): boolean =>
  second.quarter !== undefined
    ? second.quarter === (first.quarter ?? 0) + 1
    : second.month === (first.month ?? 0) + 1

const isNumber = (at: IToken) => at.tokenType === Small || at.tokenType === Roman
const numbers = (image: string): number[] => (image.match(/\d+/g) ?? []).map(Number)
const value = (at: IToken): number => (at.tokenType === Roman ? ROMAN.indexOf(at.image) : Number(at.image))
const plain = (image: string): string =>
  image
    .toLowerCase()
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')

function partOf(image: string): Part | undefined {
  if (/^(?:đầu|thượng)/iu.test(image)) return 'early'
  if (/^(?:giữa|trung)/iu.test(image)) return 'middle'
  return /^(?:cuối|hạ)/iu.test(image) ? 'late' : undefined
}

export const timeParser = lazily(() => new TimeParser())

/** The parts of a time as worded, in order; empty where nothing is a time. Never throws. */
export function parseTime(text: string): TimePart[] {
  const parser = timeParser()
  parser.input = lex(text.normalize('NFC'), RULES, Rest)
  const parts = parser.time()
  return parser.errors.length > 0 ? (parts ?? []) : parts
}
