import type { Page } from '../document.ts'
import { IDENTITY, type Matrix, multiply } from './content/matrix.ts'

/** How a page of a PDF lies: its visible box in user space, and its turn. */
export interface PageGeometry {
  box: readonly [x0: number, y0: number, x1: number, y1: number]
  /** Degrees clockwise by which viewers turn it. */
  rotate: number
}

/**
 * From the frame in which words have their boxes, but upwards from the lower left corner of the upright page, to the
 * user space of the PDF's page: undoes what reading did to the picture (a slope set level, quarters of a turn) and what
 * viewers do (turn, crop).
 */
export function fromUpright(page: Page, geometry: PageGeometry): Matrix {
  const { quarters = 0, skew = 0 } = page.turn ?? {}
  const [x0, y0, x1, y1] = geometry.box
  const placed = ((): Matrix => {
    switch ((((Math.round(geometry.rotate / 90) + quarters) % 4) + 4) % 4) {
      case 1:
        return [0, 1, -1, 0, x1, y0]
      case 2:
        return [-1, 0, 0, -1, x1, y1]
      case 3:
        return [0, -1, 1, 0, x0, y1]
      default:
        return [1, 0, 0, 1, x0, y0]
    }
  })()
  const { width = 0, height = 0 } = page
  return skew === 0 ? placed : multiply(placed, turnedAround(-skew, width / 2, height / 2))
}

/** A turn by degrees, counter-clockwise where y goes up. */
export function turnedAround(degrees: number, x: number, y: number): Matrix {
  if (degrees === 0) return IDENTITY
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y]
}
