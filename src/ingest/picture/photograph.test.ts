import { describe, expect, it } from 'vitest'
import type { RawPicture } from './gray.ts'
import { homography, type Quadrilateral, warped } from './perspective.ts'
import { flattened } from './photograph.ts'

const SHEET: Quadrilateral = [
  [0, 0],
  [420, 0],
  [420, 594],
  [0, 594],
]
const ASLANT: Quadrilateral = [
  [130, 60],
  [500, 110],
  [560, 740],
  [50, 700],
]

/** A sheet with rows of marks, 420 × 594, and a black square at (300, 150). */
function sheet(): RawPicture {
  const picture: RawPicture = {
    data: new Uint8Array(420 * 594).fill(240),
    width: 420,
    height: 594,
    channels: 1,
  }
  const fill = (x0: number, y0: number, width: number, height: number): void => {
    for (let y = y0; y < y0 + height; y++) picture.data.fill(20, y * 420 + x0, y * 420 + x0 + width)
  }
  for (let y = 60; y < 540; y += 20) for (let x = 40; x < 380; x += 9) fill(x, y, 5, 7)
  fill(290, 140, 20, 20)
  return picture
}

/** The sheet aslant on a dark table, the light falling off to the right by a half. */
function photograph(): RawPicture {
  const { data, width, height } = warped(sheet(), homography(ASLANT, SHEET), 640, 800)
  const outside = warped({ ...sheet(), data: new Uint8Array(420 * 594) }, homography(ASLANT, SHEET), 640, 800)
  return {
    data: data.map((shade, at) => (outside.data[at] === 0 ? shade : 70) * (1 - (0.5 * (at % 640)) / 640)),
    width,
    height,
    channels: 1,
  }
}

describe('photographs', () => {
  it('give the sheet alone, straight, in even light', () => {
    const flat = flattened(photograph())!
    expect(flat.height / flat.width).toBeCloseTo(Math.SQRT2, 2)
    const scale = flat.width / 420
    const shade = (x: number, y: number): number =>
      flat.data[Math.round(y * scale) * flat.width + Math.round(x * scale)]!
    expect(shade(300, 150)).toBeLessThan(60)
    for (const [x, y] of [
      [284, 134],
      [316, 166],
      [20, 20],
      [400, 570],
      [20, 570],
      [400, 20],
    ] as const)
      expect(shade(x, y)).toBeGreaterThan(220)
  })

  it('are told from scans, which are paper up to the border', () => {
    expect(flattened(sheet())).toBeUndefined()
  })

  it('are told from scans with black edges, which stand upright', () => {
    const { data } = sheet()
    const edged = { data: new Uint8Array(500 * 700).fill(10), width: 500, height: 700, channels: 1 as const }
    for (let y = 0; y < 594; y++) edged.data.set(data.subarray(y * 420, (y + 1) * 420), (y + 50) * 500 + 40)
    expect(flattened(edged)).toBeUndefined()
  })

  it('are told from pictures of something else', () => {
    const round = { data: new Uint8Array(500 * 500).fill(20), width: 500, height: 500, channels: 1 as const }
    for (let at = 0; at < round.data.length; at++)
      if (Math.hypot((at % 500) - 250, Math.floor(at / 500) - 250) < 220) round.data[at] = 240
    expect(flattened(round)).toBeUndefined()
    expect(flattened({ ...round, data: round.data.map((_, at) => (at * 7919) % 256) })).toBeUndefined()
  })
})
