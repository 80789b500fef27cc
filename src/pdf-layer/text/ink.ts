import type { GrayPicture } from '../../ingest/picture/gray.ts'
import type { PageRuns, Run } from './runs.ts'

/**
 * Makes runs stand on their ink. Text layers of OCR programs have lines level that slope on the page, base lines some
 * points off; a search would mark the space between two lines.
 *
 *     ▁▂▂▁▆▇▇▆▇▇▁▁▂▁     ink by row, from above a line to below it: letters of x-height end where their base line is
 *         ↑     ↑
 *      x-height base line
 */

/** Resolution at which the page is looked at. */
export const INK_DPI = 100
const SCALE = INK_DPI / 72

/** Heights above the base line in Times, as a share of the font's size. */
const X_HEIGHT = 0.45
const CAP_HEIGHT = 0.66
/** Base lines are looked for so far from where the layer has them, as a share of the font's size. */
const REACH = 0.6
/** Ink of the letters' bodies over that under them, in parts of full black, below which there is no line. */
const FAINT = 0.04
/** Points of a run in which its base line is told apart from that of the rest, for the slope. */
const SEGMENT = 90
/** Fewer letters tell nothing. */
const ENOUGH = 4

/**
 * @param found runs of the page turned back by `found.slope` around its middle
 * @param picture the page at `INK_DPI`, as it lies
 * @param turned degrees by which the page was turned back around its middle before its runs were found
 * @returns the same words; slope and base lines as the ink has them
 */
export function fittedToInk(found: PageRuns, picture: GrayPicture, turned = 0): PageRuns {
  const middle = [picture.width / SCALE / 2, picture.height / SCALE / 2] as const
  const correction = slopeCorrection(found, new Sampler(picture, middle, turned + found.slope))
  const slope = found.slope + correction
  const runs = found.runs.map(run => turnedRun(run, correction, middle))
  const sampler = new Sampler(picture, middle, turned + slope)
  const told = runs.map(run =>
    lettersOf(run) < ENOUGH ? undefined : baselineOf(sampler, run, run.words[0]!.x0, run.words.at(-1)!.x1),
  )
  // What tells nothing by itself moves as its neighbours do.
  const shift = median(
    told.flatMap((baseline, at) => (baseline === undefined ? [] : [baseline - runs[at]!.baseline])),
  )
  return { slope, runs: runs.map((run, at) => ({ ...run, baseline: told[at] ?? run.baseline + shift })) }
}

/** Degrees that the lines still fall to the right, by the base lines of their parts. */
function slopeCorrection({ runs }: PageRuns, sampler: Sampler): number {
  const slopes: number[] = []
  for (const run of runs) {
    const [from, to] = [run.words[0]!.x0, run.words.at(-1)!.x1]
    const count = Math.floor((to - from) / SEGMENT)
    if (count < 3) continue
    const parts = [0, count - 1].flatMap(part => {
      const x0 = from + (part * (to - from)) / count
      const x1 = from + ((part + 1) * (to - from)) / count
      const y = baselineOf(sampler, run, x0, x1)
      return y === undefined ? [] : [{ x: (x0 + x1) / 2, y }]
    })
    const [first, last] = parts
    if (first && last) slopes.push((last.y - first.y) / (last.x - first.x))
  }
  return slopes.length < 3 ? 0 : (Math.atan(median(slopes)) * 180) / Math.PI
}

/** Where the ink of a run between two places has its base line. */
function baselineOf(sampler: Sampler, run: Run, x0: number, x1: number): number | undefined {
  const { size } = run
  const top = run.baseline - (1 + REACH) * size
  const rows = sampler.rows(x0, x1, top, run.baseline + (0.3 + REACH) * size)
  const inPixels = size * SCALE
  const expected = (run.baseline - top) * SCALE
  const body = bodyHeight(run)
  const baseline = best(expected - REACH * inPixels, expected + REACH * inPixels, at => {
    const contrast = mean(rows, at - 0.8 * body * inPixels, at) - mean(rows, at, at + 0.18 * inPixels)
    return contrast * (1 - 0.5 * (Math.abs(at - expected) / (REACH * inPixels)) ** 2)
  })
  if (!baseline || baseline.score < FAINT) return undefined
  return top + baseline.at / SCALE
}

