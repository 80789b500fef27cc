import type { Box, SourceDocument } from '../../src/document.ts'
import { Random } from '../../training/print/random.ts'

/** Degrees clockwise by which a fixture's sheet lay in the scanner, as `fixtures/build/scan.ts` draws it. */
export function skewOfSheet(name: string, page: number, skew: number): number {
  if (skew === 0) return 0
  return Math.round((skew + new Random(`fixture/${name}/${page}`).normal() * 0.1) * 100) / 100
}

/** The boxes of all words of a page, as it lies. */
export function boxesOf({ pages }: SourceDocument, page: number): Box[] {
  const { lines, width = 0, height = 0, turn } = pages[page - 1]!
  const boxes = lines.flatMap(line => line.words.flatMap(({ box }) => (box ? [box] : [])))
  return turn ? boxes.map(box => onScan(box, turn.skew, width, height)) : boxes
}

/** Where a printed word lies on the scan: its middle turns with the sheet. */
export function onScan(box: Box, skew: number, width: number, height: number): Box {
  const angle = (skew * Math.PI) / 180
  const [w, h] = [box[2] - box[0], box[3] - box[1]]
  const [dx, dy] = [(box[0] + box[2] - width) / 2, (box[1] + box[3] - height) / 2]
  const x = width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle)
  const y = height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle)
  return [x - w / 2, y - h / 2, x + w / 2, y + h / 2]
}

/** Intersection over union with whichever box has most of it. */
export function bestOverlap(box: Box, others: readonly Box[]): number {
  let best = 0
  for (const other of others) {
    const across = Math.min(box[2], other[2]) - Math.max(box[0], other[0])
    const down = Math.min(box[3], other[3]) - Math.max(box[1], other[1])
    if (across <= 0 || down <= 0) continue
    const shared = across * down
    best = Math.max(best, shared / (area(box) + area(other) - shared))
  }
  return best
}

function area([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0)
}
