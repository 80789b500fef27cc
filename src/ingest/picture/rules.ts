import type { Rule } from '../placed.ts'
import type { GrayPicture } from './gray.ts'

/** Ink darker than this is drawn (contrast stretched). */
const DARK = 170
/** Inches. Shorter runs of ink are parts of letters; lines thicker than the bound are bars and pictures. */
const MIN_LEVEL = 0.4
const MIN_UPRIGHT = 0.3
const MAX_THICKNESS = 0.05
/** Pixels of a line that may be missing in a row in a rough scan. */
const MAX_HOLE = 3

interface Run {
  at: number
  from: number
  to: number
}

/** Straight lines of ink of a deskewed picture, in pixels. */
export function rulesOfPicture(picture: GrayPicture, dpi: number): Rule[] {
  const { data, width, height } = picture
  const levels = joinRuns(
    runsOf(height, width, (y, x) => (data[y * width + x] as number) < DARK, MIN_LEVEL * dpi),
    dpi,
  )
  const uprights = joinRuns(
    runsOf(width, height, (x, y) => (data[y * width + x] as number) < DARK, MIN_UPRIGHT * dpi),
    dpi,
  )
  return [
    ...levels.map((run): Rule => ({ direction: 'horizontal', position: run.at, from: run.from, to: run.to })),
    ...uprights.map((run): Rule => ({ direction: 'vertical', position: run.at, from: run.from, to: run.to })),
  ]
}

function runsOf(
  lines: number,
  length: number,
  isDark: (line: number, at: number) => boolean,
  shortest: number,
): Run[] {
  const runs: Run[] = []
  for (let line = 0; line < lines; line++) {
    let from = -1
    let last = -1
    for (let at = 0; at <= length; at++) {
      if (at < length && isDark(line, at)) {
        if (from < 0) from = at
        last = at
      } else if (from >= 0 && (at === length || at - last > MAX_HOLE)) {
        if (last - from + 1 >= shortest) runs.push({ at: line, from, to: last + 1 })
        from = -1
      }
    }
  }
  return runs
}

/** Runs in neighbouring rows of pixels that lie beside each other are one line, which may slope by a few pixels. */
function joinRuns(runs: readonly Run[], dpi: number): Run[] {
  const groups: { first: number; last: number; weight: number; sum: number; run: Run }[] = []
  for (const run of runs) {
    const group = groups.find(
      ({ last, run: joined }) =>
        run.at - last <= 2 && run.from <= joined.to + dpi * 0.1 && run.to >= joined.from - dpi * 0.1,
    )
    const length = run.to - run.from
    if (group) {
      group.last = run.at
      group.weight += length
      group.sum += length * run.at
      group.run.from = Math.min(group.run.from, run.from)
      group.run.to = Math.max(group.run.to, run.to)
    } else groups.push({ first: run.at, last: run.at, weight: length, sum: length * run.at, run: { ...run } })
  }
  return groups
    .filter(group => group.weight / (group.run.to - group.run.from) <= MAX_THICKNESS * dpi)
    .map(({ run, sum, weight }) => ({ at: sum / weight, from: run.from, to: run.to }))
}
