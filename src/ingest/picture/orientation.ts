import type { Box } from '../../document.ts'
import { componentsOf, inkOf } from './components.ts'
import { levelledness, reduce } from './deskew.ts'
import type { GrayPicture, RawPicture } from './gray.ts'

/** How much more sharply columns of ink must end than rows for a page to lie on its side. */
const CLEARLY = 1.5
/** Pixels of the reduced picture: what is larger is no letter but a rule, a seal, a photograph. */
const LETTER = 24

/** True where lines of text run up or down the picture. */
export function isSideways(picture: GrayPicture): boolean {
  const small = reduce(picture)
  const components = componentsOf(small)
  const letters = components.found.filter(({ x0, x1, y0, y1 }) => x1 - x0 <= LETTER && y1 - y0 <= LETTER)
  const ink = inkOf(components, letters)
  const turned = { width: small.height, height: small.width }
  return levelledness(quarterTurn(ink, small.height), turned) > CLEARLY * levelledness(ink, small)
}

/** Points of a picture of a height, after the picture was turned clockwise by a quarter. */
function quarterTurn(points: Int32Array, height: number): Int32Array {
  const turned = new Int32Array(points.length)
  for (let at = 0; at < points.length; at += 2) {
    turned[at] = height - 1 - (points[at + 1] as number)
    turned[at + 1] = points[at] as number
  }
  return turned
}

/** The picture turned clockwise by so many quarters of a circle. */
export function turned(picture: RawPicture, quarters: number): RawPicture {
  const { data, width, height, channels } = picture
  const sideways = quarters % 2 === 1
  const [newWidth, newHeight] = sideways ? [height, width] : [width, height]
  const result = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [toX, toY] = place(x, y, width, height, quarters)
      const [from, to] = [(y * width + x) * channels, (toY * newWidth + toX) * channels]
      for (let channel = 0; channel < channels; channel++)
        result[to + channel] = data[from + channel] as number
    }
  return { ...picture, data: result, width: newWidth, height: newHeight }
}

function place(x: number, y: number, width: number, height: number, quarters: number): [number, number] {
  if (quarters === 1) return [height - 1 - y, x]
  if (quarters === 2) return [width - 1 - x, height - 1 - y]
  return quarters === 3 ? [y, width - 1 - x] : [x, y]
}

/** Where the picture lies after a turn; a page on its side is upright afterwards, so that its sides change places. */
export function turnedBox([x0, y0, x1, y1]: Box, quarters: number): Box {
  return quarters % 2 === 1 ? [y0, x0, y1, x1] : [x0, y0, x1, y1]
}
