/** Most letters of the text are capitals, and there are at least two: `KẾ HOẠCH`, `XÃ BÌNH HÒA (mới)` no. */
export function isCapitals(text: string): boolean {
  let upper = 0
  let lower = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) as number
    let letterCase = code < CASES.length ? (CASES[code] as number) : caseOf(code)
    if (letterCase === 0) {
      letterCase = caseOf(code)
      CASES[code] = letterCase
    }
    if (letterCase === LOWER) lower++
    else if (letterCase === UPPER) upper++
    if (code > 0xffff) at++
  }
  return upper >= 2 && upper >= 6 * lower
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
