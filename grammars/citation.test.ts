import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationParser, type Mention, parseCitations } from './citation.ts'

const one = (text: string): Partial<Mention> => {
  const { start: _start, end: _end, nested: _nested, ...mention } = parseCitations(text)[0] as Mention
  return mention
}

describe('a mention of a document', () => {
  it('has kind, number, date, issuer and title', () => {
    expect(
      one('Quyết định số 12 /QĐ-UBND ngày 05/01/2026 của UBND tỉnh An Lĩnh về việc phê duyệt Đề án “X”;'),
    ).toEqual({
      kind: 'Quyết định',
      number: '12/QĐ-UBND',
      date: { day: 5, month: 1, year: 2026 },
      issuer: 'UBND tỉnh An Lĩnh',
      title: 'phê duyệt Đề án “X”',
    })
  })

  it.each([
    ['Kế hoạch số 30-KH/ĐU ngày 10 tháng 4 năm 2026 của Đảng ủy xã', '30-KH/ĐU'],
    ['Nghị định số 30/2020/NĐ-CP', '30/2020/NĐ-CP'],
    ['Luật Tổ chức chính quyền địa phương số 72/2025/QH15', '72/2025/QH15'],
    ['Chương trình hành động 89-CTr/TU', '89-CTr/TU'],
    ['văn bản số 5543/UBND', '5543/UBND'],
    ['Hướng dẫn liên ngành số 01/HDLN-SGDĐT-SNV', '01/HDLN-SGDĐT-SNV'],
    ['QĐ số 768/QĐ-TTg', '768/QĐ-TTg'],
    ['NĐ 32/2024/NĐ-CP', '32/2024/NĐ-CP'],
    ['Luật Hóa chất 69/2025/QH15', '69/2025/QH15'],
    ['Luật Quy hoạch số 21/2017/QH14', '21/2017/QH14'],
    ['Luật Công nghiệp công nghệ số số 71/2025/QH15', '71/2025/QH15'],
    ['Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân số 85/2015/QH13', '85/2015/QH13'],
    ['Luật Nhập cảnh, xuất cảnh, cư trú của người nước ngoài tại Việt Nam số 47/2014/QH13', '47/2014/QH13'],
    ['Luật sửa đổi, bổ sung một số điều của luật chứng khoán, luật kế toán số 56/2024/QH15', '56/2024/QH15'],
    ['Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công, Luật Nhà ở số 58/2024/QH15', '58/2024/QH15'],
  ])('%s has the number %s', (text, number) => {
    expect(one(text).number).toBe(number)
  })

  it.each([
    ['Thông tư số 3/2009/TT-BXD của Bộ Xây dựng quy định chi tiết', 'Bộ Xây dựng'],
    ['Quyết định số 27/QĐ-UBND của UBND TP.HCM ban hành Quy chế', 'UBND TP.HCM'],
    ['Quyết định số 27/QĐ-UBND của UBND xã. Ủy ban nhân dân', 'UBND xã'],
  ])('%s is issued by %s', (text, issuer) => {
    expect(one(text).issuer).toBe(issuer)
  })

  it.each([
    ['Căn cứ Luật Thi đua, khen thưởng năm 2022; Nghị định', 'Thi đua, khen thưởng năm 2022'],
    ['tuyên truyền Luật Đất đai, cấp đổi giấy chứng nhận', 'Đất đai'],
    ['Chương trình “Mỗi xã một sản phẩm”', 'Mỗi xã một sản phẩm'],
    [
      'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019',
      'sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương',
    ],
    [
      'Luật sửa đổi, bổ sung một số điều của Luật Di sản; Luật Thư viện',
      'sửa đổi, bổ sung một số điều của Luật Di sản',
    ],
    [
      'thực hiện Đề án phát triển dữ liệu dân cư giai đoạn 2026 - 2030, tầm nhìn đến năm 2035 trên địa bàn',
      'phát triển dữ liệu dân cư giai đoạn 2026 - 2030, tầm nhìn đến năm 2035',
    ],
    [
      'Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ XV, nhiệm kỳ 2025 - 2030',
      'Đại hội đại biểu Đảng bộ xã lần thứ XV, nhiệm kỳ 2025 - 2030',
    ],
    ['Nghị quyết Đại hội XIV của Đảng và các văn bản', 'Đại hội XIV của Đảng'],
    ['Nghị quyết Trung ương 4 (khóa XI, XII) về xây dựng Đảng;', 'Trung ương 4 (khóa XI, XII) xây dựng Đảng'],
    ['Kết luận Hội nghị Trung ương 11 khóa XIII trên địa bàn', 'Hội nghị Trung ương 11 khóa XIII'],
    [
      'Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XIII',
      'Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng khóa XIII',
    ],
    ['Pháp lệnh Ưu đãi người có công với cách mạng ngày 09/12/2020', 'Ưu đãi người có công với cách mạng'],
    ['nguồn Chương trình mục tiêu quốc gia giảm nghèo bền vững, vốn xã hội', 'giảm nghèo bền vững'],
    [
      'Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2026 - 2030 và Đề án',
      'xây dựng nông thôn mới giai đoạn 2026 - 2030',
    ],
  ])('without a number is known by its name or title: %s', (text, title) => {
    expect(one(text).title).toBe(title)
  })

  it.each([
    'Kế hoạch này',
    'kế hoạch của UBND xã',
    'Kế hoạch năm 2026',
    'đúng pháp luật',
    'Luật sư',
    'xây dựng Đề án “X Y”',
    'Kế hoạch 5 năm',
    'Nghị quyết Đại hội Đảng các cấp',
    'Kế hoạch xây dựng nông thôn mới của xã',
    'Chương trình mục tiêu quốc gia trên địa bàn',
  ])('is none where nothing tells which document: %s', text => expect(parseCitations(text)).toEqual([]))

  it('is nested where another title names it, except what that one approves or issues', () => {
    const text = 'Quyết định số 1/QĐ-UBND ban hành Chương trình “A B” thực hiện Nghị quyết số 2-NQ/TU'
    expect(parseCitations(text).map(each => [each.number, each.nested])).toEqual([
      ['1/QĐ-UBND', false],
      ['2-NQ/TU', true],
    ])
  })

  it('stands for each of several numbers of one kind', () => {
    const found = parseCitations('các Quyết định số 10/QĐ-UBND, số 11/QĐ-UBND và 12/QĐ-UBND')
    expect(found.map(each => each.number)).toEqual(['10/QĐ-UBND', '11/QĐ-UBND', '12/QĐ-UBND'])
  })

  it('never fails, whatever the order of the words', () => {
    const word = fc.constantFrom(
      'Quyết định', 'Luật', 'Đề án', 'Nghị quyết', 'số', '12/QĐ-UBND', '24/2020', '06', 'ngày 05/01/2026', 'của', 'về việc', 'phê duyệt',
      'ban hành kèm theo', 'thực hiện', 'giai đoạn 2026 - 2030', '“A B”', ',', ';', '.', 'và', '(', ')', 'UBND', 'xã', 'Đại hội', 'lần thứ', 'quy định',
    ) // biome-ignore format: one list
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), list => {
        const text = list.join(' ')
        for (const { start, end } of parseCitations(text)) expect(end).toBeGreaterThan(start)
        expect(citationParser().errors).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('mentions in running text, whole', () => {
  /** Kind, number, date, issuer, title, and where they stand; what is not printed is left out. */
  const told = ({ kind, number, nickname, date, issuer, title, nested, start, end }: Mention) =>
    [
      kind,
      number,
      nickname,
      date && `${date.day}.${date.month}.${date.year}`,
      issuer && `@ ${issuer}`,
      title && `« ${title}`,
      nested && 'nested',
      `${start}–${end}`,
    ]
      .filter(Boolean)
      .join(' · ')

  it.each([
    [
      'Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh An Lĩnh về việc phê duyệt Đề án “X”;',
      ['Quyết định · 12/QĐ-UBND · 5.1.2026 · @ UBND tỉnh An Lĩnh · « phê duyệt Đề án “X” · 0–90'],
    ],
    [
      'Quyết định số 12/QĐ-UBND, ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh',
      ['Quyết định · 12/QĐ-UBND · 5.1.2026 · @ Ủy ban nhân dân tỉnh · 0–76'],
    ],
    ['Quyết định số: 12/QĐ-UBND ngày 5/1/2026', ['Quyết định · 12/QĐ-UBND · 5.1.2026 · 0–39']],
    [
      'Nghị quyết 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ',
      [
        'Nghị quyết · 57-NQ/TW · 22.12.2024 · @ Bộ Chính trị · « đột phá phát triển khoa học, công nghệ · 0–94',
      ],
    ],
    [
      'Nghị quyết số 57-NQ/TW, Nghị quyết số 59-NQ/TW',
      ['Nghị quyết · 57-NQ/TW · 0–22', 'Nghị quyết · 59-NQ/TW · 24–46'],
    ],
    ['Nghị quyết số 24/2020 của Quốc hội', ['Nghị quyết · 24/2020 · @ Quốc hội · 0–34']],
    [
      'Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư; Thông tư số 01/2021/TT-BNV',
      [
        'Nghị định · 30/2020/NĐ-CP · 5.3.2020 · @ Chính phủ · « công tác văn thư · 0–75',
        'Thông tư · 01/2021/TT-BNV · 77–103',
      ],
    ],
    ['Thông tư liên tịch số 05/2015/TTLT-BYT-BNV', ['Thông tư liên tịch · 05/2015/TTLT-BYT-BNV · 0–42']],
    ['Chỉ thị 06/CT-TTg của Thủ tướng Chính phủ', ['Chỉ thị · 06/CT-TTg · @ Thủ tướng Chính phủ · 0–41']],
    [
      'Công văn số 123/SNV-CCHC ngày 01/02/2026 của Sở Nội vụ về việc tăng cường kỷ luật',
      ['Công văn · 123/SNV-CCHC · 1.2.2026 · @ Sở Nội vụ · « tăng cường kỷ luật · 0–81'],
    ],
    ['Công văn 45/UBND', ['Công văn · 45/UBND · 0–16']],
    ['Thông báo kết luận số 12-TB/TU', ['Thông báo kết luận · 12-TB/TU · 0–30']],
    ['Hướng dẫn số 05-HD/BTGTU', ['Hướng dẫn · 05-HD/BTGTU · 0–24']],
    ['Luật Đất đai năm 2024', ['Luật · « Đất đai năm 2024 · 0–21']],
    ['Luật Đất đai ngày 18/01/2024', ['Luật · 18.1.2024 · « Đất đai · 0–28']],
    ['Luật Đất đai', ['Luật · « Đất đai · 0–12']],
    ['Bộ luật Lao động 2019', ['Bộ luật · « Lao động 2019 · 0–21']],
    ['Luật số 72/2025/QH15', ['Luật · 72/2025/QH15 · 0–20']],
    ['Hiến pháp năm 2013', ['Hiến pháp · « năm 2013 · 0–18']],
    ['Đề án 06', ['Đề án · 06 · 0–8']],
    ['Đề án 06/CP', ['Đề án · 06/CP · 0–11']],
    ['Đề án “Xây dựng xã hội học tập” giai đoạn 2021 - 2030', ['Đề án · « Xây dựng xã hội học tập · 0–31']],
    [
      'Chương trình hành động số 89-CTr/TU ngày 01/02/2025',
      ['Chương trình hành động · 89-CTr/TU · 1.2.2025 · 0–51'],
    ],
    [
      'Kế hoạch số 30-KH/ĐU ngày 10/4/2026 của Đảng ủy xã về thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị',
      [
        'Kế hoạch · 30-KH/ĐU · 10.4.2026 · @ Đảng ủy xã · « thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị · 0–119',
        'Nghị quyết · 57-NQ/TW · 22.12.2024 · @ Bộ Chính trị · nested · 64–119',
      ],
    ],
    [
      'Quyết định số 1/QĐ-TTg ngày 01/02/2026 phê duyệt Chương trình “A B” giai đoạn 2026 - 2030',
      ['Quyết định · 1/QĐ-TTg · 1.2.2026 · « phê duyệt Chương trình “A B” giai đoạn 2026 - 2030 · 0–89'],
    ],
    [
      'Kế hoạch 118/KH-UBND ban hành kèm theo Quyết định số 9/QĐ-UBND',
      ['Kế hoạch · 118/KH-UBND · 0–20', 'Quyết định · 9/QĐ-UBND · 39–62'],
    ],
    [
      'Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2025 - 2030',
      ['Nghị quyết · « Đại hội Đảng bộ tỉnh lần thứ XVIII, nhiệm kỳ 2025 - 2030 · 0–67'],
    ],
    [
      'Kết luận số 01-KL/TW của Bộ Chính trị; Chỉ thị số 05-CT/TW',
      ['Kết luận · 01-KL/TW · @ Bộ Chính trị · 0–37', 'Chỉ thị · 05-CT/TW · 39–58'],
    ],
    ['(Quyết định số 12/QĐ-UBND)', ['Quyết định · 12/QĐ-UBND · 1–25']],
    [
      'theo Quyết định số 12/QĐ-UBND và Quyết định số 13/QĐ-UBND của UBND tỉnh',
      ['Quyết định · 12/QĐ-UBND · 5–29', 'Quyết định · 13/QĐ-UBND · @ UBND tỉnh · 33–71'],
    ],
    [
      'các Nghị định số 1/2020/NĐ-CP, 2/2021/NĐ-CP của Chính phủ',
      ['Nghị định · 1/2020/NĐ-CP · 4–29', 'Nghị định · 2/2021/NĐ-CP · @ Chính phủ · 31–57'],
    ],
    ['Tờ trình số 15/TTr-UBND', ['Tờ trình · 15/TTr-UBND · 0–23']],
    ['Báo cáo số 7/BC-UBND ngày 31/12/2025', ['Báo cáo · 7/BC-UBND · 31.12.2025 · 0–36']],
    ['Quy chế làm việc của UBND xã', []],
    [
      'Quy định số 37-QĐ/TW về những điều đảng viên không được làm',
      ['Quy định · 37-QĐ/TW · « những điều đảng viên không được làm · 0–59'],
    ],
    ['Kế hoạch này', []],
    ['Kế hoạch của UBND tỉnh', []],
    ['Luật sư', []],
    ['Đề án được phê duyệt', []],
    ['Quyết định của Chủ tịch', []],
    ['Quyết định số 12', ['Quyết định · 12 · 0–16']],
    ['số 12/QĐ-UBND', []],
    ['ngày 05/01/2026', []],
    ['Quyết định số 12/QĐ-UBND ngày 31/02/2026', ['Quyết định · 12/QĐ-UBND · 31.2.2026 · 0–40']],
    [
      'Nghị định số 30/2020/NĐ-CP. Căn cứ Luật Giáo dục năm 2019.',
      ['Nghị định · 30/2020/NĐ-CP · 0–26', 'Luật · « Giáo dục năm 2019 · 35–57'],
    ],
    ['Công điện số 05/CĐ-TTg ngày 02/3/2026', ['Công điện · 05/CĐ-TTg · 2.3.2026 · 0–37']],
    [
      'Luật An ninh mạng, Luật Giao dịch điện tử, Nghị định số 13/2023/NĐ-CP',
      [
        'Luật · « An ninh mạng · 0–17',
        'Luật · « Giao dịch điện tử · 19–41',
        'Nghị định · 13/2023/NĐ-CP · 43–69',
      ],
    ],
  ])('%s', (text, mentions) => {
    expect(parseCitations(text).map(told)).toEqual(mentions)
  })
})
