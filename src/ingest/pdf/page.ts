import { IDENTITY, type Matrix, multiply } from './matrix.ts'
import type { Pdfium } from './pdfium.ts'

/** Types of page objects that matter here (`FPDF_PAGEOBJ_…`). */
export const PATH = 2
export const IMAGE = 3
const FORM = 5

/** Forms within forms deeper than this are an attack. */
const MAX_DEPTH = 12

/** Bytes that the answers of pdfium are written to: up to eight numbers. */
const SCRATCH = 64

/** A page of an open PDF, as it is shown: upright after its rotation. */
export class PdfPage {
  readonly pdfium: Pdfium
  readonly handle: number
  /** In points, upright. */
  readonly width: number
  readonly height: number
  /** From the page's own coordinates to points from the top left corner of the upright page. */
  readonly matrix: Matrix
  /** Address of room for an answer. */
  readonly scratch: number

  constructor(pdfium: Pdfium, handle: number) {
    this.pdfium = pdfium
    this.handle = handle
    this.width = pdfium.FPDF_GetPageWidthF(handle)
    this.height = pdfium.FPDF_GetPageHeightF(handle)
    this.scratch = pdfium.pdfium.wasmExports.malloc(SCRATCH)
    pdfium.FPDF_GetPageBoundingBox(handle, this.scratch)
    const [left, top, right, bottom] = this.floats(4) as [number, number, number, number]
    this.matrix = uprightMatrix(pdfium.FPDFPage_GetRotation(handle), left, top, right, bottom)
  }

  close(): void {
    this.pdfium.pdfium.wasmExports.free(this.scratch)
    this.pdfium.FPDF_ClosePage(this.handle)
  }

  /** The numbers of an answer (`float`). */
  floats(count: number): number[] {
    const at = this.scratch >> 2
    return Array.from(this.pdfium.pdfium.HEAPF32.subarray(at, at + count))
  }

  /** The numbers of an answer (`int`). */
  integers(count: number): number[] {
    const at = this.scratch >> 2
    return Array.from(this.pdfium.pdfium.HEAP32.subarray(at, at + count))
  }

  /** Calls `visit` for each drawn object, those inside forms too, with the matrix from its coordinates to the upright page. */
  walk(visit: (type: number, object: number, matrix: Matrix) => void): void {
    const { pdfium } = this
    const each = (
      count: number,
      objectAt: (index: number) => number,
      matrix: Matrix,
      depth: number,
    ): void => {
      for (let index = 0; index < count; index++) {
        const object = objectAt(index)
        const type = pdfium.FPDFPageObj_GetType(object)
        if (type !== FORM) {
          if (type === PATH || type === IMAGE) visit(type, object, multiply(matrix, this.matrixOf(object)))
        } else if (depth < MAX_DEPTH) {
          const inner = multiply(matrix, this.matrixOf(object))
          const pieces = pdfium.FPDFFormObj_CountObjects(object)
          each(pieces, piece => pdfium.FPDFFormObj_GetObject(object, piece), inner, depth + 1)
        }
      }
    }
    const { handle } = this
    const pieces = pdfium.FPDFPage_CountObjects(handle)
    each(pieces, index => pdfium.FPDFPage_GetObject(handle, index), this.matrix, 0)
  }

  private matrixOf(object: number): Matrix {
    if (!this.pdfium.FPDFPageObj_GetMatrix(object, this.scratch)) return IDENTITY
    return this.floats(6) as unknown as Matrix
  }
}

/** @param rotation quarters of a circle, clockwise, by which the page is shown turned */
function uprightMatrix(rotation: number, left: number, top: number, right: number, bottom: number): Matrix {
  if (rotation === 1) return [0, 1, 1, 0, -bottom, -left]
  if (rotation === 2) return [-1, 0, 0, 1, right, -bottom]
  if (rotation === 3) return [0, -1, -1, 0, top, right]
  return [1, 0, 0, -1, -left, top]
}
