import { baseLetter } from '../../src/repair/candidates/channel.ts'
import type { Costs } from './align.ts'

/** What to believe before anything was counted: the same letter without its diacritics is likely, all else is not. */
export const priorCosts: Costs = {
  cost(printed, read) {
    if (printed === read && printed.length === 1) return 0.3
    if (printed === '') return read === ' ' ? 5 : 4.5
    if (read === '') return printed === ' ' ? 5 : 5
    const space = printed.includes(' ') || read.includes(' ')
    if (printed.length === 1 && read.length === 1) {
      if (space) return 9
      const a = baseLetter(printed)
      const b = baseLetter(read)
      return a === b ? 0.7 : a.toLowerCase() === b.toLowerCase() ? 1.5 : 3.5
    }
    if (space) return 30
    if (printed.length === 1)
      return (
        (baseLetter(printed).toLowerCase() === baseLetter(read[0]!).toLowerCase() ? 4 : 5) +
        1.5 * (read.length - 2)
      )
    // Two letters came out as one shape only where neither came out as itself: `ứng` → `tmg`.
    if (
      baseLetter(printed[0]!) === baseLetter(read[0]!) ||
      baseLetter(printed[1]!) === baseLetter(read.at(-1)!)
    )
      return 30
    return 4 + read.length / 2
  },
}
