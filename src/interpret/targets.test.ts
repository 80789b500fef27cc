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
    ['Phấn đấu trên 35% là nữ, 15% là trẻ tuổi.', 'nữ'],
    ['Tỷ lệ đại biểu là nữ đạt ít nhất 30%.', 'Tỷ lệ đại biểu là nữ'],
    ['Đến năm 2030 có trên 80%.', ''],
    ['Án rất nghiêm trọng, đặc biệt nghiêm trọng đạt 100%.', 'Án rất nghiêm trọng, đặc biệt nghiêm trọng'],
    ['Thành lập ít nhất 01 tổ với tối thiểu 05 thành viên.', 'tổ'],
    ['Tổ chức 02 đợt truyền thông (đợt 1: tháng 5; đợt 2: tháng 9).', 'đợt truyền thông'],
    [
      'Mức độ hài lòng của người dân, doanh nghiệp đạt tối thiểu 95%.',
      'Mức độ hài lòng của người dân, doanh nghiệp',
    ],
    ['Kinh tế số chiếm tối thiểu 50% tổng giá trị sản xuất.', 'Kinh tế số'],
    ['Tổ chức tập huấn, diễn tập: 01 cuộc trong quý II.', 'diễn tập'],
    ['Phấn đấu giảm 5% số vụ tai nạn so với năm 2025.', 'số vụ tai nạn'],
  ])('count the noun phrase: %s', (text, subject) => {
    expect(targets('MỤC TIÊU', text)[0]?.subject).toBe(subject)
  })

  it('go on with the subject of the clause before where only a time is named', () => {
    const found = targets('MỤC TIÊU', 'Đến quý II, giải ngân đạt trên 50%; hết quý III đạt trên 75%.')
    expect(found.map(({ subject }) => subject)).toEqual(['giải ngân', 'giải ngân'])
  })

  it('go on with what compares the first of several of a kind', () => {
    const found = targets('MỤC TIÊU', 'Xử lý tối thiểu 02 vụ về pháo nổ, 01 vụ về ma túy.')
    expect(found.map(({ comparator, value, unit }) => `${comparator} ${value} ${unit}`)).toEqual([
      '>= 2 vụ',
      '>= 1 vụ',
    ])
  })

  it.each([
    ['Tỷ lệ người cao tuổi được khám ít nhất 01 lần/năm đạt 80%.', ['= 80 %']],
    ['Giảm tỷ suất sinh thô 0,2‰ so với năm 2025.', ['= 0.2 ‰']],
  ])('are what is reached, not what tells which: %s', (text, found) => {
    expect(
      targets('MỤC TIÊU', text).map(({ comparator, value, unit }) => `${comparator} ${value} ${unit}`),
    ).toEqual(found)
  })

  it('leave out where things stand', () => {
    const found = targets('MỤC TIÊU', 'Tỷ lệ hộ nghèo giảm từ 1,5% xuống còn 1%.')
    expect(found).toMatchObject([{ value: 1, comparator: '=', subject: 'Tỷ lệ hộ nghèo' }])
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

  it('stand in cells, but not in those of a column of times or bodies', () => {
    const cell = 'Ít nhất 80% thôn có mạng'
    const inColumn = (title: string) => {
      const { blocks, printed } = outlineOf([
        item('I', 'NHIỆM VỤ', table(['TT', 'Nội dung', title], ['1', 'Kéo mạng', cell])),
      ])
      return targetsOf(blocks, [], printed).map(({ value }) => value)
    }
    expect(inColumn('Sản phẩm')).toEqual([80])
    for (const title of ['Thời gian', 'Đơn vị chủ trì', 'Đơn vị phối hợp'])
      expect(inColumn(title)).toEqual([])
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
    'Đạt mức độ 2 trở lên theo bộ chỉ số.',
  ])('are none in: %s', text => expect(targets('NỘI DUNG', text)).toEqual([]))
})

