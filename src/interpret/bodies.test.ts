import { describe, expect, it } from 'vitest'
import { headingActor, openingActor, splitBodies } from './bodies.ts'

describe('the body that a statement opens with', () => {
  it.each([
    ['Công an xã: Chủ trì tuần tra.', 'Công an xã', 'Chủ trì tuần tra.'],
    ['Giao Phòng Văn hóa - Xã hội chủ trì thực hiện.', 'Phòng Văn hóa - Xã hội', 'chủ trì thực hiện.'],
    [
      'Căn cứ Kế hoạch này, thủ trưởng các cơ quan, đơn vị xây dựng kế hoạch.',
      'thủ trưởng các cơ quan, đơn vị',
      'xây dựng kế hoạch.',
    ],
    [
      'Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về UBND xã.',
      'các đơn vị',
      'phản ánh về UBND xã.',
    ],
    ['Trưởng các thôn có trách nhiệm phổ biến.', 'Trưởng các thôn', 'phổ biến.'],
    [
      'Thành viên Ban Chỉ đạo phụ trách các thôn thường xuyên kiểm tra.',
      'Thành viên Ban Chỉ đạo phụ trách các thôn',
      'thường xuyên kiểm tra.',
    ],
    [
      'Thủ trưởng các sở; Chủ tịch UBND các xã chỉ đạo thực hiện.',
      'Thủ trưởng các sở; Chủ tịch UBND các xã',
      'chỉ đạo thực hiện.',
    ],
    [
      'Các tổ chức chính trị - xã hội đẩy mạnh tuyên truyền.',
      'Các tổ chức chính trị - xã hội',
      'đẩy mạnh tuyên truyền.',
    ],
    ['Giao: Công an xã chủ trì.', 'Công an xã', 'chủ trì.'],
    ['Căn cứ tình hình, yêu cầu Công an xã báo cáo kết quả.', 'Công an xã', 'báo cáo kết quả.'],
    ['Định kỳ trước ngày 20, Văn phòng tổng hợp.', 'Văn phòng', 'tổng hợp.'],
    [
      'Công an xã (cơ quan chủ trì kế hoạch) tổ chức tuần tra.',
      'Công an xã (cơ quan chủ trì kế hoạch)',
      'tổ chức tuần tra.',
    ],
    ['Hội đồng phụ trách các cụm', 'Hội đồng', 'phụ trách các cụm'],
    ['Các đơn vị liên quan phối hợp.', 'Các đơn vị liên quan', 'phối hợp.'],
    ['Văn phòng Đảng ủy tham mưu công tác.', 'Văn phòng Đảng ủy', 'tham mưu công tác.'],
    ['Chủ tịch UBND các xã, phường có trách nhiệm: kiểm tra.', 'Chủ tịch UBND các xã, phường', 'kiểm tra.'],
  ])('%s', (statement, unit, duty) => expect(openingActor(statement)).toEqual({ unit, duty }))

  it.each([
    'Tổ chức tuyên truyền sâu rộng.',
    'Phối hợp với Công an xã, Trạm Y tế tổ chức khám bệnh.',
    'Kế hoạch này được phổ biến đến toàn thể cán bộ.',
    'Phòng, chống dịch bệnh được chú trọng.',
    'Ban hành văn bản chỉ đạo các đơn vị.',
    'Đề nghị tăng cường tuyên truyền trên loa.',
    // What stands behind a stop, a semicolon or a colon is another sentence.
    'Theo nhiệm vụ được giao; việc chung, Công an xã báo cáo.',
    'Căn cứ kế hoạch: việc chung, Công an xã báo cáo.',
    'Căn cứ tình hình. Việc chung, Công an xã báo cáo.',
    // No predicate, no actor.
    'Căn cứ tình hình, Công an xã.',
    'Trạm Y tế',
    'Công an xã. Báo cáo tuần.',
    'Hằng tháng của các phòng, ban, đơn vị báo cáo.',
    `${'Căn cứ kế hoạch và chỉ đạo của trên '.repeat(6)}, Công an xã báo cáo.`,
  ])('is none in: %s', statement => expect(openingActor(statement)).toBeUndefined())
})

describe('the body that a heading names', () => {
  it.each([
    ['Đề nghị Ủy ban MTTQ Việt Nam xã và các đoàn thể', 'Ủy ban MTTQ Việt Nam xã và các đoàn thể'],
    ['Các khoa tham gia khảo sát', 'Các khoa tham gia khảo sát'],
    ['Trách nhiệm của Phòng Kinh tế', 'Phòng Kinh tế'],
    ['Công an xã có trách nhiệm:', 'Công an xã'],
    ['Tổ bảo vệ', 'Tổ bảo vệ'],
  ])('%s', (heading, unit) => expect(headingActor(heading)?.unit).toBe(unit))

  it('is followed by its duty where the heading goes on', () => {
    expect(headingActor('Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan tổ chức thực hiện.')).toEqual({
      unit: 'Sở Nội vụ',
      duty: 'chủ trì, phối hợp với các cơ quan liên quan tổ chức thực hiện.',
    })
  })

  it.each(['Kiểm tra, giám sát', 'Công tác tuyên truyền', 'Tổ chức hội nghị', 'Phòng, chống dịch bệnh'])(
    'is none in: %s',
    heading => expect(headingActor(heading)).toBeUndefined(),
  )
})

it('a clause that says which ones belongs to the name where a predicate follows it', () => {
  expect(openingActor('Các chi bộ được kiểm tra, giám sát chuẩn bị báo cáo.')).toEqual({
    unit: 'Các chi bộ được kiểm tra, giám sát',
    duty: 'chuẩn bị báo cáo.',
  })
})

describe('lists of bodies', () => {
  it.each([
    ['Phòng VH-XH, trường học, các thôn.', ['Phòng VH-XH, trường học', 'các thôn']],
    ['Trạm Y tế, Công an xã,', ['Trạm Y tế', 'Công an xã']],
    ['Trung tâm A; các khoa; cố vấn học tập', ['Trung tâm A', 'các khoa; cố vấn học tập']],
    ['', []],
  ])('%s', (list, names) => expect(splitBodies(list)).toEqual(names))
})
