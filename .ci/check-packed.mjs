// node check-packed.mjs FIXTURES NAME: whether the packed program, run in the working folder, made of the born-digital
// fixture what is expected, of its scan and its garbled text plans with a body, and the packed library the same.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [fixtures, name] = process.argv.slice(2)
const read = path => JSON.parse(readFileSync(path, 'utf8'))
const sections = plan =>
  plan.body.filter(block => block.type === 'section').map(({ id, heading }) => ({ id, heading }))

const expected = read(join(fixtures, `${name}.plan.json`))
const plan = read(`plans/${name}.plan.json`)
for (const key of ['issuer', 'number', 'date', 'kind', 'title'])
  assert.deepEqual(plan.header[key], expected.header[key], `header.${key}`)
assert.deepEqual(sections(plan), sections(expected))
for (const form of ['garbled', 'ocr']) assert(read(`plans/${name}.${form}.plan.json`).body.length > 3, form)

const require = createRequire(join(process.cwd(), 'package.json'))
const { extract, validate } = await import(pathToFileURL(require.resolve('plan-extract')).href)
const again = await extract(`${name}.pdf`)
assert.equal(validate(again.plan).valid, true)
assert.deepEqual(again.plan, plan)
console.log('The packed program and its library are right.')
