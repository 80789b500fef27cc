import type { Rule } from '../placed.ts'
import type { GrayPicture } from './gray.ts'

/** Ink darker than this is drawn (contrast stretched). */
const DARK = 150
/** Inches. Shorter runs of ink are parts of letters; lines thicker than the bound are bars and pictures. */
const MIN_LEVEL = 0.4
const MIN_UPRIGHT = 0.3
const MAX_THICKNESS = 0.05
/** Pixels of a line that may be missing in a row in a rough scan. */
const MAX_HOLE = 2
/** Share of ink just beside a line, above which the line is the edge of letters or of a surface. */
const MAX_BESIDE = 0.22

/**
 * A picture seen as lines of pixels: its rows to find level lines, its columns to find upright ones. Pixel `at` of line
 * `line` is `data[line * across + at * along]`.
 */
interface View {
  data: Uint8Array
  lines: number
  length: number
  across: number
  along: number
}

interface Run {
  at: number
  from: number
  to: number
}

/** Straight lines of ink of a deskewed picture, in pixels. */
export function rulesOfPicture({ data, width, height }: GrayPicture, dpi: number): Rule[] {
  const rows: View = { data, lines: height, length: width, across: width, along: 1 }
  const columns: View = { data, lines: width, length: height, across: 1, along: width }
  const levels = joinRuns(runsOf(rows, MIN_LEVEL * dpi), dpi, rows)
  const uprights = joinRuns(runsOf(columns, MIN_UPRIGHT * dpi), dpi, columns)
  return [
    ...levels.map((run): Rule => ({ direction: 'horizontal', position: run.at, from: run.from, to: run.to })),
    ...uprights.map((run): Rule => ({ direction: 'vertical', position: run.at, from: run.from, to: run.to })),
  ]
}

/**
 * Runs of ink at least as long as `shortest`, line after line. Each has ink at one of the places that stand a little less
 * than that apart, or within a hole of it: only what lies around these places is looked at.
 */
function runsOf(view: View, shortest: number): Run[] {
  const { data, lines, length, across, along } = view
  const step = Math.max(1, Math.floor(shortest) - MAX_HOLE)
  const isDark = (line: number, at: number): boolean => {
    const place = line * across + at * along
    // A thin line that slopes a little changes from one row of pixels to the next and back.
    return (data[place] as number) < DARK || (line + 1 < lines && (data[place + across] as number) < DARK)
  }
  /** The last dark pixel of the run to one side of a dark one. */
  const endOf = (line: number, start: number, direction: 1 | -1): number => {
    let end = start
    for (
      let at = start + direction;
      at >= 0 && at < length && Math.abs(at - end) <= MAX_HOLE + 1;
      at += direction
    )
      if (isDark(line, at)) end = at
    return end
  }
  const runs: Run[] = []
  const reached = new Int32Array(lines).fill(-1)
  for (let place = 0; place < length; place += step)
    for (let line = 0; line < lines; line++) {
      let start = Math.max(place, (reached[line] as number) + 1)
      const last = Math.min(length - 1, place + MAX_HOLE)
      while (start <= last && !isDark(line, start)) start++
      if (start > last) continue
      const to = endOf(line, start, 1)
      const from = endOf(line, start, -1)
      reached[line] = to
      if (to - from + 1 >= shortest) runs.push({ at: line, from, to: to + 1 })
    }
  return runs.sort((a, b) => a.at - b.at || a.from - b.from)
}

/** Runs in neighbouring rows of pixels that lie beside each other are one line, which may slope by a few pixels. */
function joinRuns(runs: readonly Run[], dpi: number, view: View): Run[] {
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
    .filter(({ first, last, run }) => isBare(first, last, run, dpi, view))
    .map(({ run, sum, weight }) => ({ at: sum / weight, from: run.from, to: run.to }))
}

/** True where paper lies along both sides of a line: the tops of letters in a row have their stems below. */
function isBare(first: number, last: number, run: Run, dpi: number, view: View): boolean {
  const { data, lines, across, along } = view
  const away = Math.max(3, Math.round(0.012 * dpi))
  const beside = (line: number): number => {
    if (line < 0 || line >= lines) return 0
    let sum = 0
    for (let at = run.from; at < run.to; at++) if ((data[line * across + at * along] as number) < DARK) sum++
    return sum / (run.to - run.from)
  }
  return beside(first - away) <= MAX_BESIDE && beside(last + away) <= MAX_BESIDE
}

/** The picture without its long level lines: rules under headings touch the letters above them. */
export function withoutLevelRules(picture: GrayPicture, rules: readonly Rule[], dpi: number): GrayPicture {
  const { width, height } = picture
  const data = picture.data.slice()
  const thickest = Math.ceil(MAX_THICKNESS * dpi)
  for (const rule of rules) {
    if (rule.direction !== 'horizontal') continue
    let middle = Math.round(rule.position)
    for (let x = Math.floor(rule.from); x < Math.min(width, rule.to); x++) {
      const [top, bottom] = inkAround(data, width, height, x, middle, thickest)
      // Where a letter crosses the line its stroke is longer than the line is thick.
      if (bottom - top > thickest || bottom < top) continue
      for (let y = top - 1; y <= bottom + 1; y++) if (y >= 0 && y < height) data[y * width + x] = 255
      middle = (top + bottom) >> 1
    }
  }
  return { data, width, height }
}

/** First and last row of the ink in a column of pixels that lies nearest to `y`, looked for within `reach`. */
function inkAround(
  data: Uint8Array,
  width: number,
  height: number,
  x: number,
  y: number,
  reach: number,
): [top: number, bottom: number] {
  const isDark = (row: number): boolean =>
    row >= 0 && row < height && (data[row * width + x] as number) < DARK
  for (let away = 0; away <= reach; away++)
    for (const start of [y - away, y + away]) {
      if (!isDark(start)) continue
      let [top, bottom] = [start, start]
      while (isDark(top - 1)) top--
      while (isDark(bottom + 1)) bottom++
      return [top, bottom]
    }
  return [0, -1]
}
