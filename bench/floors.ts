import { readFileSync } from 'node:fs'
import { packagePath } from '../src/package-root.ts'

/** A bound that a figure of `bench/floors.json` keeps: what it is of, and how bad it may be. Floors only go up. */
export interface Floor {
  set: string
  figure: string
  atMost?: number
  atLeast?: number
}

/** One line per floor of a set whose figure was measured; `held` is false where it is worse. */
export function comparedWithFloors(
  set: string,
  figures: Readonly<Record<string, number | undefined>>,
): { text: string; held: boolean }[] {
  const floors: Floor[] = JSON.parse(readFileSync(packagePath('bench/floors.json'), 'utf8'))
  return floors.flatMap(floor => {
    const value = floor.set === set ? figures[floor.figure] : undefined
    if (value === undefined) return []
    const { atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY } = floor
    const held = value <= atMost && value >= atLeast
    const bound = Number.isFinite(atMost) ? `at most ${atMost}` : `at least ${atLeast}`
    return [
      {
        held,
        text: `${held ? 'held  ' : 'BROKEN'}  ${floor.figure}, ${set}: ${value.toFixed(2)} (${bound})`,
      },
    ]
  })
}
