import { DOUBTFUL, type Line, type Page, rowCells, type Word } from '../../document.ts'
import { html, type Markup } from '../markup.ts'
import { both, label } from '../messages.ts'
import { lineId, pageId } from './place.ts'

/** Under these a word is marked more strongly. */
const LEVELS = [
  { under: 0.5, level: 'low' },
  { under: 0.75, level: 'middle' },
  { under: DOUBTFUL, level: 'high' },
] as const

/** The picture of a page with its text beside it. */
export function pagePart(page: Page, picture: string | undefined): Markup {
  const { number } = page
  return html`<section class="page" id="${pageId(number)}" ${label('page', { page: number })}>
<h2 class="page-number">${both('page', { page: number })}</h2>
${scan(page, picture)}
<div class="text" lang="vi">${page.lines.map(line => linePart(number, line))}</div>
</section>
`
}

function scan({ number, width, height }: Page, picture: string | undefined): Markup | undefined {
  if (picture === undefined || width === undefined || height === undefined) return undefined
  const [x, y] = [Math.round(width), Math.round(height)]
  return html`<figure class="scan"><img src="${picture}" width="${x}" height="${y}" loading="lazy" decoding="async" alt="" ${label('pagePicture', { page: number })}><svg class="marks" viewBox="0 0 ${width} ${height}" aria-hidden="true"></svg></figure>`
}

function linePart(page: number, line: Line): Markup {
  const flow = line.flow === 'start' ? 'start' : line.flow === 'centred' ? 'centred' : undefined
  const classes = ['line', line.region, flow, line.row && `row ${line.row.kind}`]
  return html`<p class="${classes.filter(Boolean).join(' ')}" id="${lineId(page, line.number)}">${wordsOf(line)}</p>
`
}

function wordsOf(line: Line): Markup | Markup[] {
  const { row } = line
  if (!row || row.kind === 'group') return words(line.words, line)
  // Words of a row stand ordered by column.
  return rowCells(line, row).map(
    (_, column) =>
      html`<span class="cell">${words(
        line.words.filter(word => Math.min(word.cell ?? 0, row.columns - 1) === column),
        line,
      )}</span>`,
  )
}

function words(of: readonly Word[], line: Line): Markup {
  return html`${of.map((word, index) => html`${index > 0 && ' '}${wordPart(word, line)}`)}`
}

function wordPart({ text, confidence = 1, style }: Word, { region }: Line): Markup {
  const level = region !== 'caption' && LEVELS.find(({ under }) => confidence < under)?.level
  if (level) return html`<mark class="w doubt ${level}">${text}</mark>`
  return style ? html`<span class="w ${style}">${text}</span>` : html`<span class="w">${text}</span>`
}
