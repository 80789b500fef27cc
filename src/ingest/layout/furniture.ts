import type { Line } from '../../document.ts'
import { lineText } from '../../document.ts'
import { foldedLetters } from '../../fold.ts'

/** Share of the page's height at its top and bottom in which its number stands. */
const MARGIN = 0.12

/** `3`, `- 3 -`, `3/12`, `Trang 3` in the margin at the top or bottom. */
export function isPageNumber(line: Line, pageHeight: number): boolean {
  if (!line.box || line.row || line.words.length > 4) return false
  if (line.box[3] > pageHeight * MARGIN && line.box[1] < pageHeight * (1 - MARGIN)) return false
  return /^(?:Trang )?[-–—]? ?\d{1,4}(?: ?\/ ?\d{1,4})? ?[-–—]?$/.test(lineText(line))
}

/** A line of a digital signature's caption: `Người ký: …`, `Thời gian ký: 09.03.2026 13:45:14 +07:00`. */
export function isCaption(line: Line): boolean {
  if (line.row) return false
  const letters = foldedLetters(lineText(line))
  return /^(?:nguoiky|kyboi|thoigianky|ngayky|duockyboi|chuky(?:so|dientu))(?!.{60})/.test(letters)
}

/** What was made of a piece of the signature: no two letters in a row among the authority, office and name. */
export function isPenStroke(line: Line): boolean {
  return line.region === 'signature' && !/\p{L}{2}/u.test(lineText(line))
}
