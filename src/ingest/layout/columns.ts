import { foldedLetters } from '../../fold.ts'
import { middleOf, type PlacedWord, unite } from '../placed.ts'
import { distance } from './distance.ts'

/**
 *     ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM    ┐ header: rows above the title that leave
 *       XÃ BÌNH HÒA               Độc lập - Tự do - Hạnh phúc      │ the same gutter free
 *     Số: 12/KH-UBND          Bình Hòa, ngày 20 tháng 6 năm 2026   ┘
 *                     KẾ HOẠCH
 *
 *     Nơi nhận:                          TM. ỦY BAN NHÂN DÂN       ┐ end: rows from `Nơi nhận` down that leave
 *     - Như trên;                             CHỦ TỊCH             │ the same gutter free
 *     - Lưu: VT.                            Trần Văn An            ┘
 *
 *     CÔNG AN TỈNH              SỞ GIÁO DỤC VÀ ĐÀO TẠO             ┐ signers: rows above the end that leave
 *      GIÁM ĐỐC                        GIÁM ĐỐC                    │ the same gutter free, capitals at both
 *     Hà Văn Khoát                  Nghiêm Thị Ái                  ┘ sides of it
 */
export interface Zone {
  kind: 'header' | 'end' | 'signers'
  /** Indices of the first row and of the one after the last. */
  start: number
  end: number
  /** x of the gutter. */
  gutter: number
}

/** Free width that makes a gutter (points); words of a justified line stand closer. */
const MIN_GUTTER = 9
/** A gutter is wider than this many spaces between the words of the same row. */
const GUTTER_SPACES = 1.8
const STEP = 3

/** The header at the top of a page; rows from top to bottom. */
export function headerZone(
  rows: readonly PlacedWord[][],
  width: number,
  firstPage: boolean,
): Zone | undefined {
  if (!firstPage && !rows.slice(0, 5).some(namesNation)) return undefined
  const zone = widestZone(rows, 0, width, 0.3, 0.62)
  if (!zone) return undefined
  const end = withoutTitle(rows, zone, width)
  const kept = rows.slice(0, end)
  const bothSides = kept.filter(row => isLeft(row, zone.gutter) && isRight(row, zone.gutter)).length
  const left = kept.some(row => isLeft(row, zone.gutter))
  const right = kept.some(row => isRight(row, zone.gutter))
  if (!left || !right || end < 2 || (bothSides === 0 && !kept.some(namesNation))) return undefined
  return { kind: 'header', start: 0, end, gutter: zone.gutter }
}

/** Recipients and signature, by the words `Nơi nhận` or, where they are misread, by their shape. */
export function endZone(rows: readonly PlacedWord[][], width: number): Zone | undefined {
  const first = rows.findIndex(row => beginsRecipients(row) && (row[0] as PlacedWord).box[0] < width / 2)
  if (first < 0) return endByShape(rows, width)
  let start = first
  // The signature may begin a little higher than the recipients.
  while (start > 0 && first - start < 3 && (rows[start - 1]?.[0]?.box[0] ?? 0) > width * RIGHT) start--
  const zone = widestZone(rows, start, width, 0.3, 0.72)
  if (!zone || zone.end <= first) return { kind: 'end', start: first, end: first + 1, gutter: width }
  return { kind: 'end', start, end: zone.end, gutter: zone.gutter }
}

/** Two who sign side by side above the recipients; `end` is the row where these begin. */
export function signersZone(rows: readonly PlacedWord[][], end: number, width: number): Zone | undefined {
  let best: Zone | undefined
  for (let gutter = width * 0.38; gutter <= width * 0.62; gutter += STEP) {
    let start = end
    while (start > 0 && isFree(rows[start - 1] as PlacedWord[], gutter)) start--
    while (start < end && !isInCapitals(rows[start] as PlacedWord[], gutter)) start++
    const both = rows.slice(start, end).filter(row => isInCapitals(row, gutter)).length
    if (both >= 2 && end - start >= 3 && (!best || start < best.start))
      best = { kind: 'signers', start, end, gutter }
  }
  return best
}

/** Both columns have capitals in this row. */
function isInCapitals(row: readonly PlacedWord[], gutter: number): boolean {
  const left = row.filter(word => middleOf(word.box) < gutter)
  return isThreeQuartersCapitals(left) && isThreeQuartersCapitals(row.filter(word => !left.includes(word)))
}

/** Share of the width right of which the signature begins. */
const RIGHT = 0.42

/** The last rows of a page, as many as can be, that leave a gutter free, a list at the left of it, capitals at the right. */
function endByShape(rows: readonly PlacedWord[][], width: number): Zone | undefined {
  let best: Zone | undefined
  for (let gutter = width * RIGHT; gutter <= width * 0.65; gutter += STEP) {
    let start = rows.length
    while (start > 0 && isFree(rows[start - 1] as PlacedWord[], gutter)) start--
    // Short lines of the body above it leave the gutter free as well.
    while (start < rows.length && !isRight(rows[start] as PlacedWord[], gutter)) start++
    const zone = rows.slice(start)
    const right = zone
      .map(row => row.filter(word => middleOf(word.box) >= gutter))
      .filter(row => row.length > 0)
    const left = zone.filter(row => isLeft(row, gutter))
    if (left.length < 3 || right.length < 2 || !isThreeQuartersCapitals(right[0] as PlacedWord[])) continue
    if (!best || start < best.start) best = { kind: 'end', start, end: rows.length, gutter }
  }
  return best
}

