import type { Grid } from '../layout/tables.ts'
import type { Rule } from '../placed.ts'
import type { GrayPicture } from './gray.ts'

/** Ink lighter than that of a rule seen by itself is enough where a rule is expected (contrast stretched). */
const FAINT = 200
/** Pixels to either side of where it is expected. */
const REACH = 3
/** Share of the stretch that must be inked: a letter that stands there covers less. */
const INKED = 0.85

/**
 *     ├────┼──────┼────┤
 *     │ 2  ┊ Cài … │    │     ┊ a side too faint or too short to be found as a line, between two slots of a table
 *     ├────┼──────┼────┤
 *
 * The sides of a table's slots that were not found as ruling lines, but have ink all along, in pixels.
 */
export function faintRules(picture: GrayPicture, { xs, ys }: Grid): Rule[] {
  const { data, width, height } = picture
  const inkedAcross = (x: number, y: number): boolean => {
    for (let at = Math.max(0, x - REACH); at <= Math.min(width - 1, x + REACH); at++)
      if ((data[y * width + at] as number) < FAINT) return true
    return false
  }
  const inkedDown = (x: number, y: number): boolean => {
    for (let at = Math.max(0, y - REACH); at <= Math.min(height - 1, y + REACH); at++)
      if ((data[at * width + x] as number) < FAINT) return true
    return false
  }
  const rules: Rule[] = []
  for (const x of xs)
    for (let row = 0; row + 1 < ys.length; row++) {
      const [from, to] = [ys[row] as number, ys[row + 1] as number]
      if (isInked(from, to, height, y => inkedAcross(Math.round(x), y)))
        rules.push({ direction: 'vertical', position: x, from, to })
    }
  for (const y of ys)
    for (let column = 0; column + 1 < xs.length; column++) {
      const [from, to] = [xs[column] as number, xs[column + 1] as number]
      if (isInked(from, to, width, x => inkedDown(x, Math.round(y))))
        rules.push({ direction: 'horizontal', position: y, from, to })
    }
  return rules
}

/** True where most of a stretch has ink; its ends, where other rules cross, don't count. */
function isInked(from: number, to: number, bound: number, at: (place: number) => boolean): boolean {
  const first = Math.max(0, Math.ceil(from) + REACH)
  const last = Math.min(bound - 1, Math.floor(to) - REACH)
  let inked = 0
  for (let place = first; place <= last; place++) if (at(place)) inked++
  return last > first && inked >= INKED * (last - first + 1)
}
