/** An item of the first list beside its partner in the second, or one that has none. */
export interface Pair {
  expected?: number
  got?: number
}

/** Two items under this likeness are never partners. */
const LEAST = 0.5

/**
 * Puts two lists side by side so that the likeness of partners is greatest and their order is kept:
 *
 *     a b c d
 *     a   c x d     → (0,0) (1,–) (2,1) (–,2) (3,3)
 *
 * @param likeness of expected item i and got item j, in [0, 1]
 * @returns indexes in both lists; dynamic programming over all prefixes, O(n·m)
 */
export function align(expected: number, got: number, likeness: (i: number, j: number) => number): Pair[] {
  const width = got + 1
  const best = new Float64Array((expected + 1) * width)
  const gain = (i: number, j: number): number => {
    const like = likeness(i, j)
    return like < LEAST ? -1 : like
  }
  for (let i = expected - 1; i >= 0; i--)
    for (let j = got - 1; j >= 0; j--)
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j]!,
        best[i * width + j + 1]!,
        best[(i + 1) * width + j + 1]! + gain(i, j),
      )
  const pairs: Pair[] = []
  let i = 0
  let j = 0
  while (i < expected && j < got) {
    const here = best[i * width + j]!
    if (here === best[(i + 1) * width + j + 1]! + gain(i, j)) pairs.push({ expected: i++, got: j++ })
    else if (here === best[(i + 1) * width + j]!) pairs.push({ expected: i++ })
    else pairs.push({ got: j++ })
  }
  while (i < expected) pairs.push({ expected: i++ })
  while (j < got) pairs.push({ got: j++ })
  return pairs
}
