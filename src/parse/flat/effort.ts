/**
 * How much of a document's flat tables is read with care. A line costs a search over the ways to cut it for each of the ways
 * kept for the lines above; tables of any plan fall within the allowance, and a book of tables is still read in the time
 * of its other steps, a little less well.
 */
export class Effort {
  /** Ways extended by a line so far. */
  spent = 0
  private left: number

  /** @param lines how many lines of tables are read with care. */
  constructor(lines = 1500) {
    this.left = lines
  }

  /** Whether a table of so many lines is read with care; takes it off the allowance. */
  affords(lines: number): boolean {
    const affordable = lines <= this.left
    if (affordable) this.left -= lines
    return affordable
  }
}
