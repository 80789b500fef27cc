import { expect, it } from 'vitest'
import type { Component } from './components.ts'
import { columnsOf } from './gutters.ts'

const [DPI, WIDTH, HEIGHT] = [100, 827, 1169]

/** Lines of letters from `x0` to `x1`, the tops of the lines at `ys`. */
function lines(x0: number, x1: number, ys: readonly number[]): Component[] {
  return ys.flatMap(y => {
    const letters: Component[] = []
    for (let x = x0; x < x1; x += 10) letters.push({ x0: x, y0: y, x1: x + 8, y1: y + 12, ink: 60, label: 0 })
    return letters
  })
}

const steps = (from: number, to: number, by: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / by) }, (_, index) => from + index * by)

const BODY = lines(100, 720, steps(300, 700, 24))

it('finds the columns of a head and an end, though their lines are not level, and leaves the body whole', () => {
  const head = [...lines(120, 300, [100, 124, 160]), ...lines(380, 720, [100, 124, 148])]
  const end = [...lines(100, 300, steps(740, 880, 17)), ...lines(450, 650, [742, 766, 860])]
  const found = columnsOf([...head, ...BODY, ...end], WIDTH, HEIGHT, DPI).sort(
    (a, b) => a.left[1] - b.left[1],
  )
  expect(found).toHaveLength(2)
  found.forEach(({ left, right }, index) => {
    const [top, bottom, from, to] = index === 0 ? [100, 172, 300, 380] : [740, 872, 300, 450]
    expect(left[2]).toBe(right[0])
    expect(left[2]).toBeGreaterThan(from)
    expect(left[2]).toBeLessThan(to)
    expect(left[1]).toBeLessThanOrEqual(top)
    expect(left[1]).toBeGreaterThan(top - 30)
    expect(left[3]).toBeGreaterThanOrEqual(bottom)
    expect(left[3]).toBeLessThan(bottom + 30)
  })
})

it('finds none in a body with short lines, nor where only one line has a gap', () => {
  const short = [...lines(100, 300, steps(740, 900, 24)), ...BODY]
  expect(columnsOf(short, WIDTH, HEIGHT, DPI)).toEqual([])
  const gapped = [...BODY, ...lines(100, 300, [740]), ...lines(450, 650, [740])]
  expect(columnsOf(gapped, WIDTH, HEIGHT, DPI)).toEqual([])
})

it('cuts no line below whose letters only reach into the strip', () => {
  const head = [...lines(120, 300, [100, 124, 160]), ...lines(380, 720, [100, 124, 148])]
  // In the gutter stand lower letters, beside it ones with marks.
  const title = [...lines(200, 310, [200]), ...lines(370, 500, [200]), ...lines(310, 370, [206])]
  const [columns] = columnsOf([...head, ...title], WIDTH, HEIGHT, DPI)
  expect(columns!.left[3]).toBeLessThanOrEqual(200)
})
