import { describe, expect, it } from 'vitest'
import { componentsOf, erase, isStroke } from './components.ts'
import { levelled, skewOf } from './deskew.ts'
import { blank, type GrayPicture, type RawPicture } from './gray.ts'
import { separateInks } from './ink.ts'
import { rulesOfPicture, withoutLevelRules } from './rules.ts'

const DPI = 100

function fill(picture: GrayPicture, x0: number, y0: number, x1: number, y1: number, value = 0): void {
  for (let y = y0; y < y1; y++) picture.data.fill(value, y * picture.width + x0, y * picture.width + x1)
}

/** Rows of blocks as large as letters: what lines of text look like from afar. */
function prose(): GrayPicture {
  const picture = blank(800, 600)
  for (let y = 40; y < 560; y += 24)
    for (let x = 60; x < 740; x += 11) if ((x * 7 + y) % 5 > 0) fill(picture, x, y, x + 7, y + 9)
  return picture
}

describe('pictures before they are read', () => {
  it('measures the slope of the lines to a tenth of a degree and sets it right', () => {
    const crooked = levelled(prose(), -1.4)
    const skew = skewOf(crooked)
    expect(skew).toBeCloseTo(1.4, 1)
    expect(Math.abs(skewOf(levelled(crooked, skew)))).toBeLessThan(0.15)
    expect(skewOf(prose())).toBe(0)
  })

  it('takes red ink off and leaves black letters under it; sets blue ink apart', () => {
    const paper: RawPicture = {
      data: new Uint8Array(100 * 100 * 3).fill(250),
      width: 100,
      height: 100,
      channels: 3,
    }
    const bar = (x0: number, y0: number, x1: number, y1: number, colour: number[]): void => {
      for (let x = x0; x < x1; x++) for (let y = y0; y < y1; y++) paper.data.set(colour, (y * 100 + x) * 3)
    }
    bar(10, 40, 90, 60, [215, 40, 50])
    bar(10, 80, 30, 83, [60, 70, 190])
    bar(45, 10, 55, 90, [30, 25, 25])
    const { print, pen } = separateInks(paper)
    const at = (x: number, y: number): number => y * 100 + x
    expect(print.data[at(20, 50)]).toBe(255)
    expect(print.data[at(50, 50)]).toBeLessThan(60)
    expect(print.data[at(20, 81)]).toBe(255)
    expect(pen?.data[at(20, 81)]).toBeLessThan(100)
    expect(pen?.data[at(50, 81)]).toBe(255)
  })

  it('finds ruling lines, and none in rows of letters', () => {
    const picture = prose()
    expect(rulesOfPicture(picture, DPI)).toEqual([])
    fill(picture, 60, 20, 700, 22)
    fill(picture, 30, 20, 32, 580)
    const rules = rulesOfPicture(picture, DPI)
    expect(rules.map(rule => rule.direction).sort()).toEqual(['horizontal', 'vertical'])
    const cleaned = withoutLevelRules(picture, rules, DPI)
    expect(cleaned.data[21 * 800 + 300]).toBe(255)
  })

  it('takes the stroke of a signature for no letter', () => {
    const picture = blank(300, 300)
    fill(picture, 20, 20, 30, 32)
    for (let at = 0; at < 150; at++) fill(picture, 100 + at, 100 + at, 103 + at, 102 + at)
    const components = componentsOf(picture)
    const strokes = components.found.filter(component => isStroke(component, DPI))
    expect(components.found).toHaveLength(2)
    expect(strokes).toHaveLength(1)
    const cleaned = erase(picture, components, strokes)
    expect(cleaned.data[25 * 300 + 25]).toBe(0)
    expect(cleaned.data[150 * 300 + 151]).toBe(255)
  })
})