describe('targets of a sentence, whole', () => {
  it.each([
    [
      'MỤC TIÊU',
      '100% cán bộ, công chức, viên chức được tập huấn kỹ năng số.',
      ['= 100 % · cán bộ, công chức, viên chức'],
    ],
    ['MỤC TIÊU', 'Phấn đấu 90% trở lên hồ sơ được giải quyết đúng hạn.', ['>= 90 % · hồ sơ']],
    ['MỤC TIÊU', 'Ít nhất 80% hộ dân tham gia.', ['>= 80 % · hộ dân']],
    ['MỤC TIÊU', 'Tối đa 5% học sinh vắng mặt.', ['<= 5 % · học sinh vắng mặt']],
    ['MỤC TIÊU', 'Không quá 3% hộ tái nghèo.', ['<= 3 % · hộ tái nghèo']],
    ['MỤC TIÊU', 'Dưới 2% trẻ suy dinh dưỡng.', ['<= 2 % · trẻ suy dinh dưỡng']],
    ['MỤC TIÊU', 'Trên 95% người dân hài lòng.', ['>= 95 % · người dân']],
    ['MỤC TIÊU', 'Tỷ lệ hộ nghèo giảm xuống dưới 1,5% vào cuối năm.', ['<= 1.5 % · Tỷ lệ hộ nghèo']],
    ['MỤC TIÊU', 'Tỷ lệ hộ dùng nước sạch đạt 98,5%.', ['= 98.5 % · Tỷ lệ hộ dùng nước sạch']],
    ['MỤC TIÊU', 'Giảm 10% số vụ tai nạn giao thông.', ['= 10 % · số vụ tai nạn giao thông']],
    ['MỤC TIÊU', 'Tỷ lệ bao phủ bảo hiểm y tế: ≥ 95%.', ['>= 95 % · Tỷ lệ bao phủ bảo hiểm y tế']],
    ['MỤC TIÊU', 'Trồng 1.200 cây xanh.', ['= 1200 cây xanh · cây xanh']],
    ['MỤC TIÊU', 'Tổ chức ít nhất 02 lớp tập huấn cho cán bộ.', ['>= 2 lớp · lớp tập huấn']],
    [
      'MỤC TIÊU',
      'Mỗi thôn có tối thiểu 01 tổ công nghệ số cộng đồng.',
      ['>= 1 tổ · tổ công nghệ số cộng đồng'],
    ],
    ['MỤC TIÊU', 'Tổ chức từ 03 buổi tuyên truyền trở lên.', ['>= 3 buổi · buổi tuyên truyền']],
    ['MỤC TIÊU', 'Kết nạp từ 10 đảng viên mới trở lên.', ['>= 10 đảng viên · đảng viên mới']],
    [
      'MỤC TIÊU',
      'Xây dựng 05 mô hình; phát 2.000 tờ rơi, tổ chức 04 buổi nói chuyện.',
      ['= 5 mô hình · mô hình', '= 2000 tờ rơi · tờ rơi', '= 4 buổi · buổi nói chuyện'],
    ],
    ['MỤC TIÊU', 'Hoàn thành 15 tiêu chí nông thôn mới.', ['= 15 tiêu chí · tiêu chí nông thôn mới']],
    ['MỤC TIÊU', 'Sản lượng đạt 2.500 tấn.', ['= 2500 tấn · Sản lượng']],
    ['MỤC TIÊU', 'Thu ngân sách đạt 12 tỷ đồng.', ['= 12 tỷ đồng · Thu ngân sách']],
    ['MỤC TIÊU', 'Không để xảy ra quá 02 vụ cháy.', []],
    ['MỤC TIÊU', 'Tỷ lệ tiêm đạt 95% và tỷ lệ khám đạt 80%.', ['= 95 % · Tỷ lệ tiêm', '= 80 % · tỷ lệ khám']],
    ['MỤC TIÊU', 'Thời gian xử lý không quá 03 ngày làm việc.', []],
    ['MỤC TIÊU', 'Có 2 xã đạt chuẩn; 1 thị trấn đạt chuẩn.', ['= 2 xã · xã']],
    ['MỤC TIÊU', 'Đã đạt 95% kế hoạch.', []],
    ['MỤC TIÊU', 'Tăng 5% so với cùng kỳ năm trước.', []],
    ['MỤC TIÊU', 'Đề án 06 được triển khai tại 12 xã.', []],
    ['MỤC TIÊU', 'Lần thứ 5 tổ chức hội thi.', []],
    ['MỤC TIÊU', 'Ít nhất 03 chuyến xe lưu động.', ['>= 3 chuyến · chuyến xe lưu động']],
    [
      'MỤC TIÊU',
      'Số hóa 40% tài liệu có giá trị bảo quản vĩnh viễn.',
      ['= 40 % · tài liệu có giá trị bảo quản vĩnh viễn'],
    ],
    [
      'MỤC TIÊU',
      'Cấp phát 500 cuốn sổ tay hướng dẫn người dân sử dụng dịch vụ công.',
      ['= 500 cuốn · cuốn sổ tay hướng dẫn người dân sử dụng dịch vụ công'],
    ],
    ['MỤC TIÊU', 'Mỗi quý 01 lần kiểm tra.', []],
    ['NỘI DUNG', 'Tổ chức 02 lớp tập huấn.', ['= 2 lớp · lớp tập huấn']],
    ['NỘI DUNG', 'Phát 2.000 tờ rơi.', ['= 2000 tờ rơi · tờ rơi']],
    ['NỘI DUNG', 'Mỗi trường tổ chức ít nhất 01 buổi ngoại khóa.', ['>= 1 buổi · buổi ngoại khóa']],
    ['NỘI DUNG', '80% hồ sơ nộp trực tuyến.', ['= 80 % · hồ sơ nộp trực tuyến']],
    ['NỘI DUNG', 'Mở 5 lớp vào tháng 6.', ['= 5 lớp · lớp']],
    ['NỘI DUNG', 'Có 12 thôn tham gia.', []],
    ['NỘI DUNG', 'Phấn đấu 12 thôn đạt chuẩn.', ['= 12 thôn · thôn']],
    ['KINH PHÍ', 'Hỗ trợ 50% kinh phí.', []],
    ['KINH PHÍ', 'Chi ít nhất 02 lớp tập huấn.', []],
    ['YÊU CẦU', 'Bố trí tối thiểu 02 cán bộ trực.', ['>= 2 cán bộ · cán bộ trực']],
  ])('under %s: %s', (heading, text, expected) => {
    const told = targets(heading, text).map(
      ({ comparator, value, unit, subject }) => `${comparator} ${value} ${unit} · ${subject}`,
    )
    expect(told).toEqual(expected)
  })
})
