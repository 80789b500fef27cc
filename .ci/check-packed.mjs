// node check-packed.mjs EXPECTED.plan.json PLAN.plan.json…: what the packed program made says the same where no reading
// error may be: issuer, number, date, sections; and the library of the package in the working folder makes it too.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [expectedFile, ...files] = process.argv.slice(2)
const expected = JSON.parse(readFileSync(expectedFile, 'utf8'))
assert(files.length > 0, 'no plan was made')
for (const file of files) {
  const plan = JSON.parse(readFileSync(file, 'utf8'))
  assert.equal(plan.header.number, expected.header.number, file)
  assert.equal(plan.header.issuer?.level, expected.header.issuer.level, file)
  const sections = expected.body.filter(block => block.type === 'section').map(section => section.id)
  assert.deepEqual(
    plan.body.filter(block => block.type === 'section').map(section => section.id),
    sections,
    file,
  )
}

const require = createRequire(join(process.cwd(), 'package.json'))
const { extract, validate } = await import(pathToFileURL(require.resolve('plan-extract')).href)
const { plan } = await extract('ke-hoach-chuyen-doi-so.ocr.txt')
assert.equal(validate(plan).valid, true)
assert.deepEqual(plan, JSON.parse(readFileSync('plans/ke-hoach-chuyen-doi-so.ocr.plan.json', 'utf8')))
console.log(`${files.length} plans and the library of the package are right`)
