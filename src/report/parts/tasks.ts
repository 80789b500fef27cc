import type { Plan, Task } from '../../../schemas/plan.ts'
import { html, type Markup } from '../markup.ts'
import { both, label, type MessageKey } from '../messages.ts'
import { placeLink } from './place.ts'

/** In the order in which they matter to whoever must do something. */
const COLUMNS: [name: MessageKey, cell: (task: Task) => Markup | string | undefined][] = [
  ['task', ({ text, group, at }) => html`${group && html`<small>${group}</small>`}${text} ${placeLink(at)}`],
  ['deadline', ({ deadline }) => deadline?.text],
  ['lead', ({ lead }) => lead.join('; ')],
  ['support', ({ support }) => support.join('; ')],
  ['output', ({ output }) => output],
]

/** The plan's tasks as one table, without columns that all of them leave empty: beside the page there is little room. */
export function tasksPart({ tasks }: Plan): Markup {
  if (tasks.length === 0) return html`<p class="none">${both('noTasks')}</p>`
  const columns = COLUMNS.filter(([, cell]) => tasks.some(cell))
  return html`<div class="scroll" tabindex="0" role="region" ${label('tasks')}><table class="tasks">
<thead><tr>${columns.map(([name]) => html`<th scope="col">${both(name)}</th>`)}</tr></thead>
<tbody lang="vi">${tasks.map(
    task => html`<tr>${columns.map(([, cell]) => html`<td>${cell(task)}</td>`)}</tr>
`,
  )}</tbody></table></div>`
}
