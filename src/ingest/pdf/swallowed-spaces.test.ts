import { expect, test } from 'vitest'
import type { PlacedWord } from '../placed.ts'
import { withSwallowedSpaces } from './swallowed-spaces.ts'

/** Twenty words of one line, six points a character, each with so much room after it. */
function lineOf(room: number): PlacedWord[] {
  const words: PlacedWord[] = []
  let x = 0
  for (const text of 'ban nhan dan xa Suoi Ngoc ban hanh ke hoach tuyen truyen ve trong cay nam nay nhu sau day'.split(
    ' ',
  )) {
    const x1 = x + 6 * text.length
    words.push({ text, size: 13, box: [x, 0, x1, 13] })
    x = x1 + room
  }
  return words
}

test('words of a layer that swallows spaces end a character later', () => {
  const wider = withSwallowedSpaces(lineOf(9), () => true)
  expect(wider[0]!.box).toEqual([0, 0, 24, 13])
  expect(wider.every((word, index) => index === 0 || word.box[0] > wider[index - 1]!.box[2])).toBe(true)
})

test('words that end where they should stay, and so do those of fonts with widths of their own', () => {
  const right = lineOf(3.5)
  expect(withSwallowedSpaces(right, () => true)).toBe(right)
  const printed = lineOf(9)
  expect(withSwallowedSpaces(printed, () => false)).toBe(printed)
})
