import type { TokenType } from 'chevrotain'
import { likeness, skeleton } from '../../grammars/fold.ts'
import { layout, nearestOffice, openingPhrase } from '../../grammars/layout.ts'
import { Mark, Recipient, RecipientsHeading, Signature } from '../../grammars/tokens.ts'
import { isCapitals } from './letters.ts'
import { labelsAt, type Piece, slice } from './lines.ts'

/**
 * The end of a document: recipients at the left, signature at the right, often on the same lines.
 *
 *     Nơi nhận: TM. ỦY BAN NHÂN DÂN          → RecipientsHeading, Signature
 *     - Như trên; KT. CHỦ TỊCH               → Recipient, Signature
 *     - Lưu: VT. Lê Thị Hoa                  → Recipient, Signature
 */
export interface EndLine {
  type: TokenType
  pieces: Piece[]
}

/** Index of the first piece of the end after `from` and before `stop`; `stop` for none. */
export function findEnd(pieces: readonly Piece[], from: number, stop: number): number {
  const heading = findIndexFrom(pieces, from, stop, piece => headingSpan(piece) !== undefined)
  // without a heading, an office in capitals ends the text only if no numbered line follows it
  const lastNumbered = heading < stop ? from : lastNumberedLine(pieces, from, stop)
  const signature = findIndexFrom(
    pieces,
    Math.max(from, lastNumbered),
    stop,
    piece => piece.region === 'signature' || beginsSignature(piece),
  )
  let start = Math.min(heading, signature, heading < stop ? stop : listStart(pieces, from, stop))
  // an office named long before the list of recipients belongs to something else
  if (heading < stop && heading - start > 12) start = heading
  while (start > from && start < stop && isAboveSignature(pieces[start - 1] as Piece)) start--
  // the bodies that several signers stand for: capitals without a label right above their offices
  while (
    start > from &&
    start < stop &&
    beginsSignature(pieces[start] as Piece) &&
    isBodyName(pieces[start - 1] as Piece)
  )
    start--
  return start
}

/** Where the list of recipients begins whose heading was lost: short items above `- Lưu: VT`. */
function listStart(pieces: readonly Piece[], from: number, stop: number): number {
  let at = stop - 1
  while (at >= from && !FILE.test((pieces[at] as Piece).text)) at--
  if (at < from || stop - at > 12) return stop
  const isItem = (piece: Piece) =>
    isBulleted(piece) && piece.words.length <= 16 && /[;,.]$|[;,]\s/.test(piece.text)
  while (at > from && isItem(pieces[at - 1] as Piece)) at--
  return at
}

function lastNumberedLine(pieces: readonly Piece[], from: number, stop: number): number {
  for (let at = stop - 1; at > from; at--) {
    const reading = labelsAt(pieces[at] as Piece)[0]
    if (reading && reading.style !== 'bullet' && reading.doubt === 0) return at + 1
  }
  return from
}

function findIndexFrom(
  pieces: readonly Piece[],
  from: number,
  stop: number,
  accept: (piece: Piece) => boolean,
): number {
  for (let at = from; at < stop; at++) if (accept(pieces[at] as Piece)) return at
  return stop
}

function isAboveSignature(piece: Piece): boolean {
  return (
    !piece.row && (piece.region === 'signature' || piece.region === 'recipients' || beginsSignature(piece))
  )
}

function isBodyName(piece: Piece): boolean {
  return !piece.row && isCapitals(piece.text) && piece.words.length <= 20 && labelsAt(piece).length === 0
}

/**
 * The two words of `Nơi nhận:` in a line that begins with them, as indexes of the second and of the word after; a bullet
 * and a word may stand between where two printed lines were read as one: `Nơi - Tỉnh nhận: ủy (báo cáo);`
 */
