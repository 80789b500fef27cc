import type { Place } from '../document.ts'

/**
 * What parse finds and interpret reads: the parts of a document in printed order, without meaning.
 *
 *     letterhead   ỦY BAN NHÂN DÂN XÃ … | CỘNG HÒA … | Số: 12/KH-UBND | …, ngày … tháng … năm …
 *     title        KẾ HOẠCH / Triển khai …
 *     preamble     Căn cứ …; Thực hiện …, Ủy ban nhân dân xã ban hành Kế hoạch như sau:
 *     body         I. MỤC ĐÍCH … 1. … - … + …, tables
 *     closing      Trên đây là Kế hoạch …/.
 *     end          Nơi nhận: … | TM. … KT. … name
 *     annexes      PHỤ LỤC …
 *
 * Every token of the source stands exactly once in one of these or in `noise`.
 */
export interface Tree {
  letterhead: Letterhead
  title: Title
  preamble: Paragraph[]
  body: Node[]
  closing: Paragraph[]
  end: End
  annexes: Annex[]
  /** Lines that are no content: page numbers, running heads, rules, stamps, captions. */
  noise: TextLine[]
}

/** Words of one source line that stand in the tree together: what `unparse` puts back in its place. */
export interface Fragment {
  page: number
  line: number
  /** 0-based index in the line of the first word. */
  word: number
  text: string
}

/** A piece of one printed line (a column of it, where two stand side by side) after repair. */
export interface TextLine {
  text: string
  at: Place
  /** Lowest word confidence, 1 where unknown. */
  confidence: number
  /** The source lines it was joined from; absent in a tree that was made by hand. */
  fragments?: Fragment[]
}

export interface Letterhead {
  /** Superior body and issuer, top to bottom, as printed. */
  issuer: TextLine[]
  /** National title and motto, or the Party's. */
  motto: TextLine[]
  number?: TextLine
  placeDate?: TextLine
}

export interface Title {
  /** The printed type of document, e.g. KẾ HOẠCH. */
  kind?: TextLine
  /** Lines of the subject under the type (trích yếu), or of `V/v …`. */
  subject: TextLine[]
}

/** Lines joined to one paragraph; `label` as printed without its final punctuation. */
export interface Paragraph {
  type: 'paragraph'
  label?: Label
  text: string
  at: Place
  confidence: number
  fragments?: Fragment[]
}

export type LabelStyle =
  | 'part' // Phần I, PHẦN THỨ NHẤT
  | 'chapter' // Chương I
  | 'clause-section' // Mục 1
  | 'article' // Điều 1.
  | 'roman' // I.
  | 'capital' // A.
  | 'decimal' // 1.  1.1.  1.1.1.
  | 'letter' // a)  đ.
  | 'parenthesis' // (1)  1)
  | 'bullet' // - + o • *
  | 'none'

export interface Label {
  style: LabelStyle
  /** As printed without final punctuation: `I`, `1.1`, `a`, `-`, `(1)`. */
  text: string
  /** As printed with its punctuation: `I.`, `a)`; what `unparse` writes. */
  printed: string
  /** Position within its sequence where the style counts: II → 2, đ → 5, 1.3 → 3. */
  ordinal?: number
}

/** A labelled or unlabelled paragraph with what stands under it, not yet told apart as section or statement. */
export interface Item {
  type: 'item'
  label?: Label
  text: string
  at: Place
  confidence: number
  fragments?: Fragment[]
  children: Node[]
}

export interface TableNode {
  type: 'table'
  title?: TextLine
  columns: string[]
  rows: { group?: string; cells: string[]; at: Place; fragments?: Fragment[] }[]
  at: Place
  /** Fragments of the header and of rows that span the table; those of the cells stand with their rows. */
  fragments?: Fragment[]
}

export type Node = Item | TableNode

export interface End {
  /** `Nơi nhận:` */
  heading?: TextLine
  /** Lines under `Nơi nhận:`, each one recipient as printed with bullet and final punctuation; lines that flow on are joined. */
  recipients: TextLine[]
  /** Lines of authority, office and name, top to bottom; of several signers one after the other. */
  signature: TextLine[]
}

export interface Annex {
  /** Absent where the annex has a title only. */
  label?: TextLine
  title: TextLine[]
  /** `(Kèm theo Kế hoạch số …)` */
  note: TextLine[]
  body: Node[]
}
