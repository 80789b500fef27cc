import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, run } from './program.ts'

/** A text with a name that is misread twice; the place is invented. */
const text = (number: number): string => `KẾ HOẠCH SỐ ${number}
- Nâng cao tỷ lệ che phủ cây xanh tại thôn Khuổi Chang năm nay.
- Giao thôn Khuổi Chang theo dõi, đôn đốc việc thực hiện.
`
const corrections = (file: string): string => `document: ${file}
corrections:
  - { page: 1, line: 2, raw: Chang, right: Chạng }
  - { page: 1, line: 3, raw: Chang, right: Chạng }
`

test('learn makes a lexicon of what corrections of two documents have in common, and a third is read with it', async () => {
  const cwd = emptyFolder()
  for (const [index, name] of ['a', 'b'].entries()) {
    writeFileSync(join(cwd, `${name}.txt`), text(index))
    writeFileSync(join(cwd, `${name}.corrections.yaml`), corrections(`${name}.txt`))
  }
  const learned = await run(['learn', '.', '-o', 'lexicon.yaml', '-j', '1'], { cwd })
  expect(learned).toMatchObject({ code: 0, stdout: '' })
  expect(learned.stderr).toContain('kept: Khuổi Chạng: 4 lines better elsewhere')
  expect(readFileSync(join(cwd, 'lexicon.yaml'), 'utf8')).toContain(
    '- { right: Khuổi Chạng, raw: [ Khuổi Chang ] }',
  )
  const { stdout } = await run(['repair', '-', '-q', '--lexicon', 'lexicon.yaml'], { cwd, input: text(3) })
  expect(stdout.match(/Khuổi Chạng/g)).toHaveLength(2)
})

test('learn of a folder without corrections is wrong usage, and says where they lie', async () => {
  const cwd = emptyFolder()
  writeFileSync(join(cwd, 'a.txt'), text(1))
  const { code, stderr } = await run(['learn', '.'], { cwd })
  expect([code, stderr]).toEqual([2, expect.stringContaining('NAME.corrections.yaml')])
})
