import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Random } from '../print/random.ts'
import { simulateTable } from './layout.ts'

it('a simulated table is read with every word of its cells, whatever the order', () => {
  const content = { tasks: ['Biên soạn tài liệu tuyên truyền.', 'Rà soát hồ sơ;'], products: ['Báo cáo'] }
  const words = (text: string) => text.split(/\s+/).filter(word => /\p{L}/u.test(word))
  fc.assert(
    fc.property(fc.string(), seed => {
      const { lines, rows } = simulateTable(new Random(seed), content)
      const read = words(lines.slice(1).join(' '))
      expect(read.toSorted()).toEqual(words(rows.flat().join(' ')).toSorted())
    }),
    { numRuns: 50 },
  )
})
