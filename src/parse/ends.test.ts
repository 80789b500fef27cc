import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { documentOf, sketch } from './test-support.ts'

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

  it('takes no note for what is filed', () => {
    const tree = of('I. MỘT', '- Việc;', '- Việc khác;', '* Lưu ý giữ vệ sinh.')
    expect(tree.end.recipients).toEqual([])
    expect(sketch(tree.body)).toEqual([
      '[I] MỘT',
      '  [-] Việc;',
      '  [-] Việc khác;',
      '  [*] Lưu ý giữ vệ sinh.',
    ])
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

/** Lines that say nothing, to see how far apart the parts of an end may stand. */
const notes = (count: number) => Array.from({ length: count }, (_, at) => `Dòng ${at + 1} ghi chú.`)
const joinedNotes = (count: number) => notes(count).join(' / ')

const joined = (lines: readonly { text: string }[]) => texts(lines).join(' / ') || '–'

describe('the head of a document: issuer, motto, number, place and date, type, title, preamble, noise', () => {
  it.each<[lines: string[], head: string]>([
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      [
        'ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'XÃ YÊN KHÊ Độc lập - Tự do - Hạnh phúc',
        'Số: 1/KH-UBND Yên Khê, ngày 05 tháng 3 năm 2026',
        'KẾ HOẠCH',
        'Trồng cây năm 2026',
      ],
      'ỦY BAN NHÂN DÂN / XÃ YÊN KHÊ ¦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc ¦ Số: 1/KH-UBND ¦ Yên Khê, ngày 05 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây năm 2026 ¦ – ¦ –',
    ],
    [
      [
        'ỦY BAN NHÂN DÂN',
        'XÃ YÊN KHÊ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Số: 1/KH-UBND',
        'Yên Khê, ngày 05 tháng 3 năm 2026',
        'KẾ HOẠCH',
        'Trồng cây',
        'năm 2026',
      ],
      'ỦY BAN NHÂN DÂN / XÃ YÊN KHÊ ¦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc ¦ Số: 1/KH-UBND ¦ Yên Khê, ngày 05 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây / năm 2026 ¦ – ¦ –',
    ],
    [
      ['SỞ Y TẾ AN LĨNH', 'BỆNH VIỆN ĐA KHOA', 'Số: 12/KH-BV', 'KẾ HOẠCH', 'Cải tiến chất lượng'],
      'SỞ Y TẾ AN LĨNH / BỆNH VIỆN ĐA KHOA ¦ – ¦ Số: 12/KH-BV ¦ – ¦ KẾ HOẠCH ¦ Cải tiến chất lượng ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'Số: 1/KH-UBND Yên Khê, 20/6/2026', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số: 1/KH-UBND ¦ Yên Khê, 20/6/2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND', 'PHƯỜNG AN PHÚ ĐÔNG', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND / PHƯỜNG AN PHÚ ĐÔNG ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [['KẾ HOẠCH', 'TRỒNG CÂY'], '– ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ TRỒNG CÂY ¦ – ¦ –'],
    [['KẾ HOẠCH TRỒNG CÂY NĂM 2026'], '– ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ TRỒNG CÂY NĂM 2026 ¦ – ¦ –'],
    [['Kế hoạch', 'Trồng cây'], '– ¦ – ¦ – ¦ – ¦ Kế hoạch ¦ Trồng cây ¦ – ¦ –'],
    [
      ['UBND XÃ YÊN KHÊ', 'Số:     /KH-UBND', 'Yên Khê, ngày     tháng 3 năm 2026', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số: /KH-UBND ¦ Yên Khê, ngày tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      [
        'ĐẢNG BỘ XÃ YÊN KHÊ ĐẢNG CỘNG SẢN VIỆT NAM',
        'CHI BỘ THÔN 1',
        '*',
        'Số 05-KH/CB Yên Khê, ngày 05 tháng 3 năm 2026',
        'KẾ HOẠCH',
        'Học tập nghị quyết',
      ],
      'ĐẢNG BỘ XÃ YÊN KHÊ / CHI BỘ THÔN 1 ¦ ĐẢNG CỘNG SẢN VIỆT NAM ¦ Số 05-KH/CB ¦ Yên Khê, ngày 05 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Học tập nghị quyết ¦ – ¦ *',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'CHƯƠNG TRÌNH', 'Hành động năm 2026'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ CHƯƠNG TRÌNH ¦ Hành động năm 2026 ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'PHƯƠNG ÁN', 'Phòng cháy'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ PHƯƠNG ÁN ¦ Phòng cháy ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'DỰ THẢO', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ DỰ THẢO',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'V/v trồng cây', '-----'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ V/v trồng cây ¦ – ¦ -----',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'K E H O A C H', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ K E H O A C H ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'Trồng cây', '(Giai đoạn 2026 - 2030)'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây / (Giai đoạn 2026 - 2030) ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'Trồng cây và chăm sóc', 'cây trên địa bàn xã'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây và chăm sóc / cây trên địa bàn xã ¦ – ¦ –',
    ],
    [
      [
        'UBND XÃ YÊN KHÊ',
        'KẾ HOẠCH',
        'Trồng cây',
        'Thực hiện Kế hoạch của huyện, xã ban hành kế hoạch như sau:',
      ],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ Thực hiện Kế hoạch của huyện, xã ban hành kế hoạch như sau: ¦ –',
    ],
    [
      [
        'UBND XÃ YÊN KHÊ',
        'KẾ HOẠCH',
        'Trồng cây',
        'Căn cứ Luật Lâm nghiệp năm 2017;',
        'Căn cứ Nghị định số 1/2026/NĐ-CP;',
        'UBND xã ban hành Kế hoạch như sau:',
      ],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ Căn cứ Luật Lâm nghiệp năm 2017; / Căn cứ Nghị định số 1/2026/NĐ-CP; / UBND xã ban hành Kế hoạch như sau: ¦ –',
    ],
    [
      [
        'UBND XÃ YÊN KHÊ',
        'KẾ HOẠCH',
        'Trồng cây',
        'Thực hiện Công văn số 5/SNN, Ủy ban nhân dân xã xây dựng kế hoạch, cụ thể:',
      ],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ Thực hiện Công văn số 5/SNN, Ủy ban nhân dân xã xây dựng kế hoạch, cụ thể: ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'Trồng cây', 'Để phủ xanh đất trống.', 'Xã triển khai các việc sau.'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ Để phủ xanh đất trống. / Xã triển khai các việc sau. ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'Trồng cây', 'Kính gửi: Các thôn'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ Kính gửi: Các thôn ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'V/v trồng cây', 'Số: 1/KH-UBND', 'KẾ HOẠCH', 'Trồng rừng'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số: 1/KH-UBND ¦ – ¦ KẾ HOẠCH ¦ V/v trồng cây / Trồng rừng ¦ – ¦ –',
    ],
    [
      [
        'UBND XÃ YÊN KHÊ',
        'Số: 1/UBND-VP',
        'V/v trồng cây',
        'Yên Khê, ngày 5 tháng 3 năm 2026',
        'Kính gửi: Các thôn',
      ],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số: 1/UBND-VP ¦ Yên Khê, ngày 5 tháng 3 năm 2026 ¦ – ¦ V/v trồng cây ¦ Kính gửi: Các thôn ¦ –',
    ],
    [
      [
        'UBND XÃ YÊN KHÊ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Số: 1/UBND-VP Độc lập - Tự do - Hạnh phúc',
        'V/v trồng cây Yên Khê, ngày 5 tháng 3 năm 2026',
        'Kính gửi: Các thôn',
      ],
      'UBND XÃ YÊN KHÊ ¦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc ¦ Số: 1/UBND-VP ¦ Yên Khê, ngày 5 tháng 3 năm 2026 ¦ – ¦ V/v trồng cây ¦ Kính gửi: Các thôn ¦ –',
    ],
    [
      [
        'UBND XÃ YÊN KHÊ',
        'KẾ HOẠCH',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Độc lập - Tự do - Hạnh phúc',
        'Trồng rừng',
      ],
      'UBND XÃ YÊN KHÊ ¦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng rừng ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'Số: 1/KH-UBND', 'Yên Khê, ngày 05 tháng 3 năm 2026', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số: 1/KH-UBND ¦ Yên Khê, ngày 05 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'Số: 1/KH-UBND Yên Khê, ngày 05 tháng 3 năm 2026', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số: 1/KH-UBND ¦ Yên Khê, ngày 05 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'Số: 12 / KH - UBND Yên Khê, ngày 05 tháng 3 năm 2026', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số: 12 / KH - UBND ¦ Yên Khê, ngày 05 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'Số: 12 /KH-UBND Yên Khê, ngày 05 tháng 3 năm 2026', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số: 12 /KH-UBND ¦ Yên Khê, ngày 05 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'Số:.../KH-UBND Yên Khê, ngày ... tháng ... năm 2026', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số:.../KH-UBND ¦ Yên Khê, ngày ... tháng ... năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      [
        'UBND XÃ YÊN KHÊ',
        'Số:   12/KH-UBND          Yên Khê, ngày 05 tháng 3 năm 2026',
        'KẾ HOẠCH',
        'Trồng cây',
      ],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số: 12/KH-UBND ¦ Yên Khê, ngày 05 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      [
        'UBND XÃ YÊN KHÊ',
        'Số: 12/KH-UBND thành phố An Lĩnh, ngày 05 tháng 3 năm 2026',
        'KẾ HOẠCH',
        'Trồng cây',
      ],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số: 12/KH-UBND ¦ thành phố An Lĩnh, ngày 05 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'Thành phố An Lĩnh, ngày 5 tháng 3 năm 2026', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ Thành phố An Lĩnh, ngày 5 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'Yên Khê, ngày 5/3/2026', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ Yên Khê, ngày 5/3/2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'Yên Khê, 5.3.2026', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ Yên Khê, 5.3.2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'Yên Khê, ngày 5 tháng 3 năm 2026.', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ Yên Khê, ngày 5 tháng 3 năm 2026. ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'ngày 5 tháng 3 năm 2026', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ ngày 5 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', '“Yên Khê”, ngày 5 tháng 3 năm 2026', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ “Yên Khê”, ngày 5 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'ỦY BAN NHÂN DÂN Yên Khê, ngày 5 tháng 3 năm 2026', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ / ỦY BAN NHÂN DÂN ¦ – ¦ – ¦ Yên Khê, ngày 5 tháng 3 năm 2026 ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'TRỒNG CÂY', 'GÂY RỪNG', 'Xã làm như sau:'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ TRỒNG CÂY / GÂY RỪNG ¦ Xã làm như sau: ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'TRỒNG CÂY', 'Căn cứ Luật Lâm nghiệp;'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ TRỒNG CÂY ¦ Căn cứ Luật Lâm nghiệp; ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'Trồng cây của', 'Ủy ban nhân dân xã Yên Khê'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây của / Ủy ban nhân dân xã Yên Khê ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KẾ HOẠCH', 'Trồng cây', 'Ủy ban nhân dân xã Yên Khê năm 2026'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây / Ủy ban nhân dân xã Yên Khê năm 2026 ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'KÊ HOACH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KÊ HOACH ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'BÁO CÁO', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ BÁO CÁO ¦ Trồng cây ¦ – ¦ –',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'MẬT', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ MẬT',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'HỎA TỐC', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ HỎA TỐC',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'Ký bởi: Ủy ban nhân dân xã', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ – ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ Ký bởi: Ủy ban nhân dân xã',
    ],
    [
      ['UBND XÃ YÊN KHÊ', 'CÔNG VĂN ĐẾN', 'Số: 15', 'KẾ HOẠCH', 'Trồng cây'],
      'UBND XÃ YÊN KHÊ ¦ – ¦ Số: 15 ¦ – ¦ KẾ HOẠCH ¦ Trồng cây ¦ – ¦ CÔNG VĂN ĐẾN',
    ],
  ])('%s', (lines, head) => {
    const { letterhead, title, preamble, noise, body } = of(...lines, 'I. MỘT', '1. Việc thứ nhất.')
    const { issuer, motto, number, placeDate } = letterhead
    const found = [joined(issuer), joined(motto), number?.text, placeDate?.text, title.kind?.text]
    const rest = [joined(title.subject), joined(preamble), joined(noise)]
    expect([...found, ...rest].map(part => part ?? '–').join(' ¦ ')).toBe(head)
    expect(sketch(body)[0]).toBe('[I] MỘT')
  })
})

describe('the end of a document: closing, heading, recipients, signature, noise, body under the second item', () => {
  it.each<[lines: string[], end: string]>([
    [['Nơi nhận:', '- Như trên;', '- Lưu: VT.'], '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. ¦ – ¦ – ¦ –'],
    [
      [
        'Nơi nhận:',
        '- UBND huyện (b/c);',
        '- Các thôn;',
        '- Lưu: VT, VP.',
        'TM. ỦY BAN NHÂN DÂN',
        'KT. CHỦ TỊCH',
        'PHÓ CHỦ TỊCH',
        'Lê Thị Hoa',
      ],
      '– ¦ Nơi nhận: ¦ - UBND huyện (b/c); / - Các thôn; / - Lưu: VT, VP. ¦ TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Lê Thị Hoa', 'Nơi nhận:', '- Như trên;', '- Lưu: VT.'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. ¦ TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['Nơi nhận: TM. ỦY BAN NHÂN DÂN', '- Như trên; CHỦ TỊCH', '- Lưu: VT.', 'Lê Thị Hoa'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. ¦ TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['Noi nhén: CHỦ TỊCH', '- Như trên;', '- Lưu: VT. Lê Thị Hoa'],
      '– ¦ Noi nhén: ¦ - Như trên; / - Lưu: VT. ¦ CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [['Nơi nhận', '- Như trên;', '- Lưu: VT.'], '– ¦ Nơi nhận ¦ - Như trên; / - Lưu: VT. ¦ – ¦ – ¦ –'],
    [['Nơi nhận - Như trên;', '- Lưu: VT.'], '– ¦ Nơi nhận ¦ - Như trên; / - Lưu: VT. ¦ – ¦ – ¦ –'],
    [
      ['Nơi - Huyện ủy nhận:', '- Như trên;', '- Lưu: VT.'],
      '– ¦ Nơi nhận: ¦ - Huyện ủy / - Như trên; / - Lưu: VT. ¦ – ¦ – ¦ –',
    ],
    [['Nơi nhận kinh phí là kho bạc.'], '– ¦ – ¦ – ¦ – ¦ – ¦ Nơi nhận kinh phí là kho bạc.'],
    [['HIỆU TRƯỞNG', 'Lê Thị Hoa'], '– ¦ – ¦ – ¦ HIỆU TRƯỞNG / Lê Thị Hoa ¦ – ¦ –'],
    [
      ['KT. HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG', '(Đã ký)', 'Lê Thị Hoa'],
      '– ¦ – ¦ – ¦ KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG / Lê Thị Hoa ¦ (Đã ký) ¦ –',
    ],
    [['TRƯỞNG BAN', 'ThS. Lê Thị Hoa'], '– ¦ – ¦ – ¦ TRƯỞNG BAN / ThS. Lê Thị Hoa ¦ – ¦ –'],
    [
      ['CHỦ TỊCH', 'Đại tá Lê Thị Hoa', '- Lưu: VT.'],
      '– ¦ – ¦ - Lưu: VT. ¦ CHỦ TỊCH / Đại tá Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Đảng ủy', 'xã Yên Khê;', '- Lưu: VT.', 'CHỦ TỊCH', 'Lê Thị Hoa'],
      '– ¦ Nơi nhận: ¦ - Đảng ủy xã Yên Khê; / - Lưu: VT. ¦ CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'CHỦ TỊCH', '20 ', ' 6', 'Lê Thị Hoa'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. ¦ CHỦ TỊCH / Lê Thị Hoa ¦ 20 / 6 ¦ –',
    ],
    [
      ['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'KT. CHỦ TỊCH', 'P T', 'Lê Thị Hoa'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. ¦ KT. CHỦ TỊCH / P T / Lê Thị Hoa ¦ – ¦ –',
    ],
    [['Nơi nhận:', '+ Như trên;', '+ Lưu: VT.'], '– ¦ Nơi nhận: ¦ + Như trên; / + Lưu: VT. ¦ – ¦ – ¦ –'],
    [['Nơi nhận:', 'Như trên;', 'Lưu: VT.'], '– ¦ Nơi nhận: ¦ Như trên; / Lưu: VT. ¦ – ¦ – ¦ –'],
    [
      ['Nơi nhận:', '- Như trên;', '- Lưu: VT, KT.'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT, KT. ¦ – ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Như trên;                    CHỦ TỊCH', '- Lưu: VT.                    Lê Thị Hoa'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. ¦ CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      [
        'ĐẢNG ỦY XÃ                    ỦY BAN NHÂN DÂN XÃ',
        'BÍ THƯ                    CHỦ TỊCH',
        'Lê Thị Hoa                    Trần Văn An',
        'Nơi nhận:',
        '- Lưu: VT.',
      ],
      '– ¦ Nơi nhận: ¦ - Lưu: VT. ¦ ĐẢNG ỦY XÃ / BÍ THƯ / Lê Thị Hoa / ỦY BAN NHÂN DÂN XÃ / CHỦ TỊCH / Trần Văn An ¦ – ¦ –',
    ],
    [
      ['T/M BAN CHẤP HÀNH', 'BÍ THƯ', 'Lê Thị Hoa', 'Nơi nhận:', '- Lưu VP.'],
      '– ¦ Nơi nhận: ¦ - Lưu VP. ¦ T/M BAN CHẤP HÀNH / BÍ THƯ / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Lê Thị Hoa'],
      '– ¦ – ¦ – ¦ TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG', 'Lê Thị Hoa'],
      '– ¦ – ¦ – ¦ TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG / Lê Thị Hoa ¦ – ¦ –',
    ],
    [['CHỦ TỊCH', 'Lê thị Hoa Mai'], '– ¦ – ¦ – ¦ CHỦ TỊCH / Lê thị Hoa Mai ¦ – ¦ –'],
    [
      ['- Như trên;', '- Các thôn;', '- Lưu: VT.'],
      '– ¦ – ¦ - Như trên; / - Các thôn; / - Lưu: VT. ¦ – ¦ – ¦ –',
    ],
    [
      ['Xin trân trọng cảm ơn.', 'Nơi nhận:', '- Lưu: VT.'],
      '– ¦ Nơi nhận: ¦ - Lưu: VT. ¦ – ¦ – ¦ Xin trân trọng cảm ơn.',
    ],
    [
      ['Trên đây là Kế hoạch năm 2026.', 'Nơi nhận:', '- Lưu: VT.'],
      'Trên đây là Kế hoạch năm 2026. ¦ Nơi nhận: ¦ - Lưu: VT. ¦ – ¦ – ¦ –',
    ],
    [
      [
        'Trên đây là Kế hoạch, đề nghị các thôn thực hiện.',
        'Nếu có vướng mắc, báo cáo về xã.',
        'Nơi nhận:',
        '- Lưu: VT.',
      ],
      'Trên đây là Kế hoạch, đề nghị các thôn thực hiện. / Nếu có vướng mắc, báo cáo về xã. ¦ Nơi nhận: ¦ - Lưu: VT. ¦ – ¦ – ¦ –',
    ],
    [
      ['Yêu cầu các thôn nghiêm túc thực hiện Kế hoạch này.', 'Nơi nhận:', '- Lưu: VT.'],
      'Yêu cầu các thôn nghiêm túc thực hiện Kế hoạch này. ¦ Nơi nhận: ¦ - Lưu: VT. ¦ – ¦ – ¦ –',
    ],
    [
      ['Đề nghị các thôn phối hợp thực hiện.', 'CHỦ TỊCH', 'Lê Thị Hoa'],
      'Đề nghị các thôn phối hợp thực hiện. ¦ – ¦ – ¦ CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['Nhận được kế hoạch này, các thôn triển khai.', 'Nơi nhận:', '- Lưu: VT.'],
      'Nhận được kế hoạch này, các thôn triển khai. ¦ Nơi nhận: ¦ - Lưu: VT. ¦ – ¦ – ¦ –',
    ],
    [['CHỦ TỊCH UBND xã chỉ đạo chung.'], '– ¦ – ¦ – ¦ – ¦ – ¦ CHỦ TỊCH UBND xã chỉ đạo chung.'],
    [['CHỦ TỊCH', '1. Việc thứ ba.'], '– ¦ – ¦ – ¦ – ¦ – ¦ CHỦ TỊCH / [1] Việc thứ ba.'],
    [
      ['- Như trên;', '- Lưu: VT.', ...notes(10)],
      `– ¦ – ¦ - Như trên; / - Lưu: VT. ¦ ${joinedNotes(10)} ¦ – ¦ –`,
    ],
    [
      ['- Như trên;', '- Lưu: VT.', ...notes(11)],
      `– ¦ – ¦ - Như trên; / - Lưu: VT. ¦ ${joinedNotes(11)} ¦ – ¦ –`,
    ],
    [
      ['- Như trên;', '- Lưu: VT.', ...notes(12)],
      `– ¦ – ¦ – ¦ – ¦ – ¦ [-] Như trên; / [-] Lưu: VT. / ${joinedNotes(12)}`,
    ],
    [
      ['CHỦ TỊCH', ...notes(11), 'Nơi nhận:', '- Lưu: VT.'],
      `– ¦ Nơi nhận: ¦ - Lưu: VT. ¦ CHỦ TỊCH / ${joinedNotes(11)} ¦ – ¦ –`,
    ],
    [
      ['CHỦ TỊCH', ...notes(12), 'Nơi nhận:', '- Lưu: VT.'],
      `– ¦ Nơi nhận: ¦ - Lưu: VT. ¦ – ¦ – ¦ CHỦ TỊCH / ${joinedNotes(12)}`,
    ],
    [
      ['- Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm;', '- Như trên;', '- Lưu: VT.'],
      '– ¦ – ¦ - Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm; / - Như trên; / - Lưu: VT. ¦ – ¦ – ¦ –',
    ],
    [
      ['- Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu;', '- Như trên;', '- Lưu: VT.'],
      '– ¦ – ¦ - Như trên; / - Lưu: VT. ¦ – ¦ – ¦ [-] Một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu;',
    ],
    [['- Các thôn', '- Như trên;', '- Lưu: VT.'], '– ¦ – ¦ - Như trên; / - Lưu: VT. ¦ – ¦ – ¦ [-] Các thôn'],
    [['- Các thôn, xóm', '- Lưu: VT.'], '– ¦ – ¦ - Các thôn, xóm / - Lưu: VT. ¦ – ¦ – ¦ –'],
    [
      ['ỦY BAN NHÂN DÂN XÃ', 'CHỦ TỊCH', 'Lê Thị Hoa'],
      '– ¦ – ¦ – ¦ ỦY BAN NHÂN DÂN XÃ / CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [['BAN CHỈ HUY', 'CHỦ TỊCH', 'Lê Thị Hoa'], '– ¦ – ¦ – ¦ BAN CHỈ HUY / CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –'],
    [['Ban chỉ huy', 'CHỦ TỊCH', 'Lê Thị Hoa'], '– ¦ – ¦ – ¦ CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ Ban chỉ huy'],
    [
      ['Nơi - Huyện ủy; các thôn nhận:', '- Lưu: VT.'],
      '– ¦ – ¦ - Lưu: VT. ¦ – ¦ – ¦ Nơi - Huyện ủy; các thôn nhận:',
    ],
    [['Nơi - Tỉnh ủy nhận', '- Lưu: VT.'], '– ¦ – ¦ - Lưu: VT. ¦ – ¦ – ¦ Nơi - Tỉnh ủy nhận'],
    [['Nơi nhận: - Như trên;', '- Lưu: VT.'], '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. ¦ – ¦ – ¦ –'],
    [['Nơi nhận : - Như trên;', '- Lưu: VT.'], '– ¦ Nơi nhận : ¦ - Như trên; / - Lưu: VT. ¦ – ¦ – ¦ –'],
    [['Nơi nhận CHỦ TỊCH', '- Lưu: VT.'], '– ¦ Nơi nhận ¦ - Lưu: VT. ¦ CHỦ TỊCH ¦ – ¦ –'],
    [['Nơi nhận; CHỦ TỊCH', '- Lưu: VT.'], '– ¦ Nơi nhận; ¦ - Lưu: VT. ¦ CHỦ TỊCH ¦ – ¦ –'],
    [['Nơi nhận giấy tờ: bộ phận một cửa.'], '– ¦ – ¦ – ¦ – ¦ – ¦ Nơi nhận giấy tờ: bộ phận một cửa.'],
    [
      ['Nơi nhận:', 'Như trên;', 'Các thôn', 'và xóm;', 'Lưu: VT.', 'Lê Thị Hoa'],
      '– ¦ Nơi nhận: ¦ Như trên; / Các thôn và xóm; / Lưu: VT. ¦ Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Như trên;', '- Lưu: VT', 'Lê Thị Hoa'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT ¦ Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Như trên;', '- Lưu: VT', 'CHỦ TỊCH', 'Lê Thị Hoa'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT ¦ CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Lưu: VT (5b)', 'Thiếu tá Lê Văn Hoa'],
      '– ¦ Nơi nhận: ¦ - Lưu: VT (5b) ¦ Thiếu tá Lê Văn Hoa ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'ghi chú thêm'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. ¦ ghi chú thêm ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'CHỦ TỊCH', '(đã ký)', 'Lê Thị Hoa'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. ¦ CHỦ TỊCH / Lê Thị Hoa ¦ (đã ký) ¦ –',
    ],
    [
      ['CHỦ TỊCH', 'Nơi nhận:', '- Như trên; (Đã ký)', '- Lưu: VT; Lê Thị Hoa'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT; ¦ CHỦ TỊCH / (Đã ký) / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['CHỦ TỊCH', 'Nơi nhận:', '- Như trên, Lê Thị Hoa', '- Lưu: VT.'],
      '– ¦ Nơi nhận: ¦ - Như trên, Lê Thị Hoa / - Lưu: VT. ¦ CHỦ TỊCH ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Các sở, ban KT. CHỦ TỊCH', '- Lưu: VT. PHÓ CHỦ TỊCH', 'Lê Thị Hoa'],
      '– ¦ Nơi nhận: ¦ - Các sở, ban / - Lưu: VT. ¦ KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Các thôn; PHÓ CHỦ TỊCH', '- Lưu: VT.'],
      '– ¦ Nơi nhận: ¦ - Các thôn; / - Lưu: VT. ¦ PHÓ CHỦ TỊCH ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Các thôn; PHÓ CHÚ TICH', '- Lưu: VT.'],
      '– ¦ Nơi nhận: ¦ - Các thôn; / - Lưu: VT. ¦ PHÓ CHÚ TICH ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Các thôn, TRƯỞNG BAN', '- Lưu: VT.'],
      '– ¦ Nơi nhận: ¦ - Các thôn, / - Lưu: VT. ¦ TRƯỞNG BAN ¦ – ¦ –',
    ],
    [
      [
        'KT. CHỦ TỊCH          CHỦ TỊCH',
        'PHÓ CHỦ TỊCH',
        'Lê Thị Hoa          Trần Văn An',
        'Nơi nhận:',
        '- Lưu: VT.',
      ],
      '– ¦ Nơi nhận: ¦ - Lưu: VT. ¦ KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Lê Thị Hoa / CHỦ TỊCH / Trần Văn An ¦ – ¦ –',
    ],
    [['CHỦ TỊCH', '[ 12 ]', 'Lê Thị Hoa'], '– ¦ – ¦ – ¦ CHỦ TỊCH / Lê Thị Hoa ¦ [ 12 ] ¦ –'],
    [['CHỦ TỊCH', 'ab 12', 'Lê Thị Hoa'], '– ¦ – ¦ – ¦ CHỦ TỊCH / Lê Thị Hoa ¦ ab 12 ¦ –'],
    [['CHỦ TỊCH', 'abcdefgh 12', 'Lê Thị Hoa'], '– ¦ – ¦ – ¦ CHỦ TỊCH / abcdefgh 12 / Lê Thị Hoa ¦ – ¦ –'],
    [['CHỦ TỊCH', 'Lê thị hoa Mai'], '– ¦ – ¦ – ¦ CHỦ TỊCH / Lê thị hoa Mai ¦ – ¦ –'],
    [['CHỦ TỊCH', 'Lê THỊ HOA'], '– ¦ – ¦ – ¦ CHỦ TỊCH / Lê THỊ HOA ¦ – ¦ –'],
    [['CHỦ TỊCH', 'LÊ THỊ HOA'], '– ¦ – ¦ – ¦ CHỦ TỊCH / LÊ THỊ HOA ¦ – ¦ –'],
    [['CHỦ TỊCH', 'Lê Hoa'], '– ¦ – ¦ – ¦ CHỦ TỊCH / Lê Hoa ¦ – ¦ –'],
    [['CHỦ TỊCH', 'Hoa'], '– ¦ – ¦ – ¦ CHỦ TỊCH / Hoa ¦ – ¦ –'],
    [['CHỦ TỊCH', 'Bác sĩ Lê Thị Hoa'], '– ¦ – ¦ – ¦ CHỦ TỊCH / Bác sĩ Lê Thị Hoa ¦ – ¦ –'],
    [['CHỦ TỊCH', 'PGS.TS. Lê Thị Hoa'], '– ¦ – ¦ – ¦ CHỦ TỊCH / PGS.TS. Lê Thị Hoa ¦ – ¦ –'],
    [
      ['TM.ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Lê Thị Hoa'],
      '– ¦ – ¦ – ¦ TM.ỦY BAN NHÂN DÂN / CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['TM ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Lê Thị Hoa'],
      '– ¦ – ¦ – ¦ TM ỦY BAN NHÂN DÂN / CHỦ TỊCH / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['Nơi nhận: TM. ỦY BAN NHÂN DÂN', '- Như trên; 20 T A', '- Lưu: VT.'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. ¦ TM. ỦY BAN NHÂN DÂN ¦ 20 T A ¦ –',
    ],
    [
      ['TM. ỦY BAN NHÂN DÂN', 'Nơi nhận:', '- Như trên; 5 P T', '- Lưu: VT.'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. ¦ TM. ỦY BAN NHÂN DÂN ¦ 5 P T ¦ –',
    ],
    [
      ['Trên đây là Kế hoạch./.', 'Nơi nhận:', '- Lưu: VT.', 'PHÓ TRƯỞNG BAN THƯỜNG TRỰC', 'Lê Thị Hoa'],
      'Trên đây là Kế hoạch./. ¦ Nơi nhận: ¦ - Lưu: VT. ¦ PHÓ TRƯỞNG BAN THƯỜNG TRỰC / Lê Thị Hoa ¦ – ¦ –',
    ],
    [
      ['Nơi nhận:', '- Như trên;', '- Lưu: VT.', '- Gửi thêm: các thôn.'],
      '– ¦ Nơi nhận: ¦ - Như trên; / - Lưu: VT. / - Gửi thêm: các thôn. ¦ – ¦ – ¦ –',
    ],
    [['Noi nhan', '- Như trên;', '- Lưu: VT.'], '– ¦ Noi nhan ¦ - Như trên; / - Lưu: VT. ¦ – ¦ – ¦ –'],
    [['Nơi nhãn.', '- Như trên;', '- Lưu: VT.'], '– ¦ Nơi nhãn. ¦ - Như trên; / - Lưu: VT. ¦ – ¦ – ¦ –'],
    [['Nợi nhận;', '* Như trên;', '* Lưu: VT.'], '– ¦ Nợi nhận; ¦ * Như trên; / * Lưu: VT. ¦ – ¦ – ¦ –'],
  ])('%s', (lines, wanted) => {
    const head = [
      'UBND XÃ YÊN KHÊ',
      'KẾ HOẠCH',
      'Trồng cây',
      'I. MỘT',
      '1. Việc thứ nhất.',
      '2. Việc thứ hai.',
    ]
    const { closing, end, noise, body } = of(...head, ...lines)
    const more =
      sketch(body)
        .slice(3)
        .map(line => line.trim())
        .join(' / ') || '–'
    const parts = [joined(closing), end.heading?.text ?? '–', joined(end.recipients), joined(end.signature)]
    expect([...parts, joined(noise), more].join(' ¦ ')).toBe(wanted)
  })
})
