import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { documentOf, sketch } from './test-support.ts'

describe('lines of a section, joined to paragraphs; what is noise after a tilde', () => {
  it.each([
    [
      '- Tuyên truyền, phổ biến đến toàn thể cán bộ, đảng viên, công chức và Nhân dân trên địa bàn ¦ xã về chuyển đổi số. ¦ - Việc khác.',
      '[-] Tuyên truyền, phổ biến đến toàn thể cán bộ, đảng viên, công chức và Nhân dân trên địa bàn xã về chuyển đổi số. ¦ [-] Việc khác.',
    ],
    [
      '- Tuyên truyền, phổ biến đến toàn thể cán bộ, đảng viên, công chức và Nhân dân trên địa bàn ¦ Xã Yên Khê về chuyển đổi số.',
      '[-] Tuyên truyền, phổ biến đến toàn thể cán bộ, đảng viên, công chức và Nhân dân trên địa bàn Xã Yên Khê về chuyển đổi số.',
    ],
    ['Việc ngắn. ¦ Việc khác.', 'Việc ngắn. ¦ Việc khác.'],
    ['Việc ngắn ¦ việc nối.', 'Việc ngắn việc nối.'],
    ['Việc ngắn ¦ Việc khác', 'Việc ngắn ¦ Việc khác'],
    [
      '- Tuyên truyền, phổ biến đến toàn thể cán bộ, đảng viên, công chức và Nhân dân trên địa bàn giai đoạn 2026 ¦ - 2030 và những năm sau.',
      '[-] Tuyên truyền, phổ biến đến toàn thể cán bộ, đảng viên, công chức và Nhân dân trên địa bàn giai đoạn 2026 - 2030 và những năm sau.',
    ],
    [
      '- Phòng Văn hóa - Xã hội chủ trì tham mưu, tổ chức thực hiện các nội dung của Phòng Văn hóa ¦ - Xã hội và báo cáo.',
      '[-] Phòng Văn hóa - Xã hội chủ trì tham mưu, tổ chức thực hiện các nội dung của Phòng Văn hóa - Xã hội và báo cáo.',
    ],
    ['- Thực hiện theo điểm ¦ a) khoản 1 của Luật.', '[-] Thực hiện theo điểm a) khoản 1 của Luật.'],
    [
      '- Việc dài của toàn xã theo Kế hoạch số 12/KH- ¦ UBND ngày 01/02/2026.',
      '[-] Việc dài của toàn xã theo Kế hoạch số 12/KH-UBND ngày 01/02/2026.',
    ],
    ['- Việc: ¦ - Phần.', '[-] Việc: ¦ [-] Phần.'],
    ['1. Đến năm 2030 ¦ - 100% thôn có mạng.', '[1] Đến năm 2030 ¦ [-] 100% thôn có mạng.'],
    [
      '(1) Đưa nội dung chuyển đổi số vào sinh hoạt chi bộ thường kỳ, tối thiểu một lần hằng quý. ¦ Chủ trì: Các chi bộ.',
      '[(1)] Đưa nội dung chuyển đổi số vào sinh hoạt chi bộ thường kỳ, tối thiểu một lần hằng quý. ¦ Chủ trì: Các chi bộ.',
    ],
    ['- Một; ¦  ¦ - Hai; ¦  ¦  ¦ Ba.', '[-] Một; ¦ [-] Hai; ¦ Ba.'],
    ['1. A. ¦ 2. B. ¦ 15. C.', '[1] A. ¦ [2] B. ¦ [15] C.'],
    [
      '1. Tuyên truyền, phổ biến đến toàn thể cán bộ, đảng viên, công chức và Nhân dân trên địa bàn ¦ 2. phường và thị trấn.',
      '[1] Tuyên truyền, phổ biến đến toàn thể cán bộ, đảng viên, công chức và Nhân dân trên địa bàn 2. phường và thị trấn.',
    ],
    ['Ngày ¦ 15. tháng 6.', 'Ngày 15. tháng 6.'],
    ['1. HỘI NGHỊ TỔNG KẾT ¦ Tổ chức tại xã.', '[1] HỘI NGHỊ TỔNG KẾT ¦ Tổ chức tại xã.'],
    ['- Gọi số 0912 ¦ 345678 để biết.', '[-] Gọi số 0912 345678 để biết.'],
    ['- Việc này, ¦ việc kia.', '[-] Việc này, việc kia.'],
    ['- Việc này; ¦ Việc kia.', '[-] Việc này; ¦ Việc kia.'],
    ['“Trích dẫn.” ¦ Việc kia.', '“Trích dẫn.” ¦ Việc kia.'],
    ['- Việc một. ¦ 2 ¦ - Việc hai.', '[-] Việc một. ¦ 2 ¦ [-] Việc hai.'],
    [
      '- Việc nối qua trang của cán bộ, đảng viên, công chức và toàn thể Nhân dân trên địa bàn ¦ \f2 ¦ xã Yên Khê.',
      '[-] Việc nối qua trang của cán bộ, đảng viên, công chức và toàn thể Nhân dân trên địa bàn xã Yên Khê. ~ 2',
    ],
    ['- Việc một. ¦ \f- 2 - ¦ - Việc hai.', '[-] Việc một. ¦ [-] Việc hai. ~ - 2 -'],
    ['Điều 1. Việc ¦ 1. A. ¦ Điều 2. Việc ¦ 1. B.', '[Điều 1] Việc ¦ [1] A. ¦ [Điều 2] Việc ¦ [1] B.'],
    ['(1) A; ¦ (2) B; ¦ (a) C.', '[(1)] A; ¦ [(2)] B; ¦ [(a)] C.'],
    ['1.1 Việc một. ¦ 1.2 Việc hai.', '[1.1] Việc một. ¦ [1.2] Việc hai.'],
    ['2.1 Việc một. ¦ 2.2 Việc hai.', '[2.1] Việc một. ¦ [2.2] Việc hai.'],
  ])('%s', (lines, paragraphs) => {
    const text = ['I. MỘT', ...lines.split(' ¦ ')].join('\n').replaceAll('\n\f', '\f')
    const { body, noise } = parse(documentOf(text))
    const found = sketch(body)
      .slice(1)
      .map(line => line.trim())
      .join(' ¦ ')
    expect(noise.length > 0 ? `${found} ~ ${noise.map(line => line.text).join(' ')}` : found).toBe(paragraphs)
  })
})
