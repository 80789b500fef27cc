import { expect, test } from 'vitest'
import { pathText } from '../../schemas/path.ts'
import type { Plan, Section } from '../../schemas/plan.ts'
import { samplePlan } from '../../test/sample-plan.ts'
import { emit } from '../emit/emit.ts'
import { PlanExtractError } from '../errors.ts'
import { recordsOf } from './plan-file.ts'
import { validate } from './validate.ts'

function findings(change: (plan: Plan) => unknown): string[] {
  const plan = samplePlan()
  change(plan)
  return validate(plan).findings.map(({ path, message }) => `${pathText(path)}: ${message}`)
}

test('a right plan has no findings', () => {
  expect(validate(samplePlan())).toMatchObject({ valid: true, findings: [] })
})

test.each<[string, (plan: Plan) => unknown, RegExp]>([
  ['two sections with one id', plan => Object.assign(plan.body[1]!, { id: 'I' }), /^body\[1\]\.id: “I”/],
  ['a level that is not the depth', plan => Object.assign(plan.body[0]!, { level: 2 }), /^body\[0\]\.level/],
  ['a task of no body', plan => Object.assign(plan.tasks[0]!, { lead: [] }), /^tasks\[0\]\.lead: no/],
  ['a task of no section', plan => Object.assign(plan.tasks[0]!, { section: 'X' }), /^tasks\[0\]\.section/],
  [
    'a period that ends first',
    plan => Object.assign(plan.tasks[0]!.deadline!, { from: '2026-05-01' }),
    /^tasks\[0\]\.deadline: ends/,
  ],
  ['a page past the end', plan => Object.assign(plan.source, { pages: 0 }), /^body\[0\]\.at\.page: page 1/m],
  ['a symbol of another number', plan => Object.assign(plan.header, { symbol: 'QĐ' }), /^header\.symbol/],
])('%s is found', (_name, change, expected) => {
  expect(findings(change).join('\n')).toMatch(expected)
})

test('a row with a cell too many is found', () => {
  const found = findings(plan => {
    const table = (plan.body[1] as Section).blocks[0]!
    if (table.type === 'table') table.rows[0]!.cells.push('')
  })
  expect(found).toEqual(['body[1].blocks[0].rows[0].cells: 4 cells in a table of 3 columns'])
})

test('what is wrong inside a block is told of the block that it is, not of the others', () => {
  const plan = samplePlan() as unknown as { body: { blocks: { text: unknown }[] }[] }
  plan.body[0]!.blocks[0]!.text = 5
  const [finding, ...rest] = validate(plan).findings
  expect(pathText(finding!.path)).toBe('body[0].blocks[0].text')
  expect(rest).toEqual([])
})

test('values that are no records are refused, not thrown at', () => {
  for (const value of [undefined, null, 5, 'kế hoạch', [], {}]) expect(validate(value).valid).toBe(false)
})

test('a path leads back to its line in JSON, NDJSON and YAML', () => {
  const path = ['tasks', 0, 'deadline', 'to']
  for (const format of ['json', 'yaml'] as const) {
    const text = emit(samplePlan(), format)
    const [record] = recordsOf(text, `a.plan.${format}`)
    const { line, column } = record!.locate(path)
    expect(text.split('\n')[line - 1]!.slice(column - 1)).toMatch(/^"?2026-04-30/)
  }
  const ndjson = `${emit(samplePlan(), 'ndjson')}\n${emit(samplePlan(), 'ndjson')}`
  expect(recordsOf(ndjson, 'a.ndjson').map(record => record.locate(path).line)).toEqual([1, 3])
})

test('a path that the file does not have leads to the nearest value above it', () => {
  const text = emit(samplePlan(), 'yaml')
  const { line } = recordsOf(text, 'a.yaml')[0]!.locate(['header', 'parent'])
  expect(text.split('\n')[line - 1]).toMatch(/^ {2}issuer/)
})

test('each document of a YAML stream is a record', () => {
  const text = `---\n${emit(samplePlan(), 'yaml')}---\n${emit(samplePlan(), 'yaml')}`
  const records = recordsOf(text, 'a.yaml')
  expect(records.map(({ value }) => validate(value).valid)).toEqual([true, true])
  expect(records[1]!.locate(['schemaVersion']).line).toBeGreaterThan(50)
})

test('text that is not of its format is a named error with the line', () => {
  expect(() => recordsOf('{\n"a": 1,\n}', 'a.json')).toThrow(PlanExtractError)
  expect(() => recordsOf('{"a": 1}\n{', 'a.ndjson')).toThrow(/line 2/)
  expect(() => recordsOf('a: [1', 'a.yaml')).toThrow(/not YAML/)
})

test('a file whose anchors multiply is refused', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 9; level++)
    lines.push(
      `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    )
  expect(() => recordsOf(lines.join('\n'), 'a.yaml')).toThrow(PlanExtractError)
})
