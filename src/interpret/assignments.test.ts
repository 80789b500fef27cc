import { describe, expect, it } from 'vitest'
import { assignmentsOf } from './assignments.ts'
import { outlineOf } from './outline.ts'
import { item } from './test-support.ts'

const assignments = (...nodes: Parameters<typeof outlineOf>[0]) => {
  const { blocks, printed } = outlineOf(nodes)
  return assignmentsOf(blocks, printed).map(({ at: _, ...each }) => each)
}

describe('assignments', () => {
  it('give the body of a heading the statements under it, nested ones too', () => {
    expect(
      assignments(
        item(
          'V',
          'TỔ CHỨC THỰC HIỆN',
          item('1', 'Đề nghị Hội Nông dân xã', item('-', 'Vận động hội viên.', item('+', 'Tổ chức họp.'))),
        ),
      ),
    ).toEqual([{ unit: 'Hội Nông dân xã', section: 'V.1', duties: ['Vận động hội viên.', 'Tổ chức họp.'] }])
  })

  it('take the body from the statement where the heading names none, and join what the same body does', () => {
    expect(
      assignments(
        item(
          'V',
          'TỔ CHỨC THỰC HIỆN',
          item('1', 'Công an xã: Tuần tra.'),
          item('2', 'Công an xã tổng hợp báo cáo.'),
          item('3', 'Nghiêm túc thực hiện.'),
        ),
      ),
    ).toEqual([{ unit: 'Công an xã', section: 'V', duties: ['Tuần tra.', 'tổng hợp báo cáo.'] }])
  })

  it('stand in the order of the text, with the whole name that a colon closes', () => {
    const found = assignments(
      item(
        'V',
        'PHÂN CÔNG NHIỆM VỤ',
        item('1', 'Công an xã', item('-', 'Tuần tra.')),
        item('2', 'Chủ tịch Ủy ban bầu cử: Phụ trách chung.'),
        item('3', 'Trạm Y tế', item('-', 'Trực cấp cứu.')),
      ),
    )
    expect(found.map(each => each.unit)).toEqual(['Công an xã', 'Chủ tịch Ủy ban bầu cử', 'Trạm Y tế'])
  })

  it('take the paragraphs below a body that stands on a line of its own', () => {
    const found = assignments(
      item(
        'V',
        'TỔ CHỨC THỰC HIỆN',
        item('+', 'Công an xã:'),
        item('', 'Tuần tra.'),
        item('+', 'Trạm Y tế:', item('-', 'Trực.')),
      ),
    )
    expect(found.map(({ unit, duties }) => [unit, ...duties])).toEqual([
      ['Công an xã', 'Tuần tra.'],
      ['Trạm Y tế', 'Trực.'],
    ])
  })

  it('leave the colon of a heading and a remark in parentheses where they belong', () => {
    expect(
      assignments(
        item(
          'V',
          'TỔ CHỨC THỰC HIỆN',
          item('1', 'Công an xã:', item('-', 'Tuần tra.')),
          item('2', 'Các chủ đoàn', item('-', 'Báo cáo.')),
        ),
      ).map(each => each.unit),
    ).toEqual(['Công an xã', 'Các chủ đoàn'])
    expect(
      assignments(
        item('V', 'TỔ CHỨC THỰC HIỆN', item('1', 'Ban Tuyên giáo (cơ quan thường trực): Tổng hợp báo cáo.')),
      )[0],
    ).toMatchObject({ unit: 'Ban Tuyên giáo (cơ quan thường trực)', duties: ['Tổng hợp báo cáo.'] })
  })

  it('are made in the organization part only', () => {
    expect(assignments(item('I', 'NHIỆM VỤ', item('1', 'Công an xã', item('-', 'Tuần tra.'))))).toEqual([])
  })
})
