import { rowsOf } from '../layout/rows.ts'
import { boxOf, type Component, type Components, componentsOf, firstRun } from './components.ts'
import { blank } from './gray.ts'

/** Inches to either side of a stroke in which the letters stand that tell where a line of text goes through it. */
const REACH = 0.6
/** Letters that make a line, and inches that its capitals reach at most: those around a seal do not stand in one. */
const FEW = 3
const HIGHEST = 0.25
/** Share of the line's height that marks rise above and tails hang below it. */
const MARKS = 0.3
const TAILS = 0.15
/** Ink a row of pixels, as share of what the line's letters have: of what goes on beyond the line, and of what ends in it. */
const THROUGH = 0.45
const WITHIN = 0.4
/** Share of the line's height that the ink of a letter reaches. */
const LOW = 0.4
/** Ink in a column of pixels, as share of the line's height, up to which it is the stroke's alone, and length of such a tail. */
const FLAT = 0.3
const TAIL = 0.5

/** Dark pixels beside each other in a row of the page. */
interface Run {
  y: number
  from: number
  to: number
}

/** A letter, or several with a piece of the stroke that joins them. */
export interface Struck {
  component: Component
  runs: Run[]
}

/**
 * The letters that a stroke touches and would take with it: those of a name that a signature or the ring of a seal crosses.
 *
 *     ╭──∿∿─╮
 *     Lương Thế Khoáng      the line is known by the letters beside the stroke; of the stroke's ink in it stays
 *     ╰─────╯               what is as dark as letters
 *
 * @param strokes components that are no letters
 */
export function struckLetters(
  components: Components,
  strokes: readonly Component[],
  letters: readonly Component[],
  dpi: number,
): Struck[] {
  if (strokes.length === 0) return []
  const lines = rowsOf(letters.map(letter => ({ letter, box: boxOf(letter) })))
  return strokes.flatMap(stroke =>
    lines.flatMap(line => {
      const beside = line
        .map(({ letter }) => letter)
        .filter(({ x0, x1 }) => x1 > stroke.x0 - REACH * dpi && x0 < stroke.x1 + REACH * dpi)
      return beside.length < FEW ? [] : struckInLine(components, stroke, beside, HIGHEST * dpi)
    }),
  )
}

function struckInLine(
  { runs }: Components,
  stroke: Component,
  beside: readonly Component[],
  highest: number,
): Struck[] {
  const first = Math.min(...beside.map(({ y0 }) => y0))
  const last = Math.max(...beside.map(({ y1 }) => y1))
  const high = last - first
  const top = Math.max(stroke.y0, Math.floor(first - MARKS * high))
  const bottom = Math.min(stroke.y1, Math.ceil(last + TAILS * high))
  if (high > highest || bottom - top < LOW * high) return []
  const left = stroke.x0
  const band = blank(stroke.x1 - left, bottom - top)
  for (let run = firstRun(runs, top); run < runs.count && (runs.y[run] as number) < bottom; run++) {
    const y = runs.y[run] as number
    if (runs.label[run] !== stroke.label) continue
    const row = (y - top) * band.width - left
    band.data.fill(0, row + (runs.from[run] as number), row + (runs.to[run] as number))
  }
  const usual = beside.reduce((sum, letter) => sum + darkness(letter), 0) / beside.length
  const within = componentsOf(band)
  return within.found.flatMap(whole => {
    const goesOn = (whole.y0 === 0 && top > stroke.y0) || (whole.y1 === band.height && bottom < stroke.y1)
    const piece = whole.y1 - whole.y0 < LOW * high ? undefined : withoutTails(within, whole, high)
    if (!piece || darkness(piece.component) < (goesOn ? THROUGH : WITHIN) * usual) return []
    return [moved(piece, left, top)]
  })
}

/** A piece without what of the stroke goes on to its left and right; undefined where it is nothing but stroke. */
function withoutTails({ runs }: Components, piece: Component, high: number): Struck | undefined {
  const own: Run[] = []
  const columns = new Int32Array(piece.x1)
  for (let run = 0; run < runs.count; run++) {
    if (runs.label[run] !== piece.label) continue
    const [y, from, to] = [runs.y[run] as number, runs.from[run] as number, runs.to[run] as number]
    own.push({ y, from, to })
    for (let x = from; x < to; x++) columns[x]!++
  }
  const first = columns.findIndex(ink => ink > FLAT * high)
  if (first < 0) return undefined
  const last = columns.findLastIndex(ink => ink > FLAT * high)
  const left = first - piece.x0 > TAIL * high ? first : piece.x0
  const right = piece.x1 - 1 - last > TAIL * high ? last + 1 : piece.x1
  const kept = own
    .map(({ y, from, to }) => ({ y, from: Math.max(left, from), to: Math.min(right, to) }))
    .filter(({ from, to }) => from < to)
  const ink = kept.reduce((sum, { from, to }) => sum + to - from, 0)
  const [y0, y1] = [kept[0]!.y, kept.at(-1)!.y + 1]
  return { component: { ...piece, x0: left, x1: right, y0, y1, ink }, runs: kept }
}

/** A piece of a band on the page. */
function moved({ component, runs }: Struck, dx: number, dy: number): Struck {
  const { x0, y0, x1, y1 } = component
  return {
    component: { ...component, x0: x0 + dx, x1: x1 + dx, y0: y0 + dy, y1: y1 + dy },
    runs: runs.map(({ y, from, to }) => ({ y: y + dy, from: from + dx, to: to + dx })),
  }
}

/** Dark pixels a row. */
function darkness({ ink, y0, y1 }: Component): number {
  return ink / (y1 - y0)
}
