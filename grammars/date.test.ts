import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Point, parseTime, type TimePart, timeParser } from './date.ts'

describe('times', () => {
  it.each([
    ['Trước ngày 15/6/2026', [{ type: 'point', bound: 'before', to: { day: 15, month: 6, year: 2026 } }]],
    ['đến hết năm 2030', [{ type: 'point', bound: 'until', to: { year: 2030 } }]],
    ['Quý IV/2026', [{ type: 'point', bound: 'within', to: { quarter: 4, year: 2026 } }]],
    ['quý 3 năm 2026', [{ type: 'point', bound: 'within', to: { quarter: 3, year: 2026 } }]],
    ['06 tháng cuối năm', [{ type: 'point', bound: 'within', to: { half: 2 } }]],
    ['hằng quý', [{ type: 'recurrence', every: 'quarterly' }]],
    ['Trước 17h00 ngày 20/6', [{ type: 'point', bound: 'before', to: { day: 20, month: 6 } }]],
    ['Giai đoạn 1', [{ type: 'phase', name: 'Giai đoạn 1' }]],
    ['Năm học 2025 - 2026', []],
    ['Theo kế hoạch của cấp trên', []],
  ])('%s', (text, parts) => {
    expect(parseTime(text)).toEqual(parts)
  })

  it('end a range only with what is a time', () => {
    expect(parseTime('15/6/2026 đến ngày 2026')[0]).toEqual({
      type: 'point',
      bound: 'within',
      to: { day: 15, month: 6, year: 2026 },
    })
    expect(timeParser().errors).toEqual([])
  })

  it('are read the same from decomposed letters', () => {
    expect(parseTime('Trước tháng 6'.normalize('NFD'))).toEqual(parseTime('Trước tháng 6'))
  })

  it('never fail, whatever the order of their words', () => {
    const word = fc.constantFrom(
      ...'từ đến trước sau ngày tháng năm quý cuối hằng 6 15 2026 III 6/2026 15/6 15/6/2026 - , và / 7h30 thường xuyên'.split(
        ' ',
      ),
      'giai đoạn 2',
      'Đợt 1',
      '6 tháng đầu năm',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), list => {
        parseTime(list.join(' '))
        expect(timeParser().errors).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

describe('times as plans word them', () => {
  /** `until m6 2026`: what bounds it, then day, month, quarter, half and year as far as they are printed. */
  const told = (parts: readonly TimePart[]) => parts.map(part => tell[part.type](part as never)).join('; ')
  const point = ({ part, day, month, quarter, half, year }: Point) =>
    [part, day && `d${day}`, month && `m${month}`, quarter && `q${quarter}`, half && `h${half}`, year]
      .filter(Boolean)
      .join(' ')
  const tell = {
    point: ({ bound, from, to, listed }: Extract<TimePart, { type: 'point' }>) =>
      `${bound} ${from ? `${point(from)} – ` : ''}${point(to)}${listed ? ' listed' : ''}`,
    phase: ({ name }: Extract<TimePart, { type: 'phase' }>) => `phase ${name}`,
    recurrence: ({ every, vague }: Extract<TimePart, { type: 'recurrence' }>) =>
      `every ${every}${vague ? '?' : ''}`,
  }

  it.each([
    ['trước ngày 15/6/2026', 'before d15 m6 2026'],
    ['Trước 15.6.2026', 'before d15 m6 2026'],
    ['chậm nhất 15-6-2026', 'before d15 m6 2026'],
    ['Chậm nhất là ngày 05 tháng 6 năm 2026', 'before d5 m6 2026'],
    ['không quá 30/6', 'before d30 m6'],
    ['đến ngày 30/6 năm 2026', 'until d30 m6 2026'],
    ['đến hết quý III năm 2026', 'until q3 2026'],
    ['tới tháng 12/2026', 'until m12 2026'],
    ['hết năm 2026', 'until 2026'],
    ['cho đến ngày 15 tháng 6', 'until d15 m6'],
    ['từ ngày 01/6/2026', 'from d1 m6 2026'],
    ['Kể từ tháng 7', 'from m7'],
    ['sau ngày 30/6', 'after d30 m6'],
    ['từ sau tháng 9', 'after m9'],
    ['bắt đầu từ quý II', 'from q2'],
    ['từ 7h30 ngày 15/6', 'from d15 m6'],
    ['Trước 17 giờ 00 phút ngày 20/6/2026', 'before d20 m6 2026'],
    ['7h30 - 11h00 ngày 20/6', 'within d20 m6'],
    ['từ 7 giờ đến 8 giờ 30 ngày 20/6', 'within d20 m6'],
    ['15/6', 'within d15 m6'],
    ['31/12/2026', 'within d31 m12 2026'],
    ['35/6', 'within d35 m6'],
    ['15/13', 'within d15 m13'],
    ['0/6', ''],
    ['6/2026', 'within m6 2026'],
    ['13/2026', 'within m13 2026'],
    ['tháng 6', 'within m6'],
    ['tháng 06 năm 2026', 'within m6 2026'],
    ['tháng 6/2026', 'within m6 2026'],
    ['tháng VI/2026', 'within m6 2026'],
    ['tháng XII năm 2026', 'within m12 2026'],
    ['ngày 15', ''],
    ['ngày 15 tháng 6/2026', 'within d15 m6 2026'],
    ['15 tháng 6', 'within d15 m6'],
    ['ngày 6/2026', 'within m6 2026'],
    ['các ngày 15/6', 'within d15 m6'],
    ['quý 1', 'within q1'],
    ['quí IV', 'within q4'],
    ['Quý IV/2026', 'within q4 2026'],
    ['quý 3/2026', 'within q3 2026'],
    ['quý III năm 2026', 'within q3 2026'],
    ['Quý II, III', 'within q2 – q3'],
    ['Quý II, III/2026', 'within q2 – q3 2026'],
    ['quý I và quý II năm 2026', 'within q1 – q2 2026'],
    ['quý I, IV', 'within q1 – q4 listed'],
    ['Quý II - IV/2026', 'within q2 – q4 2026'],
    ['tháng 6, 7', 'within m6 – m7'],
    ['tháng 6, 8', 'within m6 – m8 listed'],
    ['tháng 6 và tháng 7/2026', 'within m6; within m7 2026'],
    ['Tháng 6 - 8/2026', 'within m6 – m8 2026'],
    ['tháng 6 đến tháng 8 năm 2026', 'within m6 – m8 2026'],
    ['tháng 6, 7, 8', 'within m6 – m8'],
    ['Tháng 11/2025 - 02/2026', 'within m11 2025 – m2 2026'],
    ['2026 - 2030', 'within 2026 – 2030'],
    ['năm 2026 - 2030', 'within 2026 – 2030'],
    ['giai đoạn 2026 - 2030', 'within 2026 – 2030'],
    ['giai đoạn 2026 đến năm 2030', 'within 2026 – 2030'],
    ['6 tháng đầu năm', 'within h1'],
    ['06 tháng cuối năm 2026', 'within h2 2026'],
    ['sáu tháng đầu năm 2026', 'within h1 2026'],
    ['nửa đầu năm', 'within h1'],
    ['nửa cuối năm 2026', 'within h2 2026'],
    ['cả năm', 'within '],
    ['trong năm 2026', 'within 2026'],
    ['cuối năm 2026', 'within late 2026'],
    ['đầu năm', 'within early'],
    ['giữa năm 2026', 'within middle 2026'],
    ['suốt năm', 'every regular'],
    ['đầu tháng 6', 'within early m6'],
    ['giữa tháng 7/2026', 'within middle m7 2026'],
    ['cuối tháng 8 năm 2026', 'within late m8 2026'],
    ['thượng tuần tháng 6', 'within early m6'],
    ['trung tuần tháng 6', 'within middle m6'],
    ['hạ tuần tháng 6', 'within late m6'],
    ['đầu quý II', 'within early q2'],
    ['tuần thứ 2 của tháng 6', 'within m6'],
    ['tuần 3 tháng 6/2026', 'within m6 2026'],
    ['từ ngày 01 đến ngày 15 tháng 6', 'within d1 m6 – d15 m6'],
    ['từ ngày 01 đến 15/6/2026', 'within d1 m6 2026 – d15 m6 2026'],
    ['ngày 01 - 15 tháng 6 năm 2026', 'within d1 m6 2026 – d15 m6 2026'],
    ['ngày 10 và 11/6/2026', 'within d10 m6 2026 – d11 m6 2026'],
    ['ngày 10, 11 tháng 6', 'within d10 m6 – d11 m6'],
    ['01 - 15/6', 'within d1 m6 – d15 m6'],
    ['từ 01/6 đến 15/6', 'within d1 m6 – d15 m6'],
    ['từ 01/6/2026 đến hết ngày 15/6/2026', 'within d1 m6 2026 – d15 m6 2026'],
    ['từ tháng 6 đến hết năm 2026', 'within m6 – 2026'],
    ['15/6 - 20/6/2026', 'within d15 m6 – d20 m6 2026'],
    ['15/6 và 20/6', 'within d15 m6; within d20 m6'],
    ['hằng ngày', 'every daily'],
    ['Hàng tuần', 'every weekly'],
    ['01 lần/tuần', 'every weekly'],
    ['định kỳ tháng', 'every monthly'],
    ['02 lần / tháng', 'every monthly'],
    ['hằng quý', 'every quarterly'],
    ['6 tháng/lần', 'every half-yearly'],
    ['sáu tháng', 'every half-yearly'],
    ['hằng năm', 'every yearly'],
    ['các năm', 'every yearly'],
    ['những năm tiếp theo', 'every yearly'],
    ['thường xuyên', 'every regular'],
    ['liên tục', 'every regular'],
    ['định kỳ', 'every regular?'],
    ['thường kỳ và quý III', 'every regular?; within q3'],
    ['thường xuyên, định kỳ hằng tháng', 'every regular; every regular?; every monthly'],
    ['trước ngày 25 hằng tháng', 'every monthly'],
    ['Giai đoạn 1: tháng 6', 'phase Giai đoạn 1; within m6'],
    ['giai đoạn II', 'phase giai đoạn II'],
    ['Đợt 2 từ 01/6 đến 15/6', 'phase Đợt 2; within d1 m6 – d15 m6'],
    ['đợt một', 'phase đợt một'],
    ['Giai đoạn 2.1', ''],
    ['Kế hoạch số 12/KH-UBND ngày 15/6/2026', 'within d15 m6 2026'],
    ['Nghị định 15/2026/NĐ-CP', ''],
    ['năm học 2025-2026 và tháng 6', 'within m6'],
    ['100 người', ''],
    ['từ đến trước', ''],
    ['tháng', ''],
    ['quý', ''],
    ['ngày tháng năm', ''],
    ['15', ''],
    ['VI', ''],
    ['và, -', ''],
    ['7h30', ''],
    ['hoàn thành trước 30/6/2026, báo cáo ngày 05/7/2026', 'before d30 m6 2026; within d5 m7 2026'],
    ['đến trước ngày 1/7', 'until d1 m7'],
    ['Muộn nhất 20 tháng 11', 'before d20 m11'],
    ['TRƯỚC NGÀY 15/6/2026', 'before d15 m6 2026'],
    ['Tháng 12, tháng 01/2027', 'within m12; within m1 2027'],
  ])('%s', (text, expected) => {
    expect(told(parseTime(text))).toBe(expected)
  })
})
