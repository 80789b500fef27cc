import { baseLetter } from '../../src/repair/candidates/channel.ts'
import type { Segment } from './align.ts'

/** Times that a letter must be read for the engine to be said to read it. */
const READ_AT_ALL = 20

/** Segment counts with the totals that they are shares of. */
export class Counts {
  readonly segments = new Map<string, Map<string, number>>()
  /** Occurrences of each printed character and pair of characters in the text. */
  readonly printed = new Map<string, number>()
  /** Digits that base letters were read as beside another letter read as one. */
  readonly digits = new Map<string, Map<string, number>>()

  add({ printed, read }: Segment): void {
    let row = this.segments.get(printed)
    if (!row) this.segments.set(printed, (row = new Map()))
    row.set(read, (row.get(read) ?? 0) + 1)
  }

  /** Letters in a row that were read as digits, whether each by itself or two together. */
  addDigits(segments: readonly Segment[]): void {
    segments.forEach((segment, i) => {
      const { printed, read } = segment
      const together = /^\p{Ll}{2}$/u.test(printed) && /^\d\d$/.test(read)
      const inRow = [segments[i - 1], segments[i + 1]].some(neighbour => neighbour && isDigitRead(neighbour))
      if (!together && !(isDigitRead(segment) && inRow)) return
      for (let k = 0; k < printed.length; k++) {
        const base = baseLetter(printed[k]!)
        const row = this.digits.get(base) ?? new Map<string, number>()
        this.digits.set(base, row.set(read[k]!, (row.get(read[k]!) ?? 0) + 1))
      }
    })
  }

  /** Single characters read often enough that the engine may be said to read them. */
  reads(): Set<string> {
    const times = new Map<string, number>()
    for (const row of this.segments.values())
      for (const [read, count] of row) if (read.length === 1) times.set(read, (times.get(read) ?? 0) + count)
    return new Set([...times].filter(([, count]) => count >= READ_AT_ALL).map(([read]) => read))
  }

  addText(text: string): void {
    for (let i = 0; i < text.length; i++) {
      this.printed.set(text[i]!, (this.printed.get(text[i]!) ?? 0) + 1)
      if (i + 1 < text.length) {
        const pair = text.slice(i, i + 2)
        this.printed.set(pair, (this.printed.get(pair) ?? 0) + 1)
      }
      this.printed.set('', (this.printed.get('') ?? 0) + 1)
    }
  }
}

function isDigitRead({ printed, read }: Segment): boolean {
  return /^\p{Ll}$/u.test(printed) && /^\d$/.test(read)
}
