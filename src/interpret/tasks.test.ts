import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline.ts'
import { taskColumns } from './task-tables.ts'
import { tasksOf } from './tasks.ts'
import { item, table } from './test-support.ts'

const tasks = (...nodes: Parameters<typeof outlineOf>[0]) => {
  const { blocks, printed } = outlineOf(nodes)
  return tasksOf(blocks, [], { year: 2026, printed }).map(({ at: _, ...task }) => task)
}

describe('tasks from a table', () => {
  it('take the columns by the words of their headings and the group from a spanning row', () => {
    const columns = ['STT', 'Nội dung', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Kết quả']
    const cells = ['1', 'Soạn tài liệu', 'Phòng VH-XH', 'Công an xã, các thôn', 'Quý II', 'Bộ tài liệu']
    expect(tasks(item('I', 'TIẾN ĐỘ', table(columns, { group: 'I. CHUẨN BỊ', cells })))).toEqual([
      {
        id: 'T1',
        group: 'I. CHUẨN BỊ',
        text: 'Soạn tài liệu',
        lead: ['Phòng VH-XH'],
        support: ['Công an xã', 'các thôn'],
        deadline: { text: 'Quý II', from: '2026-04-01', to: '2026-06-30' },
        output: 'Bộ tài liệu',
        origin: 'table',
        section: 'I',
        row: '1',
      },
    ])
  })

  it('let the first body lead in a column that mixes both', () => {
    const found = tasks(
      table(['TT', 'Công việc', 'Đơn vị chủ trì/phối hợp'], ['1', 'Việc', 'Phòng A; các khoa']),
    )
    expect(found[0]).toMatchObject({ lead: ['Phòng A'], support: ['các khoa'] })
  })

  it('go on with the bodies of the row above where cells were merged downwards', () => {
    const found = tasks(
      table(['TT', 'Công việc', 'Chủ trì'], ['1', 'Việc một', 'Phòng A'], ['2', 'Việc hai', '']),
    )
    expect(found[1]).toMatchObject({ text: 'Việc hai', lead: ['Phòng A'] })
  })

  it('are not found where no column names a body', () => {
    expect(taskColumns(['TT', 'Khoa', 'Đối tượng khảo sát'])).toBeUndefined()
    expect(taskColumns(['TT', 'Nội dung', 'Kinh phí'])).toBeUndefined()
  })
})

describe('tasks from labelled lines', () => {
  it('stand in the order of the text, with the time that no label names', () => {
    const found = tasks(
      item(
        'II',
        'NHIỆM VỤ',
        item('1', 'Sửa đường', item('', 'Chủ trì: Phòng Kinh tế; hoàn thành trước ngày 31/12.')),
        item('2', 'Trồng cây. Chủ trì: Đoàn xã; phối hợp: các thôn.'),
        item('3', 'Làm cầu', item('', 'Chủ trì: Công an xã; hoàn thành xong trong quý II.')),
      ),
    )
    expect(found.map(({ lead, deadline }) => [lead[0], deadline?.text])).toEqual([
      ['Phòng Kinh tế', 'trước ngày 31/12'],
      ['Đoàn xã', undefined],
      ['Công an xã', 'trong quý II'],
    ])
  })

  it('have the heading as text, or the single unlabelled paragraph under it', () => {
    const lines = [item('-', 'Đơn vị chủ trì: Công an xã.'), item('-', 'Thời gian hoàn thành: Trước 15/6.')]
    const [first, second] = tasks(
      item(
        'II',
        'NHIỆM VỤ',
        item('a', 'Kiện toàn tổ.', ...lines),
        item('b', 'Tuyên truyền', item('', 'Viết tin bài.'), ...lines),
      ),
    )
    expect(first).toMatchObject({
      text: 'Kiện toàn tổ.',
      section: 'II.a',
      lead: ['Công an xã'],
      deadline: { to: '2026-06-15' },
    })
    expect(second).toMatchObject({ text: 'Viết tin bài.', section: 'II.b', origin: 'block' })
  })

  it('are several in one section where the lines repeat', () => {
    const found = tasks(
      item(
        '1',
        'NHIỆM VỤ',
        item('-', 'Việc một'),
        item('+', 'Chủ trì: Phòng A'),
        item('-', 'Việc hai'),
        item('+', 'Chủ trì: Phòng B'),
      ),
    )
    expect(found.map(task => task.lead)).toEqual([['Phòng A'], ['Phòng B']])
  })

  it('may stand in one paragraph', () => {
    const found = tasks(
      item(
        '1',
        'NHIỆM VỤ',
        item('-', 'Mở lớp tập huấn (Chủ trì: Phòng A; phối hợp: Công an xã; thời gian: Quý II).'),
      ),
    )
    expect(found[0]).toMatchObject({
      text: 'Mở lớp tập huấn',
      lead: ['Phòng A'],
      support: ['Công an xã'],
      deadline: { text: 'Quý II' },
    })
  })

  it('know labels put together of holders and what they do', () => {
    const found = tasks(
      item(
        '1',
        'Sửa chữa phòng học:',
        item('-', 'Cán bộ chịu trách nhiệm chính: Phòng A.'),
        item('-', 'Phòng, ban cùng phối hợp thực hiện: Trạm Y tế.'),
      ),
    )
    expect(found[0]).toMatchObject({ text: 'Sửa chữa phòng học', lead: ['Phòng A'], support: ['Trạm Y tế'] })
  })

  it('are none where no line names a body', () => {
    expect(tasks(item('1', 'A', item('-', 'Thời gian: Quý II.')))).toEqual([])
  })
})

describe('tasks of the lines under an item: text, lead, support, time, output, section', () => {
  const lineOf = (text: string) => {
    const [, bullet, rest] = /^([-+]) (.*)$/.exec(text) ?? []
    return bullet === undefined ? item('', text) : item(bullet, rest!)
  }

  it.each<[heading: string, lines: string[], found: string[]]>([
    [
      'Kiện toàn tổ.',
      [
        '- Đơn vị chủ trì: Công an xã.',
        '- Đơn vị phối hợp: Trạm Y tế, các thôn.',
        '- Thời gian hoàn thành: Trước 15/6.',
        '- Sản phẩm: Báo cáo.',
      ],
      ['Kiện toàn tổ. ¦ Công an xã ¦ Trạm Y tế + các thôn ¦ Trước 15/6 ¦ Báo cáo ¦ II.1'],
    ],
    [
      'Kiện toàn tổ:',
      ['- Thực hiện: Công an xã.', '- Thời gian: Quý II.'],
      ['Kiện toàn tổ ¦ Công an xã ¦ – ¦ Quý II ¦ – ¦ II.1'],
    ],
    ['Kiện toàn tổ', ['- Thực hiện: 15/20 chỉ tiêu.'], []],
    [
      'Kiện toàn tổ',
      ['- Chủ trì: Công an xã; phối hợp: các thôn; thời gian: Tháng 6.'],
      ['Kiện toàn tổ ¦ Công an xã ¦ các thôn ¦ Tháng 6 ¦ – ¦ II.1'],
    ],
    [
      'Việc chung',
      ['- Tuyên truyền (Chủ trì: Công an xã; phối hợp: các thôn).', '- Kiểm tra.'],
      ['Tuyên truyền ¦ Công an xã ¦ các thôn ¦ – ¦ – ¦ II.1'],
    ],
    [
      'Việc chung',
      ['Viết tin bài.', '- Chủ trì: Công an xã.'],
      ['Viết tin bài. ¦ Công an xã ¦ – ¦ – ¦ – ¦ II.1'],
    ],
    [
      'Việc chung',
      ['Viết tin bài.', 'Đăng tin.', '- Chủ trì: Công an xã.'],
      ['Việc chung ¦ Công an xã ¦ – ¦ – ¦ – ¦ II.1'],
    ],
    [
      'Việc chung',
      ['- Chủ trì: Công an xã.', '- Chủ trì: Trạm Y tế.'],
      ['Việc chung ¦ Công an xã ¦ – ¦ – ¦ – ¦ II.1', 'Việc chung ¦ Trạm Y tế ¦ – ¦ – ¦ – ¦ II.1'],
    ],
    [
      'Việc chung',
      ['- Chủ trì: Công an xã.', '+ Địa điểm: Nhà văn hóa thôn.', '- Phối hợp: các thôn.'],
      ['Việc chung ¦ Công an xã ¦ các thôn ¦ – ¦ – ¦ II.1'],
    ],
    [
      'Việc chung',
      ['- Chủ trì: Công an xã.', 'Viết tin bài.', '- Chủ trì: Trạm Y tế.'],
      ['Việc chung ¦ Công an xã ¦ – ¦ – ¦ – ¦ II.1', 'Viết tin bài. ¦ Trạm Y tế ¦ – ¦ – ¦ – ¦ II.1'],
    ],
    [
      'Việc chung',
      ['- Chủ trì, phối hợp: Công an xã, Trạm Y tế.'],
      ['Việc chung ¦ Công an xã ¦ Trạm Y tế ¦ – ¦ – ¦ II.1'],
    ],
    ['Việc chung', ['- Phối hợp: các thôn.'], ['Việc chung ¦ – ¦ các thôn ¦ – ¦ – ¦ II.1']],
    ['Việc chung', ['- Thời gian: Quý II.'], []],
    [
      'Việc chung',
      ['- Đơn vị chủ trỉ: Công an xã.', '- Thoi gian hoàn thành: Quý II.'],
      ['Việc chung ¦ Công an xã ¦ – ¦ Quý II ¦ – ¦ II.1'],
    ],
    [
      'Việc chung',
      ['- Cán bộ chịu trách nhiệm chính: Trưởng thôn.'],
      ['Việc chung ¦ Trưởng thôn ¦ – ¦ – ¦ – ¦ II.1'],
    ],
    [
      'Việc chung',
      ['- Chủ trì (đầu mối): Công an xã.', '- Thời hạn: ...'],
      ['Việc chung ¦ Công an xã ¦ – ¦ – ¦ – ¦ II.1'],
    ],
    [
      'Việc chung',
      ['- Kinh phí: 5 triệu đồng.', '- Chủ trì: Công an xã.'],
      ['Việc chung ¦ Công an xã ¦ – ¦ – ¦ – ¦ II.1'],
    ],
  ])('%s %s', (heading, lines, found) => {
    const told = tasks(item('II', 'NHIỆM VỤ', item('1', heading, ...lines.map(lineOf)))).map(
      ({ text, lead, support, deadline, output, section }) =>
        [
          text,
          lead.join(' + ') || '–',
          support.join(' + ') || '–',
          deadline?.text ?? '–',
          output ?? '–',
          section,
        ].join(' ¦ '),
    )
    expect(told).toEqual(found)
  })
})
