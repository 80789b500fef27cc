import type { GrayPicture, RawPicture } from './gray.ts'

/** Share of the darkest and of the lightest pixels that may be lost to pure black and white. */
const DARKEST = 0.005
/** Paper lighter than this share of its usual shade is white. */
const PAPER = 0.94

/**
 * Black and blue ink in shades of gray, red ink taken off: seen through a red filter the red of a seal is as light as
 * the paper, while black letters under it stay dark. The contrast is stretched so that paper is white.
 */
export function darkInk(picture: RawPicture): GrayPicture {
  const { width, height, channels } = picture
  const pixels = width * height
  const data = new Uint8Array(pixels)
  if (channels === 1) data.set(picture.data)
  else for (let at = 0, from = 0; at < pixels; at++, from += 3) data[at] = picture.data[from] as number
  stretch(data)
  return { data, width, height }
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
