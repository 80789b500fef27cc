import { lazily } from './lazily.ts'

/**
 * Text as the eye compares it: without case, diacritics and marks.
 *
 *     fold('Độc lập - Tự do')      → 'doc lap - tu do'
 *     skeleton('Độc lập - Tự do')  → 'doclaptudo'
 *
 * Latin text is folded letter by letter from a table, since it is done for every line many times; other text by the rules
 * of Unicode, with the same result.
 */
export function fold(text: string): string {
  return mapped(text, tables().all) ?? foldWhole(text)
}

/** Letters and digits of the folded text; spaces are no evidence, since OCR splits and joins words. */
export function skeleton(text: string): string {
  return mapped(text, tables().alphanumeric) ?? foldWhole(text).replace(/[^a-z0-9]/g, '')
}

/** The first letter or digit of the skeleton; empty where it has none. */
export function firstOfSkeleton(text: string): string {
  const { alphanumeric } = tables()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const folded = code < TABLE_LENGTH ? (alphanumeric[code] as number) : UNKNOWN
    if (folded === UNKNOWN) return skeleton(text).charAt(0)
    if (folded !== OMITTED) return String.fromCharCode(folded)
  }
  return ''
}

/** Letters of the folded text: what stays of a phrase when its marks are misread. */
export function foldedLetters(text: string): string {
  return mapped(text, tables().letters) ?? foldWhole(text).replace(/[^a-z]/g, '')
}

function foldWhole(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u0111\u0110]/g, 'd')
    .toLowerCase()
}

/** Letters that fold the same wherever they stand: Latin, their marks, and punctuation. */
const isFoldedAlone = (code: number) =>
  code < 0x370 || (code >= 0x1e00 && code < 0x1f00) || (code >= 0x2000 && code < TABLE_LENGTH)
const TABLE_LENGTH = 0x2070

/** By character the one it becomes; what is left out, and what the table does not know. */
const OMITTED = 0
const UNKNOWN = 0xffff

const tables = lazily(() => {
  const all = new Uint16Array(TABLE_LENGTH).fill(UNKNOWN)
  for (let code = 1; code < TABLE_LENGTH; code++) {
    if (!isFoldedAlone(code)) continue
    const folded = foldWhole(String.fromCharCode(code))
    if (folded.length <= 1) all[code] = folded === '' ? OMITTED : folded.charCodeAt(0)
  }
  const only = (kept: RegExp) =>
    all.map(code => (code === UNKNOWN || kept.test(String.fromCharCode(code)) ? code : OMITTED))
  return { all, alphanumeric: only(/[a-z0-9]/), letters: only(/[a-z]/) }
})

/** Longer text is not put together in one piece. */
const LONGEST = 2048
const folding = new Uint16Array(LONGEST)

/** The text with every character replaced after the table; nothing where that does not know one. */
function mapped(text: string, table: Uint16Array): string | undefined {
  if (text.length > LONGEST) return undefined
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const folded = code < TABLE_LENGTH ? (table[code] as number) : UNKNOWN
    if (folded === UNKNOWN) return undefined
    if (folded !== OMITTED) folding[length++] = folded
  }
  return String.fromCharCode.apply(null, folding.subarray(0, length) as unknown as number[])
}
