import type { IToken, TokenType } from 'chevrotain'
import { lazily } from '../src/lazily.ts'
import { EmbeddedActionsParser } from './chevrotain.ts'
import {
  AnnexLabel,
  AnnexNote,
  AnnexTitle,
  Basis,
  Bulleted,
  Closing,
  DocumentNumber,
  Issuer,
  Kind,
  Lead,
  lineTokens,
  Mark,
  Motto,
  Numbered,
  PlaceDate,
  Recipient,
  RecipientsHeading,
  Row,
  Signature,
  Subject,
  Text,
} from './tokens.ts'

/** The tokens of each part, in printed order. */
export interface DocumentParts {
  letterhead: IToken[]
  title: IToken[]
  preamble: IToken[]
  body: IToken[]
  closing: IToken[]
  end: IToken[]
  annexes: { label: IToken | undefined; head: IToken[]; body: IToken[] }[]
  /** What stands where the grammar has no place for it. */
  strays: IToken[]
}

/**
 * The parts of a plan in printed order. Every part may be missing: a cut page, a letter and a poem parse as well.
 *
 *     document    ::= letterhead title preamble body closing end annex*
 */
class DocumentParser extends EmbeddedActionsParser {
  constructor() {
    super(lineTokens, { recoveryEnabled: true, maxLookahead: 1 })
    this.performSelfAnalysis()
  }

  readonly document = this.RULE('document', (): DocumentParts => {
    const letterhead = this.SUBRULE(this.letterhead)
    const title = this.SUBRULE(this.title)
    const preamble = this.SUBRULE(this.preamble)
    const body = this.SUBRULE(this.body)
    const closing = this.SUBRULE(this.closing)
    const end = this.SUBRULE(this.end)
    const annexes: DocumentParts['annexes'] = []
    this.MANY(() => annexes.push(this.SUBRULE(this.annex)))
    return { letterhead, title, preamble, body, closing, end, annexes, strays: [] }
  })

  /**
   *     ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   *     XÃ BÌNH HÒA            Độc lập - Tự do - Hạnh phúc
   *     Số: 12/KH-UBND         Bình Hòa, ngày 05 tháng 3 năm 2026
   */
  private readonly letterhead = this.RULE('letterhead', () =>
    this.several(() => [Issuer, Motto, DocumentNumber, PlaceDate]),
  )

  /**
   *     KẾ HOẠCH
   *     Triển khai Tháng Thanh niên năm 2026
   */
  private readonly title = this.RULE('title', () => this.several(() => [Kind, Subject]))

  /**
   *     Căn cứ Luật Thanh niên ngày 16 tháng 6 năm 2020;
   *     Ủy ban nhân dân xã ban hành Kế hoạch như sau:
   */
  private readonly preamble = this.RULE('preamble', () => this.several(() => [Basis, Lead]))

  /**
   *     I. MỤC ĐÍCH, YÊU CẦU
   *     1. Mục đích
   *     - Nâng cao nhận thức …
   */
  private readonly body = this.RULE('body', () => this.several(() => [Numbered, Bulleted, Text, Row]))

  /**
   *     Trên đây là Kế hoạch …, đề nghị các đơn vị triển khai thực hiện./.
   */
  private readonly closing = this.RULE('closing', () => this.several(() => [Closing]))

  /**
   *     Nơi nhận:              TM. ỦY BAN NHÂN DÂN
   *     - Như trên;            CHỦ TỊCH
   *     - Lưu: VT.             Lê Thị Hoa
   */
  private readonly end = this.RULE('end', () =>
    this.several(() => [RecipientsHeading, Recipient, Signature, Mark]),
  )

  /**
   *     PHỤ LỤC I                                             may be missing where there is a title
   *     DANH MỤC NHIỆM VỤ
   *     (Kèm theo Kế hoạch số 12/KH-UBND ngày 05/3/2026)
   *     TT | Nhiệm vụ | Đơn vị chủ trì
   */
  private readonly annex = this.RULE('annex', () => {
    let label: IToken | undefined
    let title: IToken | undefined
    this.OR([
      {
        ALT: () => {
          label = this.CONSUME(AnnexLabel)
        },
      },
      {
        ALT: () => {
          title = this.CONSUME(AnnexTitle)
        },
      },
    ])
    const head = this.SUBRULE(this.annexHead)
    const body = this.SUBRULE(this.body)
    return this.ACTION(() => ({ label, head: title ? [title, ...head] : head, body }))
  })

  private readonly annexHead = this.RULE('annexHead', () => this.several(() => [AnnexTitle, AnnexNote]))

  /** Any number of the given tokens, in any order. */
  private several(types: () => TokenType[]): IToken[] {
    const found: IToken[] = []
    const alternatives = types().map((type, index) => ({
      ALT: () => found.push(this.consume(index, type)),
    }))
    this.MANY(() => this.OR(alternatives))
    return found
  }
}

const documentParser = lazily(() => new DocumentParser())

/** The parts of a stream of line tokens; in linear time, whatever the order of the tokens. */
export function parseParts(tokens: IToken[]): DocumentParts {
  const parser = documentParser()
  parser.input = tokens
  const parts = parser.document()
  const placed = new Set<IToken>()
  for (const list of [parts.letterhead, parts.title, parts.preamble, parts.body, parts.closing, parts.end])
    for (const token of list) placed.add(token)
  for (const annex of parts.annexes) {
    if (annex.label) placed.add(annex.label)
    for (const token of [...annex.head, ...annex.body]) placed.add(token)
  }
  parts.strays = tokens.filter(token => !placed.has(token))
  return parts
}

/** The grammar as data, for diagrams. */
export const documentGrammar = () => documentParser().getSerializedGastProductions()
