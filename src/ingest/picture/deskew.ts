import { blank, type GrayPicture } from './gray.ts'

/** Degrees to either side that are looked at; scans that slope more are photographs. */
const MAX_ANGLE = 4
/** Slopes smaller than this cost more to set right than they harm. */
const NEGLIGIBLE = 0.12
/** Width to which the picture is reduced for finding the angle. */
const REDUCED = 800

/**
 * The angle in degrees by which lines of text fall to the right: at it the sums of ink along lines differ most
 * from one line to the next.
 */
export function skewOf(picture: GrayPicture): number {
  const small = sampled(picture)
  const points = inkPoints(small)
  if (points.length < 400) return 0
  const some = everyFourth(points)
  let best = bestAngle(some, small, -MAX_ANGLE, MAX_ANGLE, 0.5)
  best = bestAngle(some, small, best - 0.5, best + 0.5, 0.1)
  best = bestAngle(points, small, best - 0.1, best + 0.1, 0.02)
  return Math.abs(best) < NEGLIGIBLE ? 0 : best
}

/**
 * How sharply rows of ink end at the best angle within two degrees: large where lines of text are level.
 *
 * @param points coordinates x, y of the ink
 */
export function levelledness(points: Int32Array, size: Size): number {
  return sharpness(points, size, bestAngle(everyFourth(points), size, -2, 2, 0.5))
}

type Size = Pick<GrayPicture, 'width' | 'height'>

function bestAngle(points: Int32Array, picture: Size, from: number, to: number, step: number): number {
  let best = 0
  let highest = -1
  for (let angle = from; angle <= to + step / 2; angle += step) {
    const score = sharpness(points, picture, angle)
    if (score > highest) {
      highest = score
      best = angle
    }
  }
  return best
}

function sharpness(points: Int32Array, picture: Size, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const margin = Math.ceil(picture.width * Math.abs(slope)) + 1
  const sums = new Float64Array(picture.height + 2 * margin)
  for (let at = 0; at < points.length; at += 2) {
    const y = (points[at + 1] as number) - (points[at] as number) * slope + margin
    const floor = Math.floor(y)
    const part = y - floor
    sums[floor] = (sums[floor] as number) + 1 - part
    sums[floor + 1] = (sums[floor + 1] as number) + part
  }
  let score = 0
  for (let y = 1; y < sums.length; y++) score += ((sums[y] as number) - (sums[y - 1] as number)) ** 2
  return score
}

const DARK = 150

/** Coordinates x, y of the dark pixels. */
function inkPoints({ data, width, height }: GrayPicture): Int32Array {
  let count = 0
  for (let at = 0; at < data.length; at++) if ((data[at] as number) < DARK) count++
  const points = new Int32Array(2 * count)
  for (let y = 0, at = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      if ((data[at] as number) < DARK) {
        points[to++] = x
        points[to++] = y
      }
  return points
}

/** Enough to find the slope roughly. */
function everyFourth(points: Int32Array): Int32Array {
  const some = new Int32Array(2 * Math.ceil(points.length / 8))
  for (let from = 0, to = 0; from < points.length; from += 8, to += 2) {
    some[to] = points[from] as number
    some[to + 1] = points[from + 1] as number
  }
  return some
}

/** Every so many pixels of every so many rows: enough for the slope of lines, and read much faster than all. */
function sampled(picture: GrayPicture): GrayPicture {
  const { data, width, height } = picture
  const factor = Math.max(1, Math.floor(width / REDUCED))
  if (factor === 1) return picture
  const small = blank(Math.floor(width / factor), Math.floor(height / factor))
  for (let y = 0, to = 0; y < small.height; y++)
    for (let x = 0, from = y * factor * width; x < small.width; x++, from += factor)
      small.data[to++] = data[from] as number
  return small
}

/** The picture at about the width of which letters can still be told apart. */
export function reduce(picture: GrayPicture): GrayPicture {
  const factor = Math.max(1, Math.floor(picture.width / REDUCED))
  if (factor === 1) return picture
  const width = Math.floor(picture.width / factor)
  const height = Math.floor(picture.height / factor)
  const data = new Uint8Array(width * height)
  const columns = new Uint32Array(width * factor)
  const pixels = factor * factor
  for (let y = 0; y < height; y++) {
    columns.fill(0)
    for (let dy = 0; dy < factor; dy++) {
      const from = (y * factor + dy) * picture.width
      for (let x = 0; x < columns.length; x++) columns[x]! += picture.data[from + x] as number
    }
    for (let x = 0, at = 0; x < width; x++) {
      let sum = 0
      for (let dx = 0; dx < factor; dx++) sum += columns[at++] as number
      data[y * width + x] = sum / pixels
    }
  }
  return { data, width, height }
}

/** The picture turned so that lines that fall by `angle` degrees are level; same size, white where nothing was. */
export function levelled(picture: GrayPicture, angle: number): GrayPicture {
  if (angle === 0) return picture
  const { data, width, height } = picture
  const radians = (angle * Math.PI) / 180
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)]
  const [middleX, middleY] = [width / 2, height / 2]
  const turned = new Uint8Array(width * height).fill(255)
  for (let y = 0, to = 0; y < height; y++) {
    let fromX = middleX - middleX * cos - (y - middleY) * sin
    let fromY = middleY - middleX * sin + (y - middleY) * cos
    for (let x = 0; x < width; x++, to++, fromX += cos, fromY += sin) {
      if (fromX < 0 || fromY < 0 || fromX >= width - 1 || fromY >= height - 1) continue
      const x0 = fromX | 0
      const y0 = fromY | 0
      const at = y0 * width + x0
      const [a, b] = [data[at] as number, data[at + 1] as number]
      const [c, d] = [data[at + width] as number, data[at + width + 1] as number]
      // Most of a page is paper.
      if ((a & b & c & d) === 255) continue
      const [px, py] = [fromX - x0, fromY - y0]
      const top = a + (b - a) * px
      turned[to] = top + (c + (d - c) * px - top) * py
    }
  }
  return { data: turned, width, height }
}
