import { DOUBTFUL, type Line, type Page, rowCells, type Word } from '../../document.ts'
import { html, type Markup } from '../markup.ts'
import { both, label, message } from '../messages.ts'
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
<div class="text" lang="vi">${paragraphs(page.lines).map(lines => paragraph(number, lines))}</div>
</section>
`
}

function scan({ number, width, height }: Page, picture: string | undefined): Markup | undefined {
  if (picture === undefined || width === undefined || height === undefined) return undefined
  const [x, y] = [Math.round(width), Math.round(height)]
  return html`<figure class="scan"><img src="${picture}" width="${x}" height="${y}" loading="lazy" decoding="async" alt="${message('pagePicture', 'vi', { page: number })}" ${label('pagePicture', { page: number })}><svg class="marks" viewBox="0 0 ${width} ${height}" aria-hidden="true"></svg></figure>`
}

/** Lines that flow on stand in one paragraph, so that they fill whatever width there is. */
function paragraphs(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = []
  for (const line of lines) {
    const before = paragraphs.at(-1)?.at(-1)
    const flowsOn =
      line.flow === 'continuation' && !line.row && before && !before.row && before.region === line.region
    if (flowsOn && before.flow !== 'centred') paragraphs.at(-1)!.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

function paragraph(page: number, lines: readonly Line[]): Markup {
  const { flow, region, row } = lines[0]!
  const classes = [region, flow, row && `row ${row.kind}`].filter(Boolean).join(' ')
  const shown = lines.map(
    line => html`<span class="line" id="${lineId(page, line.number)}">${wordsOf(line)}</span>`,
  )
  return html`<p class="${classes}">${shown.map((line, index) => html`${index > 0 && ' '}${line}`)}</p>
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
