import { expect, test } from 'vitest'
import { fittedToInk, INK_DPI } from './ink.ts'
import type { Run } from './runs.ts'

const [WIDTH, HEIGHT] = [600, 800]
const SIZE = 13

/** Twenty lines as bars of x-height, the first's base line at 100 points in the middle of the page, that fall by a slope. */
function pictureOf(slope: number) {
  const scale = INK_DPI / 72
  const [width, height] = [Math.ceil(WIDTH * scale), Math.ceil(HEIGHT * scale)]
  const data = new Uint8Array(width * height).fill(255)
  for (let line = 0; line < 20; line++)
    for (let x = 80; x < 520; x += 0.5) {
      if (x % 30 > 26) continue // between words
      const baseline = 100 + 30 * line + (x - WIDTH / 2) * Math.tan((slope * Math.PI) / 180)
      for (let y = baseline - 0.45 * SIZE; y < baseline; y += 0.5)
        data[Math.floor(y * scale) * width + Math.floor(x * scale)] = 0
    }
  return { data, width, height }
}

/** A layer's runs over those lines, level, some points too low. */
function runsOver(off: number): Run[] {
  return Array.from({ length: 20 }, (_, line) => ({
    words: Array.from({ length: 14 }, (_, word) => ({
      text: 'xanh',
      x0: 90 + 30 * word,
      x1: 116 + 30 * word,
    })),
    baseline: 100 + 30 * line + off,
    size: SIZE,
  }))
}

test('runs that lie off their lines come to stand on them', () => {
  const { runs, slope } = fittedToInk({ runs: runsOver(4), slope: 0 }, pictureOf(0))
  expect(slope).toBeCloseTo(0, 1)
  runs.forEach((run, line) => {
    expect(Math.abs(run.baseline - (100 + 30 * line))).toBeLessThan(0.8)
  })
})

test('level runs over lines that slope take their slope', () => {
  const { runs, slope } = fittedToInk({ runs: runsOver(0), slope: 0 }, pictureOf(0.9))
  expect(slope).toBeCloseTo(0.9, 1)
  const spread = runs.map(({ baseline }, line) => baseline - runs[0]!.baseline - 30 * line)
  expect(Math.max(...spread.map(Math.abs))).toBeLessThan(1)
})

test('where nothing is printed runs stay where they are', () => {
  const blank = { ...pictureOf(0) }
  blank.data.fill(255)
  const found = { runs: runsOver(4), slope: 0 }
  expect(fittedToInk(found, blank)).toEqual(found)
})
