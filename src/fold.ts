/**
 * Text as the eye compares it: without case, diacritics and marks.
 *
 *     fold('Độc lập - Tự do')      → 'doc lap - tu do'
 *     skeleton('Độc lập - Tự do')  → 'doclaptudo'
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u0111\u0110]/g, 'd')
    .toLowerCase()
}

/** Letters and digits of the folded text; spaces are no evidence, since OCR splits and joins words. */
export function skeleton(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, '')
}

/** Letters of the folded text: what stays of a phrase when its marks are misread. */
export function foldedLetters(text: string): string {
  return fold(text).replace(/[^a-z]/g, '')
}
