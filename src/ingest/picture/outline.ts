import { blank, type GrayPicture, type RawPicture } from './gray.ts'
import type { Point, Quadrilateral } from './perspective.ts'

/** Pixels of the shorter side of the picture in which the sheet is looked for. */
const REDUCED = 300
/** Shades between the sheet and what it lies on; less is a shadow on paper. */
const CONTRAST = 45
/** Share of the picture that the sheet covers at least. */
const SMALLEST = 0.25
/** How well the sheet fills the quadrilateral around it. */
const FILLED = 0.93
/** Share of the picture's border that is no paper where a sheet was photographed. */
const OUTSIDE = 0.12
/** Degrees by which sides may lean and be a scan with black edges. */
const SQUARE = 1
/** Share of a side near the corners that is left out, where sheets are bent and the other side begins. */
const NEAR_CORNER = 0.08

/**
 * The corners of the one bright sheet in a photograph, in pixels of it; undefined where the picture is a scan, which is
 * paper up to its border, or shows no sheet with four straight sides.
 */
export function outlineOfSheet(picture: RawPicture): Quadrilateral | undefined {
  const { small, factor } = reducedByBrightest(picture)
  const bound = otsu(small)
  if (bound === undefined || darkShareOfBorder(small, bound) < OUTSIDE) return undefined
  const sheet = largestBright(small, bound)
  if (sheet.count < SMALLEST * small.data.length) return undefined
  const corners = cornersOf(sheet.mask, small)
  if (!corners || areaOf(corners) * FILLED > filledCount(sheet.mask, small)) return undefined
  if (isUpright(corners)) return undefined
  return corners.map(
    ([x, y]) => [(x + 0.5) * factor, (y + 0.5) * factor] as const,
  ) as unknown as Quadrilateral
}

/** Each pixel the brightest of a few in its square: print goes, paper and what it lies on stay. */
function reducedByBrightest({ data, width, height, channels }: RawPicture): {
  small: GrayPicture
  factor: number
} {
  const factor = Math.max(1, Math.floor(Math.min(width, height) / REDUCED))
  const step = Math.max(1, Math.floor(factor / 3))
  const small = blank(Math.floor(width / factor), Math.floor(height / factor))
  for (let y = 0, to = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++, to++) {
      let brightest = 0
      for (let dy = 0; dy < factor; dy += step)
        for (let dx = 0; dx < factor; dx += step) {
          const at = ((y * factor + dy) * width + x * factor + dx) * channels
          // The least of the colours: paper is white, what it lies on often is not.
          const shade = channels === 1 ? data[at]! : Math.min(data[at]!, data[at + 1]!, data[at + 2]!)
          if (shade > brightest) brightest = shade
        }
      small.data[to] = brightest
    }
  return { small, factor }
}

/** The shade that parts dark from bright best (Otsu 1979); undefined where they are hardly apart. */
function otsu({ data }: GrayPicture): number | undefined {
  const counts = new Float64Array(256)
  for (const value of data) counts[value]!++
  let total = 0
  for (let shade = 0; shade < 256; shade++) total += shade * counts[shade]!
  let best = { between: 0, bound: 0, apart: 0 }
  for (let bound = 0, count = 0, sum = 0; bound < 255; bound++) {
    count += counts[bound]!
    sum += bound * counts[bound]!
    const rest = data.length - count
    if (count === 0 || rest === 0) continue
    const apart = (total - sum) / rest - sum / count
    const between = count * rest * apart * apart
    if (between > best.between) best = { between, bound, apart }
  }
  return best.apart < CONTRAST ? undefined : best.bound
}

function darkShareOfBorder({ data, width, height }: GrayPicture, bound: number): number {
  let dark = 0
  for (let x = 0; x < width; x++)
    dark += Number(data[x]! <= bound) + Number(data[(height - 1) * width + x]! <= bound)
  for (let y = 0; y < height; y++)
    dark += Number(data[y * width]! <= bound) + Number(data[(y + 1) * width - 1]! <= bound)
  return dark / (2 * (width + height))
}

/** The largest patch of neighbouring bright pixels. */
function largestBright({ data, width }: GrayPicture, bound: number): { mask: Uint8Array; count: number } {
  const label = new Int32Array(data.length)
  let best = { number: 0, count: 0 }
  const waiting: number[] = []
  for (let start = 0, number = 0; start < data.length; start++) {
    if (label[start] !== 0 || data[start]! <= bound) continue
    label[start] = ++number
    waiting.push(start)
    let count = 0
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      count++
      const x = at % width
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= data.length || label[next] !== 0 || data[next]! <= bound) continue
        label[next] = number
        waiting.push(next)
      }
    }
    if (count > best.count) best = { number, count }
  }
  return { mask: Uint8Array.from(label, value => Number(value === best.number)), count: best.count }
}

