import { wordsOf } from '../words.ts'

/** Something of a plan that may have a counterpart in another. */
export interface Unit {
  text: string
  /** What it is; only units of one sort are counterparts. */
  sort: string
  /** Headings above it, outermost first, and role: where it stands by meaning, not by number. */
  place: readonly string[]
  role: string
}

/** Indexes of counterparts: one of each side, or one against the several it was split into or merged from. */
export interface Counterpart {
  a: number[]
  b: number[]
}

/** Under this share of common words two texts say different things. */
const LEAST = 0.5
/** Where the place agrees, less will do. */
const LEAST_IN_PLACE = 0.38
/** A part of a split text has nearly all its words from it. */
const PART = 0.85

interface Prepared {
  words: Map<number, number>
  size: number
  key: string
  place: Set<number>
  role: string
  sort: string
  at: number
}

/**
 * Counterparts of two lists of units, wherever they stand: equal texts first (the nearest place first), then pairs by how
 * many words they share and whether their places agree, best first; at last parts of what was split or merged.
 */
export function align(a: readonly Unit[], b: readonly Unit[]): Counterpart[] {
  const numbers = new Map<string, number>()
  const left = a.map((unit, at) => prepare(unit, at / Math.max(1, a.length), numbers))
  const right = b.map((unit, at) => prepare(unit, at / Math.max(1, b.length), numbers))
  const candidates: { i: number; j: number; score: number }[] = []
  left.forEach((one, i) => {
    right.forEach((other, j) => {
      if (one.sort !== other.sort) return
      const score = scoreOf(one, other)
      if (score > 0) candidates.push({ i, j, score })
    })
  })
  candidates.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j)
  const partnerOfLeft = new Map<number, number>()
  const partnerOfRight = new Map<number, number>()
  for (const { i, j } of candidates) {
    if (partnerOfLeft.has(i) || partnerOfRight.has(j)) continue
    partnerOfLeft.set(i, j)
    partnerOfRight.set(j, i)
  }
  const found = new Map([...partnerOfLeft].map(([i, j]) => [i, { a: [i], b: [j] }]))
  joinParts(left, right, partnerOfLeft, partnerOfRight, found)
  return [...found.values()].sort((x, y) => x.a[0]! - y.a[0]!)
}

/** 3 and more for equal texts; else the share of common words with what the place adds; 0 for no counterparts. */
function scoreOf(a: Prepared, b: Prepared): number {
  const place = jaccard(a.place, b.place)
  const near = 0.1 * place + (a.role === b.role ? 0.05 : 0) + 0.05 * (1 - Math.abs(a.at - b.at))
  if (a.key === b.key) return 3 + near
  if (2 * Math.min(a.size, b.size) < LEAST_IN_PLACE * (a.size + b.size)) return 0
  const likeness = (2 * shared(a.words, b.words)) / (a.size + b.size)
  if (likeness < LEAST_IN_PLACE || (likeness < LEAST && place < 0.99)) return 0
  return likeness + near
}

/**
 * A unit without partner that holds little but words of one whose partner lacks them is a part of it:
 *
 *     Tổ chức hội nghị; cấp phát tài liệu.   →   Tổ chức hội nghị. | Cấp phát tài liệu.
 */
function joinParts(
  left: readonly Prepared[],
  right: readonly Prepared[],
  partnerOfLeft: ReadonlyMap<number, number>,
  partnerOfRight: ReadonlyMap<number, number>,
  found: Map<number, Counterpart>,
): void {
  right.forEach((part, j) => {
    if (partnerOfRight.has(j)) return
    const i = wholeOf(part, left, index => right[partnerOfLeft.get(index) ?? -1])
    if (i !== undefined) found.get(i)!.b.push(j)
  })
  left.forEach((part, i) => {
    if (partnerOfLeft.has(i)) return
    const j = wholeOf(part, right, index => left[partnerOfRight.get(index) ?? -1])
    const owner = j === undefined ? undefined : partnerOfRight.get(j)
    if (owner !== undefined) found.get(owner)!.a.push(i)
  })
}

function wholeOf(
  part: Prepared,
  wholes: readonly Prepared[],
  partner: (index: number) => Prepared | undefined,
): number | undefined {
  if (part.size < 3) return undefined
  let best: number | undefined
  let most = PART
  wholes.forEach((whole, index) => {
    const other = partner(index)
    if (!other || whole.sort !== part.sort || whole.size <= part.size) return
    const missing = new Map(whole.words)
    for (const [word, count] of other.words) missing.set(word, (missing.get(word) ?? 0) - count)
    const inside = shared(part.words, missing) / part.size
    if (inside >= most) {
      most = inside
      best = index
    }
  })
  return best
}

function prepare({ text, sort, place, role }: Unit, at: number, numbers: Map<string, number>): Prepared {
  const number = (word: string): number => {
    let known = numbers.get(word)
    if (known === undefined) {
      known = numbers.size
      numbers.set(word, known)
    }
    return known
  }
  const words = new Map<number, number>()
  let size = 0
  let key = ''
  for (const { folded, exact } of wordsOf(text)) {
    const word = number(folded)
    words.set(word, (words.get(word) ?? 0) + 1)
    size++
    key += ` ${exact}`
  }
  const above = new Set(place.flatMap(heading => wordsOf(heading).map(word => number(word.folded))))
  return { words, size, key, place: above, role, sort, at }
}

/** Words that both have, each as often as in the poorer. */
function shared(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let sum = 0
  for (const [word, count] of a) sum += Math.max(0, Math.min(count, b.get(word) ?? 0))
  return sum
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 && b.size === 0) return 1
  let both = 0
  for (const item of a) if (b.has(item)) both++
  return both / (a.size + b.size - both)
}