/** Three letters of four are no small ones, and there are at least four: `CỘNG HÒA XÃ HỘI`, also where a mark is misread. */
function isThreeQuartersCapitals(row: readonly PlacedWord[]): boolean {
  const letters = row.map(word => word.text.replace(/\P{L}/gu, '')).join('')
  return letters.length >= 4 && letters.replace(/\p{Ll}/gu, '').length >= letters.length * 0.75
}

/** The gutter that stays free over the most rows from `start` down; of equals, the middle of the widest run. */
function widestZone(
  rows: readonly PlacedWord[][],
  start: number,
  width: number,
  from: number,
  to: number,
): { end: number; gutter: number } | undefined {
  let best: { end: number; gutter: number } | undefined
  let run: number[] = []
  let longest = 0
  for (let gutter = width * from; gutter <= width * to; gutter += STEP) {
    let end = start
    while (end < rows.length && isFree(rows[end] as PlacedWord[], gutter)) end++
    if (end === start) continue
    if (!best || end > best.end) {
      best = { end, gutter }
      run = [gutter]
      longest = 1
    } else if (end === best.end) {
      if (gutter - (run.at(-1) as number) > STEP * 1.5) run = []
      run.push(gutter)
      if (run.length > longest) {
        longest = run.length
        best = { end, gutter: run[run.length >> 1] as number }
      }
    }
  }
  return best
}

/** What engines make of stains and of ends of rules. */
const STAIN = /^[~|_^°«»"'`.,:;=\\]+$/u

function isFree(row: readonly PlacedWord[], gutter: number): boolean {
  let left = Number.NEGATIVE_INFINITY
  let right = Number.POSITIVE_INFINITY
  for (const { box, text } of row)
    if (STAIN.test(text)) continue
    else if (middleOf(box) < gutter) left = Math.max(left, box[2])
    else right = Math.min(right, box[0])
  if (left > gutter || right < gutter) return false
  return right - left >= Math.max(MIN_GUTTER, GUTTER_SPACES * usualSpace(row))
}

/** Median distance of neighbouring words of a row; 0 where it has too few to tell. */
function usualSpace(row: readonly PlacedWord[]): number {
  if (row.length < 4) return 0
  const spaces = row.slice(1).map((word, index) => word.box[0] - (row[index] as PlacedWord).box[2])
  return spaces.sort((a, b) => a - b)[(spaces.length - 1) >> 1] as number
}

const isLeft = (row: readonly PlacedWord[], gutter: number): boolean =>
  row.some(word => middleOf(word.box) < gutter)
const isRight = (row: readonly PlacedWord[], gutter: number): boolean =>
  row.some(word => middleOf(word.box) >= gutter)

/** A short title can stand wholly on one side of the gutter; being centred on the page tells it from a column. */
function withoutTitle(
  rows: readonly PlacedWord[][],
  zone: { end: number; gutter: number },
  width: number,
): number {
  let end = zone.end
  while (end > 0) {
    const row = rows[end - 1] as PlacedWord[]
    if (isLeft(row, zone.gutter) && isRight(row, zone.gutter)) break
    const side = isLeft(row, zone.gutter)
    const others = rows
      .slice(0, end - 1)
      .flat()
      .filter(word => middleOf(word.box) < zone.gutter === side)
    if (others.length === 0) break
    const middle = middleOf(unite(row.map(word => word.box)))
    const column = middleOf(unite(others.map(word => word.box)))
    const text = textMiddle(rows, width)
    if (Math.abs(middle - text) >= Math.abs(middle - column)) break
    end--
  }
  return end
}

/** Middle between the margins that the page's long lines keep. */
function textMiddle(rows: readonly PlacedWord[][], width: number): number {
  const boxes = rows.map(row => unite(row.map(word => word.box))).filter(box => box[2] - box[0] > width * 0.6)
  return boxes.length === 0 ? width / 2 : middleOf(unite(boxes))
}

/** `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`, `ĐẢNG CỘNG SẢN VIỆT NAM`, however their marks were read. */
function namesNation(row: readonly PlacedWord[]): boolean {
  const letters = foldedLetters(row.map(word => word.text).join(''))
  return /cong.?hoa.?xa|dang.?cong.?san|chu.?nghia.?viet/.test(letters)
}

/** `Nơi nhận:` in any reading that keeps most of its letters, alone in its column. */
function beginsRecipients(row: readonly PlacedWord[]): boolean {
  const [first, second, third] = row
  if (!first || !second) return false
  if (third && third.box[0] - second.box[2] < 2 * second.size) return false
  const letters = foldedLetters(first.text + second.text)
  return letters.length >= 5 && letters.length <= 9 && distance(letters, 'noinhan') <= 2
}
