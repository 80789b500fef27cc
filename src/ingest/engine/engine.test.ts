import { describe, expect, it } from 'vitest'
import { blank, type GrayPicture } from '../picture/gray.ts'
import { invertBelow } from './engine.ts'

const DPI = 100

/** Rows of strokes like those of bold letters, half of them ink. */
function letters(ink: number, ground: number): GrayPicture {
  const picture = blank(400, 120)
  for (let y = 0; y < 120; y++)
    for (let x = 0; x < 400; x++)
      picture.data[y * 400 + x] = y % 24 < 12 && x % 8 < (ink < ground ? 4 : 2) ? ink : ground
  return picture
}

describe('lines read with black and white exchanged', () => {
  it('are looked for where white letters may stand on a dark ground', () => {
    expect(invertBelow(letters(255, 0), DPI)).toBe('0.7')
    expect(invertBelow(letters(255, 130), DPI)).toBe('0.7')
  })

  it('are not looked for among black letters on paper, bold ones too', () => {
    expect(invertBelow(letters(0, 255), DPI)).toBe('0')
    expect(invertBelow(blank(400, 120), DPI)).toBe('0')
  })
})
