import type { Plan } from '../../../schemas/plan.ts'
import { html, type Markup } from '../markup.ts'
import { both, inBoth } from '../messages.ts'
import { WARNING_NAMES } from '../warning-names.ts'
import { placeLink } from './place.ts'

const SEVERITY: Record<string, [vietnamese: string, english: string]> = {
  error: ['lỗi', 'error'],
  warning: ['cảnh báo', 'warning'],
  info: ['lưu ý', 'note'],
}

/** The plan's warnings, each leading to its place. */
export function warningsPart({ warnings }: Plan): Markup {
  if (warnings.length === 0) return html`<p class="none">${both('noWarnings')}</p>`
  return html`<ul class="warnings">${warnings.map(
    ({ code, severity = 'warning', message, at }) => html`<li class="${severity}">
<b>${inBoth(...SEVERITY[severity]!)}</b> ${inBoth(WARNING_NAMES[code] ?? code, code)} ${placeLink(at)}
<small>${inBoth(quotesOf(message), message)}</small></li>
`,
  )}</ul>`
}

/** What a message quotes of the document; in Vietnamese the warning's name says the rest. */
function quotesOf(message: string): string {
  return Array.from(
    message.matchAll(/"([^"]+)"|“([^”]+)”/g),
    ([, straight, curly]) => `“${straight ?? curly}”`,
  ).join(', ')
}
