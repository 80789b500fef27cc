import type { Engine, ReadWord } from '../engine/engine.ts'
import type { IngestOptions } from '../options.ts'
import { blank, crop, painted, paste } from './gray.ts'
import { columnsOf } from './gutters.ts'
import type { Letters } from './letters.ts'
import type { Sheet } from './sheet.ts'

/** Inches of paper below a column that is put under the page. */
const BELOW = 0.2

/**
 * The words of a page. Of what stands in two columns side by side the right one is put below the page, so that the engine,
 * which takes the whole for one column, is called once.
 */
export async function readColumns(
  { picture, components }: Letters,
  sheet: Sheet,
  engine: Engine,
  options: IngestOptions,
): Promise<ReadWord[]> {
  const { width, height } = picture
  const moved = columnsOf(components, width, height, sheet.dpi).map(({ right }) => right)
  const reading = sheet.reading('column', options)
  if (moved.length === 0) return await engine.read(picture, reading)
  const gap = Math.round(BELOW * sheet.dpi)
  const pieces = moved.map(right => crop(picture, ...right))
  const whole = pieces.reduce((sum, piece) => sum + piece.height + gap, height)
  const page = blank(width, whole)
  paste(page, painted(picture, moved), 0, 0)
  const tops: number[] = []
  let top = height
  for (const [index, piece] of pieces.entries()) {
    tops.push(top)
    paste(page, piece, Math.floor(moved[index]![0]), top)
    top += piece.height + gap
  }
  const words = await engine.read(page, reading)
  return words.map(word => {
    const [x0, y0, x1, y1] = word.box
    const index = tops.findLastIndex(from => (y0 + y1) / 2 >= from)
    if (index < 0) return word
    const dy = Math.floor(moved[index]![1]) - tops[index]!
    return { ...word, box: [x0, y0 + dy, x1, y1 + dy] }
  })
}
