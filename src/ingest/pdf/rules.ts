import type { Rule } from '../placed.ts'
import { apply, type Matrix } from './matrix.ts'
import { PATH, type PdfPage } from './page.ts'

/** A filled rectangle thinner than this is drawn as a line (points). */
const MAX_THICKNESS = 3
/** Shorter lines are parts of letters or ornaments. */
const MIN_LENGTH = 6

type Point = readonly [x: number, y: number]

/** The straight lines that a page's drawing operations leave: borders of tables, rules under headings. */
export function rulesOf(page: PdfPage): Rule[] {
  const rules: Rule[] = []
  page.walk((type, object, matrix) => {
    if (type !== PATH || !page.pdfium.FPDFPath_GetDrawMode(object, page.scratch, page.scratch + 4)) return
    const [fill, stroke] = page.integers(2)
    if (fill || stroke) collect(Boolean(fill), Boolean(stroke), subpaths(page, object, matrix), rules)
  })
  return rules
}

function collect(filled: boolean, stroked: boolean, paths: readonly Point[][], rules: Rule[]): void {
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

/** Types of a path's segments (`FPDF_SEGMENT_…`). */
const LINE = 0
const MOVE = 2

/** Paths with more segments are drawings. */
const MAX_SEGMENTS = 2000

/** The pieces of a path that consist of straight lines, as points on the page. */
function subpaths(page: PdfPage, object: number, matrix: Matrix): Point[][] {
  const { pdfium, scratch } = page
  const paths: Point[][] = []
  let path: Point[] = []
  let curved = false
  const finish = (): void => {
    if (path.length > 1 && !curved) paths.push(path)
    path = []
    curved = false
  }
  const count = pdfium.FPDFPath_CountSegments(object)
  if (count > MAX_SEGMENTS) return []
  for (let index = 0; index < count; index++) {
    const segment = pdfium.FPDFPath_GetPathSegment(object, index)
    const type = pdfium.FPDFPathSegment_GetType(segment)
    if (type === MOVE) finish()
    if (type === MOVE || type === LINE) {
      pdfium.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4)
      const [x, y] = page.floats(2) as [number, number]
      path.push(apply(matrix, x, y))
    } else curved = true
    if (path[0] && pdfium.FPDFPathSegment_GetClose(segment)) path.push(path[0])
  }
  finish()
  return paths
}
