import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline.ts'
import { targetsOf } from './targets.ts'
import { item, table } from './test-support.ts'

const targets = (heading: string, text: string) => {
  const { blocks, printed } = outlineOf([item('I', heading, item('-', text))])
  return targetsOf(blocks, [], printed).map(({ at: _, ...each }) => each)
}

describe('targets', () => {
  it('have value, unit, comparator, subject and the clause that holds them', () => {
    expect(
      targets('MỤC TIÊU', 'Năm 2026: tập trung tuyên truyền; mỗi thôn tổ chức ít nhất 01 đợt tuyên truyền.'),
    ).toEqual([
      {
        text: 'mỗi thôn tổ chức ít nhất 01 đợt tuyên truyền.',
        value: 1,
        unit: 'đợt',
        comparator: '>=',
        subject: 'đợt tuyên truyền',
        section: 'I',
      },
    ])
  })

  it.each([
    ['100% cán bộ, công chức được tập huấn.', '=', 100, '%', 'cán bộ, công chức'],
    ['Tỷ lệ hồ sơ trực tuyến đạt từ 80% trở lên.', '>=', 80, '%', 'Tỷ lệ hồ sơ trực tuyến'],
    ['Kết nạp 10 đảng viên trở lên.', '>=', 10, 'đảng viên', 'đảng viên trở lên'],
    ['Vận động mỗi học sinh tặng ít nhất 01 cuốn sách.', '>=', 1, 'cuốn sách', 'cuốn sách'],
    [
      'Hằng tháng có tối thiểu 01 tin, bài, câu chuyện chia sẻ.',
      '>=',
      1,
      'tin, bài, câu chuyện',
      'tin, bài, câu chuyện chia sẻ',
    ],
  ])('%s', (text, comparator, value, unit, subject) => {
    const [target] = targets('MỤC TIÊU', text)
    expect(target).toMatchObject({ comparator, value, unit })
    expect(subject).toContain(target?.subject)
  })

  it('are the rows of a table of indicators with units, and nothing under what was reached before', () => {
    const { blocks, printed } = outlineOf([
      item('I', 'KẾT QUẢ THỰC HIỆN', item('-', 'Tỷ lệ tiêm đạt 96%.')),
      item(
        'II',
        'CHỈ TIÊU',
        table(
          ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện 2021', 'Kế hoạch 2022'],
          ['1', 'Tỷ lệ trẻ được tiêm', '%', '93', '≥ 95'],
          ['2', 'Số lượt khám', 'lượt', '4.100', '4.800'],
        ),
      ),
    ])
    expect(targetsOf(blocks, [], printed)).toMatchObject([
      { subject: 'Tỷ lệ trẻ được tiêm', value: 95, unit: '%', comparator: '>=', section: 'II' },
      { subject: 'Số lượt khám', value: 4800, unit: 'lượt', comparator: '=' },
    ])
  })

  it('are commitments though they compare with before, and name a share as a whole', () => {
    const text = 'Kéo giảm ít nhất 05% số vụ so với cùng kỳ; tỷ lệ điều tra, khám phá đạt trên 80%.'
    expect(targets('MỤC TIÊU', text)).toMatchObject([
      { value: 5, comparator: '>=' },
      { value: 80, subject: 'tỷ lệ điều tra, khám phá' },
    ])
    expect(targets('MỤC TIÊU', 'Tỷ lệ tuân thủ đạt ≥ 85%.')[0]?.subject).toBe('Tỷ lệ tuân thủ')
    expect(targets('MỤC TIÊU', 'Tỷ lệ tốt nghiệp: 100%.')[0]?.subject).toBe('Tỷ lệ tốt nghiệp')
  })

  it.each([
    'Đề án 06, mức 2, nhóm dưới 14 tuổi, 05 khoa được chọn.',
    'Nộp báo cáo không quá 05 ngày.',
    'Năm 2025 tỷ lệ đạt 87%, tăng 2% so với năm 2024.',
    'Các thôn cách Trạm Y tế trên 05 km.',
    'Không còn xã dưới 5 tiêu chí.',
  ])('are none in: %s', text => expect(targets('NỘI DUNG', text)).toEqual([]))
})
