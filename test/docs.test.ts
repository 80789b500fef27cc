import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { errorsPage } from '../docs/make.ts'
import { createProgram } from '../src/cli/program.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

test('docs/errors.md is what src/errors.ts says (else: npm run docs)', () => {
  expect(read('docs/errors.md')).toBe(errorsPage())
})

test('docs/cli.md names every command and every option', () => {
  const page = read('docs/cli.md')
  const program = createProgram(() => {})
  for (const command of [program, ...program.commands]) {
    if (command !== program) expect(page).toContain(`plan-extract ${command.name()}`)
    for (const option of command.options) expect(page, option.flags).toContain(`${option.long}`)
  }
})

test('docs/warnings.md explains every warning', () => {
  const codes = filesBelow('src')
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap(file => [
      ...read(file).matchAll(
        /(?:code: |^ +)'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'(?:,$|: '(?:info|warning|error)')/gm,
      ),
    ])
    .map(([, code]) => code!)
  expect(codes.length).toBeGreaterThan(5)
  const page = read('docs/warnings.md')
  expect([...new Set(codes)].filter(code => !page.includes(`\`${code}\``))).toEqual([])
})

test('the fixtures that the README names exist', () => {
  const named = read('README.md').match(/fixtures\/[\w.-]+\.(?:pdf|txt|md)/g) ?? []
  expect(named.length).toBeGreaterThan(0)
  for (const path of named) expect(existsSync(join(root, path)), path).toBe(true)
})

test('links between the pages lead somewhere', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...filesBelow('docs').filter(name => name.endsWith('.md')),
  ]
  for (const page of pages)
    for (const [, target = ''] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target) || target.startsWith('#')) continue
      const path = join(root, dirname(page), target.replace(/#.*$/, ''))
      expect(existsSync(path), `${page}: ${target}`).toBe(true)
    }
})

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name =>
    join(folder, name),
  )
}
