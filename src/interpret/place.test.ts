import { expect, test } from 'vitest'
import { placeOf, span } from './place.ts'

test('coordinates are rounded to a tenth of a point, what is not known is left out', () => {
  expect(placeOf({ page: 2, line: 3, endLine: 4, bbox: [1.04, 2.06, 3.149, 4] })).toStrictEqual({
    page: 2,
    line: 3,
    endLine: 4,
    bbox: [1, 2.1, 3.1, 4],
  })
  expect(placeOf({ page: 2 })).toStrictEqual({ page: 2 })
})

test('a span goes from the first place to the last line of the same page', () => {
  const box: [number, number, number, number] = [1, 2, 3, 4]
  expect(span([])).toBeUndefined()
  expect(span([{ page: 1, line: 3, bbox: box }])).toStrictEqual({ page: 1, line: 3, bbox: box })
  expect(
    span([
      { page: 1, line: 3, bbox: box },
      { page: 1, line: 5 },
    ]),
  ).toStrictEqual({ page: 1, line: 3, endLine: 5 })
  expect(
    span([
      { page: 1, line: 3 },
      { page: 1, line: 5, endLine: 7 },
    ]),
  ).toStrictEqual({ page: 1, line: 3, endLine: 7 })
  expect(
    span([
      { page: 1, line: 30 },
      { page: 2, line: 1 },
    ]),
  ).toStrictEqual({ page: 1, line: 30 })
  expect(span([{ page: 1, line: 3 }, { page: 1 }])).toStrictEqual({ page: 1, line: 3 })
})
