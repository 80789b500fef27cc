import type { Plan, Task } from '../../../schemas/plan.ts'
import { html, type Markup } from '../markup.ts'
import { both, label, type MessageKey } from '../messages.ts'
import { placeLink } from './place.ts'

const COLUMNS: MessageKey[] = ['task', 'lead', 'support', 'deadline', 'output']

/** The plan's tasks as one table. */
export function tasksPart({ tasks }: Plan): Markup {
  if (tasks.length === 0) return html`<p class="none">${both('noTasks')}</p>`
  return html`<div class="scroll" tabindex="0" role="region" ${label('tasks')}><table class="tasks">
<thead><tr>${COLUMNS.map(column => html`<th scope="col">${both(column)}</th>`)}</tr></thead>
<tbody lang="vi">${tasks.map(taskRow)}</tbody></table></div>`
}

function taskRow({ text, lead, support, deadline, output, group, at }: Task): Markup {
  return html`<tr><td>${group && html`<small>${group}</small>`}${text} ${placeLink(at)}</td><td>${lead.join('; ')}</td><td>${support.join('; ')}</td><td>${deadline?.text}</td><td>${output}</td></tr>
`
}
