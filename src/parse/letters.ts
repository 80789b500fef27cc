/** Most letters of the text are capitals, and there are at least two: `KẾ HOẠCH`, `XÃ BÌNH HÒA (mới)` no. */
export function isCapitals(text: string): boolean {
  const counts = new LetterCounts()
  counts.add(text)
  return counts.areCapitals()
}

/** How many letters of each case a text has that grows line by line. */
export class LetterCounts {
  private upper = 0
  private lower = 0

  add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.codePointAt(at) as number
      let letterCase = code < CASES.length ? (CASES[code] as number) : caseOf(code)
      if (letterCase === 0) {
        letterCase = caseOf(code)
        CASES[code] = letterCase
      }
      if (letterCase === LOWER) this.lower++
      else if (letterCase === UPPER) this.upper++
      if (code > 0xffff) at++
    }
  }

  areCapitals(): boolean {
    return this.upper >= 2 && this.upper >= 6 * this.lower
  }
}

const NEITHER = 1
const LOWER = 2
const UPPER = 3

/** The case of each character of the first plane, once it was met; 0 before. */
const CASES = new Uint8Array(0x10000)

function caseOf(code: number): number {
  const letter = String.fromCodePoint(code)
  if (letter !== letter.toLowerCase()) return UPPER
  return letter === letter.toUpperCase() ? NEITHER : LOWER
}
