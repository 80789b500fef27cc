import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyFixture, emptyFolder, run } from './program.ts'

const SCAN = 'ke-hoach-hoc-tap-nghi-quyet.garbled.pdf'

test('a folder of scans becomes one of searchable PDF, a second run with --resume does nothing, corrections do', async () => {
  const cwd = emptyFolder()
  mkdirSync(join(cwd, 'scans'))
  copyFixture(SCAN, join(cwd, 'scans'))
  const args = ['pdf', 'scans', '-o', 'out', '--ocr', 'never', '--resume']
  const first = await run(args, { cwd })
  expect([first.code, first.stdout]).toEqual([0, ''])
  const output = join(cwd, 'out', SCAN)
  const made = readFileSync(output)
  const before = statSync(output).mtimeMs
  expect(made.subarray(0, 5).toString()).toBe('%PDF-')
  expect((await run(args, { cwd })).stderr).toBe('')
  expect(statSync(output).mtimeMs).toBe(before)
  const name = SCAN.replace(/\.pdf$/, '')
  writeFileSync(
    join(cwd, 'scans', `${name}.corrections.yaml`),
    `document: ${SCAN}\ncorrections:\n  - { page: 1, line: 1, raw: DANG, right: ĐẢNGG }\n  - { page: 9, line: 1, raw: x, right: y }\n`,
  )
  const third = (await run(args, { cwd })).stderr
  expect(third).toContain('→ out')
  expect(third).toMatch(/warning: .* of “x” to “y” was not applied: .*\(correction-unfit\)/)
  expect(readFileSync(output).equals(made)).toBe(false)
})

test('an input and a file of another document are never overwritten', async () => {
  const cwd = emptyFolder()
  copyFixture(SCAN, cwd)
  const before = readFileSync(join(cwd, SCAN))
  const over = await run(['pdf', SCAN, '-o', '.', '--force'], { cwd })
  expect([over.code, over.stderr]).toEqual([2, expect.stringContaining('never overwritten (E_USAGE)')])
  expect(readFileSync(join(cwd, SCAN)).equals(before)).toBe(true)
  writeFileSync(join(cwd, 'other.pdf'), '%PDF-1.4 another')
  const other = await run(['pdf', SCAN, '-o', 'other.pdf', '--ocr', 'never'], { cwd })
  expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('E_EXISTS')])
})

test('a text is told that it has no picture, and the output must be named', async () => {
  const cwd = emptyFolder()
  writeFileSync(join(cwd, 'a.txt'), 'KẾ HOẠCH\n')
  const text = await run(['pdf', 'a.txt', '-o', 'out'], { cwd })
  expect([text.code, text.stderr]).toEqual([1, expect.stringContaining('E_UNSUPPORTED')])
  expect(existsSync(join(cwd, 'out'))).toBe(false)
  expect((await run(['pdf', 'a.txt'], { cwd })).code).toBe(2)
})
