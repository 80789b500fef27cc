import type { Box, Line, Word } from '../../document.ts'
import { middleOf, type PlacedWord, type Rule, unite } from '../placed.ts'
import { rowsOf } from './rows.ts'

/**
 *     ┌────┬──────────┬─────────┐
 *     │ TT │ Nội dung │ Đơn vị  │     xs: the vertical rules, ys: the horizontal ones;
 *     ├────┴──────────┴─────────┤     a slot lies between two neighbours of each;
 *     │ Quý III                 │     slots without a rule between them are one cell
 *     ├────┬──────────┬─────────┤
 */
export interface Grid {
  xs: number[]
  ys: number[]
  /** For each slot, row by row, the slot that is the top left one of its cell. */
  owner: number[]
}

/** Rules closer than this are one (points): double borders, thick ones seen from both sides. */
const SAME = 4
/** A break in a rule that still counts as one, and how far two may miss each other at a corner. */
const GAP = 5

/** No column is narrower (points). */
const MIN_COLUMN = 14

/** The tables that ruling lines draw on a page, from top to bottom. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const merged = mergeRules(rules)
  return components(merged)
    .map(gridOf)
    .filter(grid => grid !== undefined)
    .sort((a, b) => (a.ys[0] as number) - (b.ys[0] as number))
}

export function boxOf(grid: Grid): Box {
  return [grid.xs[0] as number, grid.ys[0] as number, grid.xs.at(-1) as number, grid.ys.at(-1) as number]
}

/** Pieces of one line joined; borders are often drawn cell by cell. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = []
  for (const direction of ['horizontal', 'vertical'] as const) {
    const same = rules.filter(rule => rule.direction === direction)
    same.sort((a, b) => a.position - b.position || a.from - b.from)
    for (const group of groupBy(same, rule => rule.position, SAME)) {
      const position = group.reduce((sum, rule) => sum + rule.position, 0) / group.length
      group.sort((a, b) => a.from - b.from)
      let last: Rule | undefined
      for (const rule of group)
        if (last && rule.from <= last.to + GAP) last.to = Math.max(last.to, rule.to)
        else {
          last = { direction, position, from: rule.from, to: rule.to }
          merged.push(last)
        }
    }
  }
  return merged
}

/** Runs of neighbours that each stand within `reach` of the run's first. */
function groupBy<T>(sorted: readonly T[], of: (item: T) => number, reach: number): T[][] {
  const groups: T[][] = []
  for (const item of sorted) {
    const group = groups.at(-1)
    if (group && of(item) - of(group[0] as T) <= reach) group.push(item)
    else groups.push([item])
  }
  return groups
}

/** Rules that meet each other, directly or over others. */
function components(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] as number
    return at
  }
  rules.forEach((a, i) => {
    if (a.direction !== 'horizontal') return
    rules.forEach((b, j) => {
      if (b.direction === 'vertical' && meets(a, b)) parent[root(i)] = root(j)
    })
  })
  const groups = new Map<number, Rule[]>()
  rules.forEach((rule, index) => {
    const key = root(index)
    groups.set(key, [...(groups.get(key) ?? []), rule])
  })
  return [...groups.values()]
}

function meets(horizontal: Rule, vertical: Rule): boolean {
  return (
    vertical.position >= horizontal.from - GAP &&
    vertical.position <= horizontal.to + GAP &&
    horizontal.position >= vertical.from - GAP &&
    horizontal.position <= vertical.to + GAP
  )
}

function gridOf(rules: readonly Rule[]): Grid | undefined {
  const levels = rules.filter(rule => rule.direction === 'horizontal')
  const uprights = rules.filter(rule => rule.direction === 'vertical')
  const xs = distinct([...uprights.map(rule => rule.position), ...openSides(levels, uprights)])
  const ys = distinct(levels.map(rule => rule.position))
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 2 || rows < 1) return undefined
  const owner = Array.from({ length: columns * rows }, (_, index) => index)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const slot = row * columns + column
      const [x0, x1] = [xs[column] as number, xs[column + 1] as number]
      const [y0, y1] = [ys[row] as number, ys[row + 1] as number]
      if (column > 0 && !covered(uprights, x0, y0, y1)) owner[slot] = owner[slot - 1] as number
      else if (row > 0 && !covered(levels, y0, x0, x1)) owner[slot] = owner[slot - columns] as number
    }
  return { xs, ys, owner }
}

/** Where most level rules end beyond the last upright one: a table whose sides are open, or too faint to be seen. */
function openSides(levels: readonly Rule[], uprights: readonly Rule[]): number[] {
  const positions = uprights.map(rule => rule.position)
  const [first, last] = [Math.min(...positions), Math.max(...positions)]
  const long = levels.filter(rule => rule.from < first + GAP && rule.to > last - GAP)
  const starts = long.map(rule => rule.from).filter(from => from < first - MIN_COLUMN)
  const ends = long.map(rule => rule.to).filter(to => to > last + MIN_COLUMN)
  const sides: number[] = []
  for (const found of [starts, ends])
    if (found.length >= 2 && Math.max(...found) - Math.min(...found) < 3 * GAP)
      sides.push(found.reduce((sum, position) => sum + position, 0) / found.length)
  return sides
}

function distinct(positions: number[]): number[] {
  const groups = groupBy(
    positions.sort((a, b) => a - b),
    position => position,
    SAME,
  )
  return groups.map(group => group.reduce((sum, position) => sum + position, 0) / group.length)
}

/** True where rules at `position` cover most of the stretch. */
function covered(rules: readonly Rule[], position: number, from: number, to: number): boolean {
  let length = 0
  for (const rule of rules)
    if (Math.abs(rule.position - position) <= SAME)
      length += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from))
  return length >= 0.6 * (to - from)
}

/** The rows of a table as lines, their numbers still to be given; `table` is its number on the page. */
export function tableLines(grid: Grid, words: readonly PlacedWord[], table: number): Line[] {
  const columns = grid.xs.length - 1
  const cells = new Map<number, PlacedWord[]>()
  for (const word of words) {
    const column = slotOf(grid.xs, middleOf(word.box))
    const row = slotOf(grid.ys, (word.box[1] + word.box[3]) / 2)
    const cell = grid.owner[row * columns + column] as number
    cells.set(cell, [...(cells.get(cell) ?? []), word])
  }
  const lines: Line[] = []
  for (let row = 0; row < grid.ys.length - 1; row++) {
    const found: Word[] = []
    for (let column = 0; column < columns; column++)
      for (const { size: _, ...word } of rowsOf(cells.get(row * columns + column) ?? []).flat())
        found.push({ ...word, cell: column })
    if (found.length === 0) continue
    const kind = spansRow(grid, row) ? 'group' : 'cells'
    const box = unite(found.map(word => word.box as Box))
    lines.push({ number: 0, words: found, box, row: { table, columns, kind } })
  }
  return lines
}

function slotOf(bounds: readonly number[], value: number): number {
  let slot = 0
  while (slot < bounds.length - 2 && value >= (bounds[slot + 1] as number)) slot++
  return slot
}

function spansRow(grid: Grid, row: number): boolean {
  const columns = grid.xs.length - 1
  const first = grid.owner[row * columns] as number
  if (first !== row * columns) return false
  return grid.owner.slice(row * columns, (row + 1) * columns).every(owner => owner === first)
}
