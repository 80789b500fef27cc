import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type * as Library from '../src/index.ts'

// The built library, as its users import it.
const root = join(import.meta.dirname, '..')
const library: typeof Library = await import(join(root, 'dist/src/index.js'))
const { emit, extract, extractAll, PlanExtractError, parsePlan, repair, repairedText, validate } = library

const file = join(root, 'fixtures/ke-hoach-chuyen-doi-so.txt')
const bytes = new Uint8Array(readFileSync(file))

test('a path, its bytes and a stream of them give the same plan', async () => {
  const { plan } = await extract(file)
  const fileName = 'ke-hoach-chuyen-doi-so.txt'
  expect((await extract(bytes, { fileName })).plan).toEqual(plan)
  expect((await extract(createReadStream(file), { fileName })).plan).toEqual(plan)
  expect(validate(plan)).toMatchObject({ valid: true })
})

test('right text is repaired to itself, and parsePlan reads it as extract does', async () => {
  const text = Buffer.from(bytes).toString('utf8')
  const repaired = repairedText(await repair(bytes), 'text')
  const words = (from: string): string[] => from.split(/\s+/).filter(Boolean)
  const changed = words(text).filter((word, index) => word !== words(repaired)[index])
  expect(changed.length / words(text).length).toBeLessThan(0.01)
  expect(parsePlan(text).header).toEqual((await extract(bytes)).plan.header)
})

test('many documents in threads come in order and as they would one by one', async () => {
  const inputs = [file, bytes, '/không/có.txt', file]
  const results = []
  for await (const { input, plan, error } of extractAll(inputs, { jobs: 2 }))
    results.push([input, plan ? emit(plan, 'ndjson') : error?.code])
  const one = emit((await extract(file)).plan, 'ndjson')
  const unnamed = emit((await extract(bytes)).plan, 'ndjson')
  expect(results).toEqual([
    [file, one],
    [bytes, unnamed],
    ['/không/có.txt', 'E_NOT_FOUND'],
    [file, one],
  ])
})

test('what ends the work is a PlanExtractError with code and hint; a signal stops it', async () => {
  await expect(extract(new Uint8Array())).rejects.toBeInstanceOf(PlanExtractError)
  await expect(extract(new Uint8Array())).rejects.toMatchObject({ code: 'E_EMPTY', hint: /./ })
  await expect(extract(file, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'E_ABORTED' })
})

test('--min-confidence adds a warning for every word under it', async () => {
  const garbled = Buffer.from('Thye hién Ké hoach s6 31/KH-UBND ngay 12/02/2026\nI. MUC DICH\n')
  const { plan, document } = await extract(garbled, { minConfidence: 1 })
  const doubtful = document.pages
    .flatMap(page => page.lines.flatMap(line => line.words))
    .filter(word => (word.confidence ?? 1) < 1)
  expect(plan.warnings.filter(({ code }) => code === 'word-doubtful')).toHaveLength(doubtful.length)
  expect(doubtful.length).toBeGreaterThan(0)
})
