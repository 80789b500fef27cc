import type { TokenType } from 'chevrotain'
import { fold, likeness, skeleton } from '../../grammars/fold.ts'
import { layout, openingPhrase } from '../../grammars/layout.ts'
import { DocumentNumber, Issuer, Kind, Motto, PlaceDate, Subject } from '../../grammars/tokens.ts'
import { isCapitals } from './letters.ts'
import { labelsAt, type Piece, slice } from './lines.ts'

/**
 * The lines above the text, with two columns told apart where they stand on one line.
 *
 *     ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM   → Issuer, Motto
 *     XÃ BÌNH HÒA Độc lập - Tự do - Hạnh phúc              → Issuer, Motto
 *     Số: 12/KH-UBND Bình Hòa, ngày 05 tháng 3 năm 2026    → DocumentNumber, PlaceDate
 *     KẾ HOẠCH                                             → Kind
 *     Triển khai Tháng Thanh niên năm 2026                 → Subject
 */
export interface HeadLine {
  type: TokenType
  piece: Piece
}

/** A letterhead with title takes no more lines than this. */
const HEAD_LINES = 45

/** Tokens of the letterhead and title, and the index of the first piece after them. */
export function lexHead(pieces: readonly Piece[]): { lines: HeadLine[]; end: number } {
  const kind = findKind(pieces)
  const end = kind ?? endWithoutKind(pieces)
  const lines = withoutDoubles(pieces.slice(0, end).flatMap(lexLetterheadLine))
  const head = kind === undefined ? { lines, end } : lexTitle(pieces, kind, lines)
  return { ...head, lines: letterheadFirst(head.lines) }
}

/** Of two columns read one after the other a subject (`V/v …`) or the type may stand before number and date; the grammar has them in order. */
function letterheadFirst(lines: readonly HeadLine[]): HeadLine[] {
  const ofTitle = ({ type }: HeadLine) => type === Kind || type === Subject
  return [...lines.filter(line => !ofTitle(line)), ...lines.filter(ofTitle)]
}

/** A motto that stands twice is a body's name the first time: `ĐOÀN TNCS HỒ CHÍ MINH` / `TỈNH AN LĨNH` over the issuer. */
function withoutDoubles(lines: readonly HeadLine[]): HeadLine[] {
  const again = (line: HeadLine, at: number) =>
    lines.some(
      (other, later) =>
        later > at && other.type === Motto && skeleton(other.piece.text) === skeleton(line.piece.text),
    )
  return lines.map((line, at) => (line.type === Motto && again(line, at) ? { ...line, type: Issuer } : line))
}

const OPENS_BODY = /^(?:I|1)[.)/]\s/

/** Index of the line that prints the type of document. */
function findKind(pieces: readonly Piece[]): number | undefined {
  for (let at = 0; at < Math.min(pieces.length, HEAD_LINES); at++) {
    const piece = pieces[at] as Piece
    if (kindWords(piece) > 0) return at
    if (OPENS_BODY.test(piece.text)) return undefined
  }
  return undefined
}

/** How many words of the line print the type of document: all of `KẾ HOẠCH`, two of `KẾ HOẠCH PHÁT TRIỂN …`; 0 for none. */
function kindWords(piece: Piece): number {
  // `PHƯỜNG AN PHÚ` is a place, though its letters are those of `PHƯƠNG ÁN`
  if (piece.row || /^phường(?!\p{L})/iu.test(piece.text)) return 0
  const bare = skeleton(piece.text)
  const alone = layout.documentTypes.some(
    type => bare === type.skeleton || (bare.length >= 6 && likeness(bare, type.skeleton, 0.85) >= 0.85),
  )
  const capitals = isCapitals(piece.text)
  if (alone && (capitals || piece.flow === 'centred' || /^\p{Lu}[^\p{Lu}]*$/u.test(piece.text)))
    return piece.words.length
  if (!capitals) return 0
  const type = openingPhrase(piece.text, layout.documentTypes)
  if (!type) return 0
  let length = 0
  let words = 0
  while (length < type.skeleton.length) length += skeleton(piece.words[words++]?.text ?? '').length
  return words
}

/** Without a type the letterhead ends at its last number, date or motto near the top; a subject `V/v …` belongs to it. */
function endWithoutKind(pieces: readonly Piece[]): number {
  let end = 0
  for (let at = 0; at < Math.min(pieces.length, 14); at++) {
    const piece = pieces[at] as Piece
    // the date of `(Kèm theo Kế hoạch … ngày …)` is another document's
    if (OPENS_BODY.test(piece.text) || piece.text.startsWith('(')) break
    if (lexLetterheadLine(piece).some(line => line.type !== Issuer)) end = at + 1
    const { region } = piece
    if (region === 'header-left' || region === 'header-right') end = at + 1
  }
  return end
}

