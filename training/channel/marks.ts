import type { Counts } from './counts.ts'

/**
 * Letters with diacritics that come out as two characters, `ử → ur`, in two independent parts: the letter comes out as
 * `u`, its marks as the sign `r` behind it, as they do behind other letters too.
 */
export class MarkShares {
  readonly #signs = new Map<string, Map<string, number>>()
  readonly #total = new Map<string, number>()
  readonly #firsts = new Map<string, Map<string, number>>()

  constructor(counts: Counts) {
    for (const [printed, row] of counts.segments) {
      const marks = marksOf(printed)
      if (marks.length === 0) continue
      const total = counts.printed.get(printed) ?? 0
      const firsts = new Map<string, number>()
      this.#firsts.set(printed, firsts)
      for (const mark of marks) this.#total.set(mark, (this.#total.get(mark) ?? 0) + total)
      for (const [read, count] of row) {
        if (read.length === 0 || read.length > 2) continue
        firsts.set(read[0]!, (firsts.get(read[0]!) ?? 0) + count / (total + 1))
        if (read.length === 2) for (const mark of marks) this.#add(mark, read[1]!, count)
      }
    }
  }

  #add(mark: string, sign: string, count: number): void {
    let signs = this.#signs.get(mark)
    if (!signs) this.#signs.set(mark, (signs = new Map()))
    signs.set(sign, (signs.get(sign) ?? 0) + count)
  }

  share(printed: string, read: string): number {
    const marks = marksOf(printed)
    const first = this.#firsts.get(printed)?.get(read[0]!) ?? 0
    const sign = marks.reduce((sum, mark) => sum + this.#signShare(mark, read[1]!), 0) / marks.length
    return first * sign
  }

  #signShare(mark: string, sign: string): number {
    return (this.#signs.get(mark)?.get(sign) ?? 0) / (this.#total.get(mark)! + 1)
  }

  /** Every two characters that the letter may come out as. */
  *readings(printed: string): Iterable<string> {
    const signs = new Set(marksOf(printed).flatMap(mark => [...(this.#signs.get(mark)?.keys() ?? [])]))
    for (const first of this.#firsts.get(printed)?.keys() ?? []) for (const sign of signs) yield first + sign
  }
}

/** The diacritics of a single letter: `ử` has a horn and a hook. */
export function marksOf(printed: string): string[] {
  const parts = printed.normalize('NFD')
  return printed.length === 1 ? [...parts.slice(1)] : []
}
