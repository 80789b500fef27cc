import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pathText } from '../../schemas/path.ts'
import type { Plan } from '../../schemas/plan.ts'
import { samplePlan } from '../../test/sample-plan.ts'
import { packagePath } from '../package-root.ts'
import { parsePlan } from '../parse-plan.ts'
import { differences, differenceText, expectedPart, type Tolerance } from './differences.ts'

function found(change: (plan: Plan) => unknown, tolerance: Tolerance = {}): string[] {
  const plan = samplePlan()
  change(plan)
  return differences(expectedPart(samplePlan()), plan, tolerance).map(
    difference => `${pathText(difference.path)}: ${differenceText(difference)}`,
  )
}

test('a plan is as its expected part says, which holds no places and no views', () => {
  expect(found(() => {})).toEqual([])
  expect(JSON.stringify(expectedPart(samplePlan()))).not.toMatch(/"at"|"source"|"purpose":|"warnings"/)
})

test('a changed field is named by its path with both values', () => {
  expect(found(plan => Object.assign(plan.tasks[0]!.deadline!, { to: '2026-05-01' }))).toEqual([
    'tasks[0].deadline.to: expected 2026-04-30, got 2026-05-01',
  ])
})

test('a difference says where the program found what it gives', () => {
  const changed = found(plan => {
    const [section] = plan.body
    if (section?.type === 'section') Object.assign(section.blocks[0]!, { text: 'Nâng cao tỷ lệ che phủ cây' })
  })
  expect(changed).toEqual([
    'body[0].blocks[0].text: expected Nâng cao tỷ lệ che phủ cây xanh., got Nâng cao tỷ lệ che phủ cây  ·  page 1, line 10',
  ])
})

test('an item that is missing or too many does not shift the others', () => {
  expect(found(plan => plan.body.shift())).toEqual(['body[0]: expected section MỤC ĐÍCH, got nothing'])
  expect(found(plan => plan.recipients.unshift('Như trên'))).toEqual([
    'recipients[0]: got Như trên, expected nothing',
  ])
})

test('an absent list and an empty one say the same, a field that was not expected is found', () => {
  const { citations: _none, ...rest } = expectedPart(samplePlan())
  expect(differences(rest, samplePlan())).toEqual([])
  expect(found(plan => Object.assign(plan, { closing: 'Trên đây là Kế hoạch.' }))).toEqual([
    'closing: got Trên đây là Kế hoạch., expected nothing',
  ])
})

test('of two long texts the part is shown in which they differ', () => {
  const long = 'Rà soát, kiện toàn tổ công nghệ số cộng đồng của các thôn trên địa bàn, '.repeat(3)
  const at = { path: ['preamble'], expected: `${long}một`, got: `${long}hai` }
  expect(differenceText(at)).toMatch(/^expected ….{97}một, got ….{97}hai$/)
})

test('a tolerance holds for its field only', () => {
  const misread = (plan: Plan): unknown => Object.assign(plan.tasks[0]!, { text: 'Trồng 500 câv' })
  expect(found(misread, { 'tasks.text': 0.2 })).toEqual([])
  expect(found(misread, { tasks: 0.2 })).toEqual([])
  expect(found(misread, { body: 0.2 })).toHaveLength(1)
})

test('what is no plan differs in every field, and nothing is thrown', () => {
  for (const expected of [undefined, null, 5, [], 'x'])
    expect(differences(expected, samplePlan()).length).toBeGreaterThan(3)
})

/** Paths to every text, number and switch below a value. */
function leavesOf(value: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (value === null || typeof value !== 'object') return [path]
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

/** A value with a small error at the path: a letter, one more, the opposite. */
function planted(value: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (key === undefined)
    return typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : !value
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  const at = key as keyof typeof copy
  copy[at] = planted(copy[at], rest) as never
  return copy
}

/** The place of the nearest thing above a path that says where it stood. */
function placeAbove(plan: unknown, path: readonly PropertyKey[]): unknown {
  let value = plan
  let place: unknown
  for (const key of path) {
    value = (value as Record<PropertyKey, unknown>)[key]
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (isRecord) place = (value as { at?: unknown }).at ?? place
  }
  return place
}

test('an error planted in any one field is found, with its path and its place in the source', () => {
  const text = readFileSync(packagePath('fixtures/ke-hoach-phong-chong-thien-tai.txt'), 'utf8')
  for (const [plan, every] of [
    [samplePlan(), 1],
    [parsePlan(text), 5],
  ] as const) {
    const expected = expectedPart(plan)
    const leaves = leavesOf(expected).filter((_, index) => index % every === 0)
    expect(leaves.length).toBeGreaterThan(30)
    for (const path of leaves) {
      const found = differences(planted(expected, path), plan)
      expect(found.map(difference => pathText(difference.path))).toEqual([pathText(path)])
      expect(found[0]!.at).toEqual(placeAbove(plan, path))
    }
  }
})
