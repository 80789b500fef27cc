import type { RawPicture } from './gray.ts'
import { evenLight } from './light.ts'
import { outlineOfSheet } from './outline.ts'
import { homography, type Point, type Quadrilateral, warped } from './perspective.ts'

/** Inches of the shorter side of A4, and how much longer the other is. */
const A4 = 8.27
const RATIO = Math.SQRT2
/** A sheet seen aslant looks shorter than it is; one whose sides are to each other within this is taken for A4. */
const NEAR = 0.2
/** More is no better to read, and slower. */
const MAX_DPI = 300

/**
 * A photograph of a sheet of paper as a scanner would give it: the sheet alone, seen from straight above, in even light.
 * Undefined where the picture is no such photograph.
 */
export function flattened(picture: RawPicture): RawPicture | undefined {
  const corners = outlineOfSheet(picture)
  if (!corners) return undefined
  const { width, height, dpi } = paperOf(corners)
  const sheet: Quadrilateral = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  const flat = warped(picture, homography(sheet, corners), width, height)
  evenLight(flat)
  return { ...flat, flattened: true, ...(dpi !== undefined && { dpi }) }
}

/** Pixels that the sheet takes at the resolution of its nearer sides, and that resolution where it is A4. */
function paperOf([a, b, c, d]: Quadrilateral): { width: number; height: number; dpi?: number } {
  let width = Math.max(distance(a, b), distance(d, c))
  let height = Math.max(distance(a, d), distance(b, c))
  const isUpright = height >= width
  const ratio = isUpright ? height / width : width / height
  if (Math.abs(ratio / RATIO - 1) > NEAR) return { width: Math.round(width), height: Math.round(height) }
  const shorter = Math.min(MAX_DPI * A4, Math.max(Math.min(width, height), Math.max(width, height) / RATIO))
  ;[width, height] = isUpright ? [shorter, shorter * RATIO] : [shorter * RATIO, shorter]
  return { width: Math.round(width), height: Math.round(height), dpi: Math.round(shorter / A4) }
}

function distance([x0, y0]: Point, [x1, y1]: Point): number {
  return Math.hypot(x1 - x0, y1 - y0)
}
