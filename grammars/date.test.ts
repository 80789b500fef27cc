import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTime, timeParser } from './date.ts'

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
