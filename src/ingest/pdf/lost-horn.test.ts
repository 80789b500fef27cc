import { expect, it } from 'vitest'
import { withLostHorns } from './lost-horn.ts'

it.each([
  ['tr-ờng', 'trường'],
  ['Ph-ơng', 'Phương'],
  ['t-', 'tư'],
  ['T-', 'Tư'],
  ['-u', 'ưu'],
  ['(l-u)', '(lưu)'],
  ['đ-ợc;', 'được;'],
])('takes the hyphen of %s for ư', (read, printed) => expect(withLostHorns(read)).toBe(printed))

it.each(['KH-UBND', 'kh-ubnd', '12/QĐ-UBND', 'Lê-nin', '-', '-a)', '05-CT', 'BCH-', '2020-2025'])(
  'leaves the hyphen of %s',
  read => expect(withLostHorns(read)).toBe(read),
)
