import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { expandInputs, isDocument } from './inputs.ts'
import { targets } from './outputs.ts'

const root = mkdtempSync(join(tmpdir(), 'plan-extract-inputs-'))
afterAll(() => rmSync(root, { recursive: true }))

for (const folder of ['tập/2025', 'tập/2026', 'tập/.ẩn', 'khác'])
  mkdirSync(join(root, folder), { recursive: true })
for (const file of [
  'tập/2026/b.txt',
  'tập/2026/a.pdf',
  'tập/2025/ế.txt',
  'tập/2025/z.txt',
  'tập/.ẩn/x.txt',
  'khác/a.txt',
])
  writeFileSync(join(root, file), 'Kế hoạch')
writeFileSync(join(root, 'tập/ghi-chú.md'), 'Kế hoạch')
writeFileSync(join(root, 'tập/.tmp.txt'), 'Kế hoạch')
writeFileSync(join(root, 'tập/2026/a.repaired.txt'), 'Kế hoạch')
writeFileSync(join(root, 'tập/quét'), '%PDF-1.7\n')
symlinkSync(join(root, 'tập'), join(root, 'tập/2026/vòng'))

async function pathsOf(...args: string[]): Promise<string[]> {
  const { files } = await expandInputs(
    args.map(arg => (arg === '-' ? arg : join(root, arg))),
    isDocument,
  )
  return files.map(({ path, error }) => (error ? `${error.code} ` : '') + path.replace(`${root}/`, ''))
}

test('a folder is walked in code-point order; hidden and unsupported files are passed over', async () => {
  expect(await pathsOf('tập')).toEqual([
    'tập/2025/z.txt',
    'tập/2025/ế.txt',
    'tập/2026/a.pdf',
    'tập/2026/b.txt',
    'tập/quét',
  ])
})

test('arguments keep their order and an input that is named twice is taken once', async () => {
  expect(await pathsOf('khác/a.txt', '-', 'tập/2026/*.txt', 'khác')).toEqual([
    'khác/a.txt',
    '-',
    'tập/2026/b.txt',
  ])
})

test('what does not exist is an input that failed, at its place', async () => {
  expect(await pathsOf('nào.pdf', 'khác/a.txt', '*.tiff')).toEqual([
    'E_NOT_FOUND nào.pdf',
    'khác/a.txt',
    'E_NOT_FOUND *.tiff',
  ])
})

// The superuser may read every folder.
test.skipIf(process.getuid?.() === 0)(
  'a file in a folder that may not be entered is no file that is missing',
  async () => {
    mkdirSync(join(root, 'kín'), { mode: 0o755 })
    writeFileSync(join(root, 'kín/a.txt'), 'Kế hoạch')
    chmodSync(join(root, 'kín'), 0)
    expect(await pathsOf('kín/a.txt')).toEqual(['E_UNREADABLE kín'])
    chmodSync(join(root, 'kín'), 0o755)
  },
)

// The superuser may read every folder.
test.skipIf(process.getuid?.() === 0)(
  'a folder in it that may not be read is an input that failed',
  async () => {
    mkdirSync(join(root, 'kho/mật'), { recursive: true, mode: 0o755 })
    writeFileSync(join(root, 'kho/a.txt'), 'Kế hoạch')
    chmodSync(join(root, 'kho/mật'), 0)
    expect(await pathsOf('kho')).toEqual(['kho/a.txt', 'E_UNREADABLE kho/mật'])
    chmodSync(join(root, 'kho/mật'), 0o755)
  },
)

test('a link in it that leads nowhere is an input that failed', async () => {
  mkdirSync(join(root, 'liên-kết'))
  symlinkSync(join(root, 'không-có.pdf'), join(root, 'liên-kết/b.pdf'))
  expect(await pathsOf('liên-kết')).toEqual(['E_NOT_FOUND liên-kết/b.pdf'])
})

test('outputs keep the place of the inputs below their common folder', async () => {
  const { files, base, several } = await expandInputs([join(root, 'tập'), join(root, 'khác')], isDocument)
  expect(several).toBe(true)
  const found = targets(files, 'out', base, '.plan.json')
  expect([...found.values()]).toContain('out/tập/2025/ế.plan.json')
  expect([...found.values()]).toContain('out/khác/a.plan.json')
})

test('inputs that would share an output keep their own ending in it', () => {
  const files = ['/d/a.pdf', '/d/a.txt', '/d/b.txt'].map(path => ({ path }))
  expect([...targets(files, 'out', '/d', '.plan.json').values()]).toEqual([
    'out/a.pdf.plan.json',
    'out/a.txt.plan.json',
    'out/b.plan.json',
  ])
})
