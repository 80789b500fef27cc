/** Most letters of the text are capitals, and there are at least two: `KẾ HOẠCH`, `XÃ BÌNH HÒA (mới)` no. */
export function isCapitals(text: string): boolean {
  let upper = 0
  let lower = 0
  for (const letter of text) {
    if (letter === letter.toLowerCase()) {
      if (letter !== letter.toUpperCase()) lower++
    } else upper++
  }
  return upper >= 2 && upper >= 6 * lower
}