/** The place in steps of a quarter of a pixel at which a score is highest. */
function best(
  from: number,
  to: number,
  score: (at: number) => number,
): { at: number; score: number } | undefined {
  let found: { at: number; score: number } | undefined
  for (let at = from; at <= to; at += 0.25) {
    const value = score(at)
    if (!found || value > found.score) found = { at, score: value }
  }
  return found
}

/** Mean of the rows from one place to another, parts of rows counted as such; rows outside are empty. */
function mean(rows: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let row = Math.floor(from); row < to; row++) {
    const part = Math.min(row + 1, to) - Math.max(row, from)
    sum += part * (rows[row] ?? 0)
  }
  return sum / (to - from)
}

/** Height of what most letters of a run have in common, as a share of its size. */
function bodyHeight({ words }: Run): number {
  const text = words.map(word => word.text).join('')
  const capitals = text.match(/[\p{Lu}\d]/gu)?.length ?? 0
  return capitals > 0.5 * lettersOf({ words }) ? CAP_HEIGHT : X_HEIGHT
}

function lettersOf({ words }: Pick<Run, 'words'>): number {
  return words.reduce((sum, { text }) => sum + (text.match(/[\p{L}\d]/gu)?.length ?? 0), 0)
}

function turnedRun(run: Run, degrees: number, [middleX, middleY]: readonly [number, number]): Run {
  const angle = (degrees * Math.PI) / 180
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const dy = run.baseline - middleY
  const [x0, x1] = [run.words[0]!.x0, run.words.at(-1)!.x1]
  // A run stays level in the turned frame: it turns around its own middle, and moves with it.
  const dx = (x0 + x1) / 2 - middleX
  const across = dx * cos + dy * sin - dx
  return {
    ...run,
    words: run.words.map(word => ({ ...word, x0: word.x0 + across, x1: word.x1 + across })),
    baseline: middleY - dx * sin + dy * cos,
  }
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1]!
}

/** Ink of a page as it lies, asked for in the frame in which its lines are level. */
class Sampler {
  readonly #picture: GrayPicture
  readonly #middle: readonly [number, number]
  readonly #sin: number
  readonly #cos: number

  constructor(picture: GrayPicture, middle: readonly [number, number], slope: number) {
    this.#picture = picture
    this.#middle = middle
    this.#sin = Math.sin((slope * Math.PI) / 180)
    this.#cos = Math.cos((slope * Math.PI) / 180)
  }

  /** Mean ink of each pixel's row of a level box in points, 0 for white to 1 for black; every other column is looked at. */
  rows(x0: number, x1: number, y0: number, y1: number): Float64Array {
    const { data, width, height } = this.#picture
    const [sin, cos] = [this.#sin, this.#cos]
    const count = Math.max(1, Math.round((y1 - y0) * SCALE))
    const sums = new Float64Array(count)
    const columns = Math.max(1, Math.floor(((x1 - x0) * SCALE) / 2))
    const [middleX, middleY] = [this.#middle[0] * SCALE, this.#middle[1] * SCALE]
    for (let column = 0; column < columns; column++) {
      const dx = x0 * SCALE + 2 * column + 0.5 - middleX
      const dy = y0 * SCALE + 0.5 - middleY
      let x = middleX + dx * cos - dy * sin
      let y = middleY + dx * sin + dy * cos
      for (let row = 0; row < count; row++) {
        const [px, py] = [Math.floor(x), Math.floor(y)]
        if (px >= 0 && py >= 0 && px < width && py < height) sums[row]! += 255 - data[py * width + px]!
        x -= sin
        y += cos
      }
    }
    for (let row = 0; row < count; row++) sums[row]! /= 255 * columns
    return sums
  }
}
