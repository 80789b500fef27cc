import { expect, test } from 'vitest'
import type { SourceDocument } from '../document.ts'
import { repairedText } from './repaired.ts'

const document: SourceDocument = {
  source: { file: 'mau.pdf', sha256: '0'.repeat(64), mediaType: 'application/pdf', pages: 2, text: 'layer' },
  pages: [
    {
      number: 1,
      text: 'layer',
      lines: [
        {
          number: 1,
          words: [
            { text: 'KẾ', raw: 'KE', confidence: 0.99 },
            { text: 'HOẠCH', confidence: 1 },
          ],
        },
        { number: 2, words: [{ text: 'Người' }, { text: 'ký:' }], region: 'caption' },
        { number: 3, words: [] },
      ],
    },
    {
      number: 2,
      text: 'layer',
      lines: [
        {
          number: 1,
          row: { table: 0, columns: 2, kind: 'cells' },
          words: [
            { text: '1', cell: 0 },
            {
              text: 'tuyến',
              cell: 1,
              raw: 'tuyen',
              confidence: 0.62,
              alternatives: [{ text: 'tuyên', probability: 0.3 }],
            },
          ],
        },
      ],
    },
  ],
  warnings: [],
}

test('text is line by line, a form feed between pages, cells joined, captions left out', () => {
  expect(repairedText(document, 'text')).toBe('KẾ HOẠCH\n\n\f1 | tuyến\n')
})

test('suspects are named with place, confidence, what was read and what else it may be', () => {
  expect(repairedText(document, 'suspects')).toBe(
    'mau.pdf:2:1: tuyến (0.62; was “tuyen”; or “tuyên” 0.30): 1 | tuyến\n',
  )
})

test('as data it is the document itself', () => {
  expect(JSON.parse(repairedText(document, 'json'))).toEqual(document)
  expect(JSON.parse(repairedText(document, 'ndjson'))).toEqual(document)
})
