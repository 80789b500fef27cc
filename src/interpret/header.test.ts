import { describe, expect, it } from 'vitest'
import { readHeader, yearOf } from './header.ts'
import { bodiesOfLetterhead, levelOf, mixedCase } from './issuer.ts'
import { line, treeWith } from './test-support.ts'
import { Warnings } from './warnings.ts'

const read = (parts: Parameters<typeof treeWith>[0], texts: string[] = []) => {
  const warnings = new Warnings()
  const { at: _, ...header } = readHeader(treeWith(parts), texts, warnings)
  return { header, codes: warnings.list.map(each => each.code) }
}

describe('the header', () => {
  it('has issuer with level, number, place, date, kind and title', () => {
    const { header, codes } = read({
      letterhead: {
        issuer: [line('ỦY BAN NHÂN DÂN'), line('XÃ YÊN KHÊ')],
        motto: [],
        number: line('Số: 118 /KH-UBND'),
        placeDate: line('Yên Khê, ngày 20 tháng 6 năm 2026'),
      },
      title: { kind: line('KẾ HOẠCH'), subject: [line('Tuyên truyền'), line('năm 2027')] },
    })
    expect(header).toEqual({
      issuer: { name: 'Ủy ban nhân dân xã Yên Khê', level: 'commune' },
      number: '118/KH-UBND',
      serial: '118',
      symbol: 'KH-UBND',
      place: 'Yên Khê',
      date: '2026-06-20',
      kind: 'Kế hoạch',
      title: 'Tuyên truyền năm 2027',
    })
    expect(codes).toEqual([])
  })

  it('warns of a number and a day left open', () => {
    const { header, codes } = read({
      letterhead: {
        issuer: [line('TỈNH ỦY AN LĨNH')],
        motto: [],
        number: line('Số       -KH/TU'),
        placeDate: line('An Lĩnh, ngày     tháng 6 năm 2026'),
      },
      title: { subject: [line('Học tập nghị quyết')] },
    })
    expect(header).toMatchObject({ symbol: 'KH/TU', place: 'An Lĩnh' })
    expect(header.date).toBeUndefined()
    expect(codes).toEqual(['number-incomplete', 'date-incomplete'])
  })

  it('takes the issuer from the preamble where there is no letterhead', () => {
    const { header } = read({
      preamble: [
        {
          type: 'paragraph',
          text: 'Căn cứ tình hình, UBND xã Yên Khê ban hành Kế hoạch như sau:',
          at: { page: 1 },
          confidence: 1,
        },
      ],
    })
    expect(header.issuer).toEqual({ name: 'Ủy ban nhân dân xã Yên Khê', level: 'commune' })
  })

  it('completes a unit that lost its body by the symbol', () => {
    const { header } = read({
      letterhead: { issuer: [line('PHƯỜNG BÌNH AN')], motto: [], number: line('Số: 2/KH-UBND') },
    })
    expect(header.issuer?.name).toBe('Ủy ban nhân dân phường Bình An')
  })

  it('gives dates the year that the plan is for', () => {
    const tree = treeWith({})
    expect(yearOf({ date: '2025-12-20', title: 'Cải cách hành chính năm 2026' }, tree)).toBe(2026)
    expect(yearOf({ date: '2026-01-05', title: 'Đề án giai đoạn 2021 - 2025' }, tree)).toBe(2026)
  })
})

describe('the issuing body', () => {
  it.each([
    [
      ['BỘ CÔNG THƯƠNG', 'TRƯỜNG ĐẠI HỌC', 'AN LĨNH'],
      ['Bộ Công Thương', 'Trường Đại học An Lĩnh'],
      'organization',
    ],
    [['ỦY BAN NHÂN DÂN', 'TỈNH AN LĨNH', 'SỞ Y TẾ'], ['Ủy ban nhân dân tỉnh An Lĩnh', 'Sở Y tế'], 'province'],
    [
      ['ĐẢNG BỘ TỈNH AN LĨNH', 'ĐẢNG ỦY XÃ YÊN KHÊ', '*'],
      ['Đảng bộ tỉnh An Lĩnh', 'Đảng ủy xã Yên Khê'],
      'party',
    ],
    [['BỘ NỘI VỤ'], ['Bộ Nội vụ'], 'central'],
    [
      ['UBND HUYỆN CẨM LŨNG', 'PHÒNG LAO ĐỘNG - XÃ HỘI'],
      ['UBND huyện Cẩm Lũng', 'Phòng Lao động - Xã hội'],
      'district',
    ],
    [
      ['BCH ĐOÀN TỈNH AN LĨNH', 'HUYỆN ĐOÀN CẨM LŨNG'],
      ['BCH Đoàn tỉnh An Lĩnh', 'Huyện đoàn Cẩm Lũng'],
      'organization',
    ],
    [['HỘI ĐỒNG NHÂN DÂN', 'HUYỆN CẨM LŨNG'], ['Hội đồng nhân dân huyện Cẩm Lũng'], 'district'],
  ])('%s', (lines, names, level) => {
    const found = bodiesOfLetterhead(lines).map(name => mixedCase(name, ''))
    expect(found).toEqual(names)
    expect(levelOf(found.at(-1) as string, found.at(-2))).toBe(level)
  })

  it('is written as the document first writes it in mixed case', () => {
    expect(mixedCase('TRƯỜNG TIỂU HỌC YÊN KHÊ A', 'của Trường Tiểu học Yên Khê A.')).toBe(
      'Trường Tiểu học Yên Khê A',
    )
  })
})

