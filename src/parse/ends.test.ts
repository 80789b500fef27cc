import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { documentOf } from './test-support.ts'

const texts = (lines: readonly { text: string }[]) => lines.map(line => line.text)
const of = (...lines: string[]) => parse(documentOf(lines.join('\n')))

describe('letterhead', () => {
  it('reads a Party letterhead, the star being no content', () => {
    const tree = of(
      'ĐẢNG BỘ HUYỆN AN LẠC                    ĐẢNG CỘNG SẢN VIỆT NAM',
      'ĐẢNG ỦY XÃ TÂN PHÚC                     Tân Phúc, ngày 12 tháng 4 năm 2025',
      '*',
      'Số 17-KH/ĐU',
      'KẾ HOẠCH',
      'học tập Nghị quyết của Đảng ủy',
    )
    expect(texts(tree.letterhead.issuer)).toEqual(['ĐẢNG BỘ HUYỆN AN LẠC', 'ĐẢNG ỦY XÃ TÂN PHÚC'])
    expect(tree.letterhead.number?.text).toBe('Số 17-KH/ĐU')
    expect(tree.letterhead.placeDate?.text).toBe('Tân Phúc, ngày 12 tháng 4 năm 2025')
    expect(texts(tree.noise)).toEqual(['*'])
  })

  it('leaves number and date open where they were to be filled in by hand', () => {
    const tree = of(
      'PHÒNG NỘI VỤ',
      'Số:      /KH-PNV Vĩnh An, ngày     tháng 02 năm 2023',
      'KẾ HOẠCH',
      'Cải cách hành chính',
    )
    expect(tree.letterhead.number?.text).toBe('Số: /KH-PNV')
    expect(tree.letterhead.placeDate?.text).toBe('Vĩnh An, ngày tháng 02 năm 2023')
  })

  it('knows motto, number and date where OCR left them misread', () => {
    const tree = of(
      'XA DONG THO Doc 1ap - Tu do - Hanh phtic',
      'Sb:12/KH-UBND Đông Thọ, ngày 05 thdng 3 năm 2026',
      'KẾ HOẠCH',
      'Phòng, chống dịch',
    )
    expect(texts(tree.letterhead.motto)).toEqual(['Doc 1ap - Tu do - Hanh phtic'])
    expect(tree.letterhead.number?.text).toBe('Sb:12/KH-UBND')
    expect(tree.letterhead.placeDate?.text).toBe('Đông Thọ, ngày 05 thdng 3 năm 2026')
  })

  it('takes a motto that stands twice for a body the first time', () => {
    const tree = of(
      'ĐOÀN TNCS HỒ CHÍ MINH',
      'TỈNH AN SƠN',
      'BCH ĐOÀN XÃ LA HÀ',
      'Số: 09-KH/ĐTN',
      'ĐOÀN TNCS HỒ CHÍ MINH',
      'La Hà, ngày 12 tháng 02 năm 2026',
      'KẾ HOẠCH',
      'Tháng Thanh niên',
    )
    expect(texts(tree.letterhead.issuer)).toEqual([
      'ĐOÀN TNCS HỒ CHÍ MINH',
      'TỈNH AN SƠN',
      'BCH ĐOÀN XÃ LA HÀ',
    ])
    expect(texts(tree.letterhead.motto)).toEqual(['ĐOÀN TNCS HỒ CHÍ MINH'])
  })

  it('takes no name of a body for a number, and the whole of a symbol with a space', () => {
    const tree = of(
      'SỞ NỘI VỤ - LAO ĐỘNG',
      'SƠN HÀ - SƠN BẮC',
      'Số: 37/KH-THCS LVT',
      'KẾ HOẠCH',
      'V/v tuyên truyền',
      'Thực hiện Kế hoạch của huyện, xã xây dựng kế hoạch như sau:',
      'Các việc sau',
    )
    expect(tree.letterhead.number?.text).toBe('Số: 37/KH-THCS LVT')
    expect(texts(tree.letterhead.issuer)).toEqual(['SỞ NỘI VỤ - LAO ĐỘNG', 'SƠN HÀ - SƠN BẮC'])
    expect(texts(tree.title.subject)).toEqual(['V/v tuyên truyền'])
  })

  it('goes on with a remark under the title, but not with a first part or the note of a decision', () => {
    const subject = (...lines: string[]) =>
      texts(of('UBND XÃ ĐÔNG THỌ', 'KẾ HOẠCH', 'HOẠT ĐỘNG NĂM 2022', ...lines).title.subject)
    expect(subject('(Từ ngày 16/3 đến ngày 20/3)', 'I. MỘT')).toEqual([
      'HOẠT ĐỘNG NĂM 2022',
      '(Từ ngày 16/3 đến ngày 20/3)',
    ])
    expect(subject('PHẦN I', 'KẾT QUẢ NĂM 2021')).toEqual(['HOẠT ĐỘNG NĂM 2022'])
    expect(subject('(Ban hành kèm theo Quyết định số 1/QĐ-UBND)', 'I. MỘT')).toEqual(['HOẠT ĐỘNG NĂM 2022'])
  })

  it('parts the type from a title in capitals on the same line', () => {
    const tree = of('UBND XÃ ĐÔNG THỌ', 'KẾ HOẠCH PHÒNG, CHỐNG DỊCH NĂM 2026', 'I. MỤC ĐÍCH')
    expect(tree.title.kind?.text).toBe('KẾ HOẠCH')
    expect(texts(tree.title.subject)).toEqual(['PHÒNG, CHỐNG DỊCH NĂM 2026'])
  })
})

