import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Matrix, multiply } from './matrix.ts'

export type Operators = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>

/** Calls `visit` for each drawing operation with the matrix from its coordinates to points of the upright page. */
export function walk(
  page: PDFPageProxy,
  operators: Operators,
  visit: (operator: number, args: unknown, matrix: Matrix) => void,
): void {
  let matrix = page.getViewport({ scale: 1 }).transform as unknown as Matrix
  const stack: Matrix[] = []
  operators.fnArray.forEach((operator: number, index: number) => {
    const args = operators.argsArray[index]
    if (operator === OPS.save) stack.push(matrix)
    else if (operator === OPS.restore) matrix = stack.pop() ?? matrix
    else if (operator === OPS.transform) matrix = multiply(matrix, args)
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix)
      if (args[0]) matrix = multiply(matrix, args[0])
    } else if (operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else visit(operator, args, matrix)
  })
}