/** Pixels of the sheet, between its ends row by row: seals and pictures on it are parts of it. */
function filledCount(mask: Uint8Array, { width, height }: GrayPicture): number {
  let count = 0
  for (let y = 0; y < height; y++) {
    const row = mask.subarray(y * width, (y + 1) * width)
    const first = row.indexOf(1)
    if (first >= 0) count += row.lastIndexOf(1) - first + 1
  }
  return count
}

/** Where straight lines along the four sides meet; undefined where a side is not straight. */
function cornersOf(mask: Uint8Array, { width, height }: GrayPicture): Quadrilateral | undefined {
  const [first, second, third, fourth] = farthest(mask, width)
  /** Ends of the sheet in rows (columns) of pixels, looked for from one side. */
  const side = (from: Point, to: Point, along: 0 | 1, backwards: boolean): Line | undefined => {
    const length = to[along] - from[along]
    const margin = Math.ceil(NEAR_CORNER * Math.abs(length))
    const points: Point[] = []
    for (
      let at = Math.min(from[along], to[along]) + margin;
      at <= Math.max(from[along], to[along]) - margin;
      at++
    ) {
      const [count, stride, start] = along === 1 ? [width, 1, at * width] : [height, width, at]
      for (let step = 0; step < count; step++) {
        const across = backwards ? count - 1 - step : step
        if (mask[start + across * stride] !== 1) continue
        points.push([at, across])
        break
      }
    }
    return lineThrough(points, 0.01 * Math.min(width, height))
  }
  const top = side(first, second, 0, false)
  const right = side(second, third, 1, true)
  const bottom = side(fourth, third, 0, true)
  const left = side(first, fourth, 1, false)
  if (!top || !right || !bottom || !left) return undefined
  return [meeting(top, left), meeting(top, right), meeting(bottom, right), meeting(bottom, left)]
}

/** The pixels of the sheet that lie farthest to the four corners. */
function farthest(mask: Uint8Array, width: number): [Point, Point, Point, Point] {
  const found: [Point, Point, Point, Point] = [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
  ]
  const best = new Float64Array(4).fill(Number.NEGATIVE_INFINITY)
  mask.forEach((value, at) => {
    if (value !== 1) return
    const [x, y] = [at % width, Math.floor(at / width)]
    ;[-x - y, x - y, x + y, y - x].forEach((far, corner) => {
      if (far <= best[corner]!) return
      best[corner] = far
      found[corner] = [x, y]
    })
  })
  return found
}

/** `across = offset + slope · along`. */
interface Line {
  offset: number
  slope: number
}

/** Least squares, then once more without what lies off; undefined where that is more than a third of the points. */
function lineThrough(points: readonly Point[], tolerance: number): Line | undefined {
  if (points.length < 10) return undefined
  let line = leastSquares(points)
  const distances = points.map(point => off(point, line)).sort((a, b) => a - b)
  const usual = Math.max(tolerance, 2 * distances[distances.length >> 1]!)
  const near = points.filter(point => off(point, line) <= usual)
  line = leastSquares(near)
  const straight = points.filter(point => off(point, line) <= tolerance)
  return straight.length < (2 / 3) * points.length ? undefined : leastSquares(straight)
}

function off([along, across]: Point, { offset, slope }: Line): number {
  return Math.abs(across - offset - slope * along)
}

function leastSquares(points: readonly Point[]): Line {
  let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0]
  for (const [x, y] of points) {
    sumX += x
    sumY += y
    sumXX += x * x
    sumXY += x * y
  }
  const slope = (points.length * sumXY - sumX * sumY) / (points.length * sumXX - sumX * sumX)
  return { offset: (sumY - slope * sumX) / points.length, slope }
}

/** Of a level line (`y` by `x`) and an upright one (`x` by `y`). */
function meeting(level: Line, upright: Line): Point {
  const y = (level.offset + level.slope * upright.offset) / (1 - level.slope * upright.slope)
  return [upright.offset + upright.slope * y, y]
}

function areaOf(corners: Quadrilateral): number {
  let twice = 0
  corners.forEach(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % 4]!
    twice += x * nextY - nextX * y
  })
  return Math.abs(twice) / 2
}

/** True for a scan with black edges: its slope is set right later, its resolution is known. */
function isUpright([a, b, c, d]: Quadrilateral): boolean {
  const slope = ([x0, y0]: Point, [x1, y1]: Point): number => (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI
  const leans = [slope(a, b), slope(d, c), slope(a, d) - 90, slope(b, c) - 90]
  return Math.max(...leans) - Math.min(...leans) < 2 * SQUARE
}
