import { expect, it } from 'vitest'
import { asNumber, asRoman } from './numbers.ts'

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
