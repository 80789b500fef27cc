import type { ChalkInstance } from 'chalk'
import type { Cell } from '../../archive/export/rows.ts'
import type { PlanHit } from '../../archive/hits.ts'
import { FACETS, type Facets } from '../../archive/store.ts'

/**
 * What was found, for a person:
 *
 *     1. Cấp phát tài liệu, sổ tay hướng dẫn
 *        II.1 · lead Văn phòng · deadline Tháng 5/2026
 *        07/KH-UBND · Ủy ban nhân dân xã Suối Ngọc · 2026-03-05
 *        plans/07.plan.json
 */

export function textHit(number: number, { card, snippet }: PlanHit, colors: ChalkInstance): string {
  const head = [card.kind, card.number, card.issuer, card.date].filter(Boolean).join(' · ')
  const lines = [`${colors.dim(`${number}.`)} ${colors.bold(card.title ?? card.key)}`, `   ${head}`]
  if (snippet) {
    const section = snippet.section === undefined ? '' : `${snippet.section} `
    const page = snippet.page === undefined ? '' : `(page ${snippet.page}) `
    const marked = snippet.pieces
      .map(({ text, hit }) => (hit ? colors.yellow.bold(mark(text, colors)) : text))
      .join('')
    lines.push(`   ${colors.cyan(section)}${colors.dim(page)}${marked}`)
  }
  return `${lines.join('\n')}\n   ${colors.dim(card.key)}\n`
}

/** Without colours a hit stands between marks. */
function mark(text: string, colors: ChalkInstance): string {
  return colors.level === 0 ? `»${text}«` : text
}

export function facetText(facets: Facets, colors: ChalkInstance): string {
  return FACETS.map(facet => {
    const widest = Math.max(0, ...facets[facet].map(({ count }) => String(count).length))
    const lines = facets[facet].map(({ value, count }) => `  ${String(count).padStart(widest)}  ${value}`)
    return lines.length === 0 ? '' : `${colors.bold(facet)}\n${lines.join('\n')}\n`
  }).join('')
}

const INDENT = '   '
/** What the item says; the others stand below by name. */
const SAYS = new Set(['text', 'duty'])
const OF_PLAN = ['number', 'issuer', 'date']
const NOT_SHOWN = new Set(['file', 'title', 'task', 'from', 'to', ...OF_PLAN, ...SAYS])

/** A task, target or assignment: a row of a listing, its lines no wider than `width`. */
export function textItem(
  number: number,
  columns: readonly string[],
  row: readonly Cell[],
  { colors, width }: { colors: ChalkInstance; width: number },
): string {
  const cells = new Map(columns.map((name, at) => [name, textOfCell(row[at])]))
  const says = [...SAYS].map(name => cells.get(name) ?? '').join('')
  const details = [...cells].flatMap(([name, text]) =>
    text === '' || NOT_SHOWN.has(name) || name === 'section' ? [] : [`${name} ${text}`],
  )
  const [first = '', ...rest] = wrapped(says, width - INDENT.length)
  const below = [
    ...wrapped([cells.get('section'), ...details].filter(Boolean).join(' · '), width - INDENT.length),
    ...wrapped(
      OF_PLAN.map(name => cells.get(name))
        .filter(Boolean)
        .join(' · '),
      width - INDENT.length,
    ),
  ]
  const head = `${colors.dim(`${number}.`.padEnd(INDENT.length - 1))} ${colors.bold(first)}`
  const lines = [head, ...rest.map(line => INDENT + colors.bold(line)), ...below.map(line => INDENT + line)]
  return `${lines.join('\n')}\n${INDENT}${colors.dim(cells.get('file') ?? '')}\n`
}

function textOfCell(cell: Cell): string {
  return typeof cell === 'object' ? cell.day : String(cell ?? '')
}

/** The words of a text on lines of at most so many characters; a longer word has a line of its own. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
