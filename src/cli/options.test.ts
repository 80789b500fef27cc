import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { applyDefaults } from './defaults.ts'
import { pageRanges } from './options.ts'
import { createProgram } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'plan-extract-options-'))
const before = process.cwd()
afterEach(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true, force: true })
})

test('page ranges are inclusive, from 1, and may stay open at the end', () => {
  expect(pageRanges('1-3,7')).toEqual([
    [1, 3],
    [7, 7],
  ])
  expect(pageRanges('5-')[0]![1]).toBeGreaterThan(1e9)
  for (const wrong of ['0', '3-1', '', 'a', '1,,2', '-3', '1.5']) expect(() => pageRanges(wrong)).toThrow()
})

/** The options of `extract`, or of the command that is named first, after a defaults file in a folder above and these arguments. */
async function optionsOf(yaml: string, ...args: string[]): Promise<Record<string, unknown>> {
  mkdirSync(join(folder, 'dưới'), { recursive: true })
  writeFileSync(join(folder, 'plan-extract.yaml'), yaml)
  process.chdir(join(folder, 'dưới'))
  const program = createProgram(() => {})
  const name = args[0]?.startsWith('-') === false ? args[0] : 'extract'
  const command = program.commands.find(each => each.name() === name)!
  program.parseOptions(args)
  command.parseOptions(args)
  await applyDefaults(program, command)
  return command.optsWithGlobals()
}

test('the defaults file of a folder above is used, the command line wins', async () => {
  const options = await optionsOf('ocr: never\njobs: 3\nquiet: true\nno-color: true\n', '--ocr', 'always')
  expect(options).toMatchObject({ ocr: 'always', jobs: 3, quiet: true, color: false })
})

test('a value that is for another command of the same option leaves this one as it is', async () => {
  expect(await optionsOf('format: typescript\n')).not.toHaveProperty('format')
  expect(await optionsOf('format: yaml\n')).toMatchObject({ format: 'yaml' })
})

test('a map is an option that is given for each of its entries', async () => {
  expect(await optionsOf('tolerance:\n  body.text: 0.02\n  tasks: 0.1\n', 'check')).toMatchObject({
    tolerance: { 'body.text': 0.02, tasks: 0.1 },
  })
  await expect(optionsOf('tolerance: 3\n')).rejects.toThrow(/tolerance: .*body\.text=0\.02/)
})

test('a path in the defaults file is meant from its folder', async () => {
  expect((await optionsOf('output: ra\n')).output).toBe(join(folder, 'ra'))
})

test.each([
  ['tolerence: 1', /unknown key/],
  ['minConfidence: 0.5', /did you mean “min-confidence”/],
  ['jobs: many', /jobs/],
  ['resume: perhaps', /true or false/],
  ['ocr: sometimes', /ocr/],
  ['- a', /one a line/],
  ['a: [', /plan-extract\.yaml/],
])('a defaults file that says %s is refused', async (yaml, message) => {
  await expect(optionsOf(yaml)).rejects.toThrow(message)
})
