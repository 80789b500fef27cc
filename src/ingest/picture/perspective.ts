import type { RawPicture } from './gray.ts'

export type Point = readonly [x: number, y: number]

/** Corners in the order top left, top right, bottom right, bottom left. */
export type Quadrilateral = readonly [Point, Point, Point, Point]

/** `(x, y)` goes to `((m0 x + m1 y + m2) / w, (m3 x + m4 y + m5) / w)` with `w = m6 x + m7 y + 1`. */
export type Homography = readonly number[]

/** The map of the plane that takes each corner of `from` to that of `to`; both are convex. */
export function homography(from: Quadrilateral, to: Quadrilateral): Homography {
  const rows: number[][] = []
  from.forEach(([x, y], index) => {
    const [u, v] = to[index]!
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v])
  })
  return solved(rows)
}

/** Gauss and Jordan's elimination; each row ends with its right side. */
function solved(rows: number[][]): number[] {
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row
    ;[rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!]
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = rows[row]![column]! / rows[column]![column]!
      for (let at = column; at <= size; at++) rows[row]![at]! -= factor * rows[column]![at]!
    }
  }
  return rows.map((row, index) => row[size]! / row[index]!)
}

/** The picture of `width` × `height` pixels whose pixel `(x, y)` is that of `picture` where `map` takes it; white outside. */
export function warped(picture: RawPicture, map: Homography, width: number, height: number): RawPicture {
  const { data, channels, width: across, height: down } = picture
  const out = new Uint8Array(width * height * channels).fill(255)
  const [m0, m1, m2, m3, m4, m5, m6, m7] = map as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const line = across * channels
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to += channels) {
      const w = m6 * x + m7 * y + 1
      const fromX = (m0 * x + m1 * y + m2) / w
      const fromY = (m3 * x + m4 * y + m5) / w
      if (!(fromX >= 0 && fromY >= 0 && fromX < across - 1 && fromY < down - 1)) continue
      const [x0, y0] = [Math.floor(fromX), Math.floor(fromY)]
      const [px, py] = [fromX - x0, fromY - y0]
      for (let channel = 0, at = y0 * line + x0 * channels; channel < channels; channel++, at++) {
        const top = data[at]! + (data[at + channels]! - data[at]!) * px
        const bottom = data[at + line]! + (data[at + line + channels]! - data[at + line]!) * px
        out[to + channel] = top + (bottom - top) * py
      }
    }
  return { data: out, width, height, channels }
}
