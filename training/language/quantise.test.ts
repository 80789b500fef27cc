import { expect, it } from 'vitest'
import { codebookOf } from './quantise.ts'

it('keeps values within a fraction of a percent of their range', () => {
  const values = Float32Array.from({ length: 5000 }, (_, i) => -12 * (i / 5000) ** 2)
  const { values: book, code } = codebookOf(values)
  for (const value of values) expect(Math.abs(book[code(value)]! - value)).toBeLessThan(0.1)
})
it('keeps fewer than 256 different values as they are', () => {
  const values = Float32Array.from([-1, -2, -2.5, -9])
  const { values: book, code } = codebookOf(values)
  for (const value of values) expect(book[code(value)]).toBeCloseTo(value, 5)
})
it('bears no values at all', () => {
  const { values, code } = codebookOf(new Float32Array(0))
  expect(values[code(-3)]).toBe(0)
})
