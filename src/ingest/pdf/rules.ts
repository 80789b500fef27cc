import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Rule } from '../placed.ts'
import type { Matrix } from './matrix.ts'
import { type Operators, walk } from './operators.ts'

/** A filled rectangle thinner than this is drawn as a line (points). */
const MAX_THICKNESS = 3
/** Shorter lines are parts of letters or ornaments. */
const MIN_LENGTH = 6

const STROKES = new Set<number>([OPS.stroke, OPS.closeStroke])
const FILLS = new Set<number>([OPS.fill, OPS.eoFill])
const BOTH = new Set<number>([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])

type Point = readonly [x: number, y: number]

/** The straight lines that a page's drawing operations leave: borders of tables, rules under headings. */
export function rulesOf(page: PDFPageProxy, operators: Operators): Rule[] {
  const rules: Rule[] = []
  walk(page, operators, (operator, args, matrix) => {
    if (operator !== OPS.constructPath) return
    const [paint, [data]] = args as [number, [ArrayLike<number> | null]]
    if (data) collect(paint, subpaths(data, matrix), rules)
  })
  return rules
}

function collect(paint: number, paths: Point[][], rules: Rule[]): void {
  const filled = FILLS.has(paint) || BOTH.has(paint)
  const stroked = STROKES.has(paint) || BOTH.has(paint)
  for (const path of paths) {
    const thin = filled ? thinBox(path) : undefined
    if (thin) push(thin, rules)
    else if (stroked)
      for (let at = 1; at < path.length; at++) push(lineOf(path[at - 1] as Point, path[at] as Point), rules)
  }
}

function push(rule: Rule | undefined, rules: Rule[]): void {
  if (rule && rule.to - rule.from >= MIN_LENGTH) rules.push(rule)
}

/** A filled path that is no thicker than a line. */
function thinBox(path: Point[]): Rule | undefined {
  const xs = path.map(point => point[0])
  const ys = path.map(point => point[1])
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (y1 - y0 <= MAX_THICKNESS && x1 - x0 > y1 - y0)
    return { direction: 'horizontal', position: (y0 + y1) / 2, from: x0, to: x1 }
  if (x1 - x0 <= MAX_THICKNESS && y1 - y0 > x1 - x0)
    return { direction: 'vertical', position: (x0 + x1) / 2, from: y0, to: y1 }
  return undefined
}

function lineOf([ax, ay]: Point, [bx, by]: Point): Rule | undefined {
  if (Math.abs(ay - by) < 0.5)
    return { direction: 'horizontal', position: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) }
  if (Math.abs(ax - bx) < 0.5)
    return { direction: 'vertical', position: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) }
  return undefined
}

/** Numbers of coordinates after pdfjs's path operators: move, line, cubic curve, quadratic curve, close. */
const COORDINATES = [2, 2, 6, 4, 0]
const MOVE = 0
const LINE = 1
const CLOSE = 4

/** The pieces of a path that consist of straight lines, as points on the page. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const paths: Point[][] = []
  let path: Point[] = []
  let curved = false
  const finish = (): void => {
    if (path.length > 1 && !curved) paths.push(path)
    path = []
    curved = false
  }
  for (let at = 0; at < data.length; ) {
    const operator = data[at++] as number
    const count = COORDINATES[operator]
    if (count === undefined) break
    if (operator === MOVE) finish()
    if (operator === MOVE || operator === LINE) {
      const [x, y] = [data[at] as number, data[at + 1] as number]
      path.push([matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]])
    } else if (operator === CLOSE) {
      if (path[0]) path.push(path[0])
    } else curved = true
    at += count
  }
  finish()
  return paths
}
