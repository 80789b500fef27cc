/**
 * Numbers and days of a text, by which two versions of a sentence are compared as such:
 *
 *     Trước 15/6/2026, trên 95 % hộ …   →   2026-06-15, 95 %
 */
const VALUE =
  /(?<date>\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d\b)|(?<month>\b\d{1,2}\/(?:19|20)\d\d\b)|(?<number>\d+(?:[.,]\d+)*)(?:\s?(?<unit>%))?/gu

export function valuesOf(text: string): string[] {
  const found: string[] = []
  for (const { groups } of text.matchAll(VALUE)) {
    const { date, month, number, unit } = groups ?? {}
    if (date) found.push(isoOf(date))
    else if (month) found.push(isoOf(month))
    else if (number) found.push(`${plainNumber(number)}${unit ? ' %' : ''}`)
  }
  return found
}

/** Values that one text has and the other has not. */
export function changedValues(a: string, b: string): { from: string[]; to: string[] } {
  const [left, right] = [valuesOf(a), valuesOf(b)]
  return { from: without(left, right), to: without(right, left) }
}

function without(list: readonly string[], others: readonly string[]): string[] {
  const rest = [...others]
  return list.filter(value => {
    const at = rest.indexOf(value)
    if (at < 0) return true
    rest.splice(at, 1)
    return false
  })
}

function isoOf(text: string): string {
  const parts = text.split(/[/.-]/).map(part => part.trim().padStart(2, '0'))
  return parts.reverse().join('-')
}

/** `1.500` is a thousand and a half, `99,5` a decimal, `02` two. */
function plainNumber(text: string): string {
  const plain = /^\d{1,3}(?:\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text.replace(',', '.')
  const number = Number(plain)
  return Number.isFinite(number) ? String(number) : text
}
