import { describe, expect, it } from 'vitest'
import { Breaks } from './breaks.ts'

describe('the width of a column', () => {
  const of = (fits: number[], breaks: number[]) => {
    const found = new Breaks()
    for (const width of fits) found.fits(width)
    for (const width of breaks) found.breaks(width)
    return found.width()
  }

  it('is that of the widest line that no broken line contradicts', () => {
    expect(of([9.1, 9.6, 9.4, 9.8, 3], [10.4, 10.2, 11, 10.6])).toBe(9.8)
  })

  it('bears lines that were cut wrongly', () => {
    expect(of([9.1, 9.6, 9.4, 9.8, 14], [10.4, 10.2, 11, 10.6, 4])).toBe(9.8)
  })

  it('is unknown where few lines are broken', () => {
    expect(of([9.1, 9.6, 9.4], [10.4, 10.2, 11])).toBe(Number.POSITIVE_INFINITY)
  })
})
