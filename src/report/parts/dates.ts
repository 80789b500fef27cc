import type { Plan, When } from '../../../schemas/plan.ts'
import { html, type Markup } from '../markup.ts'
import { both, inBoth } from '../messages.ts'
import { placeLink } from './place.ts'
import { dayText } from './plan.ts'

interface Entry {
  what: Markup
  from: string
  to: string
  at?: Parameters<typeof placeLink>[0]
}

const RECURRING: Record<NonNullable<When['recurring']>, [vietnamese: string, english: string]> = {
  daily: ['hằng ngày', 'daily'],
  weekly: ['hằng tuần', 'weekly'],
  monthly: ['hằng tháng', 'monthly'],
  quarterly: ['hằng quý', 'quarterly'],
  'half-yearly': ['6 tháng', 'half-yearly'],
  yearly: ['hằng năm', 'yearly'],
  regular: ['thường xuyên', 'regularly'],
}

/**
 * The plan's days in their order, each with its bar on a common scale of time; work that comes again and again
 * stands after them.
 */
export function datesPart({ header, tasks }: Plan): Markup {
  const entries: Entry[] = []
  if (header.date)
    entries.push({ what: html`<b>${both('issued')}</b>`, from: header.date, to: header.date, at: header.at })
  const recurring: Markup[] = []
  for (const { text, lead, deadline, at } of tasks) {
    if (!deadline) continue
    const { from, to, recurring: again } = deadline
    const what = html`<span lang="vi">${text}${lead.length > 0 && html` <small>${lead.join('; ')}</small>`}</span>`
    if (from ?? to) entries.push({ what, from: (from ?? to)!, to: (to ?? from)!, at })
    if (again) recurring.push(html`<li>${inBoth(...RECURRING[again])}: ${what} ${placeLink(at)}</li>`)
  }
  if (entries.length === 0 && recurring.length === 0) return html`<p class="none">${both('noDates')}</p>`
  entries.sort((a, b) => compare(a.to, b.to) || compare(a.from, b.from))
  return html`${entries.length > 0 && timeline(entries)}${recurring.length > 0 && html`<h3>${both('recurring')}</h3><ul class="recurring">${recurring}</ul>`}`
}

function timeline(entries: readonly Entry[]): Markup {
  const days = entries.flatMap(({ from, to }) => [dayNumber(from), dayNumber(to)])
  const first = Math.min(...days)
  const span = Math.max(1, Math.max(...days) - first)
  const percent = (date: string): number => Math.round(((dayNumber(date) - first) / span) * 1000) / 10
  return html`<ol class="timeline">${entries.map(({ what, from, to, at }) => {
    const [start, end] = [percent(from), percent(to)]
    const width = Math.max(1.5, end - start)
    return html`<li>
<div class="when">${from !== to && html`<time datetime="${from}">${dayText(from)}</time> – `}<time datetime="${to}">${dayText(to)}</time> ${placeLink(at)}</div>
<svg class="stretch" aria-hidden="true" width="100%" height="6"><rect class="track" width="100%" height="6" rx="3"/><rect class="span" x="${Math.min(start, 100 - width)}%" width="${width}%" height="6" rx="3"/></svg>
<div>${what}</div></li>
`
  })}</ol>`
}

function dayNumber(date: string): number {
  return Date.parse(date) / 86_400_000
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}
