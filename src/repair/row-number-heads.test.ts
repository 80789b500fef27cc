import { expect, it } from 'vitest'
import type { Line, Page } from '../document.ts'
import { pagePieces } from './reading/pieces.ts'
import { rowNumberHeads } from './row-number-heads.ts'

function headsOf(first: string, kind: 'header' | 'cells'): string[] {
  const words = [first, 'Nội', 'dung'].map((text, index) => ({ text, cell: Math.min(index, 1) }))
  const line = { number: 1, region: 'body', words, row: { table: 0, columns: 2, kind } } as unknown as Line
  const page: Page = { number: 1, text: 'ocr', lines: [line] }
  const pieces = pagePieces(page, 'vie')
  return [...rowNumberHeads(page, pieces, ['II', 'Nội', 'dung']).values()]
}

it.each(['TT', '1T', 'II'])('takes %s over a column of numbers for TT', read =>
  expect(headsOf(read, 'header')).toEqual(['TT']),
)

it('leaves numerals of rows, and other heads', () => {
  expect(headsOf('II', 'cells')).toEqual([])
  expect(headsOf('Số', 'header')).toEqual([])
})
