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
