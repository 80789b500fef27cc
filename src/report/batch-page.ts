import type { Plan } from '../../schemas/plan.ts'
import { DOUBTFUL, type SourceDocument } from '../document.ts'
import type { RowData } from './batch-data.ts'
import { type Content, html, type Markup } from './markup.ts'
import { both, label, type MessageKey } from './messages.ts'
import { dayText } from './parts/plan.ts'
import { pageShell, settingsButtons } from './parts/shell.ts'

/** What the page of all documents says of one. */
export interface BatchRow {
  /** Path of the document as the person knows it. */
  file: string
  /** Address of its page; absent where it has none. */
  href?: string
  /** Why the document could not be read. */
  error?: string
  /** What was read of it; absent where it was not read (yet). */
  read?: RowFacts
}

export interface RowFacts {
  title?: string | undefined
  number?: string | undefined
  issuer?: string | undefined
  date?: string | undefined
  confidence?: number | undefined
  pages: number
  /** Words that should be looked at; absent where the words are not at hand. */
  doubts?: number
  warnings: { error: number; warning: number; info: number }
}

export function rowFacts(plan: Plan, document?: SourceDocument): RowFacts {
  const { header, confidence, source } = plan
  const warnings = { error: 0, warning: 0, info: 0 }
  for (const { severity = 'warning' } of plan.warnings) warnings[severity]++
  return {
    title: header.title,
    number: header.number,
    issuer: header.issuer?.name,
    date: header.date,
    confidence,
    pages: source.pages,
    ...(document && { doubts: countDoubts(document) }),
    warnings,
  }
}

function countDoubts({ pages }: SourceDocument): number {
  let count = 0
  for (const page of pages)
    for (const line of page.lines)
      if (line.region !== 'caption')
        for (const { confidence = 1 } of line.words) if (confidence < DOUBTFUL) count++
  return count
}

const FILTERS: [value: string, name: MessageKey][] = [
  ['', 'everything'],
  ['warnings', 'withWarnings'],
  ['doubts', 'withDoubts'],
  ['unsure', 'under90'],
  ['failed', 'failed'],
]
const ORDERS: [value: string, name: MessageKey][] = [
  ['order', 'byOrder'],
  ['confidence', 'byConfidence'],
  ['doubts', 'byDoubts'],
  ['warnings', 'byWarnings'],
  ['issuer', 'byIssuer'],
  ['date', 'byDate'],
]
const COLUMNS: MessageKey[] = ['document', 'issuer', 'date', 'pages', 'confidence', 'doubts', 'warnings']

/** The page of all documents, which can be filtered and sorted. */
export function batchPage(rows: readonly BatchRow[]): string {
  const issuers = [...new Set(rows.flatMap(({ read }) => (read?.issuer ? [read.issuer] : [])))]
  issuers.sort((a, b) => a.localeCompare(b, 'vi'))
  const body = html`<header class="bar">
<div class="name"><h1>${both('batch')}</h1><p id="shown" role="status"></p></div>
<div class="buttons">${settingsButtons()}</div>
</header>
<main>
<form class="filters" id="filters" role="search">
<input type="search" id="words" ${label('filter')} placeholder="" autocomplete="off" spellcheck="false">
<select id="issuer" ${label('issuer')}><option value="" data-option="anyIssuer"></option><option value="?" data-option="noIssuer"></option>${issuers.map(issuer => html`<option value="=${issuer}" lang="vi">${issuer}</option>`)}</select>
${choice('only', 'only', FILTERS)}
${choice('sort', 'sort', ORDERS)}
</form>
<table class="batch" role="table">
<thead role="rowgroup"><tr role="row">${COLUMNS.map(column => html`<th role="columnheader" scope="col">${both(column)}</th>`)}</tr></thead>
<tbody role="rowgroup" id="rows">${rows.map(rowPart)}</tbody>
</table>
</main>`
  return pageShell('batch', 'plan-extract', body, rows.map(facts))
}

function choice(id: string, name: MessageKey, options: readonly [string, MessageKey][]): Markup {
  return html`<select id="${id}" ${label(name)}>${options.map(([value, key]) => html`<option value="${value}" data-option="${key}"></option>`)}</select>`
}

function facts({ file, error, read }: BatchRow): RowData {
  const { title, number, issuer, date, confidence, doubts, warnings } = read ?? {}
  return {
    words: [file, number, issuer, title].filter(Boolean).join(' '),
    issuer,
    date,
    confidence,
    doubts,
    warnings: warnings ? warnings.error * 1e6 + warnings.warning * 1e3 + warnings.info : 0,
    failed: error !== undefined,
  }
}

function rowPart({ file, href, error, read }: BatchRow): Markup {
  const name = read?.title ?? file
  const under = [read?.number, read?.title && file].filter(Boolean).join(' · ')
  const title = href === undefined ? name : html`<a href="${href}">${name}</a>`
  const cell = (of: Content, key: MessageKey, kind = ''): Markup =>
    html`<td role="cell" class="${kind}"><span class="column">${both(key)}</span> ${of}</td>`
  const head = html`<tr role="row"><th role="rowheader" scope="row" lang="vi">${title}<small>${under}</small>`
  if (error !== undefined)
    return html`${head}</th><td role="cell" class="failed">${both('failed')}: <span lang="en">${error}</span></td></tr>
`
  if (!read)
    return html`${head}</th><td role="cell" class="unread">${both('notYet')}</td></tr>
`
  const { issuer, date, pages, confidence, doubts, warnings } = read
  return html`${head}</th>${cell(html`<span lang="vi">${issuer}</span>`, 'issuer')}${cell(date && html`<time datetime="${date}">${dayText(date)}</time>`, 'date')}${cell(pages, 'pages', 'number')}${cell(confidence !== undefined && confidencePart(confidence), 'confidence', 'number')}${cell(doubts, 'doubts', 'number')}${cell(warningsPart(warnings), 'warnings', 'number')}</tr>
`
}

function confidencePart(confidence: number): Markup {
  const level = confidence < 0.8 ? 'low' : confidence < 0.9 ? 'middle' : 'good'
  const shown = Math.floor(confidence * 1000) / 10
  return html`<svg class="meter ${level}" viewBox="0 0 40 6" aria-hidden="true"><rect class="track" width="40" height="6" rx="3"/><rect class="span" width="${Math.round(confidence * 40)}" height="6" rx="3"/></svg> ${shown.toFixed(1)} %`
}

function warningsPart({ error, warning, info }: RowFacts['warnings']): Markup {
  const badge = (count: number, kind: string): Markup | false =>
    count > 0 && html`<span class="badge ${kind}">${count}</span>`
  return html`${badge(error, 'error')} ${badge(warning, 'warning')} ${badge(info, 'info')}`
}