describe('annex', () => {
  it('needs no label where a note stands under its title', () => {
    const tree = of(
      'I. MỘT',
      '- Việc.',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'Lê Thị Hoa',
      'DANH MỤC NHIỆM VỤ',
      '(Kèm theo Kế hoạch số 12/KH-UBND)',
      'TT | Việc',
      '1 | Trồng cây',
    )
    expect(texts(tree.end.signature)).toEqual(['Lê Thị Hoa'])
    expect(tree.annexes).toHaveLength(1)
    expect(tree.annexes[0]?.label).toBeUndefined()
    expect(texts(tree.annexes[0]?.title ?? [])).toEqual(['DANH MỤC NHIỆM VỤ'])
  })
})

describe('end', () => {
  it('gives signers side by side one after the other', () => {
    const tree = of(
      'I. MỘT',
      '- Việc.',
      'CÔNG AN TỈNH                         SỞ Y TẾ',
      'KT. GIÁM ĐỐC                         GIÁM ĐỐC',
      'PHÓ GIÁM ĐỐC                         Nghiêm Thị Vân',
      'Hà Văn Khoát',
      'Nơi nhận:',
      '- Lưu: VT.',
    )
    expect(texts(tree.end.signature)).toEqual([
      ...['CÔNG AN TỈNH', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Hà Văn Khoát'],
      ...['SỞ Y TẾ', 'GIÁM ĐỐC', 'Nghiêm Thị Vân'],
    ])
  })

  it('takes no room that files for an authority, and a degree with its name', () => {
    const tree = of(
      'I. MỘT',
      '- Việc.',
      'Nơi nhận: GIÁM ĐỐC',
      '- Như trên;',
      '- Lưu: VT, KT.',
      'TS. Đàm Quang Huy',
    )
    expect(texts(tree.end.recipients)).toEqual(['- Như trên;', '- Lưu: VT, KT.'])
    expect(texts(tree.end.signature)).toEqual(['GIÁM ĐỐC', 'TS. Đàm Quang Huy'])
  })

  it('parts recipients and signature that stand on one line', () => {
    const tree = of(
      'I. MỘT',
      '- Việc.',
      'Nơi nhận: TM. ỦY BAN NHÂN DÂN',
      '-Như trên; KT. CHỦ TỊCH',
      '- Lưu: VT. PHÓ CHỦ TỊCH',
      'Bùi Văn Thể',
    )
    expect(tree.end.heading?.text).toBe('Nơi nhận:')
    expect(texts(tree.end.recipients)).toEqual(['-Như trên;', '- Lưu: VT.'])
    expect(texts(tree.end.signature)).toEqual([
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Bùi Văn Thể',
    ])
  })

  it('joins a recipient that goes on in a second line', () => {
    const tree = of('I. MỘT', '- Việc.', 'Nơi nhận:', '- Phòng Giáo dục và', 'Đào tạo huyện;', '- Lưu: VT.')
    expect(texts(tree.end.recipients)).toEqual(['- Phòng Giáo dục và Đào tạo huyện;', '- Lưu: VT.'])
  })

  it('finds the end by its list where the heading is unreadable', () => {
    const tree = of(
      'I. MỘT',
      '1. Việc.',
      'Xong việc ./.',
      'NS"?’ gg’N b TM. ỦY BAN NHÂN DÂN',
      '- Như trên;',
      '- Lưu: VT.',
    )
    expect(texts(tree.end.recipients)).toEqual(['- Như trên;', '- Lưu: VT.'])
    expect(texts(tree.end.signature)).toEqual(['TM. ỦY BAN NHÂN DÂN'])
  })

  it('takes the last paragraph that asks for the work to be done for the closing, with or without ./.', () => {
    const closing = 'Ban Thường vụ yêu cầu các chi bộ nghiêm túc triển khai thực hiện.'
    const tree = of('I. MỘT', '1. Việc thứ nhất.', '- Làm.', closing, 'Nơi nhận:', '- Lưu: VT.')
    expect(texts(tree.closing)).toEqual([closing])
  })

  it('leaves to a section the only paragraph under its heading', () => {
    const tree = of(
      'Điều 3. Kinh phí',
      '- Một.',
      'Điều 4. Hiệu lực',
      'Kế hoạch này có hiệu lực từ ngày ký./.',
      'Nơi nhận:',
      '- Lưu: VT.',
    )
    expect(tree.closing).toEqual([])
  })

  it('keeps what stands right of a recipient under a seal out of the list', () => {
    const tree = of(
      'I. MỘT',
      '1. Việc.',
      'Nơi nhận: TM. ỦY BAN NHÂN DÂN',
      '- Sở Nội vụ; KT. CHỦ TỊCH',
      '- Đảng ủy xã (b/c); 20 T A',
      '- Các phòng; Bí THƯ',
      '- Công an xã; Thiếu fA Lâm Khắc Mây',
      '- Lưu: VT; TH.',
    )
    expect(texts(tree.end.recipients)).toEqual([
      '- Sở Nội vụ;',
      '- Đảng ủy xã (b/c);',
      '- Các phòng;',
      '- Công an xã;',
      '- Lưu: VT; TH.',
    ])
    expect(texts(tree.end.signature)).toContain('T A')
  })

  it('reads two names side by side under two offices, one with a rank', () => {
    const tree = of(
      'I. MỘT',
      '1. Việc.',
      'TM. ỦY BAN NHÂN DÂN XÃ          TRUNG ĐOÀN TRƯỞNG',
      'CHỦ TỊCH',
      'Lý Văn Mây                      Thượng tá Đoàn Văn Mưa',
      'Nơi nhận:',
      '- Lưu: VT.                      (Đã ký)',
    )
    expect(texts(tree.end.signature)).toEqual([
      'TM. ỦY BAN NHÂN DÂN XÃ',
      'CHỦ TỊCH',
      'Lý Văn Mây',
      '(Đã ký)',
      'TRUNG ĐOÀN TRƯỞNG',
      'Thượng tá Đoàn Văn Mưa',
    ])
    expect(texts(tree.end.recipients)).toEqual(['- Lưu: VT.'])
  })
})
