import { expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { samplePlan } from '../../test/sample-plan.ts'
import { PlanExtractError } from '../errors.ts'
import { emit } from './emit.ts'
import { FORMATS, streamStart } from './formats.ts'
import { toJson } from './json.ts'

test('JSON, YAML and NDJSON hold the same plan', () => {
  const plan = samplePlan()
  expect(JSON.parse(emit(plan, 'json'))).toEqual(plan)
  expect(JSON.parse(emit(plan, 'ndjson'))).toEqual(plan)
  expect(parseYaml(emit(plan, 'yaml'))).toEqual(plan)
})

test('every format ends with one line feed, and NDJSON has no other', () => {
  for (const format of FORMATS) expect(emit(samplePlan(), format)).toMatch(/[^\n]\n$/)
  expect(emit(samplePlan(), 'ndjson').indexOf('\n')).toBe(emit(samplePlan(), 'ndjson').length - 1)
})

test('keys stand in the order of the schema, whatever the order in the record', () => {
  const plan = samplePlan()
  const reversed = Object.fromEntries(Object.entries(plan).reverse()) as typeof plan
  for (const format of FORMATS) expect(emit(reversed, format)).toBe(emit(plan, format))
})

test('a place stays on one line of JSON and of YAML', () => {
  expect(emit(samplePlan(), 'json')).toContain(
    '"at": { "page": 1, "line": 10, "endLine": 11, "bbox": [72, 300, 520, 330] }',
  )
  expect(emit(samplePlan(), 'yaml')).toMatch(/at: \{ page: 1, line: 9 \}/)
})

test('readers of YAML 1.1 get dates as strings', () => {
  expect(emit(samplePlan(), 'yaml')).toContain('date: "2026-03-05"')
})

test('the table of tasks has a row per task, bodies joined', () => {
  const csv = streamStart('csv-tasks') + emit(samplePlan(), 'csv-tasks')
  const [head, row, ...rest] = csv.trimEnd().split('\n')
  expect(head?.split(',').slice(0, 4)).toEqual(['file', 'number', 'issuer', 'task'])
  expect(row).toContain('T1,,Trồng 500 cây,Văn phòng; Đoàn Thanh niên,')
  expect(rest).toEqual([])
})

test('a cell can not run as a formula', () => {
  const plan = samplePlan()
  plan.tasks[0]!.text = '=HYPERLINK("http://example.org")'
  expect(emit(plan, 'csv-tasks')).toContain("'=HYPERLINK")
})

test('a record that is no plan is an error that names the path', () => {
  const plan = samplePlan()
  plan.tasks[0]!.deadline!.to = '2026-02-30'
  const emitting = () => emit(plan, 'json')
  expect(emitting).toThrow(PlanExtractError)
  expect(emitting).toThrow(/tasks\[0\]\.deadline\.to/)
})

test('JSON of deep and empty values is JSON', () => {
  const value = { a: [], b: {}, c: [[1, [2]], { d: null, e: 'ế\n' }], f: [{ g: [{ h: 1 }] }] }
  expect(JSON.parse(toJson(value))).toEqual(value)
  expect(JSON.parse(toJson({ a: undefined, b: 1, c: { d: undefined } }))).toEqual({ b: 1, c: {} })
})
