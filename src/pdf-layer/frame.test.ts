import { expect, test } from 'vitest'
import type { Page, Turn } from '../document.ts'
import { apply } from './content/matrix.ts'
import { fromUpright } from './frame.ts'

const BOX = [10, 20, 610, 820] as const // 600 × 800

/** Where the upright page's upper left corner, and a point 100 to the right of it, lie in the PDF. */
function corners(rotate: number, turn?: Turn) {
  const sideways = Math.abs(rotate / 90 + (turn?.quarters ?? 0)) % 2 === 1
  const [width, height] = sideways ? [800, 600] : [600, 800]
  const page: Page = { number: 1, width, height, text: 'ocr', lines: [], ...(turn && { turn }) }
  const matrix = fromUpright(page, { box: BOX, rotate })
  const rounded = (point: [number, number]) => apply(matrix, point).map(value => Math.round(value * 10) / 10)
  return [rounded([0, height]), rounded([100, height])]
}

test('the upper left corner is found however the viewer turns the page', () => {
  expect(corners(0)).toEqual([
    [10, 820],
    [110, 820],
  ])
  expect(corners(90)).toEqual([
    [10, 20],
    [10, 120],
  ])
  expect(corners(180)).toEqual([
    [610, 20],
    [510, 20],
  ])
  expect(corners(-90)).toEqual([
    [610, 820],
    [610, 720],
  ])
})

test('a page that was read turned by a quarter is as if the viewer turned it', () => {
  expect(corners(0, { quarters: 1, skew: 0 })).toEqual(corners(90))
  expect(corners(270, { quarters: 3, skew: 0 })).toEqual(corners(180))
})

test('lines that fell to the right before they were set level fall in the PDF', () => {
  const [left, right] = corners(0, { quarters: 0, skew: 1 })
  expect(right![1]! - left![1]!).toBeCloseTo(-100 * Math.sin(Math.PI / 180), 0)
})
