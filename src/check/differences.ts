import type { Plan } from '../../schemas/plan.ts'
import { align, type Pair } from './align.ts'
import { similarity } from './similarity.ts'

/** One field that is not as expected, with the place in the source where the program found what it gives. */
export interface Difference {
  path: PropertyKey[]
  /** Undefined where nothing was expected. */
  expected?: unknown
  /** Undefined where nothing was found. */
  got?: unknown
  at?: { page: number; line?: number }
}

/** Share of characters of a text that may differ, by the names on the path without indexes: `{ "body.text": 0.02 }`. */
export type Tolerance = Readonly<Record<string, number>>

/** What an expected plan says; views are derived from it, and the rest belongs to a run. */
export const EXPECTED_KEYS = [
  'header',
  'basis',
  'preamble',
  'body',
  'tasks',
  'assignments',
  'targets',
  'closing',
  'recipients',
  'signature',
  'signatures',
  'annexes',
  'citations',
] as const satisfies readonly (keyof Plan)[]

/** Where something stood and how sure it is: no part of what is expected. */
const NOT_COMPARED = new Set(['at', 'confidence'])

/** The part of a plan that an expected file holds. */
export function expectedPart(plan: Plan): Partial<Plan> {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip)
    if (!isRecord(value)) return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !NOT_COMPARED.has(key))
        .map(([key, item]) => [key, strip(item)]),
    )
  }
  return Object.fromEntries(
    EXPECTED_KEYS.filter(key => plan[key] !== undefined).map(key => [key, strip(plan[key])]),
  )
}

/** Field by field, in the order of the expected plan; lists are put side by side before their items are compared. */
export function differences(expected: unknown, plan: Plan, tolerance: Tolerance = {}): Difference[] {
  const found: Difference[] = []
  const wanted = isRecord(expected) ? expected : {}
  for (const key of EXPECTED_KEYS) compare(wanted[key], plan[key], [key], undefined, { found, tolerance })
  return found
}

/**
 *     expected 2026-06-15, got 2026-06-16  ·  page 4, line 12
 */
export function differenceText({ expected, got, at }: Difference): string {
  const place = at ? `  ·  page ${at.page}${at.line ? `, line ${at.line}` : ''}` : ''
  const [from, to] = [wordsOf(expected), wordsOf(got)]
  if (to === undefined) return `expected ${window(from!, 0)}, got nothing${place}`
  if (from === undefined) return `got ${window(to, 0)}, expected nothing${place}`
  const start = sharedBeginning(from, to)
  return `expected ${window(from, start)}, got ${window(to, start)}${place}`
}

interface Context {
  found: Difference[]
  tolerance: Tolerance
}

type At = Difference['at']

function compare(expected: unknown, got: unknown, path: PropertyKey[], above: At, context: Context): void {
  const at = placeOf(got) ?? above
  if (isEmpty(expected) && isEmpty(got)) return
  if (Array.isArray(expected) && Array.isArray(got)) compareLists(expected, got, path, at, context)
  else if (isRecord(expected) && isRecord(got)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)]))
      if (!NOT_COMPARED.has(key)) compare(expected[key], got[key], [...path, key], at, context)
  } else if (expected !== got && !tolerated(expected, got, path, context.tolerance))
    context.found.push({
      path,
      ...(!isEmpty(expected) && { expected }),
      ...(!isEmpty(got) && { got }),
      ...(at && { at }),
    })
}

function compareLists(
  expected: unknown[],
  got: unknown[],
  path: PropertyKey[],
  at: At,
  context: Context,
): void {
  const texts = [expected.map(nameOf), got.map(nameOf)] as const
  const pairs = align(expected.length, got.length, (i, j) => similarity(texts[0][i]!, texts[1][j]!))
  for (const pair of inPlace(pairs, expected, got)) {
    const index = pair.expected ?? pair.got!
    const from = pair.expected === undefined ? undefined : expected[pair.expected]
    const to = pair.got === undefined ? undefined : got[pair.got]
    if (from === undefined || to === undefined) {
      const place = placeOf(to) ?? at
      context.found.push({
        path: [...path, index],
        ...(from !== undefined && { expected: from }),
        ...(to !== undefined && { got: to }),
        ...(place && { at: place }),
      })
    } else compare(from, to, [...path, index], at, context)
  }
}

/** A short text that is missing and another at the same index are one that has changed: the cell `01` that became `1`. */
function inPlace(pairs: readonly Pair[], expected: readonly unknown[], got: readonly unknown[]): Pair[] {
  const extra = new Set(pairs.flatMap(pair => (pair.expected === undefined ? [pair.got] : [])))
  const changed = new Set(
    pairs.flatMap(({ expected: i, got: j }) =>
      i !== undefined && j === undefined && extra.has(i) && !isRecord(expected[i]) && !isRecord(got[i])
        ? [i]
        : [],
    ),
  )
  return pairs.flatMap(pair => {
    if (pair.expected === undefined && changed.has(pair.got!)) return []
    return pair.expected !== undefined && changed.has(pair.expected)
      ? [{ expected: pair.expected, got: pair.expected }]
      : [pair]
  })
}

/** What an item of a list is known by. */
function nameOf(item: unknown): string {
  if (!isRecord(item)) return String(item)
  const { type = '', heading, text, unit, title, label, cells, columns, name } = item
  const words = heading ?? text ?? unit ?? title ?? label ?? name ?? cells ?? columns
  return `${String(type)} ${Array.isArray(words) ? words.join(' ') : String(words ?? JSON.stringify(item))}`
}

function tolerated(expected: unknown, got: unknown, path: PropertyKey[], tolerance: Tolerance): boolean {
  if (typeof expected !== 'string' || typeof got !== 'string') return false
  const names = path.filter(key => typeof key === 'string' && key !== 'blocks')
  const allowed = tolerance[names.join('.')] ?? tolerance[String(names[0])] ?? 0
  return 1 - similarity(expected, got) <= allowed
}

/** An absent field, an empty list and an empty record say the same. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function placeOf(value: unknown): At {
  return isRecord(value) ? (value.at as At) : undefined
}

function wordsOf(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  return isRecord(value) ? nameOf(value).trim() : JSON.stringify(value)
}

function sharedBeginning(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

const WIDTH = 100
/** How much of what two long texts share stands before where they part. */
const BEFORE = 40

/** A text whole where it is short, else the part of it around a place. */
function window(text: string, place: number): string {
  if (text.length <= WIDTH) return text
  const start = Math.max(0, Math.min(place - BEFORE, text.length - WIDTH))
  const end = start + WIDTH
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
