import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import { textItem } from './search-text.ts'

test('an item is told on lines that fit, the plan it stands in below', () => {
  const columns = ['file', 'number', 'issuer', 'date', 'title', 'task', 'text', 'lead', 'from', 'section']
  const text = 'Cấp phát tài liệu, sổ tay hướng dẫn cho các khu phố'
  const plan = ['a.plan.json', '07/KH-UBND', 'UBND xã Suối Ngọc', { day: '2026-03-05' }, 'Trồng cây']
  const row = [...plan, 'T1', text, 'Văn phòng', { day: '2026-05-01' }, 'II.1']
  const shown = textItem(9, columns, row, { colors: new Chalk({ level: 0 }), width: 40 })
  expect(shown).toBe(
    [
      '9. Cấp phát tài liệu, sổ tay hướng dẫn',
      '   cho các khu phố',
      '   II.1 · lead Văn phòng',
      '   07/KH-UBND · UBND xã Suối Ngọc ·',
      '   2026-03-05',
      '   a.plan.json',
      '',
    ].join('\n'),
  )
})