function headingSpan(piece: Piece): { second: number; end: number } | undefined {
  if (piece.row || !/^\S{2,4}\s/.test(piece.text)) return undefined
  const first = skeleton(piece.words[0]?.text ?? '')
  for (let second = 1; second <= Math.min(4, piece.words.length - 1); second++) {
    const word = piece.words[second]?.text ?? ''
    if (!/^[nhmr]\S{2,6}$/i.test(word)) continue
    const both = first + skeleton(word)
    if (!layout.recipientsHeadings.some(heading => likeness(both, heading.skeleton, 0.85) >= 0.85)) continue
    const end = /^[:;.]$/.test(piece.words[second + 1]?.text ?? '') ? second + 2 : second + 1
    const marked = /[:;.]$/.test(piece.words[end - 1]?.text ?? '')
    // a sentence may begin with the same words
    const rest = piece.words[end]?.text
    if (marked || (second === 1 && (rest === undefined || /^[-–+]/.test(rest) || isCapitals(rest))))
      return { second, end }
  }
  return undefined
}

/** The line names an authority or office in capitals, or ends in an authority where a heading was garbled before it. */
function beginsSignature(piece: Piece): boolean {
  if (piece.row || piece.words.length > 14) return false
  if (signatureAt(piece, 0)) return true
  return piece.words.some((_, at) => at > 0 && at < 6 && authorityWord(piece, at) && signatureAt(piece, at))
}

/** Whether the words from `at` to the end of the line read as one line of a signature. */
function signatureAt(piece: Piece, at: number): boolean {
  const first = piece.words[at]?.text ?? ''
  const rest = piece.words
    .slice(at)
    .map(word => word.text)
    .join(' ')
  if (!isCapitals(rest.replace(/[-–—,./\s]/g, ''))) return false
  if (
    layout.authorities.some(
      authority =>
        first === authority.printed ||
        (first.startsWith(authority.printed) && first.length > authority.printed.length),
    )
  )
    return true
  const position = openingPhrase(rest, layout.positions)
  return position !== undefined
}

/** Whether the line belongs to the end of a text: `Nơi nhận:`, or a column of it by its place. */
export function belongsToEnd(piece: Piece): boolean {
  const { region } = piece
  return region === 'recipients' || region === 'signature' || headingSpan(piece) !== undefined
}

/**
 * Tokens of the pieces of the end, in order; `noise` are the marks of the signing. Of several signers side by side those of the
 * left column come first.
 */
export function lexEnd(pieces: readonly Piece[]): EndLine[] {
  const list = new RecipientList()
  const { lines } = list
  const beside: EndLine[] = []
  let gutter = Number.POSITIVE_INFINITY
  let inList = false
  let signed = false
  for (const piece of pieces) {
    const heading = headingSpan(piece)
    if (heading) {
      inList = true
      const { second, end } = heading
      const between = second > 1 ? [slice(piece, 1, second)] : []
      const printed = second > 1 ? [slice(piece, 0, 1), slice(piece, second, end)] : [slice(piece, 0, end)]
      list.push({ type: RecipientsHeading, pieces: printed })
      if (between.length > 0) list.push({ type: Recipient, pieces: between })
      if (end === piece.words.length) continue
    }
    const rest = heading ? slice(piece, heading.end) : piece
    // `- Lưu: VT.` is the last of the list; what stands under it without a bullet is the signer's
    const file = list.file()
    const closed = /[.)]$/.test(file?.pieces.at(-1)?.text ?? '')
    const filed = file !== undefined && (closed || /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(rest.text))
    const at =
      rest.region === 'recipients' ? rest.words.length : signatureStart(rest, inList && !filed, signed)
    if (at > 0 && lines.length === 0 && at < rest.words.length && !isBulleted(rest)) {
      // what stands before the first authority is the heading, however it was read
      inList = true
      list.push({ type: RecipientsHeading, pieces: [slice(rest, 0, at)] })
    } else if (at > 0) list.addRecipient(slice(rest, 0, at))
    if (at < rest.words.length) {
      const signature = slice(rest, at)
      const second = secondColumn(signature)
      if (second > 0) {
        const right = slice(signature, second)
        gutter = Math.min(gutter, right.box?.[0] ?? Number.POSITIVE_INFINITY)
        list.push({ type: Signature, pieces: [slice(signature, 0, second)] })
        beside.push({ type: Signature, pieces: [right] })
      } else {
        const column = (signature.box?.[0] ?? 0) >= gutter - GUTTER_SLACK ? beside : lines
        const office = awaitsOffice(column) && isUnread(signature) && /[\p{Lu}\d]/u.test(signature.text)
        const line = { type: isMark(signature) && !office ? Mark : Signature, pieces: [signature] }
        if (column === lines) list.push(line)
        else beside.push(line)
      }
      signed = true
    }
  }
  return [...lines, ...beside]
}

