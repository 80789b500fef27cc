import type { GrayPicture, RawPicture } from './gray.ts'

/** Share of the darkest pixels that may be lost to pure black. */
const DARKEST = 0.005
/** Paper lighter than this share of its usual shade is white. */
const PAPER = 0.94
/** Red this much above green and blue is a seal's, blue this much above red a pen's. */
const COLOURED = 28
const PEN = 45
/** Pixels around coloured ink whose colour compression has smeared. */
const SMEAR = 2
/** In coloured ink, what is lighter than this is the coloured ink itself, darker are black letters under it. */
const BLACK = 110
/** A page of which more than this share of the ink is blue is printed in blue. */
const PRINTED_IN_BLUE = 0.3

/** What was printed, and what was written by hand with a blue pen, each black on white. */
export interface Inks {
  print: GrayPicture
  /** Absent where the page has no blue ink, or is printed in it. */
  pen?: GrayPicture
}

/**
 * Takes the inks apart. Seen through a red filter the red of a seal is nearly as light as the paper, while black letters
 * under it stay dark; blue is dark, and told by its colour. The contrast is stretched so that paper is white.
 */
export function separateInks(picture: RawPicture): Inks {
  const { width, height, channels } = picture
  const pixels = width * height
  const data = new Uint8Array(pixels)
  const print: GrayPicture = { data, width, height }
  if (channels === 1) {
    data.set(picture.data)
    stretch(data)
    return { print }
  }
  for (let at = 0, from = 0; at < pixels; at++, from += 3) data[at] = picture.data[from] as number
  stretch(data)
  const { seal, pen } = colouredAreas(picture)
  for (let at = 0; at < pixels; at++) if (seal.mask[at] && (data[at] as number) > BLACK) data[at] = 255
  let ink = 0
  for (let at = 0; at < pixels; at++) if ((data[at] as number) < 150) ink++
  if (pen.count === 0 || pen.count > PRINTED_IN_BLUE * ink) return { print }
  const written = new Uint8Array(pixels).fill(255)
  for (let at = 0; at < pixels; at++) {
    if (!pen.mask[at]) continue
    // The blue filter shows blue ink light and black ink dark.
    const isBlack = (picture.data[at * 3 + 2] as number) < BLACK
    written[at] = data[at] as number
    if (!isBlack) data[at] = 255
  }
  return { print, pen: { data: written, width, height } }
}

/** Pixels of a colour and those close to one, and how many are of it. */
interface Coloured {
  mask: Uint8Array
  count: number
}

function colouredAreas({ data, width, height }: RawPicture): { seal: Coloured; pen: Coloured } {
  const seal: Coloured = { mask: new Uint8Array(width * height), count: 0 }
  const pen: Coloured = { mask: new Uint8Array(width * height), count: 0 }
  const mark = (of: Coloured, x: number, y: number): void => {
    of.count++
    for (let row = Math.max(0, y - SMEAR); row <= Math.min(height - 1, y + SMEAR); row++)
      of.mask.fill(1, row * width + Math.max(0, x - SMEAR), row * width + Math.min(width, x + SMEAR + 1))
  }
  for (let y = 0, from = 0; y < height; y++)
    for (let x = 0; x < width; x++, from += 3) {
      const [red, green, blue] = [data[from] as number, data[from + 1] as number, data[from + 2] as number]
      if (red - green >= COLOURED && red - blue >= COLOURED) mark(seal, x, y)
      else if (blue - red >= PEN) mark(pen, x, y)
    }
  return { seal, pen }
}

/** Sets the usual shade of the paper to white and the darkest ink to black, in place. */
function stretch(data: Uint8Array): void {
  const counts = new Uint32Array(256)
  for (let at = 0; at < data.length; at++) counts[data[at] as number]!++
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
