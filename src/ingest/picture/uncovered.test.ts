import { expect, it } from 'vitest'
import type { Box } from '../../document.ts'
import { blank, type GrayPicture } from './gray.ts'
import { lettersOf } from './letters.ts'
import { Sheet } from './sheet.ts'
import { uncoveredInk } from './uncovered.ts'

const DPI = 100

/** Rows of blocks as large as letters, thirty to a row. */
function print(picture: GrayPicture, y: number, letters: number): void {
  for (let letter = 0; letter < letters; letter++)
    for (let at = y; at < y + 12; at++)
      picture.data.fill(0, at * 827 + 100 + letter * 12, at * 827 + 108 + letter * 12)
}

/** A page of A4 at a hundred dots per inch, of which a pixel is 0.72 points. */
function page(picture: GrayPicture): Sheet {
  return new Sheet({ print: picture }, [0, 0, 827 * 0.72, 1169 * 0.72])
}

function uncovered(picture: GrayPicture, words: readonly Box[]): Box[] {
  const { print, lines, dpi } = page(picture)
  return uncoveredInk(lettersOf(print, lines, dpi), words, 0.5, dpi)
}

it('finds the row of letters that no word of the layer covers, and nothing else', () => {
  const picture = blank(827, 1169)
  const words: Box[] = []
  for (let y = 200; y < 800; y += 24) {
    print(picture, y, 30)
    if (y !== 488) words.push([98, y - 2, 460, y + 14])
  }
  const areas = uncovered(picture, words)
  expect(areas).toHaveLength(1)
  const [area] = areas as [Box]
  expect(area[0]).toBeCloseTo(100 - 0.05 * DPI, 0)
  expect(area[1]).toBeGreaterThan(470)
  expect(area[3]).toBeLessThan(515)
})

it('takes a lone digit in the margin for the number of the page, and one in the text for a stain', () => {
  const picture = blank(827, 1169)
  const fill = (x: number, y: number): void => {
    for (let at = y; at < y + 12; at++) picture.data.fill(0, at * 827 + x, at * 827 + x + 8)
  }
  fill(410, 40)
  fill(410, 600)
  const areas = uncovered(picture, [])
  expect(areas.map(area => Math.round(area[1]) < 100)).toEqual([true])
})

it('leads from the page as it came to the level picture and back', () => {
  const picture = blank(827, 1169)
  // Lines that fall to the right by one in fifty.
  for (let y = 200; y < 1000; y += 24)
    for (let x = 100; x < 720; x += 11)
      for (let at = 0; at < 10; at++) {
        const top = Math.round(y + x / 50) + at
        picture.data.fill(0, top * 827 + x, top * 827 + x + 7)
      }
  const sheet = page(picture)
  expect(sheet.skew).toBeCloseTo((Math.atan(1 / 50) * 180) / Math.PI, 1)
  const box: Box = [400, 500, 440, 512]
  const level = sheet.level(box)
  expect(level[3] - level[1]).toBeCloseTo(12, 6)
  expect(level[1]).toBeLessThan(500)
  sheet.asItCame(level).forEach((value, index) => {
    expect(value).toBeCloseTo(box[index]!, 1)
  })
})
