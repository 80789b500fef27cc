import type { Engine, ReadOptions, ReadWord } from '../engine/engine.ts'
import type { Grid } from '../layout/tables.ts'
import { blank, crop, type GrayPicture, paste } from './gray.ts'

/** Inches kept away from a border, and of white between two cells. */
const INSET = 0.025
const BETWEEN = 0.12

export type Area = readonly [x0: number, y0: number, x1: number, y1: number]

/**
 * Reads areas of a picture apart from each other: they are put one under the other into one picture, so that the
 * engine takes each for a paragraph of its own and is called once.
 */
export async function readAreas(
  picture: GrayPicture,
  areas: readonly Area[],
  engine: Engine,
  options: ReadOptions,
): Promise<ReadWord[]> {
  return (await readEachArea(picture, areas, engine, options)).flatMap(words => words ?? [])
}

/** The words of each of the areas, undefined for one without ink. */
export async function readEachArea(
  picture: GrayPicture,
  areas: readonly Area[],
  engine: Engine,
  options: ReadOptions,
): Promise<(ReadWord[] | undefined)[]> {
  const gap = Math.round(BETWEEN * options.dpi)
  const found: (ReadWord[] | undefined)[] = areas.map(() => undefined)
  const pieces = areas
    .map((area, index) => ({ index, area, piece: crop(picture, ...area), top: 0 }))
    .filter(({ piece }) => holdsInk(piece, options.dpi))
  if (pieces.length === 0) return found
  const width = Math.max(...pieces.map(({ piece }) => piece.width)) + 2 * gap
  const height = pieces.reduce((sum, { piece }) => sum + piece.height + gap, gap)
  const stack = blank(width, height)
  let top = gap
  for (const part of pieces) {
    part.top = top
    paste(stack, part.piece, gap, top)
    top += part.piece.height + gap
    found[part.index] = []
  }
  for (const word of await engine.read(stack, options)) {
    const middle = (word.box[1] + word.box[3]) / 2
    const part = pieces.findLast(({ top }) => top <= middle + gap / 2) ?? pieces[0]!
    const dx = Math.max(0, Math.floor(part.area[0])) - gap
    const dy = Math.max(0, Math.floor(part.area[1])) - part.top
    const [x0, y0, x1, y1] = word.box
    found[part.index]!.push({ ...word, box: [x0 + dx, y0 + dy, x1 + dx, y1 + dy] })
  }
  return found
}

/** The insides of a table's cells; the grid is in pixels. */
export function cellAreas(grid: Grid, dpi: number): Area[] {
  const inset = INSET * dpi
  const columns = grid.xs.length - 1
  const cells = new Map<number, [number, number, number, number]>()
  grid.owner.forEach((owner, slot) => {
    const [row, column] = [Math.floor(slot / columns), slot % columns]
    const [x0, y0] = [grid.xs[column] as number, grid.ys[row] as number]
    const [x1, y1] = [grid.xs[column + 1] as number, grid.ys[row + 1] as number]
    const cell = cells.get(owner)
    if (!cell) cells.set(owner, [x0, y0, x1, y1])
    else {
      cell[2] = Math.max(cell[2], x1)
      cell[3] = Math.max(cell[3], y1)
    }
  })
  return [...cells.values()].map(([x0, y0, x1, y1]) => [x0 + inset, y0 + inset, x1 - inset, y1 - inset])
}

function holdsInk(picture: GrayPicture, dpi: number): boolean {
  let dark = 0
  for (const value of picture.data) if (value < 150) dark++
  return dark > (dpi / 72) ** 2
}
