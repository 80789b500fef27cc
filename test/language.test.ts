import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyFixture, emptyFolder, run } from './program.ts'

const TEXT = 'ke-hoach-chuyen-doi-so.txt'
const VIETNAMESE = { LC_ALL: 'vi_VN.UTF-8' }

test('a Vietnamese locale makes help Vietnamese, --lang en takes it back', async () => {
  const cwd = emptyFolder()
  const { stdout } = await run(['extract', '--help'], { cwd, env: VIETNAMESE })
  expect(stdout).toMatch(/^Cách dùng: plan-extract extract \[tùy chọn\] <input\.\.\.>/)
  for (const heading of ['Đối số:', 'Tùy chọn:', 'Tùy chọn chung:', 'Ví dụ:'])
    expect(stdout).toContain(heading)
  expect(stdout).not.toMatch(/Options|Usage|Examples|default:|choices:|display help/)
  const english = await run(['extract', '--help', '--lang', 'en'], { cwd, env: VIETNAMESE })
  expect(english.stdout).toMatch(/^Usage: plan-extract extract \[options\]/)
})

test('with --lang vi errors, also those of threads, and summaries are Vietnamese; results are the same', async () => {
  const cwd = emptyFolder()
  copyFixture(TEXT, cwd)
  writeFileSync(join(cwd, 'rỗng.txt'), '')
  const { code, stderr } = await run([TEXT, 'rỗng.txt', '--lang', 'vi', '-o', 'ra'], { cwd })
  expect(code).toBe(1)
  expect(stderr).toContain(
    'lỗi: rỗng.txt: tệp rỗng, không có byte nào (E_EMPTY). Hãy sao chép lại từ nơi lưu bản gốc.',
  )
  expect(stderr).toMatch(/\d trang, \d+ cảnh báo → ra\//)
  expect(stderr).toMatch(/xong 1, hỏng 1, trong [\d.]+ giây/)
  const [vietnamese, english] = [
    await run([TEXT], { cwd, env: VIETNAMESE }),
    await run([TEXT, '--lang', 'en'], { cwd }),
  ]
  expect(vietnamese.stdout).toBe(english.stdout)
})

test('wrong usage is told in Vietnamese; lang in plan-extract.yaml holds for messages', async () => {
  const cwd = emptyFolder()
  const wrong = await run(['a.txt', '-j', 'hai'], { cwd, env: VIETNAMESE })
  expect([wrong.code, wrong.stdout]).toEqual([2, ''])
  expect(wrong.stderr).toMatch(
    /^lỗi: tùy chọn '-j, --jobs <n>' không nhận giá trị 'hai'\. Hãy nêu số nguyên từ 1\./,
  )
  writeFileSync(join(cwd, 'plan-extract.yaml'), 'lang: vi\n')
  expect((await run(['không-có.txt'], { cwd })).stderr).toMatch(/^lỗi: không-có\.txt: không có tệp/)
})
