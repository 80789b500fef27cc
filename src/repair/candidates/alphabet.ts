/**
 * The letters of Vietnamese (and Latin) as small numbers, so that tries and channels can be flat arrays.
 *
 *     a à á ả ã ạ ă … y ỳ ý ỷ ỹ ỵ z   →   1 … 93 lower case; the same + 96 upper case; 0 no letter
 */
const LETTERS =
  'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz'

/** Added to a lower-case symbol to give its upper-case one. */
export const UPPER = 96

const bySymbol: string[] = Array.from({ length: 2 * UPPER }, () => '')
const byCode = new Uint8Array(0x1f00)
;[...LETTERS].forEach((letter, i) => {
  bySymbol[i + 1] = letter
  bySymbol[i + 1 + UPPER] = letter.toUpperCase()
  byCode[letter.charCodeAt(0)] = i + 1
  byCode[letter.toUpperCase().charCodeAt(0)] = i + 1 + UPPER
})

/** Symbol of a UTF-16 code unit, 0 where it is no letter of the alphabet. */
export function symbolOf(code: number): number {
  return code < byCode.length ? byCode[code]! : 0
}

export function letterOf(symbol: number): string {
  return bySymbol[symbol] ?? ''
}

export function isLetter(code: number): boolean {
  return symbolOf(code) !== 0
}

export function isUpper(code: number): boolean {
  return symbolOf(code) > UPPER
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
