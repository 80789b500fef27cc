import type { GrayPicture } from './gray.ts'

/** Ink darker than this belongs to a component (contrast stretched). */
const DARK = 150

/** A connected piece of ink: a letter without its marks, a stroke of a signature, the frame of a table. */
export interface Component {
  x0: number
  y0: number
  x1: number
  y1: number
  /** Dark pixels. */
  ink: number
  label: number
}

/** Dark pixels beside each other in a row: from `from[i]` up to but not including `to[i]` in row `y[i]`. */
interface Runs {
  y: number[]
  from: number[]
  to: number[]
  /** The label of the component of which it is a piece. */
  label: number[]
}

export interface Components {
  found: Component[]
  runs: Runs
}

/** Components by eight-neighbourhood: runs of ink, joined with those they touch in the row above. */
export function componentsOf(picture: GrayPicture): Components {
  const runs = runsOf(picture)
  const { y, from, to, label } = runs
  const byLabel = new Map<number, Component>()
  for (let run = 0; run < y.length; run++) {
    const own = (label[run] = root(label, run))
    const [x0, x1, row] = [from[run] as number, to[run] as number, y[run] as number]
    const component = byLabel.get(own)
    if (!component) {
      byLabel.set(own, { x0, y0: row, x1, y1: row + 1, ink: x1 - x0, label: own })
      continue
    }
    if (x0 < component.x0) component.x0 = x0
    if (x1 > component.x1) component.x1 = x1
    component.y1 = row + 1
    component.ink += x1 - x0
  }
  return { found: [...byLabel.values()], runs }
}

/** The runs of a picture row by row; the label of each is a run of its component that came before, or itself. */
function runsOf({ data, width, height }: GrayPicture): Runs {
  const runs: Runs = { y: [], from: [], to: [], label: [] }
  let above = 0 // first run of the row above that reaches the present one or lies right of it
  let begun = 0 // first run of this row
  for (let y = 0; y < height; y++) {
    above = begun
    begun = runs.y.length
    const end = (y + 1) * width
    for (let at = y * width; at < end; at++) {
      if ((data[at] as number) >= DARK) continue
      const first = at - y * width
      while (at + 1 < end && (data[at + 1] as number) < DARK) at++
      above = addRun(runs, y, first, at + 1 - y * width, above, begun)
    }
  }
  return runs
}

/** Adds a run and joins it with those above; gives the first of these that the next run may touch. */
function addRun(runs: Runs, y: number, from: number, to: number, above: number, end: number): number {
  const own = runs.y.length
  runs.y.push(y)
  runs.from.push(from)
  runs.to.push(to)
  runs.label.push(own)
  while (above < end && (runs.to[above] as number) < from) above++
  for (let other = above; other < end && (runs.from[other] as number) <= to; other++) {
    const [a, b] = [root(runs.label, own), root(runs.label, other)]
    if (a < b) runs.label[b] = a
    else runs.label[a] = b
  }
  return above
}

function root(label: number[], run: number): number {
  let at = run
  while (label[at] !== at) {
    label[at] = label[label[at] as number] as number
    at = label[at] as number
  }
  return at
}

/** Inches: no letter or row of touching letters of the body is as high. */
const HIGH = 0.45
/** Share of its box that the ink of a signature, a frame or the ring of a seal fills. */
const THIN = 0.14

/** Strokes of signatures, rings of black seals, frames: large, and mostly paper inside. */
export function isStroke(component: Component, dpi: number): boolean {
  const [width, height] = [component.x1 - component.x0, component.y1 - component.y0]
  return height > HIGH * dpi && component.ink < THIN * width * height
}

/** The picture without the given components and their soft edges. */
export function erase(
  picture: GrayPicture,
  { runs }: Components,
  unwanted: readonly Component[],
): GrayPicture {
  if (unwanted.length === 0) return picture
  const { width, height } = picture
  const data = picture.data.slice()
  const gone = new Set(unwanted.map(component => component.label))
  for (let run = 0; run < runs.y.length; run++) {
    if (!gone.has(runs.label[run] as number)) continue
    const [y, from, to] = [runs.y[run] as number, runs.from[run] as number, runs.to[run] as number]
    data.fill(255, y * width + from, y * width + to)
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
      for (let x = Math.max(0, from - 1); x < Math.min(width, to + 1); x++) {
        const at = row * width + x
        if ((picture.data[at] as number) >= DARK) data[at] = 255
      }
  }
  return { data, width, height }
}
