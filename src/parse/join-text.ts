/** One line after another: `QĐ-` and `TTg` are one word again, `Thi đua -` and `Khen thưởng` stay apart. */
export function joinText(above: string, below: string): string {
  if (above === '') return below
  return isBroken(above, below) ? above + below : `${above} ${below}`
}

/** Lines one after another, as `joinText` joins two; in linear time however many there are. */
export function joinLines(lines: readonly string[]): string {
  let text = ''
  let above = ''
  for (const line of lines) {
    text = text === '' ? line : text + (isBroken(above, line) ? line : ` ${line}`)
    above = line
  }
  return text
}

/** Whether a word or a document's number goes on from the end of a line to the next. */
export function isBroken(above: string, below: string): boolean {
  switch (above.charCodeAt(above.length - 1)) {
    case HYPHEN:
    case DASH:
      return /[\p{L}\p{N}]$/u.test(above.slice(-3, -1))
    case SLASH:
      return /\d$/.test(above.slice(-2, -1)) && /^\p{Lu}/u.test(below)
    default:
      return below.startsWith('/') && /\d$/.test(above.slice(-1)) && /^\/\p{Lu}/u.test(below)
  }
}

const HYPHEN = 0x2d
const DASH = 0x2013
const SLASH = 0x2f
