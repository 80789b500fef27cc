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
        text: 'mỗi thôn tổ chức ít nhất 01 đợt tuyên truyền',
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

  it.each([
    ['Cử ít nhất 03 viên chức đi đào tạo.', 'viên chức'],
    ['100% hồ sơ đủ điều kiện được giải quyết.', 'hồ sơ'],
    ['Số hóa tối thiểu 40% tài liệu có giá trị bảo quản.', 'tài liệu có giá trị bảo quản'],
    ['Phấn đấu giải ngân trên 95% kế hoạch vốn được giao.', 'kế hoạch vốn được giao'],
    ['80% người sử dụng khai thác tài liệu.', 'người sử dụng'],
    ['Trên 75% người dân trong độ tuổi lao động có việc làm.', 'người dân trong độ tuổi lao động'],
    ['Kết quả kiểm tra 100% đạt yêu cầu.', 'Kết quả kiểm tra'],
    ['Tỷ lệ hộ nghèo giảm còn dưới 3%.', 'Tỷ lệ hộ nghèo'],
    ['Thu nhập của người làm rừng tăng 8% mỗi năm.', 'Thu nhập của người làm rừng'],
    ['Tỷ lệ tiêm phòng đạt từ 80% tổng đàn trở lên.', 'Tỷ lệ tiêm phòng'],
    ['Tỷ lệ trẻ được tiêm đầy đủ đạt ít nhất 95%.', 'Tỷ lệ trẻ được tiêm đầy đủ'],
    ['Diện tích gieo trồng đạt từ 320 ha trở lên.', 'Diện tích gieo trồng'],
    ['Xóa 12 căn nhà tạm trước ngày 31/10.', 'căn nhà tạm'],
    ['Mỗi gian có ít nhất 50 đầu sách và một bài giới thiệu.', 'đầu sách'],
  ])('count the noun phrase: %s', (text, subject) => {
    expect(targets('MỤC TIÊU', text)[0]?.subject).toBe(subject)
  })

  it('go on with the subject of the clause before where only a time is named', () => {
    const found = targets('MỤC TIÊU', 'Đến quý II, giải ngân đạt trên 50%; hết quý III đạt trên 75%.')
    expect(found.map(({ subject }) => subject)).toEqual(['giải ngân', 'giải ngân'])
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
