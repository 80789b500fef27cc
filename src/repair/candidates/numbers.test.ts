import { expect, it } from 'vitest'
import { asNumber, asPercent, asRoman, asSymbol } from './numbers.ts'

it('takes look-alikes of digits among digits for digits', () => {
  expect(asNumber('2O26')?.text).toBe('2026')
  expect(asNumber('l5/6')?.text).toBe('15/6')
  expect(asNumber('2026')).toBeUndefined()
  expect(asNumber('so')).toBeUndefined()
})

it('takes look-alikes of Roman numerals for them', () => {
  expect(asRoman('I1')?.text).toBe('II')
  expect(asRoman('IH')?.text).toBe('III')
  expect(asRoman('1V')?.text).toBe('IV')
  expect(asRoman('IV')).toBeUndefined()
  expect(asRoman('THU')).toBeUndefined()
})

it('takes look-alikes in the symbols of documents for what they are like', () => {
  expect(asSymbol('4l/KH-BTV')?.text).toBe('41/KH-BTV')
  expect(asSymbol('J520/0Đ-UBND')?.text).toBe('1520/QĐ-UBND')
  expect(asSymbol('2l7-0D/TW')?.text).toBe('217-QĐ/TW')
  expect(asSymbol('I5/2O24/TT-BGDĐT')?.text).toBe('15/2024/TT-BGDĐT')
  for (const whole of ['41/KH-BTV', '41a/KH-UBND', '33/2013/QH13', 'l/O', '05/tháng', 'IO/KH'])
    expect(asSymbol(whole), whole).toBeUndefined()
})

it('takes a piece of the sign behind a share of a hundred for none', () => {
  expect(asPercent('100%c')?.text).toBe('100%')
  expect(asPercent('2,5%e')?.text).toBe('2,5%')
  for (const whole of ['100%', '0,2%o', 'c']) expect(asPercent(whole), whole).toBeUndefined()
})
