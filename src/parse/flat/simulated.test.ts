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
  [0, 29, 54],
  [4, 60, 112],
  [8, 41, 86],
  [12, 17, 72],
  [16, 75, 134],
  [20, 47, 99],
  [24, 65, 108],
  [28, 45, 93],
  [32, 43, 86],
  [36, 45, 115],
  [40, 90, 143],
  [44, 67, 137],
])(
  'of tables %i to the fourth after it at least %i of %i cells are read word for word',
  (first, right, cells) => {
    const scores = tables.slice(first, first + 4).map(table => scoreCase(caseOf(table)))
    const sum = (of: 'right' | 'cells') => scores.reduce((total, score) => total + score[of], 0)
    expect(sum('cells')).toBe(cells)
    expect(sum('right')).toBeGreaterThanOrEqual(right)
  },
)
