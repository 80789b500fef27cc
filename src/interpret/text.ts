import { skeleton } from '../../grammars/fold.ts'

/**
 * Small operations on printed text that several parts of interpretation share.
 */

/** `II. NỘI DUNG:` … a heading without its final colon, full stop or dots. */
export function withoutFinalMark(text: string): string {
  return text.replace(/[\s:.…]+$/u, '')
}

/** A list entry without its final separator: `Công an xã;` → `Công an xã`. */
export function withoutSeparator(text: string): string {
  return text.replace(/[\s;,.]+$/u, '')
}

/** Letters and digits without case, for comparing names: `Phòng Văn hóa - Xã hội` and `phòng văn hóa-xã hội`. */
export function comparable(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()
}

/** No small letter at all; a text that was read may hold a few, see `isCapitals` of parse. */
export function isWhollyCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** `KẾ HOẠCH` → `Kế hoạch`. */
export function sentenceCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}

export function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replace(
      /(^|[^\p{L}\p{M}\d])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
}

/** Cuts at full stops before a capital; abbreviations (`TP. Hồ Chí Minh`, `TS. …`) and numbers do not end a sentence. */
export function sentences(text: string): string[] {
  const found: string[] = []
  let start = 0
  for (const stop of text.matchAll(/[.!?…]+["”)]?\s+(?=["“(]?[\p{Lu}\d])/gu)) {
    const before = text.slice(Math.max(start, stop.index - 6), stop.index)
    if (stop[0].startsWith('.') && /(?:^|[\s(])(?:\p{Lu}{1,3}|\p{Lu}\p{Ll}|\d{1,2}|Tp|Đ\/c)$/u.test(before))
      continue
    const end = stop.index + stop[0].trimEnd().length
    found.push(text.slice(start, end))
    start = stop.index + stop[0].length
  }
  if (start < text.length) found.push(text.slice(start))
  return found
}

/** Whether two texts share nearly all their pairs of letters, diacritics aside: one text read twice (Dice, 0.9). */
export function alike(a: string, b: string): boolean {
  const [x, y] = [skeleton(a), skeleton(b)]
  if (x.length < 2 || y.length < 2) return x === y
  // all pairs of the shorter one would be too few
  if ((2 * Math.min(x.length, y.length) - 2) / (x.length + y.length - 2) < 0.9) return false
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < x.length; i++) pairs.set(x.slice(i, i + 2), (pairs.get(x.slice(i, i + 2)) ?? 0) + 1)
  let shared = 0
  for (let i = 0; i + 1 < y.length; i++) {
    const left = pairs.get(y.slice(i, i + 2)) ?? 0
    if (left > 0) {
      shared++
      pairs.set(y.slice(i, i + 2), left - 1)
    }
  }
  return (2 * shared) / (x.length + y.length - 2) >= 0.9
}
