import type { TokenType } from 'chevrotain'
import { skeleton } from '../../grammars/fold.ts'
import { layout, openingPhrase } from '../../grammars/layout.ts'
import { AnnexLabel, AnnexNote, AnnexTitle } from '../../grammars/tokens.ts'
import { belongsToEnd } from './ending.ts'
import { isCapitals } from './letters.ts'
import { labelsAt, type Piece, slice } from './lines.ts'

/**
 * Annexes, each with label, title, note and body.
 *
 *     PHỤ LỤC I
 *     DANH MỤC NHIỆM VỤ
 *     (Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026 của …)
 *     TT | Nhiệm vụ | Đơn vị chủ trì
 */
export interface AnnexHead {
  lines: { type: TokenType; piece: Piece }[]
  /** Index of the first piece of the body. */
  end: number
}

/** Index of the first piece of an annex at or after `from`; the number of pieces for none. */
export function findAnnex(pieces: readonly Piece[], from: number): number {
  let ended = false
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at] as Piece
    ended ||= belongsToEnd(piece)
    if (labelWords(piece) > 0) return at
    if (!isNote(piece)) continue
    // the note may have been read before the label
    if (pieces.slice(at + 1, at + 4).some(each => labelWords(each) > 0)) return at
    const start = ended ? titleStart(pieces, at, from) : at
    if (start < at) return start
  }
  return pieces.length
}

/** Where the lines in capitals begin that stand over a note, the title of an annex without a label; `note` for none. */
function titleStart(pieces: readonly Piece[], note: number, from: number): number {
  let start = note
  while (start > from && !pieces[start]?.opensPage) {
    const above = pieces[start - 1] as Piece
    if (!isCapitals(above.text) || belongsToEnd(above) || openingPhrase(above.text, layout.positions)) break
    start--
  }
  return start
}

const ANNEX_NUMBER = /^(?:[IVX]{1,5}|\d{1,2}|[A-H])[a-z]?[.:]?$/

/** How many words of the line are an annex's label with its number: `PHỤ LỤC`, `Phụ lục số 01:`; 0 for none. */
function labelWords(piece: Piece): number {
  if (piece.row || piece.words.length > 40 || !/^\p{Lu}/u.test(piece.text)) return 0
  const first = skeleton(piece.words[0]?.text ?? '')
  const two = first + skeleton(piece.words[1]?.text ?? '')
  const label = layout.annexLabels.find(
    one => one.skeleton === two || (one.skeleton === first && two !== first),
  )
  if (!label) return 0
  let words = label.skeleton === first ? 1 : 2
  const opening = piece.words.slice(0, words).map(word => word.text)
  if (!opening.every(word => /^\p{Lu}/u.test(word)) && !/^Phụ lục|^Biểu|^Mẫu/.test(piece.text)) return 0
  const no = /^số$/iu.test(piece.words[words]?.text ?? '') ? 1 : 0
  const numbered = ANNEX_NUMBER.test(piece.words[words + no]?.text ?? '')
  if (numbered) words += no + 1
  else if (words === 1) return 0 // `BIỂU` alone is any word
  const rest = piece.words.slice(words)
  if (rest.length === 0) return words
  // what follows on the line is a title: in capitals, or after a mark
  const restText = rest.map(word => word.text).join(' ')
  const marked = /[.:]$/.test(piece.words[words - 1]?.text ?? '') || /^[-–:]/.test(restText)
  const capitals = isCapitals(restText)
  if (isCapitals(opening.join('')) && (capitals || marked)) return words
  return marked && numbered && (capitals || piece.flow === 'centred' || piece.opensPage) ? words : 0
}

function isNote(piece: Piece): boolean {
  if (!piece.text.startsWith('(')) return false
  const bare = skeleton(piece.text)
  return layout.annexNotes.some(note => bare.startsWith(note.skeleton))
}

/** The end of a note, also misread. */
const CLOSES = /[)}\]]/

/** Titles of a table that begins the body. */
const TITLES = /^(?:S?TT|Stt|Số TT)\s+\p{Lu}\p{Ll}/u

/** Tokens of an annex's head from `start`, before `stop`. */
export function lexAnnexHead(pieces: readonly Piece[], start: number, stop: number): AnnexHead {
  const lines: AnnexHead['lines'] = []
  const notes: AnnexHead['lines'] = []
  let at = start
  let labelled = !pieces.slice(start, Math.min(stop, start + 6)).some(piece => labelWords(piece) > 0)
  let openNote = false
  let capitals = false
  for (; at < stop; at++) {
    const piece = pieces[at] as Piece
    if (piece.row || TITLES.test(piece.text)) break
    const words = labelled ? 0 : labelWords(piece)
    if (words > 0) {
      labelled = true
      lines.push({ type: AnnexLabel, piece: slice(piece, 0, words) })
      if (words < piece.words.length) lines.push({ type: AnnexTitle, piece: slice(piece, words) })
    } else if (isNote(piece) || openNote || closesNote(piece, notes)) {
      notes.push({ type: AnnexNote, piece })
      openNote = labelled && !notes.some(line => CLOSES.test(line.piece.text))
    } else if (!labelled) notes.push({ type: AnnexNote, piece })
    else if (isTitle(piece, capitals, lines)) {
      lines.push({ type: AnnexTitle, piece })
      capitals ||= isCapitals(piece.text)
    } else break
  }
  return { lines: [...lines, ...notes], end: at }
}

/** The rest of a note that was cut where a gap was left for number and date: `/KH-UBND ngày` · `tháng 6 năm 2026 …)`. */
function closesNote(piece: Piece, notes: readonly { piece: Piece }[]): boolean {
  if (notes.length === 0 || notes.some(line => CLOSES.test(line.piece.text))) return false
  return /^[/\p{Ll}\d]/u.test(piece.text)
}

function isTitle(piece: Piece, capitals: boolean, lines: AnnexHead['lines']): boolean {
  const count = lines.filter(line => line.type === AnnexTitle).length
  if (count > 8) return false
  if (isCapitals(piece.text) && labelsAt(piece).length === 0)
    return skeleton(piece.text) !== 'stt' && skeleton(piece.text) !== 'tt'
  if (capitals) return false
  if (piece.flow === 'centred') return true
  return count === 0 && piece.text.length > 12 && labelsAt(piece).length === 0 && !/[.:;]$/.test(piece.text)
}
