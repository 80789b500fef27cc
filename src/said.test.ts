import { expect, expectTypeOf, test } from 'vitest'
import { PlanExtractError } from './errors.ts'
import { type FieldsOf, say, textOf } from './said.ts'
import { VIETNAMESE } from './vietnamese.ts'

test('both languages fill in the same', () => {
  const fields = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()
  for (const [english, vietnamese] of Object.entries(VIETNAMESE))
    expect(fields(vietnamese), english).toEqual(fields(english))
})

test('the names in braces are known to the types', () => {
  expectTypeOf<FieldsOf<'a {x} and {y} of {x}'>>().toEqualTypeOf<'x' | 'y'>()
  expectTypeOf<FieldsOf<'nothing'>>().toEqualTypeOf<never>()
})

test('an error speaks English by itself and can be told in Vietnamese, reasons in it too', () => {
  const reason = say('it has no pages')
  const error = new PlanExtractError('E_DAMAGED', say('the PDF cannot be opened ({reason})', { reason }))
  expect(error.message).toBe('the PDF cannot be opened (it has no pages)')
  expect(textOf(error.said.message, key => VIETNAMESE[key])).toBe(
    'không mở được tệp PDF (tệp không có trang nào)',
  )
})

test('what is filled in is taken as it is', () => {
  expect(textOf(say('{path} is empty', { path: '{path} $& $1' }))).toBe('{path} $& $1 is empty')
})
