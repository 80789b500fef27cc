/**
 * What the lines of a column's cells tell of its width: each fits, and one that goes on found no room for the first word of the
 * next.
 *
 *     │Biên soạn tài liệu tuyên  │      at least as wide as the line,
 *     │truyền trên hệ thống      │      narrower than the line and the word after it
 */
export class Breaks {
  private readonly least: number[] = []
  private readonly most: number[] = []

  /** A line of a cell, its width in ems. */
  fits(width: number): void {
    this.least.push(width)
  }

  /** The cell goes on on the next line; `width` of this one with the next line's first word, in ems. */
  breaks(width: number): void {
    this.most.push(width)
  }

  /** The width in ems that speaks against the fewest lines; infinite where too few are known. */
  width(): number {
    if (this.most.length < FEWEST) return Number.POSITIVE_INFINITY
    const least = this.least.sort((a, b) => a - b)
    const most = this.most.sort((a, b) => a - b)
    let best = Number.POSITIVE_INFINITY
    let fewest = Number.POSITIVE_INFINITY
    let broken = 0
    for (let at = 0; at < least.length; at++) {
      const width = least[at]!
      while (broken < most.length && most[broken]! <= width * EQUAL) broken++
      let wider = at + 1
      while (wider < least.length && least[wider]! <= width * EQUAL) wider++
      const against = least.length - wider + broken
      if (against <= fewest) {
        fewest = against
        best = width
      }
    }
    return best
  }
}

/** Two lines broken at one width may be so by chance. */
const FEWEST = 4

/** Widths estimated from letters that differ by less may be the same in print. */
const EQUAL = 1.03
