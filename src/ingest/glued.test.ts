import { expect, test } from 'vitest'
import { unglued } from './glued.ts'

const textsOf = (text: string): string[] =>
  unglued({ text, box: [100, 20, 180, 32], size: 12 }).map(word => word.text)

test('labels and commas part words that were read as one', () => {
  expect(textsOf('4.Tổ')).toEqual(['4.', 'Tổ'])
  expect(textsOf('IV.NGUỒN')).toEqual(['IV.', 'NGUỒN'])
  expect(textsOf('đ)Phối')).toEqual(['đ)', 'Phối'])
  expect(textsOf('VT,TCCB.')).toEqual(['VT,', 'TCCB.'])
  expect(textsOf('Số:39/KH-UBND')).toEqual(['Số:', '39/KH-UBND'])
  expect(textsOf('KT.CHỦ')).toEqual(['KT.', 'CHỦ'])
})

test('wards, numbers, symbols and abbreviations stay whole', () => {
  for (const text of ['P.Kinh', 'TP.Huế', '1.250.000', '12/KH-UBND', 'a.m', '3,5', 'T.Ư', 'I.1'])
    expect(textsOf(text)).toEqual([text])
})

test('the boxes of the parts lie beside each other and fill the whole', () => {
  const [label, word] = unglued({ text: '4.Tổ', box: [100, 20, 180, 32], size: 12 })
  expect(label!.box).toEqual([100, 20, 140, 32])
  expect(word!.box).toEqual([140, 20, 180, 32])
})
