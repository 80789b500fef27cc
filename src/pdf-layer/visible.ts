import type { Box, Page, Word } from '../document.ts'

/**
 * A scan may carry text that is printed: a number or a stamp that a program put over the picture. That text stays, and its
 * words must not stand in the layer once more.
 *
 * @param page as repaired, from all text that the page had
 * @param visible the same page, from the text alone that is printed on it
 * @returns the page without the words that the printed text says already, and whether it says others in the place of some
 */
export function withoutVisible(page: Page, visible: Page): { page: Page; isContradicted: boolean } {
  const printed = visible.lines.flatMap(line => line.words)
  let isContradicted = false
  const lines = page.lines.map(line => ({
    ...line,
    words: line.words.filter(word => {
      const said = printed.filter(other => covers(word, other))
      if (said.length === 0) return true
      if (said.some(other => other.text === word.text)) return false
      isContradicted = true
      return true
    }),
  }))
  return { page: { ...page, lines: lines.filter(line => line.words.length > 0) }, isContradicted }
}

/** One's middle lies in the other. */
function covers({ box: a }: Word, { box: b }: Word): boolean {
  return a !== undefined && b !== undefined && (holdsMiddle(a, b) || holdsMiddle(b, a))
}

function holdsMiddle([x0, y0, x1, y1]: Box, inner: Box): boolean {
  const [x, y] = [(inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2]
  return x > x0 && x < x1 && y > y0 && y < y1
}
