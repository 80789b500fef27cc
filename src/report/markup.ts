/** A piece of HTML that is safe to put into a page: made by `html` only. */
export class Markup {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

export type Content = Markup | string | number | undefined | false | readonly Content[]

/**
 * HTML in which every value is text unless it is a piece of HTML itself:
 *
 *     html`<td title="${title}">${cells.map(cell => html`<b>${cell}</b>`)}</td>`
 *
 * Attributes must stand in double quotes. Undefined and false give nothing.
 */
export function html(parts: TemplateStringsArray, ...values: Content[]): Markup {
  let source = parts[0]!
  values.forEach((value, index) => {
    source += rendered(value) + parts[index + 1]!
  })
  return new Markup(source)
}

function rendered(value: Content): string {
  if (value instanceof Markup) return value.source
  if (value === undefined || value === false) return ''
  if (typeof value === 'object') return value.map(rendered).join('')
  return escaped(String(value))
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
}

/** Data for the page's script: JSON in which nothing can end the element that holds it. */
export function json(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'))
}