/** `KT. CHỦ TỊCH` stands last, under which the office of who signs is printed. */
function awaitsOffice(lines: readonly EndLine[]): boolean {
  const last = lines.findLast(line => line.type === Signature)?.pieces.at(-1)?.text ?? ''
  return /^K\s?[./]?\s?T\b/.test(last)
}

/** Points by which a line of a column may begin left of the others. */
const GUTTER_SLACK = 60

/** Index of the word with which a second signer's column begins, 0 for none: `KT. GIÁM ĐỐC     GIÁM ĐỐC`. */
function secondColumn(piece: Piece): number {
  const at = piece.words.findIndex((word, index) => index > 1 && word.gap === 'wide')
  const signs = (part: Piece) => isCapitals(part.text) || isName(part, 0)
  return at > 0 && at < piece.words.length - 1 && signs(slice(piece, 0, at)) && signs(slice(piece, at))
    ? at
    : 0
}

/** Index of the word from which the line belongs to the signature; its length for none. */
function signatureStart(piece: Piece, inList: boolean, signed: boolean): number {
  const none = piece.words.length
  if (piece.region === 'signature') return 0
  const bulleted = isBulleted(piece)
  // a degree or rank before a name ends in a full stop: `BSCKII. Trần Văn An`
  if (signed && !bulleted && isName(piece, 0)) return 0
  for (let at = 0; at < none; at++) {
    const before = piece.words[at - 1]?.text ?? ''
    const wide = piece.words[at]?.gap === 'wide'
    // `- Lưu: VT, KT.` ends in the abbreviation of a room that looks like an authority
    if (at > 0 && at === none - 1 && !wide && authorityWord(piece, at)) break
    const mayBegin = at === 0 ? !bulleted : /[;:.,)]$/.test(before) || wide || authorityWord(piece, at)
    if (mayBegin && signatureAt(piece, at)) return at
    // two columns of names in capitals before any list are those of two signers
    if (at > 0 && wide && !bulleted) {
      const left = slice(piece, 0, at)
      return !inList && (isCapitals(left.text) || (signed && isName(left, 0))) ? 0 : at
    }
    if (at > 0 && inList && /[,)]$/.test(before) && isOfficeInPart(slice(piece, at))) return at
    if (at > 0 && inList && /;$/.test(before) && !FILE.test(piece.text)) {
      const tail = slice(piece, at)
      if (isOfficeMisread(tail) || (signed && isUnread(tail))) return at
    }
    if (at > 0 && signed && (wide || /[;.,]$/.test(before)) && SIGNED.test(slice(piece, at).text)) return at
    if (at > 0 && signed && (wide || /[;.]$/.test(before)) && isName(piece, at)) return at
  }
  if (bulleted) return none
  if (!inList) return 0
  if (signed && isNearlyName(piece)) return 0
  // without a bullet: a name or office stands alone, all else goes on with the recipient above
  return isName(piece, 0) || (isCapitals(piece.text) && piece.words.length > 1) ? 0 : none
}

/** Digits and a few letters beside the signature are a stamp or handwriting. */
function isMark(piece: Piece): boolean {
  if (/[\][{}|<>_=\\]/.test(piece.text) && !isName(piece, 0)) return true
  const letters = piece.text.replace(/\P{L}/gu, '').length
  return letters < 3 || (letters < 8 && /\d/.test(piece.text))
}

/** An office under a stamp, right of a recipient: most of its letters are capitals and those of a known one. */
function isOfficeMisread({ words, text }: Piece): boolean {
  if (words.length > 6 || !/\p{Lu}{2}/u.test(text)) return false
  return nearestOffice(skeleton(text)) !== undefined
}

