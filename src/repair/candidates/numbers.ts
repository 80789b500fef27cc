/**
 * Numbers and labels of which the engine read some characters as letters, or the other way round:
 *
 *     2O26 → 2026     l5 → 15     I1 → II     IH → III     IL. → II.     4l/0Đ-UBND → 41/QĐ-UBND
 */
const DIGIT_LOOKALIKES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  '!': '1',
  ']': '1',
  '[': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  b: '6',
  G: '6',
  B: '8',
  g: '9',
  q: '9',
}
const ROMAN_LOOKALIKES: Readonly<Record<string, string>> = {
  '1': 'I',
  l: 'I',
  i: 'I',
  '|': 'I',
  '!': 'I',
  ']': 'I',
  T: 'I',
  L: 'I',
  H: 'II',
  N: 'IV',
  M: 'III',
  v: 'V',
  Y: 'V',
  x: 'X',
}
/** Of these numerals have the very shape. */
const STROKES = '1l|!]L'
const ROMAN = /^(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})$/

/** What is all digits is a number first of all. */
const DIGITS_AS_ROMAN = 2.5

/** Nats for each character that is taken for another: a digit, a numeral, a numeral that looks just the same. */
const REPLACED = 3.2
const SAME_SHAPE = 1

export interface Reread {
  text: string
  cost: number
}

/** The number that a mixture of digits and look-alikes of digits is; undefined unless at least half are digits. */
export function asNumber(read: string): Reread | undefined {
  let text = ''
  let digits = 0
  let replaced = 0
  for (const character of read) {
    if (character >= '0' && character <= '9') {
      text += character
      digits++
    } else if (character === '/' || character === '.' || character === ',') text += character
    else {
      const digit = DIGIT_LOOKALIKES[character]
      if (digit === undefined) return undefined
      text += digit
      replaced++
    }
  }
  return replaced > 0 && digits >= replaced ? { text, cost: REPLACED * replaced } : undefined
}

/** A share of a hundred, the right of its sign read once more; a small o there may be the sign of a thousand. */
const PERCENT = /^(\d+(?:[.,]\d+)?%)[ceCG"°]$/u

/** The share of a hundred that was read with a piece of its sign behind it: `100%c`. */
export function asPercent(read: string): Reread | undefined {
  const text = PERCENT.exec(read)?.[1]
  return text === undefined ? undefined : { text, cost: REPLACED }
}

/** A number with letters in it before the parts of a document's symbol. */
const SYMBOL_LIKE =
  /^(?=[lIiJOo|!]*\d)([\dlIiJOo|!]{1,5})([/-][\p{Lu}\d][\p{L}\d]*(?:[/-][\p{Lu}\d][\p{L}\d]*)*)$/u
const YEAR = /^[/-][12][\dO]{3}(?=[/-])/u
/** A decision's letters, the first read as the digit of its shape. */
const DECISION = /(?<=[/-])[0O][ĐD](?=[/-]|$)/gu

/** The document's symbol of which digits were read as letters or letters as digits; undefined where it is one already or none. */
export function asSymbol(read: string): Reread | undefined {
  const [, number = '', rest = ''] = SYMBOL_LIKE.exec(read) ?? []
  // A letter behind the number may be printed (`41a`), an l is none.
  const digits = number.replace(/[lIiJ|!]/g, '1').replace(/[Oo]/g, '0')
  const text = digits + rest.replace(YEAR, year => year.replaceAll('O', '0')).replace(DECISION, 'QĐ')
  if (text === read || !/\p{Lu}{2}/u.test(text)) return undefined
  let replaced = 0
  for (let at = 0; at < text.length; at++) if (text[at] !== read[at]) replaced++
  return { text, cost: REPLACED * replaced }
}

/** The Roman numeral that a label read as a mixture of I, 1, l, H is; undefined where it is one already or none. */
export function asRoman(read: string): Reread | undefined {
  if (read.length > 5) return undefined
  let text = ''
  let cost = /^\d+$/.test(read) ? DIGITS_AS_ROMAN : 0
  for (const character of read) {
    if (character === 'I' || character === 'V' || character === 'X') text += character
    else {
      const numeral = ROMAN_LOOKALIKES[character]
      if (numeral === undefined) return undefined
      text += numeral
      cost += STROKES.includes(character) ? SAME_SHAPE : REPLACED
    }
  }
  return text !== read && ROMAN.test(text) ? { text, cost } : undefined
}
