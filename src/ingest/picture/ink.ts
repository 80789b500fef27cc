import type { GrayPicture, RawPicture } from './gray.ts'

/** Share of the darkest and of the lightest pixels that may be lost to pure black and white. */
const DARKEST = 0.005
/** Paper lighter than this share of its usual shade is white. */
const PAPER = 0.94

/** Red this much above green and blue is red ink. */
const RED = 28
/** Pixels around red ink whose colour compression has smeared. */
const SMEAR = 2
/** Under red ink, what is lighter than this through the red filter is the red ink's own edge. */
const BLACK = 110

/**
 * Black and blue ink in shades of gray, red ink taken off: seen through a red filter the red of a seal is nearly as
 * light as the paper, while black letters under it stay dark. The contrast is stretched so that paper is white.
 */
export function darkInk(picture: RawPicture): GrayPicture {
  const { width, height, channels } = picture
  const pixels = width * height
  const data = new Uint8Array(pixels)
  if (channels === 1) {
    data.set(picture.data)
    stretch(data)
  } else {
    for (let at = 0, from = 0; at < pixels; at++, from += 3) data[at] = picture.data[from] as number
    stretch(data)
    const red = nearRed(picture)
    for (let at = 0; at < pixels; at++) if (red[at] && (data[at] as number) > BLACK) data[at] = 255
  }
  return { data, width, height }
}

/** 1 for every pixel of red ink and those close to it. */
function nearRed({ data, width, height }: RawPicture): Uint8Array {
  const near = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3
      const [red, green, blue] = [data[from] as number, data[from + 1] as number, data[from + 2] as number]
      if (red - green < RED || red - blue < RED) continue
      for (let dy = Math.max(0, y - SMEAR); dy <= Math.min(height - 1, y + SMEAR); dy++)
        near.fill(1, dy * width + Math.max(0, x - SMEAR), dy * width + Math.min(width, x + SMEAR + 1))
    }
  return near
}

/** Sets the usual shade of the paper to white and the darkest ink to black, in place. */
function stretch(data: Uint8Array): void {
  const counts = new Uint32Array(256)
  for (const value of data) (counts[value] as number)++
  let paper = 255
  for (let value = 128, most = 0; value < 256; value++)
    if ((counts[value] as number) > most) {
      most = counts[value] as number
      paper = value
    }
  let black = 0
  for (let sum = 0; black < 100; black++) {
    sum += counts[black] as number
    if (sum > data.length * DARKEST) break
  }
  const white = Math.max(black + 60, paper * PAPER)
  const table = new Uint8Array(256)
  for (let value = 0; value < 256; value++)
    table[value] = Math.max(0, Math.min(255, Math.round(((value - black) / (white - black)) * 255)))
  for (let at = 0; at < data.length; at++) data[at] = table[data[at] as number] as number
}
