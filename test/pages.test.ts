import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'

// Whatever a page tells people to run is run here, in a folder that has the fixtures and plan-extract on its path.
const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'plan-extract-pages-'))
const env = { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` }
const hasNot = (program: string): boolean => spawnSync(program, ['--version']).error !== undefined

beforeAll(() => {
  for (const name of ['bin', 'fixtures', 'node_modules']) mkdirSync(join(folder, name))
  writeFileSync(
    join(folder, 'bin/plan-extract'),
    `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/plan-extract.js')}" "$@"\n`,
  )
  chmodSync(join(folder, 'bin/plan-extract'), 0o755)
  writeFileSync(join(folder, 'package.json'), '{}') // else a package.json above would be asked what plan-extract is
  symlinkSync(root, join(folder, 'node_modules/plan-extract'), 'junction')
  // The born-digital form stands in for the scan, whose text recognition takes a minute and is tried elsewhere.
  for (const name of ['chuyen-doi-so', 'kiem-tra-luu-tru', 'tiem-chung-mo-rong'])
    cpSync(join(root, `fixtures/ke-hoach-${name}.pdf`), join(folder, `fixtures/ke-hoach-${name}.garbled.pdf`))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Fenced blocks of a page in their order. */
function blocks(page: string, ...languages: string[]): { language: string; text: string }[] {
  return [...read(page).matchAll(/^```(\w+)\n([^`]*)^```$/gm)]
    .map(([, language = '', text = '']) => ({ language, text }))
    .filter(({ language }) => languages.includes(language))
}

function bash(script: string, variables: Record<string, string> = {}): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { ...env, ...variables },
    encoding: 'utf8',
  })
  return { code: status, out: `${stdout}${stderr}` }
}

const ENGLISH = 'docs/tutorial/from-scans-to-answers.md'

test('every command of the tutorial works, and shows what the page says it shows', () => {
  const steps = blocks(ENGLISH, 'sh', 'text')
  expect(steps.length).toBeGreaterThan(10)
  let shown = ''
  for (const { language, text } of steps)
    if (language === 'text') for (const line of text.trim().split('\n')) expect(shown).toContain(line)
    else {
      const { code, out } = bash(text)
      expect({ text, code, out }).toMatchObject({ code: 0 })
      shown = out
    }
  expect(readFileSync(join(folder, 'tasks.csv'), 'utf8')).toContain('Phòng Nghiệp vụ')
})

test('the Vietnamese tutorial has the same commands', () => {
  const page = 'docs/tutorial/tu-ban-quet-den-cau-tra-loi.md'
  expect(blocks(page, 'sh', 'text')).toEqual(blocks(ENGLISH, 'sh', 'text'))
})

describe('recipes, on the plans of the tutorial', () => {
  test.skipIf(hasNot('jq'))('jq (skipped where jq is not installed)', () => {
    for (const { text } of blocks('docs/how-to/json-recipes.md', 'sh')) {
      const { code, out } = bash(text)
      expect({ text, code }).toEqual({ text, code: 0 })
      if (!text.includes('.warnings')) expect(out.trim(), text).not.toBe('')
    }
  })

  test.skipIf(hasNot('duckdb'))('DuckDB (skipped where duckdb is not installed)', () => {
    for (const { text } of blocks('docs/how-to/json-recipes.md', 'sql')) {
      const out = execFileSync('duckdb', ['-csv', '-c', text], { cwd: folder, encoding: 'utf8' })
      expect(out.trim().split('\n').length, text).toBeGreaterThan(1)
    }
  })
})

test('the examples of the library run', () => {
  const examples = blocks('docs/how-to/library.md', 'js')
  expect(examples.length).toBeGreaterThan(3)
  cpSync(join(root, 'fixtures/ke-hoach-chuyen-doi-so.pdf'), join(folder, 'ke-hoach.pdf'))
  cpSync(join(folder, 'plans/chuyen-doi-so.plan.json'), join(folder, 'ke-hoach.plan.json'))
  rmSync(join(folder, 'kho.db'))
  const printed = examples.map(({ text }) => {
    writeFileSync(join(folder, 'example.mjs'), text)
    return execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' })
  })
  const all = printed.join('\n')
  for (const part of ['47/KH-UBND', 'missing.pdf E_NOT_FOUND', 'E_ABORTED', 'true []'])
    expect(all).toContain(part)
})

describe('in CI', () => {
  interface Step {
    run: string
  }
  const action = parse(read('action.yml')) as { runs: { steps: Step[] } }
  const script = action.runs.steps.at(-1)!.run
  const given = { PROGRAM: join(root, 'bin/plan-extract.js'), OPTIONS: '' }

  test('the action annotates a difference, passes where there is none, refuses other commands', () => {
    const name = 'ke-hoach-chuyen-doi-so'
    mkdirSync(join(folder, 'two words'))
    cpSync(join(root, `fixtures/${name}.txt`), join(folder, `two words/${name}.txt`))
    expect(bash(`plan-extract "two words/${name}.txt" -o "two words/${name}.plan.json"`).code).toBe(0)
    const variables = { ...given, COMMAND: 'check', PATHS: 'two words\n' }
    expect(bash(script, variables)).toMatchObject({ code: 0 })
    const file = join(folder, `two words/${name}.plan.json`)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"2026-03-16"', '"2026-03-17"'))
    const { code, out } = bash(script, variables)
    expect(code).toBe(3)
    expect(out).toMatch(/^::error file=two words.*header\.date.*2026-03-17/m)
    expect(bash(script, { ...variables, COMMAND: 'completion' }).code).toBe(2)
  })

  test('the pre-commit hook takes plan files, passes sound ones and stops broken ones', () => {
    const hooks = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string; files: string }[]
    const hook = hooks.find(({ id }) => id === 'plan-extract-validate')!
    expect('plans/a.plan.json').toMatch(new RegExp(hook.files))
    expect('package.json').not.toMatch(new RegExp(hook.files))
    expect(bash(`${hook.entry} plans/*.plan.json`).code).toBe(0)
    writeFileSync(join(folder, 'broken.plan.json'), '{ "schemaVersion": "1" }')
    expect(bash(`${hook.entry} plans/tiem-chung.plan.json broken.plan.json`).code).toBe(3)
  })
})
