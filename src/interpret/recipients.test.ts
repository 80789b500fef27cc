import { expect, test } from 'vitest'
import { readRecipients } from './recipients.ts'
import { line } from './test-support.ts'

test('recipients are written without the mark before and the stop after them', () => {
  const lines = ['- Chủ tịch UBND huyện (để b/c);', '  +   Các thôn - tổ dân phố ;', 'Lưu: VT.', '2 xã,']
  expect(readRecipients(lines.map(line))).toEqual([
    'Chủ tịch UBND huyện (để b/c)',
    'Các thôn - tổ dân phố',
    'Lưu: VT',
    '2 xã',
  ])
})

test('a line of marks alone is no recipient', () => {
  expect(readRecipients(['- ;', '…', '', '---'].map(line))).toEqual([])
})
