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