/** The whole name of an office, some letters of it small: `Bí THƯ`. */
function isOfficeInPart({ text }: Piece): boolean {
  const letters = skeleton(text)
  return /\p{Lu}{2}/u.test(text) && layout.positions.some(office => office.skeleton === letters)
}

/** What is left of an office under a stamp: digits and lone capitals, as no recipient has them: `20 T A`. */
function isUnread({ words }: Piece): boolean {
  const lone = words.filter(word => /^[^\p{L}]*\p{L}?[^\p{L}]*$/u.test(word.text)).length
  return words.length <= 4 && lone >= 1 && words.every(word => !/\p{Ll}{2}|[;,)]$/u.test(word.text))
}

/** `- Lưu: VT`, but not `* Lưu ý` */
const FILE = /^\P{L}{0,3}Lưu(?!\s+ý)[\s:]/u

/** `(Đã ký)` where the signature was left out of a copy. */
const SIGNED = /^\(?đã ký\)?$/iu

const FILED = /^\P{L}{0,3}Lưu(?!\s+ý)[\s:].{0,40}$/u

const isBulleted = (piece: Piece) => /^[-–—+*•_~]/.test(piece.text)

function authorityWord(piece: Piece, at: number): boolean {
  const word = piece.words[at]?.text ?? ''
  return layout.authorities.some(authority => word === authority.printed)
}

/** Two to six words in title case, with a rank or degree before them: `Lê Thị Hoa`, `TS. Trần Văn An`. */
function isName(piece: Piece, at: number): boolean {
  const words = piece.words.slice(at).map(word => word.text)
  if (words.length < 2 || words.length > 7) return false
  const name = words.filter((word, i) => /\p{L}/u.test(word) && !/\.$/.test(word) && !isRank(words, i))
  return name.length >= 2 && name.every(word => /^\p{Lu}[\p{L}\p{M}-]*$/u.test(word) && !isCapitalsLong(word))
}

/** A name of which a syllable was misread in small letters: `Vi hủy Hằng`. */
function isNearlyName({ words }: Piece): boolean {
  const capital = words.map(word => /^\p{Lu}[\p{L}\p{M}]+$/u.test(word.text) && !isCapitalsLong(word.text))
  const letters = words.every(word => /^[\p{L}\p{M}]+$/u.test(word.text))
  return (
    letters &&
    words.length >= 3 &&
    words.length <= 5 &&
    capital.at(-1) === true &&
    capital.filter(each => !each).length <= 1
  )
}

/** The second word of a rank, whatever was read of it: `Thượng tá`, `Thiếu fA`. */
const isRank = (words: readonly string[], at: number) =>
  at === 1 && words.length > 3 && /^(?:Thiếu|Trung|Thượng|Đại|Bác|Y|Dược|Kỹ|Thạc|Tiến)$/u.test(words[0] ?? '')

const isCapitalsLong = (word: string) => word.length > 1 && word === word.toUpperCase()

/** The lines of the end as they grow. */
class RecipientList {
  readonly lines: EndLine[] = []
  /** The last line that is no signature: a recipient may go on. */
  private last: EndLine | undefined
  /** The first recipient before that which is the file's. */
  private filed: EndLine | undefined

  push(line: EndLine): void {
    this.lines.push(line)
    if (line.type === Signature) return
    this.filed = this.file()
    this.last = line
  }

  /** A line with a bullet is a recipient; one without goes on with the one above, unless that was closed. */
  addRecipient(piece: Piece): void {
    const above = this.last?.pieces.at(-1)?.text ?? ''
    if (this.last?.type === Recipient && !isBulleted(piece) && !/[;.]$/.test(above))
      this.last.pieces.push(piece)
    else this.push({ type: Recipient, pieces: [piece] })
  }

  /** The line `- Lưu: VT.`, the first if there are several. */
  file(): EndLine | undefined {
    const { last } = this
    const isFile = last?.type === Recipient && FILED.test(last.pieces.at(-1)?.text ?? '')
    return this.filed ?? (isFile ? last : undefined)
  }
}
