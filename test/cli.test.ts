import { execFile } from 'node:child_process'
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { copyFixture, emptyFolder, run } from './program.ts'

const TEXT = 'ke-hoach-chuyen-doi-so.txt'
const program = join(import.meta.dirname, '../bin/plan-extract.js')

test('help of every command has examples, on stdout', async () => {
  const cwd = emptyFolder()
  for (const command of [[], ['extract'], ['repair'], ['validate'], ['schema'], ['completion']]) {
    const { code, stdout, stderr } = await run([...command, '--help'], { cwd })
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/Usage: plan-extract/)
    expect(stdout).toMatch(/Examples:\n +(eval "\$\()?plan-extract/)
  }
})

test.each<[string, string[], RegExp]>([
  ['no input', [], /Usage/],
  ['an unknown option', ['a.txt', '--formt', 'json'], /Did you mean --format/],
  ['a misspelt command', ['vaildate', 'x'], /Did you mean validate/],
  ['a format that is none', ['a.txt', '-f', 'xml'], /Allowed choices are json/],
  ['a page range that is none', ['a.txt', '--pages', '3-1'], /1-3,7/],
  ['jobs that are no number', ['a.txt', '-j', 'two'], /whole number/],
])('%s is wrong usage: exit code 2, nothing on stdout, help on stderr', async (_name, args, expected) => {
  const { code, stdout, stderr } = await run(args, { cwd: emptyFolder() })
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(expected)
})

test('a file in the place of the folder for several outputs is wrong usage', async () => {
  const cwd = emptyFolder()
  writeFileSync(join(cwd, 'ra'), 'kept')
  const { code, stderr } = await run(['a.txt', 'b.txt', '-o', 'ra'], { cwd })
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: -o ra is a file.*\(E_USAGE\)/)])
})

test('an unknown key of plan-extract.yaml is wrong usage; a known one is a default', async () => {
  const cwd = emptyFolder()
  copyFixture(TEXT, cwd)
  writeFileSync(join(cwd, 'plan-extract.yaml'), 'formatt: yaml\n')
  expect(await run([TEXT], { cwd })).toMatchObject({ code: 2, stdout: '', stderr: /unknown key/ })
  writeFileSync(join(cwd, 'plan-extract.yaml'), 'format: yaml\nquiet: true\n')
  const { code, stdout, stderr } = await run([TEXT], { cwd })
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^schemaVersion: "1"\n/)
})

test('--log json makes every line of stderr an object, with code and hint of errors', async () => {
  const cwd = emptyFolder()
  copyFixture(TEXT, cwd)
  writeFileSync(join(cwd, 'rỗng.txt'), '')
  const { stderr } = await run([TEXT, 'rỗng.txt', '-j', '1', '--log', 'json', '-o', 'ra'], { cwd })
  const lines = stderr
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines).toMatchObject([
    { level: 'info', event: 'done', file: TEXT, output: `ra/${TEXT.replace('.txt', '.plan.json')}` },
    { level: 'error', file: 'rỗng.txt', code: 'E_EMPTY' },
    { level: 'info', event: 'summary', done: 1, failed: 1 },
  ])
})

test('stderr has no colour when it is no terminal', async () => {
  const { stderr } = await run(['không-có.pdf'], { cwd: emptyFolder(), env: { FORCE_COLOR: '1' } })
  expect(stderr).toMatch(/^error: không-có\.pdf: /)
})

test('a reader that closes the pipe ends the program quietly', async () => {
  const cwd = emptyFolder()
  copyFixture(TEXT, cwd)
  const command = `"${process.execPath}" "${program}" schema | head -n 1; echo "\${PIPESTATUS[0]}"`
  const { stdout, stderr } = await promisify(execFile)('bash', ['-c', command], { cwd })
  expect(stdout).toBe('{\n0\n')
  expect(stderr).toBe('')
})

test.skipIf(!existsSync('/dev/full'))(
  'a full disk is named, whether it is that of -o or of > file',
  async () => {
    const cwd = emptyFolder()
    copyFixture(TEXT, cwd)
    const { code, stderr } = await run([TEXT, '-o', '/dev/full'], { cwd })
    expect([code, stderr]).toEqual([1, expect.stringContaining('(ENOSPC) (E_WRITE)')])
    const command = `"${process.execPath}" "${program}" "${TEXT}" > /dev/full; echo $?`
    const piped = await promisify(execFile)('bash', ['-c', command], { cwd })
    expect(piped.stdout).toBe('1\n')
    expect(piped.stderr).toBe('error: - cannot be written (ENOSPC) (E_WRITE)\n')
  },
)

test('links that lead to no file, names that could write on the terminal', async () => {
  const cwd = emptyFolder()
  copyFixture(TEXT, cwd, 'hai\ndòng\u001b[2J.txt')
  symlinkSync(join(cwd, 'không có'), join(cwd, 'vắng.pdf'))
  const { code, stderr } = await run(['.', '-o', 'ra'], { cwd })
  expect(code).toBe(1)
  expect(stderr).toContain('error: vắng.pdf: the link leads to no file (E_NOT_FOUND)')
  expect(stderr).toContain('hai\\ndòng\\u001b[2J.txt: ')
  expect(readdirSync(join(cwd, 'ra'))).toEqual(['hai\ndòng\u001b[2J.plan.json'])
})

test('an interrupted run ends with 130 and leaves whole files only', async () => {
  const cwd = emptyFolder()
  for (let copy = 0; copy < 40; copy++) copyFixture(TEXT, cwd, `${copy}.txt`)
  const { code, stderr } = await run(['.', '-o', 'ra', '-j', '2'], {
    cwd,
    stop: kill => whenThere(join(cwd, 'ra'), () => kill('SIGINT')),
  })
  expect([code, stderr]).toEqual([130, expect.stringMatching(/interrupted\n$/)])
  const made = readdirSync(join(cwd, 'ra'))
  expect(made.length).toBeLessThan(40)
  expect(made.every(name => /^\d+\.plan\.json$/.test(name))).toBe(true)
})

test('completion scripts name every command', async () => {
  const cwd = emptyFolder()
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, stdout } = await run(['completion', shell], { cwd })
    expect(code).toBe(0)
    for (const command of ['extract', 'repair', 'validate', 'schema', 'completion'])
      expect(stdout).toContain(command)
  }
})

test('repair gives a text file line by line', async () => {
  const cwd = emptyFolder()
  const lines = [
    'Uy ban nhan dan xa',
    '',
    '  ',
    'I. MUC DICH, YEU CAU',
    '- Thực hiện tốt công tác tuyên truyền;',
    '',
  ]
  const { code, stdout } = await run(['repair', '-', '-q'], { cwd, input: `${lines.join('\n')}\n` })
  expect(code).toBe(0)
  expect(stdout.split('\n')).toHaveLength(lines.length + 1)
  expect(stdout.split('\n')[4]).toBe('- Thực hiện tốt công tác tuyên truyền;')
})

function whenThere(path: string, then: () => void): void {
  if (existsSync(path)) then()
  else setTimeout(() => whenThere(path, then), 20)
}
