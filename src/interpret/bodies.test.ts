import { describe, expect, it } from 'vitest'
import { words } from '../../grammars/phrases.ts'
import { type Actor, beginsBody, headingActor, openingActor, splitBodies, unknownActor } from './bodies.ts'

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

describe('body and duty', () => {
  const told = (actor: Actor | undefined) => (actor ? `${actor.unit} ¦ ${actor.duty}` : '–')

  it.each([
    ['Công an xã: tuần tra.', 'Công an xã ¦ tuần tra.'],
    ['Công an xã tuần tra.', 'Công an xã ¦ tuần tra.'],
    ['Công an xã, Trạm Y tế phối hợp tổ chức.', 'Công an xã, Trạm Y tế ¦ phối hợp tổ chức.'],
    ['Công an xã và Trạm Y tế có trách nhiệm tổ chức.', 'Công an xã và Trạm Y tế ¦ tổ chức.'],
    ['Giao Công an xã: chủ trì tuần tra.', 'Công an xã ¦ chủ trì tuần tra.'],
    [
      'Đề nghị Ủy ban MTTQ Việt Nam xã phối hợp tuyên truyền.',
      'Ủy ban MTTQ Việt Nam xã ¦ phối hợp tuyên truyền.',
    ],
    ['Yêu cầu các thôn báo cáo.', 'các thôn ¦ báo cáo.'],
    [
      'Các phòng, ban, đơn vị căn cứ nhiệm vụ được giao triển khai.',
      'Các phòng, ban, đơn vị ¦ căn cứ nhiệm vụ được giao triển khai.',
    ],
    ['05 thôn tổ chức ra quân.', '05 thôn ¦ tổ chức ra quân.'],
    ['Toàn thể cán bộ, công chức chấp hành.', 'Toàn thể cán bộ, công chức ¦ chấp hành.'],
    [
      'Trưởng thôn chịu trách nhiệm trước Chủ tịch UBND xã.',
      'Trưởng thôn ¦ chịu trách nhiệm trước Chủ tịch UBND xã.',
    ],
    ['Phòng Giáo dục và Đào tạo hướng dẫn các trường.', 'Phòng Giáo dục và Đào tạo ¦ hướng dẫn các trường.'],
    [
      'Văn phòng - Thống kê (đồng chí An) theo dõi, đôn đốc.',
      'Văn phòng - Thống kê (đồng chí An) ¦ theo dõi, đôn đốc.',
    ],
    ['Ban Chỉ đạo xã cần kiểm tra.', 'Ban Chỉ đạo xã ¦ cần kiểm tra.'],
    ['Theo chức năng, nhiệm vụ, các ngành thực hiện.', 'các ngành ¦ thực hiện.'],
    ['Hằng tháng, các thôn báo cáo.', 'các thôn ¦ báo cáo.'],
    ['Trạm Y tế: Chủ trì; Công an xã: phối hợp.', 'Trạm Y tế ¦ Chủ trì; Công an xã: phối hợp.'],
    ['Đoàn Thanh niên xã ra quân.', 'Đoàn Thanh niên xã ¦ ra quân.'],
    ['Nhà trường phối hợp.', 'Nhà trường ¦ phối hợp.'],
    ['UBND xã giao Công an xã chủ trì.', 'UBND xã ¦ giao Công an xã chủ trì.'],
  ])('of the statement %s', (text, actor) => expect(told(openingActor(text))).toBe(actor))

  it.each([
    ['Công an xã', 'Công an xã ¦ '],
    ['1 Công an xã', '1 Công an xã ¦ '],
    ['Công an xã:', 'Công an xã ¦ '],
    ['Giao Công an xã', 'Công an xã ¦ '],
    ['Đề nghị các đoàn thể', 'các đoàn thể ¦ '],
    ['Trạm Y tế, các trường học', 'Trạm Y tế, các trường học ¦ '],
    [
      'Công an xã chủ trì tuần tra trên địa bàn các thôn trong dịp Tết.',
      'Công an xã ¦ chủ trì tuần tra trên địa bàn các thôn trong dịp Tết.',
    ],
    ['Công an xã có trách nhiệm tuần tra.', 'Công an xã ¦ tuần tra.'],
    [
      'Phòng Nội vụ: tham mưu tổ chức thực hiện Kế hoạch này.',
      'Phòng Nội vụ ¦ tham mưu tổ chức thực hiện Kế hoạch này.',
    ],
    [
      'Ban Chỉ đạo: tham mưu tổ chức thực hiện Kế hoạch này.',
      'Ban Chỉ đạo ¦ tham mưu tổ chức thực hiện Kế hoạch này.',
    ],
    ['Nhiệm vụ cụ thể', '–'],
    ['Tổ chức thực hiện', '–'],
    ['Thủ trưởng các cơ quan, đơn vị', 'Thủ trưởng các cơ quan, đơn vị ¦ '],
  ])('of the heading %s', (text, actor) => expect(told(headingActor(text))).toBe(actor))

  it.each([
    ['Khối Mặt trận, đoàn thể', 'Khối Mặt trận, đoàn thể ¦ '],
    ['Đề nghị Khối Mặt trận', 'Khối Mặt trận ¦ '],
    ['Tổ chức thực hiện', '–'],
    ['Các hộ kinh doanh phối hợp', '–'],
    ['Giao', '–'],
    ['Bộ phận chuyên môn', 'Bộ phận chuyên môn ¦ '],
    ['Những người có uy tín trong cộng đồng dân cư ở các thôn, bản vùng cao xa xôi', '–'],
  ])('of a heading among headings that name bodies: %s', (text, actor) =>
    expect(told(unknownActor(text))).toBe(actor),
  )

  it.each([
    ['Công an xã, Trạm Y tế; các thôn', ['Công an xã', 'Trạm Y tế', 'các thôn']],
    ['Phòng Văn hóa, thể thao, Công an xã', ['Phòng Văn hóa, thể thao', 'Công an xã']],
    ['- Công an xã; - Trạm Y tế', ['Công an xã', 'Trạm Y tế']],
    ['Công an xã;', ['Công an xã']],
    ['các thôn, các trường.', ['các thôn', 'các trường']],
    ['; ,', []],
  ])('of the list %s', (list, names) => expect(splitBodies(list)).toEqual(names))

  it('begin with a body, perhaps after how many', () => {
    const begins = (text: string) => beginsBody(words(text), 0)
    expect(['Công an xã', 'các phòng', '05 thôn', 'toàn thể các thôn'].map(begins)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['Công tác', 'Phòng, chống', 'một việc', ''].map(begins)).toEqual([false, false, false, false])
  })
})
