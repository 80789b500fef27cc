import type {
  Assignment,
  Block,
  Plan,
  Section,
  Signature,
  Statement,
  Table,
  Target,
} from '../../../schemas/plan.ts'
import { type Content, html, type Markup } from '../markup.ts'
import { both, type MessageKey } from '../messages.ts'
import { placeLink } from './place.ts'

/** The plan: its header, then the outline of what it says. */
export function planPart(plan: Plan): Markup {
  const { header, body, basis, annexes, recipients, targets, assignments } = plan
  const signatures = plan.signatures ?? (plan.signature ? [plan.signature] : [])
  return html`<dl class="facts">
${fact('issuer', header.issuer?.name)}${fact('parent', header.parent)}${fact('number', header.number)}
${fact('placeDate', [header.place, header.date && dayText(header.date)].filter(Boolean).join(', '))}
${fact('kind', header.kind)}${fact('title', header.title)}
${basis.length > 0 && fact('basis', list(basis.map(citation => html`${citation.text} ${placeLink(citation.at)}`)))}
${signatures.length > 0 && fact('signature', list(signatures.map(signatureText)))}
${recipients.length > 0 && fact('recipients', list(recipients))}
</dl>
<div class="outline" lang="vi">${blocks(body)}</div>
${annexes.map(
  annex => html`<h3 lang="vi">${annex.label} ${annex.title} ${placeLink(annex.at)}</h3>
<div class="outline" lang="vi">${blocks(annex.body)}</div>`,
)}
${targets.length > 0 && html`<h3>${both('targets')}</h3>${targetList(targets)}`}
${assignments.length > 0 && html`<h3>${both('assignments')}</h3>${assignmentList(assignments)}`}`
}

/** `2026-03-16` as `16/03/2026`. */
export function dayText(date: string): string {
  return date.split('-').reverse().join('/')
}

function fact(key: MessageKey, value: Content): Markup | undefined {
  if (value === undefined || value === '') return undefined
  return html`<div><dt>${both(key)}</dt><dd lang="vi">${value}</dd></div>`
}

function list(items: readonly Content[]): Markup {
  return html`<ul>${items.map(item => html`<li>${item}</li>`)}</ul>`
}

function signatureText({ onBehalfOf, actingFor, position, name }: Signature): string {
  return [onBehalfOf, actingFor, position, name].filter(Boolean).join(' · ')
}

function blocks(of: readonly Block[]): Markup {
  return html`${of.map(block)}`
}

function block(of: Block): Markup {
  if (of.type === 'section') return section(of)
  return of.type === 'table' ? table(of) : statement(of)
}

function section({ label, heading, blocks: inner, at }: Section): Markup {
  return foldable(html`<b>${label}</b> ${heading}`, blocks(inner), at, true)
}

/** A link may not stand in what opens and closes, so that the place stands beside it. */
function foldable(
  title: Markup,
  content: Markup,
  at: Parameters<typeof placeLink>[0],
  isOpen = false,
): Markup {
  return html`<div class="foldable">${placeLink(at)}<details${isOpen && html` open`}><summary>${title}</summary>${content}</details></div>`
}

function statement({ label, text, blocks: inner = [], at }: Statement): Markup {
  return html`<div class="statement"><p>${label && html`<b>${label}</b> `}${text} ${placeLink(at)}</p>${inner.map(statement)}</div>`
}

function table({ title, columns, rows, at }: Table): Markup {
  const group = (name: string) => html`<tr><th colspan="${columns.length}" scope="rowgroup">${name}</th></tr>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title || columns.join(', ') || 'Bảng'}"><table>
<caption>${title} ${placeLink(at)}</caption>
<thead><tr>${columns.map(column => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map((row, index) => {
    const isNew = row.group !== undefined && row.group !== rows[index - 1]?.group
    return html`${isNew && group(row.group!)}<tr>${row.cells.map(cell => html`<td>${cell}</td>`)}</tr>`
  })}</tbody></table></div>`
}

const SIGNS = { '=': '=', '>=': '≥', '<=': '≤' } as const

function targetList(targets: readonly Target[]): Markup {
  return html`<ul class="targets" lang="vi">${targets.map(
    ({ value, unit, comparator, text, at }) =>
      html`<li><b>${SIGNS[comparator]} ${value.toLocaleString('vi-VN')} ${unit}</b> ${text} ${placeLink(at)}</li>`,
  )}</ul>`
}

function assignmentList(assignments: readonly Assignment[]): Markup {
  return html`<div lang="vi">${assignments.map(({ unit, duties, at }) =>
    foldable(html`<b>${unit}</b> (${duties.length})`, list(duties), at),
  )}</div>`
}
