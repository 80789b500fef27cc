import type { Place } from '../../document.ts'
import { html, type Markup } from '../markup.ts'
import { both } from '../messages.ts'

/** Id of a line of text in the page, to which places lead. */
export const lineId = (page: number, line: number): string => `p${page}l${line}`
export const pageId = (page: number): string => `p${page}`

/** `tr. 2`: a link to where something stands; nothing where that is unknown. */
export function placeLink(
  at: { page: number; line?: number | undefined; endLine?: number | undefined } | Place | undefined,
): Markup | undefined {
  if (!at) return undefined
  const target = at.line === undefined ? pageId(at.page) : lineId(at.page, at.line)
  const end = at.line !== undefined && at.endLine !== undefined && html` data-end="${at.endLine}"`
  return html`<a class="place" href="#${target}"${end}>${both('atPage', { page: at.page })}</a>`
}
