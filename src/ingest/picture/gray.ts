import type { Box } from '../../document.ts'

/** A picture of shades of gray: `data[y * width + x]`, 0 black, 255 white. */
export interface GrayPicture {
  data: Uint8Array
  width: number
  height: number
}

/** A picture as it came: one (gray) or three (red, green, blue) bytes per pixel. */
export interface RawPicture extends GrayPicture {
  channels: 1 | 3
  /** Dots per inch where the file tells. */
  dpi?: number
  /** A photograph of a sheet was made into what a scanner would have given. */
  flattened?: true
}

export function blank(width: number, height: number): GrayPicture {
  return { data: new Uint8Array(width * height).fill(255), width, height }
}

/** The part of a picture between two corners (pixels, clipped to the picture). */
export function crop(
  picture: GrayPicture,
  left: number,
  top: number,
  right: number,
  bottom: number,
): GrayPicture {
  const x0 = Math.max(0, Math.floor(left))
  const y0 = Math.max(0, Math.floor(top))
  const width = Math.max(1, Math.min(picture.width, Math.ceil(right)) - x0)
  const height = Math.max(1, Math.min(picture.height, Math.ceil(bottom)) - y0)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const from = (y0 + y) * picture.width + x0
    data.set(picture.data.subarray(from, from + width), y * width)
  }
  return { data, width, height }
}

/** Puts a piece onto a picture in which it has room. */
export function paste(onto: GrayPicture, piece: GrayPicture, left: number, top: number): void {
  for (let y = 0; y < piece.height; y++)
    onto.data.set(piece.data.subarray(y * piece.width, (y + 1) * piece.width), (top + y) * onto.width + left)
}

/** The picture with paper over the given places. */
export function painted(picture: GrayPicture, places: readonly Box[]): GrayPicture {
  if (places.length === 0) return picture
  const { width, height } = picture
  const data = picture.data.slice()
  for (const [x0, y0, x1, y1] of places) {
    const left = Math.max(0, Math.floor(x0))
    const right = Math.min(width, Math.ceil(x1))
    for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, y1); y++)
      data.fill(255, y * width + left, y * width + right)
  }
  return { data, width, height }
}
