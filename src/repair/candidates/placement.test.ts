import { expect, it } from 'vitest'
import { placedOtherwise } from './placement.ts'

it('moves the tone of oa, oe, uy and back', () => {
  expect(placedOtherwise('hóa')).toEqual({ text: 'hoá', placement: 'second' })
  expect(placedOtherwise('Thuỷ')).toEqual({ text: 'Thủy', placement: 'first' })
  expect(placedOtherwise('HÒA')).toEqual({ text: 'HOÀ', placement: 'second' })
})

it('leaves alone what can be written one way only', () => {
  for (const word of ['quý', 'toán', 'hoa', 'khuya', 'a', '']) expect(placedOtherwise(word)).toBeUndefined()
})
