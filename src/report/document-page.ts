import type { Plan } from '../../schemas/plan.ts'
import type { Correction } from '../corrections/schema.ts'
import type { SourceDocument } from '../document.ts'
import { type DocumentData, documentData } from './document-data.ts'
import { type Content, html, type Markup } from './markup.ts'
import { both, label, type MessageKey } from './messages.ts'
import { datesPart } from './parts/dates.ts'
import { pagePart } from './parts/pages.ts'
import { planPart } from './parts/plan.ts'
import { pageShell, settingsButtons } from './parts/shell.ts'
import { tasksPart } from './parts/tasks.ts'
import { warningsPart } from './parts/warnings.ts'

export interface DocumentPage {
  plan: Plan
  /** Repaired; a person's corrections are not applied to it. */
  document: SourceDocument
  /** Those that lie beside the document. */
  corrections: Correction[]
  /** Name of the file in which they lie or would lie. */
  correctionsFile: string
  /** Address of each page's picture, by the page's number. */
  pictures: ReadonlyMap<number, string>
  /** Address of the page of all documents. */
  all?: string
  server?: DocumentData['server']
}

/** The page of one document: pictures and text side by side, the choices for doubtful words, and the plan. */
export function documentPage(page: DocumentPage): string {
  const { plan, document, corrections, correctionsFile, pictures, all, server } = page
  const { header, source } = plan
  const name = [header.number, header.issuer?.name, source.file].filter(Boolean).join(' · ')
  const body = html`<a class="skip" href="#text">${both('skip')}</a>
<header class="bar">
${all !== undefined && html`<a class="all" href="${all}" ${label('documents')}><span aria-hidden="true">←</span></a>`}
<div class="name"><h1 lang="vi" id="title">${header.title ?? both('unnamed')}</h1><p lang="vi">${name}</p></div>
<div class="progress"><progress id="progress" ${label('doubts')}></progress><span id="progress-text"></span></div>
<div class="buttons">
<button type="button" id="save" class="main">${both('save')}</button>
<button type="button" id="view">${both('view')}</button>
${settingsButtons()}
<button type="button" id="help" class="icon" ${label('help')}><span aria-hidden="true">?</span></button>
</div>
</header>
<main id="text" tabindex="-1" ${label('text')}>
${document.pages.length === 0 && html`<p class="none">${both('noDocument')}</p>`}${document.pages.map(each => pagePart(each, pictures.get(each.number)))}</main>
<aside ${label('sides')}>
<section id="lens" class="lens" ${label('word')}></section>
${tabs(panels(plan))}
</aside>
<dialog id="help-dialog" ${label('help')}></dialog>
<p id="status" class="status" role="status"></p>
<p id="announced" class="heard" role="status"></p>`
  return pageShell(
    'document',
    `${header.title ?? source.file}`,
    body,
    documentData(document, pictures, corrections, correctionsFile, server),
  )
}

interface Panel {
  id: string
  name: MessageKey
  count?: number
  content: Content
}

/** What the plan says; a server gives these again when corrections change them. */
export function panels(plan: Plan): Panel[] {
  return [
    panel('plan', planPart(plan)),
    panel('tasks', tasksPart(plan), plan.tasks.length),
    panel('dates', datesPart(plan)),
    panel('warnings', warningsPart(plan), plan.warnings.length),
  ]
}

/** On paper there are no tabs that name what stands under them. */
function panel(name: 'plan' | 'tasks' | 'dates' | 'warnings', content: Markup, count?: number): Panel {
  const titled = html`<h2 class="printed">${both(name)}</h2>${content}`
  return { id: name, name, content: titled, ...(count !== undefined && { count }) }
}

function tabs(of: readonly Panel[]): Markup {
  const all: Panel[] = [{ id: 'doubts', name: 'doubts', content: undefined }, ...of]
  return html`<div role="tablist" ${label('sides')}>${all.map(
    ({ id, name, count }, index) => html`
<button type="button" role="tab" id="tab-${id}" aria-controls="panel-${id}" aria-selected="${index === 0 ? 'true' : 'false'}"${index > 0 && html` tabindex="-1"`}>${both(name)}${count !== undefined && html` <span class="count" id="count-${id}">${count}</span>`}</button>`,
  )}
</div>
${all.map(
  ({ id, content }, index) =>
    html`<section role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}" tabindex="0"${index > 0 && html` hidden`}>${content}</section>
`,
)}`
}