/** Words of a line of a letterhead at most, two columns of it read as one included; a longer one is text. */
const LONGEST_LINE = 80

function lexLetterheadLine(piece: Piece): HeadLine[] {
  if (piece.words.length > LONGEST_LINE) return [{ type: Issuer, piece }]
  const motto = mottoStart(piece)
  if (motto === 0) return [{ type: Motto, piece }]
  if (motto !== undefined)
    return [...lexLetterheadLine(slice(piece, 0, motto)), { type: Motto, piece: slice(piece, motto) }]
  const numberEnd = numberWords(piece)
  if (numberEnd > 0 && numberEnd < piece.words.length)
    return [
      { type: DocumentNumber, piece: slice(piece, 0, numberEnd) },
      ...lexLetterheadLine(slice(piece, numberEnd)),
    ]
  if (numberEnd > 0) return [{ type: DocumentNumber, piece }]
  const date = placeDateStart(piece)
  if (date === 0) return [{ type: PlaceDate, piece }]
  if (date !== undefined)
    return [...lexLetterheadLine(slice(piece, 0, date)), { type: PlaceDate, piece: slice(piece, date) }]
  if (/^v\s*\/\s*v\b/i.test(piece.text)) return [{ type: Subject, piece }]
  return [{ type: Issuer, piece }]
}

/** Index of the word from which the line reads as a motto to its end. */
function mottoStart(piece: Piece): number | undefined {
  if (piece.words.length > 30) return undefined
  let best: number | undefined
  let bestLikeness = 0.72
  let rest = ''
  for (let at = piece.words.length - 1; at >= 0; at--) {
    rest = skeleton(piece.words[at]?.text ?? '') + rest
    // a dash of the motto goes with what it joins, so a word without letters begins nothing
    if (skeleton(piece.words[at]?.text ?? '') === '' || rest.length > 60) continue
    for (const motto of layout.mottos) {
      const found = likeness(rest, motto.skeleton, bestLikeness)
      if (found > bestLikeness) {
        bestLikeness = found
        best = at
      }
    }
  }
  return best
}

// Số: 12/KH-UBND, and as OCR has it: S6:, Sb:, $ố:
const NUMBER_HEAD = /^[s$§]\S{0,2}(?:[:.,;]|\s|$)|^so\d|^[s$§]\S{0,2}:\S|^5[o06]?:/
const SYMBOL = /[/-]\s?\p{Lu}{2}|\d\s*\/|^S\S{0,2}\s*:/u

/** How many words of the line are the number and symbol that it begins with: `Số: 118 /KH-UBND` three of more. */
function numberWords(piece: Piece): number {
  const folded = fold(piece.text)
  if (!NUMBER_HEAD.test(folded) || !SYMBOL.test(piece.text)) return 0
  // `SỞ NỘI VỤ - …` begins like a number and holds none
  if (!/[\d/]/.test(piece.text) && !/^[sS$§5]\S{0,2}[:;]/u.test(piece.text)) return 0
  const date = placeDateStart(piece)
  const limit = date ?? piece.words.length
  let at = 1
  let symbol = /[/-]\p{Lu}/u.test(piece.words[0]?.text ?? '')
  for (; at < limit; at++) {
    const word = piece.words[at] as { text: string; gap?: 'wide' }
    if (word.gap === 'wide' && symbol) break
    const joins =
      /^[-–—/.:…]+$/.test(word.text) ||
      /^[-–/]/.test(word.text) ||
      /[-–/]$/.test(piece.words[at - 1]?.text ?? '')
    // the short rest of a symbol that was printed with a space: `37/KH-THCS LVT`
    const rest = symbol && at === piece.words.length - 1 && /^\p{Lu}{2,6}$/u.test(word.text)
    const isSymbol =
      rest || /[/]/.test(word.text) || /\d/.test(word.text) || joins || (!symbol && isCapitals(word.text))
    if (!isSymbol) break
    if (/\p{Lu}{2}/u.test(word.text) || /\/\p{Lu}/u.test(word.text)) symbol = true
  }
  return at
}

const isYearWord = (word: string) => /^nam/.test(word) || /^(?:19|20)\d\d\D?$/.test(word)

const SHORT_DATE = /^\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d$/

