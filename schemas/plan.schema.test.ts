import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planJsonSchema } from './json-schema.ts'
import { PlanSchema } from './plan.ts'
import { typescriptOf } from './typescript.ts'

test('plan.schema.json is what the zod schema says (else: npm run schema)', () => {
  const written = JSON.parse(readFileSync(new URL('plan.schema.json', import.meta.url), 'utf8'))
  expect(written).toEqual(JSON.parse(JSON.stringify(planJsonSchema())))
})

test('the TypeScript form declares the plan and all its parts once', () => {
  const declarations = typescriptOf(planJsonSchema())
  const names = [...declarations.matchAll(/^export (?:interface|type) (\w+)/gm)].map(match => match[1])
  expect(names[0]).toBe('Plan')
  expect(new Set(names).size).toBe(names.length)
  for (const name of ['Section', 'Statement', 'Table', 'Task', 'Citation', 'Place'])
    expect(names).toContain(name)
  expect(declarations).toContain('bbox?: [number, number, number, number]')
})

test('a date that the calendar does not have is refused', () => {
  const date = PlanSchema.shape.header.shape.date
  expect(date.safeParse('2026-02-29').success).toBe(false)
  expect(date.safeParse('2028-02-29').success).toBe(true)
})
