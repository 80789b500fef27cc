import { rowsOf, takenApart } from '../layout/rows.ts'
import { boxOf, type Component, firstRun, type Runs } from './components.ts'

/** Inches: radii of round seals, 16 to 40 mm across. */
const SMALLEST = 0.31
const LARGEST = 0.79
/** Share of the radius by which points of the ring may lie beside the circle. */
const BESIDE = 0.03
/** Parts into which a circle is taken, and the share of them that must have ink. */
const PARTS = 60
const ROUND = 0.6
/** Points that are looked at: a photograph has a million. */
const MOST_POINTS = 4000
/** Circles through three points that are tried. */
const TRIALS = 3000
/** Letters outside a seal that show that a line of text goes on within it, and inches between those of a line. */
const FEW = 3
const APART = 0.6

export interface Circle {
  x: number
  y: number
  radius: number
}

/**
 * The ring of a seal in a component that has one, whatever signature goes through it: the circle through three of its
 * points that most others lie on (random sample consensus, Fischler and Bolles 1981; the points are drawn the same each time).
 */
export function ringOf(component: Component, runs: Runs, dpi: number): Circle | undefined {
  const { x0, y0, x1, y1 } = component
  if (Math.min(x1 - x0, y1 - y0) < 1.6 * SMALLEST * dpi) return undefined
  const points = edgesOf(component, runs)
  const count = points.length / 2
  const draw = drawing(count)
  let best: Circle | undefined
  let most = 0
  for (let trial = 0; trial < TRIALS; trial++) {
    const circle = circleThrough(points, draw(), draw(), draw())
    if (!circle || circle.radius < SMALLEST * dpi || circle.radius > LARGEST * dpi) continue
    const parts = partsOn(points, circle)
    // A seal has a thinner ring within the outer one.
    if (parts < ROUND * PARTS || parts * circle.radius <= most) continue
    most = parts * circle.radius
    best = circle
  }
  return best
}

/** What is printed in a seal: the components within its ring, but for those of lines of letters that go on outside. */
export function withinSeals(
  components: readonly Component[],
  letters: readonly Component[],
  seals: readonly Circle[],
  dpi: number,
): Set<Component> {
  const gone = new Set<Component>()
  if (seals.length === 0) return gone
  const rows = rowsOf(letters.map(letter => ({ letter, box: boxOf(letter) })))
  const lines = rows.flatMap(row => takenApart(row, APART * dpi))
  for (const seal of seals) {
    const isWithin = ({ x0, y0, x1, y1 }: Component): boolean =>
      Math.hypot((x0 + x1) / 2 - seal.x, (y0 + y1) / 2 - seal.y) < seal.radius
    const goOn = lines
      .map(line => line.map(({ letter }) => letter))
      .filter(line => line.some(isWithin) && line.filter(letter => !isWithin(letter)).length >= FEW)
      .map(line => [Math.min(...line.map(({ y0 }) => y0)), Math.max(...line.map(({ y1 }) => y1))] as const)
    for (const component of components) {
      const middle = (component.y0 + component.y1) / 2
      const ofLine = goOn.some(([top, bottom]) => middle > top - (bottom - top) / 3 && middle < bottom)
      if (isWithin(component) && !ofLine) gone.add(component)
    }
  }
  return gone
}

/** Coordinates x, y of the ends of a component's runs, of large ones every so many. */
function edgesOf({ label, y0, y1 }: Component, runs: Runs): Int32Array {
  const { label: labels, y, from, to } = runs
  const [first, end] = [firstRun(runs, y0), firstRun(runs, y1)]
  let count = 0
  for (let run = first; run < end; run++) if (labels[run] === label) count++
  const step = Math.ceil((2 * count) / MOST_POINTS)
  const points: number[] = []
  for (let run = first, at = 0; run < end; run++)
    if (labels[run] === label && at++ % step === 0)
      points.push(from[run] as number, y[run] as number, (to[run] as number) - 1, y[run] as number)
  return Int32Array.from(points)
}

/** Indices below a bound, the same sequence each time (linear congruential generator of Numerical Recipes). */
function drawing(bound: number): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

function circleThrough(points: Int32Array, a: number, b: number, c: number): Circle | undefined {
  const [ax, ay] = [points[2 * a] as number, points[2 * a + 1] as number]
  const [bx, by] = [(points[2 * b] as number) - ax, (points[2 * b + 1] as number) - ay]
  const [cx, cy] = [(points[2 * c] as number) - ax, (points[2 * c + 1] as number) - ay]
  const twice = 2 * (bx * cy - by * cx)
  if (twice === 0) return undefined
  const x = (cy * (bx * bx + by * by) - by * (cx * cx + cy * cy)) / twice
  const y = (bx * (cx * cx + cy * cy) - cx * (bx * bx + by * by)) / twice
  return { x: x + ax, y: y + ay, radius: Math.hypot(x, y) }
}

/** In how many parts of a circle points lie on it. */
function partsOn(points: Int32Array, { x, y, radius }: Circle): number {
  const seen = new Uint8Array(PARTS)
  let parts = 0
  for (let at = 0; at < points.length; at += 2) {
    const [dx, dy] = [(points[at] as number) - x, (points[at + 1] as number) - y]
    const beside = dx * dx + dy * dy - radius * radius
    if (Math.abs(beside) > 2 * BESIDE * radius * radius) continue
    const part = Math.floor((Math.atan2(dy, dx) / Math.PI + 1) * 0.5 * PARTS) % PARTS
    if (seen[part] === 0) parts++
    seen[part] = 1
  }
  return parts
}
