import { type Point, parseTime, type TimePart } from '../../grammars/date.ts'
import type { Recurrence } from '../../grammars/date-tokens.ts'
import type { When } from '../../schemas/plan.ts'
import { withoutSeparator } from './text.ts'

/**
 * Printed times to ISO dates.
 *
 *     Bình Hòa, ngày 20 tháng 6 năm 2026   → 2026-06-20
 *     Trước 15/6 (in a plan of 2026)        → to 2026-06-15
 *     Quý III/2026 và thường xuyên          → from 2026-07-01 to 2026-09-30, recurring regular
 */

/** `2026-06-20`, or nothing where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1000 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined
}

export type HeaderDate =
  | { type: 'date'; iso: string }
  /** Day, month or year is not printed (to be filled in by hand) or not read. */
  | { type: 'incomplete'; year?: number }
  | { type: 'impossible'; printed: string }

/** The words between the figures may be misread (`ngày 13 thiang 6 ndm 2024`); their first letters hold. */
const HEADER_DATE = /ng\p{L}{1,3}\s*([\d.…_]*)\s*th?\p{L}{2,5}\s*([\d.…_]*)\s*n\p{L}{1,3}\s*([\d.…_]*)/iu
const BLANK_DATE = /ngày\s*([\d.…_]*)\s*\/\s*([\d.…_]*)\s*\/\s*(\d{4})/iu
const SHORT_DATE = /(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})/

/** The date of a line of place and date; nothing where the line has no date at all. */
export function headerDate(line: string): HeaderDate | undefined {
  const match = HEADER_DATE.exec(line) ?? BLANK_DATE.exec(line) ?? SHORT_DATE.exec(line)
  if (!match) return undefined
  const [day, month, year] = match.slice(1, 4).map(part => Number((part ?? '').replace(/\D/g, '')))
  if (!day || !month || !year || year < 1000)
    return year && year >= 1000 ? { type: 'incomplete', year } : { type: 'incomplete' }
  const iso = isoDate(year, month, day)
  return iso ? { type: 'date', iso } : { type: 'impossible', printed: match[0] }
}

/** `text` as a When; dates without a year are of `year`, the plan's own. */
export function when(text: string, year: number | undefined): When {
  const printed = withoutSeparator(text)
  const parts = parseTime(printed)
  const found: When = { text: printed }
  const recurrences = parts.filter(part => part.type === 'recurrence')
  const recurrence = recurrences.find(part => !part.vague) ?? recurrences[0]
  if (recurrence) found.recurring = recurrence.every
  const phase = parts.find(part => part.type === 'phase')
  if (phase) found.phase = phase.name
  const span = spanOf(parts, year)
  if (span.from) found.from = span.from
  if (span.to) found.to = span.to
  return found
}

interface Span {
  from?: string | undefined
  to?: string | undefined
}

/** The first time that is printed, widened by further ones that only add an end: `từ 01/6 … hoàn thành trước 30/6`. */
function spanOf(parts: readonly TimePart[], year: number | undefined): Span {
  const span: Span = {}
  for (const part of parts) {
    if (part.type !== 'point') continue
    const own = spanOfPoint(part, year)
    span.from ??= span.to === undefined ? own.from : undefined
    if (own.to !== undefined && (span.to === undefined || own.to > span.to)) span.to = own.to
  }
  return span
}

function spanOfPoint(part: Extract<TimePart, { type: 'point' }>, planYear: number | undefined): Span {
  if (part.listed) return {}
  const year = part.to.year ?? part.from?.year ?? planYear
  if (part.from) return range(part.from, part.to, year)
  switch (part.bound) {
    case 'before':
      return { to: part.to.day === undefined ? nextDay(firstDay(part.to, year), -1) : lastDay(part.to, year) }
    case 'until':
      return { to: lastDay(part.to, year) }
    case 'from':
      return { from: firstDay(part.to, year) }
    case 'after':
      return { from: nextDay(lastDay(part.to, year), 1) }
    case 'within':
      return { from: firstDay(part.to, year), to: lastDay(part.to, year) }
  }
}

/** `từ tháng 11/2025 đến tháng 2`: what would end before it begins goes over the end of the year. */
function range(first: Point, last: Point, year: number | undefined): Span {
  const span = { from: firstDay(first, first.year ?? year), to: lastDay(last, year) }
  if (year === undefined || span.from === undefined || span.to === undefined || span.from <= span.to)
    return span
  if (last.year === undefined) return { ...span, to: lastDay(last, year + 1) }
  return first.year === undefined ? { ...span, from: firstDay(first, year - 1) } : span
}

/** First and last month of what the point names. */
function monthsOf(point: Point): readonly [first: number, last: number] {
  if (point.month !== undefined) return [point.month, point.month]
  if (point.quarter !== undefined) return [point.quarter * 3 - 2, point.quarter * 3]
  if (point.half !== undefined) return point.half === 1 ? [1, 6] : [7, 12]
  return [1, 12]
}

function firstDay(point: Point, year: number | undefined): string | undefined {
  if (year === undefined) return undefined
  return isoDate(year, monthsOf(point)[0], point.day ?? 1)
}

function lastDay(point: Point, year: number | undefined): string | undefined {
  if (year === undefined) return undefined
  const month = monthsOf(point)[1]
  return isoDate(year, month, point.day ?? daysIn(year, month))
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function nextDay(iso: string | undefined, step: 1 | -1): string | undefined {
  if (!iso) return undefined
  return new Date(Date.parse(iso) + step * 86_400_000).toISOString().slice(0, 10)
}

/** Whether the text tells a time at all. */
export function tellsTime(found: When): boolean {
  return (
    found.from !== undefined ||
    found.to !== undefined ||
    found.recurring !== undefined ||
    found.phase !== undefined
  )
}

export type { Recurrence }
