import type { IToken, TokenType } from 'chevrotain'
import { createToken, createTokenInstance, Lexer } from './chevrotain.ts'

/**
 * What a line, or a paragraph joined from lines, can be: the alphabet of the grammar in document.ts.
 *
 *     Issuer             ỦY BAN NHÂN DÂN XÃ BÌNH HÒA
 *     Motto              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM · Độc lập - Tự do - Hạnh phúc
 *     DocumentNumber     Số: 12/KH-UBND
 *     PlaceDate          Bình Hòa, ngày 05 tháng 3 năm 2026
 *     Kind               KẾ HOẠCH
 *     Subject            Triển khai Tháng Thanh niên năm 2026 · V/v …
 *     Basis              Căn cứ Luật Thanh niên ngày 16 tháng 6 năm 2020;
 *     Lead               Ủy ban nhân dân xã ban hành Kế hoạch như sau:
 *     Numbered           I. MỤC ĐÍCH · 1. Mục đích · a) Nội dung
 *     Bulleted           - Tuyên truyền …
 *     Text               a paragraph without a label
 *     Row                1 | Biên soạn tài liệu | Ban Văn hóa
 *     Closing            Trên đây là Kế hoạch …/.
 *     RecipientsHeading  Nơi nhận:
 *     Recipient          - Như trên;
 *     Signature          TM. ỦY BAN NHÂN DÂN · KT. CHỦ TỊCH · PHÓ CHỦ TỊCH · Lê Thị Hoa
 *     Mark               20 T A (a stamp or handwriting beside the signature)
 *     AnnexLabel         PHỤ LỤC I
 *     AnnexTitle         DANH MỤC NHIỆM VỤ
 *     AnnexNote          (Kèm theo Kế hoạch số 12/KH-UBND …)
 *
 * The tokens are made by src/parse, which looks at more than one line to tell them apart; so no token has a pattern.
 */
const line = (name: string): TokenType => createToken({ name, pattern: Lexer.NA })

export const Issuer = line('Issuer')
export const Motto = line('Motto')
export const DocumentNumber = line('DocumentNumber')
export const PlaceDate = line('PlaceDate')
export const Kind = line('Kind')
export const Subject = line('Subject')
export const Basis = line('Basis')
export const Lead = line('Lead')
export const Numbered = line('Numbered')
export const Bulleted = line('Bulleted')
export const Text = line('Text')
export const Row = line('Row')
export const Closing = line('Closing')
export const RecipientsHeading = line('RecipientsHeading')
export const Recipient = line('Recipient')
export const Signature = line('Signature')
export const Mark = line('Mark')
export const AnnexLabel = line('AnnexLabel')
export const AnnexTitle = line('AnnexTitle')
export const AnnexNote = line('AnnexNote')

export const lineTokens: TokenType[] = [
  Issuer,
  Motto,
  DocumentNumber,
  PlaceDate,
  Kind,
  Subject,
  Basis,
  Lead,
  Numbered,
  Bulleted,
  Text,
  Row,
  Closing,
  RecipientsHeading,
  Recipient,
  Signature,
  Mark,
  AnnexLabel,
  AnnexTitle,
  AnnexNote,
]

/** A token for the line or paragraph number `index`; the parser hands the index back in its parts. */
export function lineToken(type: TokenType, text: string, index: number): IToken {
  return createTokenInstance(type, text, index, index, index + 1, index + 1, 1, 1)
}
