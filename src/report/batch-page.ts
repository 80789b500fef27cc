import type { Plan } from '../../schemas/plan.ts'
import { DOUBTFUL, type SourceDocument } from '../document.ts'
import { CHUNK, COLUMNS, type RowData } from './batch-data.ts'
import { html, type Markup } from './markup.ts'
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
${chunks(rows).map(chunk => html`<tbody role="rowgroup">${chunk.map(rowPart)}</tbody>`)}
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

function chunks(rows: readonly BatchRow[]): BatchRow[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) =>
    rows.slice(index * CHUNK, (index + 1) * CHUNK),
  )
}

/** Few elements a row: there are thousands of rows, and each costs time when the page opens. */
function rowPart({ file, href, error, read }: BatchRow): Markup {
  const name = read?.title ?? file
  const under = [read?.number, read?.title && file].filter(Boolean).join(' · ')
  const title = href === undefined ? name : html`<a href="${href}">${name}</a>`
  const head = html`<tr role="row"><th role="rowheader" scope="row" lang="vi">${title}${under && html`<small>${under}</small>`}</th>`
  if (error !== undefined)
    return html`${head}<td role="cell" class="failed">${both('failed')}: <span lang="en">${error}</span></td></tr>`
  if (!read) return html`${head}<td role="cell" class="unread">${both('notYet')}</td></tr>`
  const { issuer, date, pages, confidence, doubts, warnings } = read
  return html`${head}<td role="cell" lang="vi">${issuer}</td><td role="cell">${date && dayText(date)}</td><td role="cell">${pages}</td>${confidencePart(confidence)}<td role="cell">${doubts}</td><td role="cell">${warningsPart(warnings)}</td></tr>`
}

/** With a bar as wide as twentieths of it. */
function confidencePart(confidence: number | undefined): Markup {
  if (confidence === undefined) return html`<td role="cell"></td>`
  const level = confidence < 0.8 ? 'low' : confidence < 0.9 ? 'middle' : 'good'
  const shown = Math.floor(confidence * 1000) / 10
  return html`<td role="cell" class="${level} of-${Math.round(confidence * 20)}">${shown.toFixed(1)} %</td>`
}

function warningsPart({ error, warning, info }: RowFacts['warnings']): Markup {
  const badge = (count: number, kind: string): Markup | false =>
    count > 0 && html`<span class="badge ${kind}">${count}</span>`
  return html`${badge(error, 'error')}${badge(warning, 'warning')}${badge(info, 'info')}`
}
