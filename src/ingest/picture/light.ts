import type { RawPicture } from './gray.ts'

/** Squares over the width of a sheet in which the shade of its paper is looked for. */
const SQUARES = 32
/** Share of the pixels of a square that are darker than its paper, at most. */
const PRINTED = 0.8
/** Shade that paper gets; darker places are made brighter at most so much. */
const WHITE = 245
const STRONGEST = 4

/** The picture of a sheet of paper in even light, in place: each place is divided by the shade of the paper around it. */
export function evenLight(picture: RawPicture): void {
  const { data, width, height, channels } = picture
  const side = Math.ceil(width / SQUARES)
  const across = Math.ceil(width / side)
  const down = Math.ceil(height / side)
  const paper = widest(paperShades(picture, side, across, down), across, down)
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.min(down - 1, Math.max(0, y / side - 0.5))
    const above = Math.min(down - 2, Math.floor(row))
    for (let x = 0; x < width; x++, at += channels) {
      const column = Math.min(across - 1, Math.max(0, x / side - 0.5))
      const before = Math.min(across - 2, Math.floor(column))
      const place = above * across + before
      const [px, py] = [column - before, row - above]
      const top = paper[place]! + (paper[place + 1]! - paper[place]!) * px
      const bottom = paper[place + across]! + (paper[place + across + 1]! - paper[place + across]!) * px
      const gain = Math.min(STRONGEST, WHITE / Math.max(1, top + (bottom - top) * py))
      for (let channel = 0; channel < channels; channel++)
        data[at + channel] = Math.min(255, data[at + channel]! * gain)
    }
  }
}

/** By squares, row after row. */
function paperShades(
  { data, width, height, channels }: RawPicture,
  side: number,
  across: number,
  down: number,
): Float64Array {
  const shades = new Float64Array(across * down)
  const counts = new Uint32Array(256)
  for (let square = 0; square < shades.length; square++) {
    const left = (square % across) * side
    const top = Math.floor(square / across) * side
    counts.fill(0)
    let count = 0
    for (let y = top; y < Math.min(height, top + side); y += 2)
      for (let x = left; x < Math.min(width, left + side); x += 2) {
        counts[data[(y * width + x) * channels]!]!++
        count++
      }
    let shade = 0
    for (let sum = 0; shade < 255; shade++) {
      sum += counts[shade]!
      if (sum > PRINTED * count) break
    }
    shades[square] = shade
  }
  return shades
}

/** The brightest of each square and those beside it: a square may be all ink. */
function widest(shades: Float64Array, across: number, down: number): Float64Array {
  return shades.map((_, square) => {
    const [x, y] = [square % across, Math.floor(square / across)]
    let brightest = 0
    for (let row = Math.max(0, y - 1); row <= Math.min(down - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(across - 1, x + 1); column++)
        brightest = Math.max(brightest, shades[row * across + column]!)
    return brightest
  })
}
