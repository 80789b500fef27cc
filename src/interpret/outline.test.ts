import { describe, expect, it } from 'vitest'
import { outlineOf, sectionsOf } from './outline.ts'
import { item, table } from './test-support.ts'

const outline = (...nodes: Parameters<typeof outlineOf>[0]) => outlineOf(nodes).blocks
const ids = (...nodes: Parameters<typeof outlineOf>[0]) =>
  [...sectionsOf(outline(...nodes))].map(each => each.id)

describe('the outline', () => {
  it('joins labels to ids and does not repeat what a dotted number has in common with its path', () => {
    expect(
      ids(
        item(
          'II',
          'A',
          item('1', 'B', item('1.2', 'C', item('a', 'D', item('-', 'x')))),
          item('1.3', 'E', item('-', 'x')),
        ),
      ),
    ).toEqual(['II', 'II.1', 'II.1.2', 'II.1.2.a', 'II.1.3'])
    expect(ids(item('3', 'A', item('3.1', 'B', item('-', 'x'))))).toEqual(['3', '3.1'])
  })

  it('makes the id of a repeated label unique', () => {
    expect(
      ids(item('I', 'A', item('-', 'x')), item('I', 'B', item('-', 'x')), item('I', 'C', item('-', 'x'))),
    ).toEqual(['I', 'I~2', 'I~3'])
  })

  it('takes a numbered line for a section only where lines stand under it', () => {
    const [section] = outline(
      item(
        'I',
        'NỘI DUNG',
        item('1', 'Huy động sự vào cuộc.'),
        item('2', 'Đoạn dài có mục con:', item('-', 'x')),
      ),
    )
    expect(section).toMatchObject({
      role: 'content',
      blocks: [
        { type: 'statement', label: '1', text: 'Huy động sự vào cuộc.' },
        { type: 'section', id: 'I.2', heading: 'Đoạn dài có mục con', role: 'content' },
      ],
    })
  })

  it('takes `N. X: text` for a section where X names a role, else for a statement', () => {
    const [section] = outline(
      item(
        'V',
        'NỘI DUNG',
        item('1', 'Thời gian thực hiện: Quý III/2026.'),
        item('2', 'Thông điệp chính: An toàn.'),
      ),
    )
    expect(section).toMatchObject({
      blocks: [
        {
          type: 'section',
          heading: 'Thời gian thực hiện',
          role: 'schedule',
          blocks: [{ text: 'Quý III/2026.' }],
        },
        { type: 'statement', text: 'Thông điệp chính: An toàn.' },
      ],
    })
  })

  it('nests under bullets and unlabelled lines only statements; a table follows', () => {
    const [section] = outline(
      item('I', 'A', item('', 'Gồm:', item('-', 'x'), table(['TT', 'Tên'], ['1', 'a']))),
    )
    expect(section).toMatchObject({
      blocks: [{ type: 'statement', text: 'Gồm:', blocks: [{ label: '-', text: 'x' }] }, { type: 'table' }],
    })
  })

  it('gives every row of a table one cell per column, also where the titles are lost', () => {
    const [section] = outline(item('I', 'A', table([], ['1', 'a', 'b'], ['2', 'c'])))
    expect(section?.type === 'section' && section.blocks[0]).toMatchObject({
      columns: ['', '', ''],
      rows: [{ cells: ['1', 'a', 'b'] }, { cells: ['2', 'c', ''] }],
    })
  })

  it('gives a section without a role word the role above it', () => {
    const sections = [
      ...sectionsOf(
        outline(
          item(
            'I',
            'TỔ CHỨC THỰC HIỆN',
            item('1', 'Công an xã', item('-', 'x')),
            item('2', 'Chế độ báo cáo', item('-', 'x')),
          ),
        ),
      ),
    ]
    expect(sections.map(each => each.role)).toEqual(['organization', 'organization', 'reporting'])
  })
})
