import { describe, expect, it } from 'vitest'
import { blank, type GrayPicture } from './gray.ts'
import { lettersOf } from './letters.ts'

const DPI = 100

function fill(picture: GrayPicture, x: number, y: number, width: number, height: number): void {
  for (let row = y; row < y + height; row++)
    picture.data.fill(0, row * picture.width + x, row * picture.width + x + width)
}

/** Blocks as large as letters in a row. */
function print(picture: GrayPicture, x: number, y: number, letters: number): void {
  for (let letter = 0; letter < letters; letter++) fill(picture, x + 12 * letter, y, 8, 12)
}

function dot(picture: GrayPicture, x: number, y: number): void {
  fill(picture, Math.round(x) - 1, Math.round(y) - 1, 3, 3)
}

function ring(picture: GrayPicture, x: number, y: number, radius: number, from = 0, to = 2 * Math.PI): void {
  for (let angle = from; angle < to; angle += 0.5 / radius)
    dot(picture, x + radius * Math.cos(angle), y + radius * Math.sin(angle))
}

function isDark({ data, width }: GrayPicture, x: number, y: number): boolean {
  return data[y * width + x]! < 150
}

describe('a stroke through a line', () => {
  const picture = blank(400, 300)
  print(picture, 100, 150, 12)
  // From high above through the third and fourth letter, and far below.
  for (let at = 0; at <= 120; at++) dot(picture, 110 + at / 3, 90 + at)
  const { picture: letters, components } = lettersOf(picture, [], DPI)

  it('goes, but for what of it lies within the letters that it touches', () => {
    expect(isDark(letters, 115, 105)).toBe(false)
    expect(isDark(letters, 145, 195)).toBe(false)
    for (let letter = 0; letter < 12; letter++)
      expect(isDark(letters, 104 + 12 * letter, 156), `${letter}`).toBe(true)
  })

  it('leaves as many pieces of ink as there are letters, or fewer where it joins them', () => {
    expect(components.length).toBeGreaterThanOrEqual(10)
    expect(components.length).toBeLessThanOrEqual(12)
  })

  it('goes whole where no line is', () => {
    const alone = blank(400, 300)
    for (let at = 0; at <= 120; at++) dot(alone, 110 + at / 3, 90 + at)
    expect(lettersOf(alone, [], DPI).picture.data.every(value => value === 255)).toBe(true)
  })
})

describe('a seal', () => {
  const picture = blank(600, 400)
  ring(picture, 200, 200, 60)
  // What is printed around in it, and a name that goes on to the right.
  for (const angle of [3.5, 4, 4.5, 5, 5.5]) {
    const [x, y] = [200 + 42 * Math.cos(angle), 200 + 42 * Math.sin(angle)]
    fill(picture, Math.round(x) - 4, Math.round(y) - 5, 8, 10)
  }
  print(picture, 204, 215, 14)
  const { picture: letters } = lettersOf(picture, [], DPI)

  it('goes with what is in it', () => {
    expect(isDark(letters, 200, 140)).toBe(false)
    expect(isDark(letters, 200 + Math.round(42 * Math.cos(4.5)), 200 + Math.round(42 * Math.sin(4.5)))).toBe(
      false,
    )
  })

  it('leaves the line that goes on outside', () => {
    for (let letter = 0; letter < 14; letter++)
      expect(isDark(letters, 208 + 12 * letter, 221), `${letter}`).toBe(true)
  })

  it('is none where only half a circle is drawn', () => {
    const half = blank(600, 400)
    ring(half, 200, 200, 60, 0, Math.PI)
    fill(half, 196, 220, 8, 12)
    expect(isDark(lettersOf(half, [], DPI).picture, 200, 226)).toBe(true)
  })
})
