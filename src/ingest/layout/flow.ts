import type { Box, Line } from '../../document.ts'
import { heightOf, middleOf, widthOf } from '../placed.ts'

/**
 *     |        KẾ HOẠCH        |    centred
 *     |   Thực hiện Kế hoạch số|    start: indented
 *     |208/KH-UBND ngày …      |    continuation
 *     |   I. MỤC ĐÍCH          |    start
 *
 * Sets `flow` of the lines of a page's body, which stand in reading order.
 */
export function markFlow(lines: readonly Line[], pageWidth: number): void {
  const body = lines.filter(line => line.box && !line.row && (line.region ?? 'body') === 'body')
  const margins = marginsOf(body, pageWidth)
  if (!margins) return
  const [left, right] = margins
  const indent = pageWidth * 0.02
  body.forEach((line, index) => {
    const box = line.box as Box
    const before = body[index - 1]?.box
    if (isCentred(box, left, right, pageWidth)) line.flow = 'centred'
    else if (box[0] > left + indent) line.flow = 'start'
    else if (before && (endsShort(before, right, pageWidth) || isApart(before, box))) line.flow = 'start'
    else line.flow = 'continuation'
  })
}

/** Left and right edge of the text: where the long lines end, and where they and the lines under full ones begin. */
function marginsOf(lines: readonly Line[], pageWidth: number): [number, number] | undefined {
  const boxes = lines.map(line => line.box as Box)
  const long = boxes.filter(box => widthOf(box) > pageWidth * 0.5)
  if (long.length === 0) return undefined
  const rights = long.map(box => box[2]).sort((a, b) => a - b)
  const right = rights[Math.floor(rights.length * 0.9)] as number
  // paragraphs of one or two lines have few long lines that are not indented
  const under = boxes.filter((_, at) => at > 0 && right - (boxes[at - 1] as Box)[2] < pageWidth * 0.02)
  const lefts = [...long, ...under].map(box => box[0]).sort((a, b) => a - b)
  return [lefts[Math.floor((lefts.length - 1) * 0.1)] as number, right]
}

function isCentred(box: Box, left: number, right: number, pageWidth: number): boolean {
  const [before, after] = [box[0] - left, right - box[2]]
  return (
    before > pageWidth * 0.03 &&
    after > pageWidth * 0.03 &&
    Math.abs(middleOf(box) - (left + right) / 2) < pageWidth * (before > pageWidth * 0.1 ? 0.03 : 0.01)
  )
}

function endsShort(box: Box, right: number, pageWidth: number): boolean {
  return right - box[2] > pageWidth * 0.12
}

function isApart(before: Box, box: Box): boolean {
  return box[1] - before[3] > 0.9 * heightOf(box)
}
