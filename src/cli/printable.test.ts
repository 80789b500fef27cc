import { expect, test } from 'vitest'
import { printable } from './printable.ts'

test('a name keeps its letters, spaces, quotes and pictures', () => {
  const name = `Kế hoạch "số 1" của ông's 📄.pdf`
  expect(printable(name)).toBe(name)
})

test('what would end a line, move the cursor or turn the direction is written out', () => {
  expect(printable('một\nhai.pdf')).toBe('một\\nhai.pdf')
  expect(printable('\u001b[2Jxoá.pdf')).toBe('\\u001b[2Jxoá.pdf')
  expect(printable('a\u202efdp.exe')).toBe('a\\u202efdp.exe')
  expect(printable('a\u009b31m')).toBe('a\\u009b31m')
})
