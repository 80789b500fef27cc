import type { Box } from '../../document.ts'
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
export interface Runs {
  count: number
  y: Int32Array
  from: Int32Array
  to: Int32Array
  /** The label of the component of which it is a piece: its first run. */
  label: Int32Array
}

/** A picture's pieces of ink, and their runs. */
export interface Components {
  found: Component[]
  runs: Runs
}

export function boxOf({ x0, y0, x1, y1 }: Component): Box {
  return [x0, y0, x1, y1]
}

/** Components by eight-neighbourhood: runs of ink, joined with those they touch in the row above. */
export function componentsOf(picture: GrayPicture): Components {
  const runs = runsOf(picture)
  const { count, y, from, to, label } = runs
  const found: Component[] = []
  const byLabel = new Int32Array(count)
  for (let run = 0; run < count; run++) {
    const own = (label[run] = root(label, run))
    const [x0, x1, row] = [from[run] as number, to[run] as number, y[run] as number]
    if (own === run) {
      byLabel[own] = found.length
      found.push({ x0, y0: row, x1, y1: row + 1, ink: x1 - x0, label: own })
      continue
    }
    const component = found[byLabel[own] as number] as Component
    if (x0 < component.x0) component.x0 = x0
    if (x1 > component.x1) component.x1 = x1
    component.y1 = row + 1
    component.ink += x1 - x0
  }
  return { found, runs }
}

/** The runs of a picture row by row; the label of each is a run of its component that came before, or itself. */
function runsOf(picture: GrayPicture): Runs {
  const { data, width, height } = picture
  const most = countRuns(picture)
  const [y, from] = [new Int32Array(most), new Int32Array(most)]
  const [to, label] = [new Int32Array(most), new Int32Array(most)]
  const runs: Runs = { count: 0, y, from, to, label }
  let above = 0 // first run of the row above that reaches the present one or lies right of it
  let begun = 0 // first run of this row
  for (let row = 0; row < height; row++) {
    above = begun
    begun = runs.count
    const end = (row + 1) * width
    for (let at = row * width; at < end; at++) {
      if ((data[at] as number) >= DARK) continue
      const first = at - row * width
      while (at + 1 < end && (data[at + 1] as number) < DARK) at++
      const own = runs.count++
      y[own] = row
      from[own] = first
      to[own] = at + 1 - row * width
      label[own] = own
      above = join(runs, own, above, begun)
    }
  }
  return runs
}

/** How many runs a picture has. */
function countRuns({ data, width }: GrayPicture): number {
  let count = 0
  let wasDark = false
  for (let at = 0; at < data.length; at++) {
    const dark = (data[at] as number) < DARK
    if (dark && (!wasDark || at % width === 0)) count++
    wasDark = dark
  }
  return count
}

/** Joins a run with those above; gives the first of these that the next run may touch. */
function join({ from, to, label }: Runs, own: number, above: number, end: number): number {
  const [left, right] = [from[own] as number, to[own] as number]
  while (above < end && (to[above] as number) < left) above++
  for (let other = above; other < end && (from[other] as number) <= right; other++) {
    const [a, b] = [root(label, own), root(label, other)]
    if (a < b) label[b] = a
    else label[a] = b
  }
  return above
}

function root(label: Int32Array, run: number): number {
  let at = run
  while (label[at] !== at) {
    label[at] = label[label[at] as number] as number
    at = label[at] as number
  }
  return at
}

/** The first run that stands in a row or below it. */
export function firstRun({ count, y }: Runs, row: number): number {
  let [from, to] = [0, count]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((y[middle] as number) < row) from = middle + 1
    else to = middle
  }
  return from
}

/** Coordinates x, y of the dark pixels of the given components. */
export function inkOf({ runs }: Components, wanted: readonly Component[]): Int32Array {
  const { count, y, from, to, label } = runs
  const isWanted = new Uint8Array(count)
  for (const component of wanted) isWanted[component.label] = 1
  const points = new Int32Array(2 * wanted.reduce((sum, { ink }) => sum + ink, 0))
  for (let run = 0, at = 0; run < count; run++) {
    if (!isWanted[label[run] as number]) continue
    for (let x = from[run] as number; x < (to[run] as number); x++) {
      points[at++] = x
      points[at++] = y[run] as number
    }
  }
  return points
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
  for (let run = 0; run < runs.count; run++) {
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
