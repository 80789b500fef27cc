import { describe, expect, it } from 'vitest'
import { labelAt, readLabels, romanValue, toRoman } from './labels.ts'

/** Readings as `style text`, the plainest first. */
const read = (line: string) => readLabels(line).map(reading => `${reading.style} ${reading.text}`)

describe('readLabels', () => {
  it.each([
    ['I. MỤC ĐÍCH', 'roman I'],
    ['II/ NỘI DUNG', 'roman II'],
    ['III- TỔ CHỨC', 'roman III'],
    ['A. Khối trường học', 'capital A'],
    ['1. Mục đích', 'decimal 1'],
    ['1.Mục đích', 'decimal 1'],
    ['2/ Yêu cầu', 'decimal 2'],
    ['1.L. Rà soát', 'decimal 1.1'],
    ['2.l. Rà soát', 'decimal 2.1'],
    ['{II KINH PHÍ', 'roman III'],
    ['3- Yêu cầu', 'decimal 3'],
    ['1.1. Ban hành', 'decimal 1.1'],
    ['3.1 Đối tượng', 'decimal 3.1'],
    ['1) Đổi mới', 'parenthesis 1'],
    ['(3) Tuyên truyền', 'parenthesis (3)'],
    ['a) Kiện toàn', 'letter a'],
    ['đ. Rà soát', 'letter đ'],
    ['- Chủ động', 'bullet -'],
    ['-Chủ động', 'bullet -'],
    ['– Phối hợp', 'bullet –'],
    ['+ Phân công', 'bullet +'],
    ['• Tờ rơi', 'bullet •'],
    ['o Tờ rơi', 'bullet o'],
    ['Phần II', 'part Phần II'],
    ['PHẦN THỨ HAI', 'part PHẦN THỨ HAI'],
    ['Chương I', 'chapter Chương I'],
    ['Mục 2. Trách nhiệm', 'clause-section Mục 2'],
    ['Điều 3. Hiệu lực', 'article Điều 3'],
  ])('reads the label of “%s”', (line, expected) => {
    expect(read(line)[0]).toBe(expected)
  })

  it.each([
    '09/6/2026 của Ủy ban nhân dân',
    '2026 - 2030, tầm nhìn',
    '2-3 buổi mỗi tháng',
    '1.000 người tham gia',
    '12.5% hộ nghèo',
    '+84 900 000 000',
    '-----',
    'Điều 3 của Luật',
    'ban hành kèm theo',
    'Công an xã: Chủ trì',
  ])('finds no label in “%s”', line => {
    expect(read(line)).toEqual([])
  })

  it.each([
    ['I1. NỘI DUNG', 'roman II'],
    ['I11. HÌNH THỨC', 'roman III'],
    ['IH. HÌNH THỨC', 'roman III'],
    ['VÌ. TỔ CHỨC', 'roman VI'],
    ['VIL. TỔ CHỨC', 'roman VII'],
    ['11. NỘI DUNG', 'roman II'],
    ['l. Mục đích', 'decimal 1'],
    ['1l. Mục đích', 'decimal 11'],
    ['52 Phòng Đào tạo', 'decimal 5.2'],
    ['¢) Hình thành', 'letter c'],
    ['~é) Ban hành', 'letter ?'],
  ])('offers for the misread “%s” the reading %s', (line, expected) => {
    const readings = read(line)
    if (expected.endsWith('?')) expect(readings.length).toBeGreaterThan(0)
    else expect(readings).toContain(expected)
  })

  it('reads marks of two signs', () => {
    expect(read('I/- MỤC ĐÍCH')[0]).toBe('roman I')
    expect(read('1.- Mục đích')[0]).toBe('decimal 1')
    expect(readLabels('2/- Yêu cầu')[0]?.length).toBe(4)
    expect(read('1/-2 lần')).toEqual([])
  })

  it('reads a composed and a decomposed letter the same', () => {
    expect(read('đ) Rà soát'.normalize('NFC'))[0]).toBe('letter đ')
  })
})

describe('label arithmetic', () => {
  it('knows Roman numbers up to 39 and no malformed ones', () => {
    for (let value = 1; value < 40; value++) expect(romanValue(toRoman(value))).toBe(value)
    for (const wrong of ['IIII', 'VX', 'IIX', '', 'A']) expect(romanValue(wrong)).toBe(0)
  })

  it('writes the label at a position of a series', () => {
    const first = (line: string) => readLabels(line)[0]!
    expect(labelAt(first('I. A'), 4)).toBe('IV')
    expect(labelAt(first('1.1. A'), 3)).toBe('1.3')
    expect(labelAt(first('a) A'), 5)).toBe('đ')
    expect(labelAt(first('(1) A'), 2)).toBe('(2)')
  })
})

