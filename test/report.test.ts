import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyFixture, emptyFolder, run } from './program.ts'

const FIXTURE = 'ke-hoach-chuyen-doi-so.ocr.txt'

/** The files below a folder with their bytes. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter(name => statSync(join(folder, name)).isFile())
  return Object.fromEntries(files.map(name => [name, readFileSync(join(folder, name), 'base64')]))
}

test('extract --report names every document, also one that failed, and makes again what is missing only', async () => {
  const folder = emptyFolder()
  copyFixture(FIXTURE, folder, 'a.txt')
  writeFileSync(join(folder, 'b.pdf'), '%PDF-1.4 broken')
  const args = ['.', '-o', 'plans/', '--resume', '--report', 'pages']
  const ended = await run(args, { cwd: folder })
  expect([ended.code, ended.stdout]).toEqual([1, ''])
  const first = filesOf(join(folder, 'pages'))
  const list = readFileSync(join(folder, 'pages/index.html'), 'utf8')
  expect(list).toContain('href="a/index.html"')
  expect(list).toMatch(/b\.pdf.*class="failed"/s)

  expect((await run(args, { cwd: folder })).stderr).toContain('0 done, 1 left out (unchanged), 1 failed')
  expect(filesOf(join(folder, 'pages'))).toEqual(first)

  rmSync(join(folder, 'pages'), { recursive: true })
  expect((await run(args, { cwd: folder })).stderr).toContain('1 done, 1 failed')
  expect(filesOf(join(folder, 'pages'))).toEqual(first)
})

test('a page of a plan shows its document where that is found by name and bytes, else the plan alone', async () => {
  const folder = emptyFolder()
  for (const name of ['plans', 'scans']) mkdirSync(join(folder, name))
  copyFixture(FIXTURE, folder, 'a.txt')
  await run(['a.txt', '-o', 'plans/a.plan.json'], { cwd: folder })
  writeFileSync(join(folder, 'scans/a.txt'), 'another')
  const args = ['report', 'plans/a.plan.json', '--documents', 'scans', '-o', 'pages']
  const page = join(folder, 'pages/a/index.html')

  const alone = await run(args, { cwd: folder })
  expect(alone.stderr).toContain('its document, a.txt, was not found')
  expect(alone.stdout).toBe('pages/index.html\n')
  expect(readFileSync(page, 'utf8')).not.toContain('class="page"')

  copyFixture(FIXTURE, join(folder, 'scans'), 'a.txt')
  expect((await run(args, { cwd: folder })).stderr).not.toContain('not found')
  expect(readFileSync(page, 'utf8')).toContain('class="page"')
})

test('a folder of something else is never replaced by a page', async () => {
  const folder = emptyFolder()
  copyFixture(FIXTURE, folder, 'a.txt')
  mkdirSync(join(folder, 'a'))
  writeFileSync(join(folder, 'a/precious.txt'), 'x')
  const ended = await run(['report', 'a.txt', '-o', '.'], { cwd: folder })
  expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining('E_EXISTS')])
  expect(existsSync(join(folder, 'a/precious.txt'))).toBe(true)
})

test('review wants a folder, and report a place for its pages', async () => {
  const folder = emptyFolder()
  expect((await run(['review', 'missing'], { cwd: folder })).code).toBe(2)
  expect((await run(['report', '.'], { cwd: folder })).code).toBe(2)
})
