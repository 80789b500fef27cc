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
 * Which pixels are dark, a line of them after the other: rows of the picture to find level lines, columns to find upright
 * ones. Each is laid out in memory in the order in which it is walked through.
 */
interface Mask {
  /** 1 where ink is; pixel `at` of line `line` is `dark[line * length + at]`. */
  dark: Uint8Array
  lines: number
  length: number
}

interface Run {
  at: number
  from: number
  to: number
}

/** Straight lines of ink of a deskewed picture, in pixels. */
export function rulesOfPicture(picture: GrayPicture, dpi: number): Rule[] {
  const rows = maskOf(picture)
  const columns = transposed(rows)
  const levels = joinRuns(runsOf(rows, MIN_LEVEL * dpi), dpi, rows)
  const uprights = joinRuns(runsOf(columns, MIN_UPRIGHT * dpi), dpi, columns)
  return [
    ...levels.map((run): Rule => ({ direction: 'horizontal', position: run.at, from: run.from, to: run.to })),
    ...uprights.map((run): Rule => ({ direction: 'vertical', position: run.at, from: run.from, to: run.to })),
  ]
}

function maskOf({ data, width, height }: GrayPicture): Mask {
  const dark = new Uint8Array(width * height)
  for (let at = 0; at < dark.length; at++) dark[at] = (data[at] as number) < DARK ? 1 : 0
  return { dark, lines: height, length: width }
}

function transposed({ dark, lines, length }: Mask): Mask {
  const turned = new Uint8Array(dark.length)
  for (let line = 0, from = 0; line < lines; line++)
    for (let at = line; at < turned.length; at += lines) turned[at] = dark[from++] as number
  return { dark: turned, lines: length, length: lines }
}

function runsOf({ dark, lines, length }: Mask, shortest: number): Run[] {
  const runs: Run[] = []
  const none = new Uint8Array(length)
  for (let line = 0; line < lines; line++) {
    const here = dark.subarray(line * length, (line + 1) * length)
    // A thin line that slopes a little changes from one row of pixels to the next and back.
    const next = line + 1 < lines ? dark.subarray((line + 1) * length, (line + 2) * length) : none
    let from = -1
    let last = -1
    for (let at = 0; at <= length; at++) {
      if (at < length && ((here[at] as number) | (next[at] as number)) === 1) {
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
function joinRuns(runs: readonly Run[], dpi: number, mask: Mask): Run[] {
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
    .filter(({ first, last, run }) => isBare(first, last, run, dpi, mask))
    .map(({ run, sum, weight }) => ({ at: sum / weight, from: run.from, to: run.to }))
}

/** True where paper lies along both sides of a line: the tops of letters in a row have their stems below. */
function isBare(first: number, last: number, run: Run, dpi: number, { dark, lines, length }: Mask): boolean {
  const away = Math.max(3, Math.round(0.012 * dpi))
  const beside = (line: number): number => {
    if (line < 0 || line >= lines) return 0
    let sum = 0
    for (let at = run.from; at < run.to; at++) sum += dark[line * length + at] as number
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
