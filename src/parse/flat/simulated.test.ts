import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Random } from '../../../training/print/random.ts'
import { simulateTable } from '../../../training/tables/layout.ts'
import { caseOf, scoreCase } from '../../../training/tables/score.ts'
import { packagePath } from '../../package-root.ts'

// Tables as an engine leaves them that knows none, made of what the fixtures say; the weights were fitted to others.
const sentences = readdirSync(packagePath('fixtures'))
  .filter(file => file.endsWith('.plan.json'))
  .flatMap(file => [
    ...readFileSync(packagePath(`fixtures/${file}`), 'utf8').matchAll(/"text": "(\p{Lu}[^"]{20,140})"/gu),
  ])
  .map(([, text]) => text!)
const content = {
  tasks: sentences,
  products: ['Báo cáo', 'Kế hoạch của xã', 'Tài liệu tuyên truyền', 'Danh sách', 'Quyết định thành lập tổ'],
}
const tables = Array.from({ length: 48 }, (_, at) => simulateTable(new Random(`simulated/${at}`), content))

test.each<[first: number, right: number, cells: number]>([
  [0, 34, 54],
  [4, 60, 112],
  [8, 35, 86],
  [12, 16, 72],
  [16, 71, 134],
  [20, 46, 99],
  [24, 45, 108],
  [28, 46, 93],
  [32, 33, 86],
  [36, 40, 115],
  [40, 76, 143],
  [44, 56, 137],
])(
  'of tables %i to the fourth after it at least %i of %i cells are read word for word',
  (first, right, cells) => {
    const scores = tables.slice(first, first + 4).map(table => scoreCase(caseOf(table)))
    const sum = (of: 'right' | 'cells') => scores.reduce((total, score) => total + score[of], 0)
    expect(sum('cells')).toBe(cells)
    expect(sum('right')).toBeGreaterThanOrEqual(right)
  },
)
