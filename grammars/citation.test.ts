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