describe('every reading of a label, the plainest first', () => {
  /** Style, text, place in the series, name of the series, characters with the space after it; `?` for each doubt. */
  const whole = (line: string) =>
    readLabels(line)
      .map(
        ({ style, text, ordinal, series, length, doubt }) =>
          `${style} ${text} ${ordinal} ${series} ${length}${'?'.repeat(doubt)}`,
      )
      .join(' | ')

  it.each([
    ['I. MỤC ĐÍCH', 'roman I 1 roman 3 | capital I 10 capital 3 | decimal 1 1 decimal 3?'],
    ['II/ NỘI DUNG', 'roman II 2 roman 4 | decimal 11 11 decimal 4?'],
    ['III- TỔ CHỨC', 'roman III 3 roman 5'],
    ['V: KINH PHÍ', 'roman V 5 roman 3 | capital V 23 capital 3'],
    ['I/- MỤC ĐÍCH', 'roman I 1 roman 4 | capital I 10 capital 4 | decimal 1 1 decimal 4?'],
    ['1.- Mục đích', 'decimal 1 1 decimal 4 | roman I 1 roman 4?'],
    ['1.) Mục đích', 'parenthesis 1 1 decimal ) 4 | roman I 1 roman 4?'],
    ['A. Khối', 'capital A 1 capital 3'],
    ['B) Khối', 'capital B 2 capital 3'],
    ['Đ. Khối', 'capital Đ 5 capital 3'],
    ['1. Mục đích', 'decimal 1 1 decimal 3 | roman I 1 roman 3?'],
    ['1.Mục đích', 'decimal 1 1 decimal 2 | roman I 1 roman 2?'],
    ['1.“Sáng”', 'decimal 1 1 decimal 2 | roman I 1 roman 2?'],
    ['2/ Yêu cầu', 'decimal 2 2 decimal 3'],
    ['2/yêu cầu', ''],
    ['3- Yêu cầu', 'decimal 3 3 decimal 3'],
    ['3 - yêu cầu', ''],
    ['3, Yêu cầu', 'decimal 3 3 decimal 3'],
    ['12. Mười hai', 'decimal 12 12 decimal 4 | decimal 1.2 2 decimal 1. 4?'],
    ['123. Số', 'decimal 1.2.3 3 decimal 1.2. 5?'],
    ['1.1. Ban hành', 'decimal 1.1 1 decimal 1. 5'],
    ['1.1 Ban hành', 'decimal 1.1 1 decimal 1. 4'],
    ['1,1. Ban hành', 'decimal 1.1 1 decimal 1. 5'],
    ['2.3.1 Rà soát', 'decimal 2.3.1 1 decimal 2.3. 6'],
    ['2.3.1. Rà soát', 'decimal 2.3.1 1 decimal 2.3. 7'],
    ['I.2. Rà soát', 'decimal I.2 2 decimal I. 5'],
    ['II.1 Rà soát', 'decimal II.1 1 decimal II. 5'],
    ['1.12. Việc', 'decimal 1.12 12 decimal 1. 6'],
    ['1.123. Việc', ''],
    ['1) Đổi mới', 'parenthesis 1 1 decimal ) 3 | roman I 1 roman 3?'],
    ['12) Đổi mới', 'parenthesis 12 12 decimal ) 4 | decimal 1.2 2 decimal 1. 4?'],
    ['1. 2 lớp', 'decimal 1 1 decimal 3 | roman I 1 roman 3?'],
    ['1) 2 lớp', 'parenthesis 1 1 decimal ) 3 | roman I 1 roman 3?'],
    ['1/ 2 lớp', ''],
    ['1/2 lớp', ''],
    ['1.2 lớp', ''],
    ['a) Kiện toàn', 'letter a 1 letter 3'],
    ['a. kiện toàn', 'letter a 1 letter 3'],
    ['đ) Rà soát', 'letter đ 5 letter 3'],
    ['b/ Rà soát', 'letter b 2 letter 3 | decimal 6 6 decimal 3?'],
    ['z) Rà soát', 'letter z 27 letter 3 | decimal 2 2 decimal ) 3?'],
    ['i) Rà soát', 'letter i 10 letter 3 | roman I 1 roman 3? | decimal 1 1 decimal ) 3?'],
    ['v) Rà soát', 'letter v 23 letter 3 | roman V 5 roman 3?'],
    ['x. Rà soát', 'letter x 25 letter 3 | roman X 10 roman 3?'],
    ['(1) Tuyên truyền', 'parenthesis (1) 1 (1) 4'],
    ['(1)Tuyên truyền', 'parenthesis (1) 1 (1) 3'],
    ['(12). Tuyên truyền', 'parenthesis (12) 12 (1) 6'],
    ['(a) Tuyên truyền', 'parenthesis (a) 1 (a) 4'],
    ['(i) Tuyên truyền', 'parenthesis (i) 10 (a) 4 | parenthesis (i) 1 (i) 4'],
    ['(iv) Tuyên truyền', 'parenthesis (iv) 4 (i) 5'],
    ['(đ): Tuyên truyền', 'parenthesis (đ) 5 (a) 5'],
    ["'(2) Tuyên truyền", 'parenthesis (2) 2 (1) 5?'],
    ['(100) người', ''],
    ['(abc) người', ''],
    ['- Chủ động', 'bullet - 0 bullet - 2'],
    ['-Chủ động', 'bullet - 0 bullet - 1'],
    ['– Phối hợp', 'bullet – 0 bullet - 2'],
    ['— Phối hợp', 'bullet — 0 bullet - 2'],
    ['+ Phân công', 'bullet + 0 bullet + 2'],
    ['+ 5 lớp', 'bullet + 0 bullet + 2'],
    ['+5 lớp', ''],
    ['+ +', ''],
    ['* Ghi chú', 'bullet * 0 bullet * 2'],
    ['** Ghi chú', ''],
    ['• Tờ rơi', 'bullet • 0 bullet • 2'],
    ['o Tờ rơi', 'bullet o 0 bullet o 2'],
    ['o 5 tờ', 'bullet o 0 bullet o 2'],
    ['ô tô', ''],
    ['~ Tuyên truyền', 'bullet - 0 bullet - 2?'],
    ['~ tuyên truyền', ''],
    ['_Tuyên truyền', 'bullet - 0 bullet - 1?'],
    ['¬ Tuyên truyền', 'bullet - 0 bullet - 2?'],
    ['--- x', ''],
    [' Tuyên truyền', ''],
    ['Phần I', 'part Phần I 1 part 6'],
    ['PHẦN THỨ HAI', 'part PHẦN THỨ HAI 2 part 12'],
    ['Phần thứ mười. Kết quả', 'part Phần thứ mười 10 part 15'],
    ['Phần thứ mấy', ''],
    ['Chương II. NỘI DUNG', 'chapter Chương II 2 chapter 11'],
    ['CHƯƠNG 3', 'chapter CHƯƠNG 3 3 chapter 8'],
    ['Mục 2. Trách nhiệm', 'clause-section Mục 2 2 clause-section 7'],
    ['Mục 2 của Luật', ''],
    ['Điều 3. Hiệu lực', 'article Điều 3 3 article 8'],
    ['Điều 3: hiệu lực', 'article Điều 3 3 article 8'],
    ['Điều 12 Hiệu lực', 'article Điều 12 12 article 8'],
    ['Điều 3 của Luật', ''],
    ['Điều 0. Không', ''],
    ['I1. NỘI DUNG', 'roman II 2 roman 4? | decimal 11 11 decimal 4?'],
    ['I11. HÌNH THỨC', 'roman III 3 roman 5?'],
    ['IH. HÌNH THỨC', 'roman III 3 roman 4?'],
    ['VÌ. TỔ CHỨC', 'roman VI 6 roman 4?'],
    ['VIL. TỔ CHỨC', 'roman VII 7 roman 5?'],
    ['11. NỘI DUNG', 'decimal 11 11 decimal 4 | roman II 2 roman 4? | decimal 1.1 1 decimal 1. 4?'],
    ['111. Ba', 'roman III 3 roman 5? | decimal 1.1.1 1 decimal 1.1. 5?'],
    ['l. Mục đích', 'letter l 13 letter 3 | roman I 1 roman 3? | decimal 1 1 decimal 3?'],
    ['1l. Mục đích', 'roman II 2 roman 4? | decimal 11 11 decimal 4?'],
    ['|. MỤC', 'roman I 1 roman 3? | decimal 1 1 decimal 3?'],
    ['!. MỤC', 'roman I 1 roman 3? | decimal 1 1 decimal 3?'],
    ['J. MỤC', 'capital J 11 capital 3 | roman I 1 roman 3?'],
    ['T. MỤC', 'capital T 21 capital 3 | roman I 1 roman 3?'],
    ['Y. TỔ CHỨC', 'capital Y 26 capital 3 | roman V 5 roman 3?'],
    ['S. Việc', 'capital S 20 capital 3 | decimal 5 5 decimal 3?'],
    ['O. Việc', 'capital O 16 capital 3'],
    ['lO. Việc', 'decimal 10 10 decimal 4?'],
    ['z. Việc', 'letter z 27 letter 3 | decimal 2 2 decimal 3?'],
    ['b. Việc', 'letter b 2 letter 3 | decimal 6 6 decimal 3?'],
    ['g. Việc', 'letter g 8 letter 3 | decimal 9 9 decimal 3?'],
    ['6) Việc', 'parenthesis 6 6 decimal ) 3 | letter b 2 letter 3?'],
    ['6. Việc', 'decimal 6 6 decimal 3'],
    ['c) Việc', 'letter c 3 letter 3 | letter e 6 letter 3?'],
    ['e) Việc', 'letter e 6 letter 3 | letter c 3 letter 3?'],
    ['ê) Việc', 'letter e 6 letter 3?'],
    ['52 Phòng', 'decimal 52 52 decimal 3?? | decimal 5.2 2 decimal 5. 3??'],
    ['111 Phòng', ''],
    ['20 Phòng', 'decimal 20 20 decimal 3??'],
    ['2 Yêu cầu', 'decimal 2 2 decimal 2??'],
    ['3.1 Đối tượng', 'decimal 3.1 1 decimal 3. 4'],
    ['I MỤC ĐÍCH', 'roman I 1 roman 2?? | capital I 10 capital 2?? | decimal 1 1 decimal 2??'],
    ['II Mục đích', 'roman II 2 roman 3?? | decimal 11 11 decimal 3??'],
    ['II.2 Mục đích', 'decimal II.2 2 decimal II. 5'],
    ['VL KINH PHÍ', 'roman VI 6 roman 3??'],
    ['l1 KINH PHÍ THỰC HIỆN', 'roman II 2 roman 3?? | decimal 11 11 decimal 3??'],
    ['VL Kinh phí', ''],
    ['Vv. TỔ CHỨC THỰC HIỆN', 'roman Vv -1 roman 4? | capital Vv -1 capital 4?'],
    ['1Iv/ TỔ CHỨC THỰC HIỆN', 'roman 1Iv -1 roman 5? | capital 1Iv -1 capital 5?'],
    ['Vv. TỔ chức', ''],
    ['¢) Hình thành', 'letter c 3 letter 3? | letter e 6 letter 3?'],
    ['~é) Ban hành', 'letter ~é -1 letter 4? | parenthesis ~é -1 decimal ) 4?'],
    ['©) Ban hành', 'letter c 3 letter 3? | letter e 6 letter 3?'],
    ['§) Ban hành', 'letter § -1 letter 3? | parenthesis § -1 decimal ) 3?'],
    ['?1) Ban hành', 'letter ?1 -1 letter 4? | parenthesis ?1 -1 decimal ) 4?'],
    ['2026. Năm', ''],
    ['2026 - 2030', ''],
    ['1.000 người', ''],
    ['12.5% hộ', ''],
    ['09/6/2026 của', ''],
    ['2-3 buổi', ''],
    ['1.', 'decimal 1 1 decimal 2 | roman I 1 roman 2?'],
    ['a)', 'letter a 1 letter 2'],
    ['1,', ''],
    ['-', ''],
    ['ABCDEFG. Bảy', ''],
    ['TP. Hồ Chí Minh', ''],
    ['ABC: Việc', ''],
    ['Điều', ''],
  ])('of “%s”', (line, expected) => {
    expect(whole(line)).toBe(expected)
  })

  it('is printed as it stands in the line, without the space after it', () => {
    const printed = (line: string) => readLabels(line).map(reading => reading.printed)
    expect(printed('1.1. Ban hành')).toEqual(['1.1.'])
    expect(printed('II/ NỘI DUNG')).toEqual(['II/', 'II/'])
    expect(printed('I/- MỤC ĐÍCH')[0]).toBe('I/-')
    expect(printed('(12). Tuyên truyền')).toEqual(['(12).'])
    expect(printed('- Chủ động')).toEqual(['-'])
    expect(printed('~ Tuyên truyền')).toEqual(['~'])
    expect(printed('2 Yêu cầu')).toEqual(['2'])
    expect(printed('VL KINH PHÍ')).toEqual(['VL'])
    expect(printed('¢) Hình thành')).toEqual(['¢)', '¢)'])
    expect(printed('Vv. TỔ CHỨC THỰC HIỆN')).toEqual(['Vv.', 'Vv.'])
    expect(printed('Điều 3. Hiệu lực')).toEqual(['Điều 3.'])
  })

  it('has the label of any place in its series, none where the alphabet ends', () => {
    const at = (line: string, ordinal: number) => labelAt(readLabels(line)[0]!, ordinal)
    expect(
      ['I. A', 'A. A', '3. A', '2.3.1 A', 'đ) A', '(4) A', '(b) A', '2) A'].map(line => at(line, 4)),
    ).toEqual(['IV', 'D', '4', '2.3.4', 'd', '(4)', '(d)', '4'])
    expect(at('a) A', 27)).toBe('z')
    expect(at('a) A', 28)).toBeUndefined()
    expect(at('Phần I', 2)).toBeUndefined()
  })
})
