import { expect, it } from 'vitest'
import { faintRules } from './faint-rules.ts'
import { blank } from './gray.ts'

it('finds the side of a slot that is inked all along, and none where only a letter stands', () => {
  const picture = blank(200, 100)
  for (let y = 10; y < 60; y++) picture.data[y * 200 + 101] = 180
  // A stem of a letter where the second row's side would be.
  for (let y = 66; y < 76; y++) picture.data[y * 200 + 100] = 0
  const grid = { xs: [20, 100, 180], ys: [10, 60, 90], owner: [0, 1, 2, 3] }
  expect(faintRules(picture, grid)).toEqual([{ direction: 'vertical', position: 100, from: 10, to: 60 }])
})