describe('of the header', () => {
  const headerOf = (number: string, placeDate: string, kind: string, ...subject: string[]) =>
    read({
      letterhead: {
        issuer: [line('UBND XÃ YÊN KHÊ')],
        motto: [],
        ...(number && { number: line(number) }),
        ...(placeDate && { placeDate: line(placeDate) }),
      },
      title: { ...(kind && { kind: line(kind) }), subject: subject.map(line) },
    })
  const DATE = 'Yên Khê, ngày 01 tháng 6 năm 2026'

  it.each([
    ['Số: 118 /KH-UBND', ['118/KH-UBND', '118', 'KH-UBND'], []],
    ['Số:118/KH-UBND.', ['118/KH-UBND', '118', 'KH-UBND'], []],
    ['Sb: 12/KH-UBND', ['12/KH-UBND', '12', 'KH-UBND'], []],
    ['$6: 7/KH-BCĐ', ['7/KH-BCĐ', '7', 'KH-BCĐ'], []],
    ['Số 17-KH/ĐU', ['17-KH/ĐU', '17', 'KH/ĐU'], []],
    ['Số: 47/2019/NQ-HĐND', ['47/2019/NQ-HĐND', '47', 'NQ-HĐND'], []],
    ['Số: 15a/KH-THPT', ['15a/KH-THPT', '15a', 'KH-THPT'], []],
    ['Số: …… /KH-UBND', [undefined, undefined, 'KH-UBND'], ['number-incomplete']],
    ['Số:      /KH-PNV', [undefined, undefined, 'KH-PNV'], ['number-incomplete']],
    ['Số: 12 – KH/TU', ['12-KH/TU', '12', 'KH/TU'], []],
    ['Số:', [undefined, undefined, undefined], ['number-incomplete']],
    ['Số 05-2026/KH', ['05-2026/KH', '05', 'KH'], []],
  ])('the number %s', (printed, expected, warned) => {
    const { header, codes } = headerOf(printed, DATE, 'KẾ HOẠCH', 'Việc')
    expect([header.number, header.serial, header.symbol]).toEqual(expected)
    expect(codes).toEqual(warned)
  })

  it.each([
    ['Yên Khê, ngày 20 tháng 6 năm 2026', ['Yên Khê', '2026-06-20'], []],
    ['Yên Khê ngày 5 tháng 6 năm 2026', ['Yên Khê', '2026-06-05'], []],
    ['ngày 5 tháng 6 năm 2026', [undefined, '2026-06-05'], []],
    ['TP. Hồ Chí Minh, ngày 05 tháng 12 năm 2025', ['TP. Hồ Chí Minh', '2025-12-05'], []],
    ['Yên Khê, ngày … tháng 6 năm 2026', ['Yên Khê', undefined], ['date-incomplete']],
    ['Yên Khê, ngày 13 thiang 6 ndm 2024', ['Yên Khê', '2024-06-13'], []],
    ['Yên Khê, ngày 31 tháng 02 năm 2026', ['Yên Khê', undefined], ['date-impossible']],
    ['Yên Khê, ngày / /2026', ['Yên Khê', undefined], ['date-incomplete']],
    ['Yên Khê, ngày 20/6/2026', ['Yên Khê', '2026-06-20'], []],
    ['Yên Khê', ['Yên Khê', undefined], ['date-incomplete']],
    ['ngày 1 tháng 1 năm 26', [undefined, undefined], ['date-incomplete']],
    [', ngày 3 tháng 4 năm 2026', [undefined, '2026-04-03'], []],
  ])('place and date %s', (printed, expected, warned) => {
    const { header, codes } = headerOf('Số: 1/KH-UBND', printed, 'KẾ HOẠCH', 'Việc')
    expect([header.place, header.date]).toEqual(expected)
    expect(codes).toEqual(warned)
  })

  it.each([
    [['KẾ HOẠCH', 'Một', 'hai'], ['Kế hoạch', 'Một hai'], []],
    [['KẾ HOẠCH:'], ['Kế hoạch', undefined], ['title-missing']],
    [['KE HOACH', 'Một'], ['Ke hoach', 'Một'], ['kind-unknown']],
    [['CHƯƠNG TRÌNH HÀNH ĐỘNG', 'Một'], ['Chương trình hành động', 'Một'], []],
    [['PHƯƠNG ÁN *', 'Một'], ['Phương án', 'Một'], []],
  ])('type and title %s', ([kind, ...subject], expected, warned) => {
    const { header, codes } = headerOf('Số: 1/KH-UBND', DATE, kind!, ...subject)
    expect([header.kind, header.title]).toEqual(expected)
    expect(codes).toEqual(warned)
  })

  it('what is not printed is missed', () => {
    expect(headerOf('', '', '').codes).toEqual(['number-missing', 'date-missing', 'title-missing'])
    expect(read({}).codes).toEqual(['issuer-missing', 'date-missing', 'title-missing'])
  })

  it.each([
    [{ date: '2025-12-20', title: 'A năm 2026' }, 2026],
    [{ date: '2025-12-20', title: 'A năm 2027' }, 2025],
    [{ date: '2025-12-20', title: 'A năm học 2025 - 2026' }, 2025],
    [{ date: '2025-06-20', title: 'A năm 2025 và năm 2026' }, 2025],
    [{ title: 'A năm 2026' }, 2026],
    [{ title: 'A' }, undefined],
    [{ date: '2026-01-05', title: 'A năm 2025' }, 2026],
  ])('the year of %o is %s', (header, year) => expect(yearOf(header, treeWith({}))).toBe(year))

  it('the year stands though the day was left open', () => {
    const placeDate = line('Yên Khê, ngày     tháng 6 năm 2026')
    expect(yearOf({}, treeWith({ letterhead: { issuer: [], motto: [], placeDate } }))).toBe(2026)
  })
})