/** Index of the word that begins `Bình Hòa, ngày … tháng … năm …` or `Bình Hòa, 20/6/2026`, if the line holds that. */
function placeDateStart(piece: Piece): number | undefined {
  const words = piece.words.map(word => fold(word.text))
  let day = words.findIndex((word, at) => /^,?ngay/.test(word) && words.slice(at, at + 8).some(isYearWord))
  if (SHORT_DATE.test(words.at(-1) ?? '')) {
    const last = words.length - 1
    const from = /^,?ngay$/.test(words[last - 1] ?? '') ? last - 1 : last
    if (/,$/.test(words[from - 1] ?? '')) day = from
  }
  if (day < 0) return undefined
  let start = day
  // the place is what stands before the comma, in title case, up to a symbol, a gap or the line's start
  while (start > 0) {
    const word = piece.words[start - 1]?.text ?? ''
    if (/[\d/:;]/.test(word) || /^[-–—]/.test(word)) break
    if (!/^["“(]?\p{Lu}/u.test(word) && !/^(thành|phố|tỉnh|huyện|quận|xã|phường)$/u.test(word)) break
    if (/\p{Lu}{3}/u.test(word) && start < day) break
    start--
    if (piece.words[start]?.gap === 'wide') break
  }
  return start
}

/** The lines of the subject under the type, as far as the text does not begin. */
function lexTitle(
  pieces: readonly Piece[],
  kind: number,
  lines: HeadLine[],
): { lines: HeadLine[]; end: number } {
  const printed = pieces[kind] as Piece
  const words = kindWords(printed)
  lines.push({ type: Kind, piece: slice(printed, 0, words) })
  if (words < printed.words.length) lines.push({ type: Subject, piece: slice(printed, words) })
  let previous: Piece = printed
  let count = words < printed.words.length ? 1 : 0
  let at = kind + 1
  for (; at < pieces.length && count < 14; at++) {
    const piece = pieces[at] as Piece
    if (beginsText(piece, previous, count) && !isLastOfTitle(piece, pieces[at + 1])) break
    // number and date may stand under the title where columns were read one after the other
    const found = count === 0 ? lexLetterheadLine(piece) : []
    if (found.some(line => line.type !== Issuer && line.type !== Subject)) lines.push(...found)
    else {
      lines.push({ type: Subject, piece })
      count++
      previous = piece
    }
  }
  return { lines, end: at }
}

/** A short line over the first of the text, `Năm học 2025 - 2026`, though a blank line stands above it. */
function isLastOfTitle(piece: Piece, next: Piece | undefined): boolean {
  return (
    next !== undefined &&
    piece.words.length <= 10 &&
    !opensText(piece) &&
    opensText(next) &&
    /^\p{Lu}/u.test(piece.text) &&
    !/[.;:]$/.test(piece.text) &&
    !piece.row &&
    labelsAt(piece).length === 0
  )
}

const opensText = (piece: Piece) =>
  openingPhrase(piece.text, layout.preambleOpenings) !== undefined && /^\p{Lu}/u.test(piece.text)

/** Labels by name, which no title begins with: `PHẦN I`, `Điều 1.` */
const NAMED_STYLES = new Set(['part', 'chapter', 'clause-section', 'article'])

/** Whether the text begins at `piece`, after `count` lines of the subject of which `previous` is the last. */
function beginsText(piece: Piece, previous: Piece, count: number): boolean {
  if (piece.row) return true
  // `(Kèm theo …)` is no title; another remark goes on with it: `(Từ ngày 16/3/2026 …)`
  if (/^\(/.test(piece.text)) return count === 0 || openingPhrase(piece.text, layout.annexNotes) !== undefined
  const label = labelsAt(piece)[0]
  if (label?.ordinal === 1 && NAMED_STYLES.has(label.style)) return true
  if (/^(?:I|1|A|Phần I|PHẦN I)[.)/]\s?\p{L}/u.test(piece.text) || /^[-–+]\s/.test(piece.text))
    return count > 0 || piece.text.length > 0
  if (count === 0) return false
  const letters = skeleton(piece.text)
  if (layout.leadEndings.some(ending => letters.endsWith(ending.skeleton))) return true
  const opens = opensText(piece)
  const capitals = isCapitals(piece.text)
  if (isCapitals(previous.text) && count > 0 && !capitals) return true
  if (capitals) return false
  if (piece.flow === 'centred') return false
  if (piece.flow === 'start' && previous.flow === 'centred') return true
  const unfinished = /[,–-]$/.test(previous.text) || endsUnfinished(previous.text)
  if (!/^\p{Lu}/u.test(piece.text)) return false
  if (opens && !unfinished) return true
  return piece.blanks > 0 && !unfinished
}

function endsUnfinished(text: string): boolean {
  const last = text.split(' ').at(-1) ?? ''
  return layout.unfinishedEndings.some(ending => ending.printed === last)
}
