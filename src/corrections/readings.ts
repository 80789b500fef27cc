import type { Word } from '../document.ts'

/** Words of a repaired line that were read as one piece: `ngàytháng` → `ngày tháng`, `tu yên` → `tuyên`. */
export interface Reading {
  /** What was read, in NFC; several read words are separated by a space. */
  raw: string
  /** From the first to after the last of its words in the line. */
  start: number
  end: number
}

/** Letters that two words have more than their common reading, so that it must stand twice on the line. */
const LONGER = 1.5

/**
 * The readings of a repaired line in their order. Words into which repair split one reading all carry it; they are told
 * from the same word read twice by their length, since repair changes letters and hardly adds any.
 */
export function readingsOf(words: readonly Word[]): Reading[] {
  const readings: Reading[] = []
  let length = 0
  words.forEach((word, index) => {
    const raw = (word.raw ?? word.text).normalize('NFC')
    const last = readings.at(-1)
    const isPart =
      last !== undefined &&
      word.raw !== undefined &&
      last.raw === raw &&
      length + word.text.length <= LONGER * raw.length
    length = isPart ? length + word.text.length : word.text.length
    if (isPart) last.end = index + 1
    else readings.push({ raw, start: index, end: index + 1 })
  })
  return readings
}
