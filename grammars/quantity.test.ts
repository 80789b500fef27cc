import { describe, expect, it } from 'vitest'
import { parseQuantities } from './quantity.ts'

describe('quantities', () => {
  it.each([
    ['Tối thiểu 80% các trường học', [[80, '>=', true]]],
    ['đạt từ 95% trở lên', [[95, '>=', true]]],
    ['giảm từ 1,5 - 2%', [[1.5, '>=', true]]],
    ['đạt 85% đến 90%', [[85, '>=', true]]],
    ['không quá 5 - 7%', [[7, '<=', true]]],
    ['không quá 05 hồ sơ', [[5, '<=', false]]],
    [
      '1.500 hộ, tỷ lệ 98,5%',
      [
        [1500, '=', false],
        [98.5, '=', true],
      ],
    ],
    ['Kế hoạch số 208/KH-UBND ngày 09/6/2026', []],
    ['Nghị quyết 57-NQ/TW', []],
  ])('%s', (text, found) => {
    expect(parseQuantities(text).map(each => [each.value, each.comparator, each.percent])).toEqual(found)
  })

  it('tell a clear comparison from one that may be a condition', () => {
    expect(parseQuantities('ít nhất 02 lớp')[0]?.compared).toBe('clearly')
    expect(parseQuantities('cách trên 05 km')[0]?.compared).toBe('weakly')
  })
})
