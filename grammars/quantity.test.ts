import { describe, expect, it } from 'vitest'
import { parseQuantities, type Quantity } from './quantity.ts'

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
    expect(parseQuantities(text).map(each => [each.value, each.comparator, each.share === '%'])).toEqual(
      found,
    )
  })

  it('tell a clear comparison from one that may be a condition', () => {
    expect(parseQuantities('ít nhất 02 lớp')[0]?.compared).toBe('clearly')
    expect(parseQuantities('cách trên 05 km')[0]?.compared).toBe('weakly')
  })
})

describe('quantities, whole', () => {
  /** With how they are compared, and where number and `trở lên` end. */
  const told = ({ comparator, value, share, compared, start, end, after }: Quantity) =>
    `${comparator} ${value}${share ?? ''} ${compared} ${start}–${end}${after === end ? '' : `–${after}`}`

  it.each([
    ['Tối thiểu 80% các trường học', ['>= 80% clearly 10–13']],
    ['tối đa 5% vắng', ['<= 5% clearly 7–9']],
    ['ít nhất 02 lớp', ['>= 2 clearly 8–10']],
    ['không quá 05 hồ sơ', ['<= 5 clearly 10–12']],
    ['trên 95%', ['>= 95% weakly 5–8']],
    ['dưới 3%', ['<= 3% weakly 5–7']],
    ['hơn 100 hộ', ['>= 100 weakly 4–7']],
    ['đạt từ 95% trở lên', ['>= 95% clearly 7–10–18']],
    ['từ 50% trở xuống', ['<= 50% clearly 3–6–16']],
    ['10 đảng viên trở lên', ['= 10 not 0–2']],
    ['12 - 15 lớp', ['>= 12 not 0–7']],
    ['12% - 15%', ['>= 12% not 0–9']],
    ['12 đến 15%', ['>= 12% not 0–10']],
    ['không quá 5 – 7 ngày', ['<= 7 clearly 10–15']],
    ['1.500 hộ', ['= 1500 not 0–5']],
    ['1.500.000 đồng', ['= 1500000 not 0–9']],
    ['1.500,5 ha', ['= 1500.5 not 0–7']],
    ['98,5%', ['= 98.5% not 0–5']],
    ['98.5%', ['= 98.5% not 0–5']],
    ['1.5 ha', ['= 1.5 not 0–3']],
    ['12345 hộ', ['= 12345 not 0–5']],
    ['ngày 15/6/2026', []],
    ['15.6.2026', []],
    ['số 208/KH-UBND', []],
    ['57-NQ/TW', []],
    ['24/7', []],
    ['80 %', ['= 80% not 0–4']],
    ['≥ 95%', ['>= 95% clearly 2–5']],
    ['> 80%', ['>= 80% weakly 2–5']],
    ['không', []],
    ['5, 6 và 7 thôn', ['= 5 not 0–1', '= 6 not 3–4', '= 7 not 8–9']],
    ['100% xã, 90% thôn trở lên', ['= 100% not 0–4', '= 90% not 9–12']],
  ])('%s', (text, quantities) => {
    expect(parseQuantities(text).map(told)).toEqual(quantities)
  })
})
