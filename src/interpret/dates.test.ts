import { describe, expect, it } from 'vitest'
import { headerDate, isoDate, when } from './dates.ts'

describe('when', () => {
  it.each([
    ['Trước 15/6', { to: '2026-06-15' }],
    ['Trước tháng 7/2026', { to: '2026-06-30' }],
    ['Quý III/2026 và cập nhật thường xuyên', { from: '2026-07-01', to: '2026-09-30', recurring: 'regular' }],
    ['từ ngày 29/6 đến hết ngày 09/7/2027', { from: '2027-06-29', to: '2027-07-09' }],
    ['Tháng 11 - 12', { from: '2026-11-01', to: '2026-12-31' }],
    ['Tháng 6, tháng 12', {}],
    ['Cả năm', { from: '2026-01-01', to: '2026-12-31' }],
    ['Năm 2026 và hằng năm', { from: '2026-01-01', to: '2026-12-31', recurring: 'yearly' }],
    ['6 tháng, năm hoặc đột xuất', { recurring: 'half-yearly' }],
    ['Định kỳ hằng quý', { recurring: 'quarterly' }],
    ['trước ngày 14 hằng tháng', { recurring: 'monthly' }],
    ['Đợt 1: từ 01/6 đến 15/6', { phase: 'Đợt 1', from: '2026-06-01', to: '2026-06-15' }],
    ['Tháng 02/2028', { from: '2028-02-01', to: '2028-02-29' }],
    ['30/02/2026', {}],
    ['Đến hết 30/9', { to: '2026-09-30' }],
    ['Từ ngày 15/3', { from: '2026-03-15' }],
    ['Sau ngày 30/9', { from: '2026-10-01' }],
    ['Sau tháng 9', { from: '2026-10-01' }],
    ['Trước quý III', { to: '2026-06-30' }],
    ['6 tháng cuối năm', { from: '2026-07-01', to: '2026-12-31' }],
    ['Từ tháng 11/2025 đến tháng 2', { from: '2025-11-01', to: '2026-02-28' }],
    ['Từ tháng 11 đến tháng 2', { from: '2026-11-01', to: '2027-02-28' }],
    ['Từ tháng 11 đến tháng 2/2026', { from: '2025-11-01', to: '2026-02-28' }],
    ['Theo kế hoạch của cấp trên', {}],
    ['Theo Thông tư số 12/2025/TT-BCA', {}],
    ['Theo Kế hoạch 03-KH/ĐU, trước 15/6', { to: '2026-06-15' }],
  ])('%s', (text, expected) => {
    const { text: _, ...found } = when(text, 2026)
    expect(found).toStrictEqual(expected)
  })

  it('leaves out what would need a year that nobody printed', () => {
    expect(when('Quý II.', undefined)).toEqual({ text: 'Quý II' })
  })
})

describe('the date of a header', () => {
  it('is ISO, incomplete or impossible', () => {
    expect(headerDate('Yên Khê, ngày 05 tháng 6 năm 2026')).toEqual({ type: 'date', iso: '2026-06-05' })
    expect(headerDate('Yên Khê, ngày     tháng 6 năm 2026')).toEqual({ type: 'incomplete', year: 2026 })
    expect(headerDate('ngày 31 tháng 02 năm 2026')?.type).toBe('impossible')
    expect(headerDate('Yên Khê')).toBeUndefined()
  })

  it('knows the calendar', () => {
    expect(isoDate(2024, 2, 29)).toBe('2024-02-29')
    expect(isoDate(2026, 2, 29)).toBeUndefined()
  })
})
