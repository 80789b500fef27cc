import type { Engine, ReadOptions, ReadWord } from '../engine/engine.ts'
import { readAreas } from './cells.ts'
import type { Letters } from './letters.ts'

/** Share of the page's height at top and bottom in which its number stands. */
const MARGIN = 0.1
/** Inches: heights of printed digits, and how far apart those of one number may be. */
const LOWEST = 0.06
const HIGHEST = 0.2
const APART = 0.12
const SURE = 0.5

/**
 * The page's number where the engine passed over it: it takes a lone digit far from other text for a stain.
 *
 * @param words what the engine read
 */
export async function readPageNumber(
  { picture, components }: Letters,
  words: readonly ReadWord[],
  engine: Engine,
  options: ReadOptions,
): Promise<ReadWord[]> {
  const { height, width } = picture
  const { dpi } = options
  const digits = components.filter(
    ({ x0, x1, y0, y1 }) =>
      (y1 < height * MARGIN || y0 > height * (1 - MARGIN)) &&
      x0 > width * 0.3 &&
      y1 - y0 >= LOWEST * dpi &&
      y1 - y0 <= HIGHEST * dpi &&
      x1 - x0 <= HIGHEST * dpi &&
      !words.some(({ box }) => box[0] < x1 && box[2] > x0 && box[1] < y1 && box[3] > y0),
  )
  if (digits.length === 0 || digits.length > 3) return []
  const x0 = Math.min(...digits.map(digit => digit.x0))
  const x1 = Math.max(...digits.map(digit => digit.x1))
  const y0 = Math.min(...digits.map(digit => digit.y0))
  const y1 = Math.max(...digits.map(digit => digit.y1))
  if (x1 - x0 > digits.length * (HIGHEST + APART) * dpi || y1 - y0 > HIGHEST * dpi) return []
  const around = 0.03 * dpi
  const area = [x0 - around, y0 - around, x1 + around, y1 + around] as const
  const read = await readAreas(picture, [area], engine, {
    ...options,
    segmentation: 'line',
    characters: '0123456789',
  })
  return read.filter(word => word.confidence >= SURE)
}
