import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { documentOf, sketch } from './test-support.ts'

/** Fills a line, so that the next goes on with it unless something says that it begins. */
const LONG = 'Tuyên truyền, phổ biến đến toàn thể cán bộ, đảng viên, công chức và Nhân dân trên địa bàn'

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
    ['Dòng một. ¦ \f2 ¦ Dòng hai.', 'Dòng một. ¦ Dòng hai. ~ 2'],
    ['Dòng một. ¦ \fTrang 2 ¦ Dòng hai.', 'Dòng một. ¦ Dòng hai. ~ Trang 2'],
    ['Dòng một. ¦ \fTrang  2/3 ¦ Dòng hai.', 'Dòng một. ¦ Dòng hai. ~ Trang 2/3'],
    ['Dòng một. ¦ \f- 2 - ¦ Dòng hai.', 'Dòng một. ¦ Dòng hai. ~ - 2 -'],
    ['Dòng một. ¦ \f5 ¦ Dòng hai.', 'Dòng một. ¦ 5 ¦ Dòng hai.'],
    ['Dòng một. ¦ \f4 ¦ Dòng hai.', 'Dòng một. ¦ Dòng hai. ~ 4'],
    ['Dòng một. ¦ \fDòng hai. ¦ 2', 'Dòng một. ¦ Dòng hai. ~ 2'],
    ['Dòng một. ¦ \fDòng hai. ¦ 2 ¦ Dòng ba.', 'Dòng một. ¦ Dòng hai. ¦ 2 ¦ Dòng ba.'],
    [
      'Dòng một. ¦ \fKế hoạch trồng cây ¦ Dòng hai. ¦ \fKế hoạch trồng cây ¦ Dòng ba. ¦ \fKế hoạch trồng cây ¦ Dòng bốn.',
      'Dòng một. ¦ Dòng hai. ¦ Dòng ba. ¦ Dòng bốn. ~ Kế hoạch trồng cây Kế hoạch trồng cây Kế hoạch trồng cây',
    ],
    [
      'Dòng một. ¦ \fKế hoạch trồng cây ¦ Dòng hai. ¦ \fKế hoạch trồng cây ¦ Dòng ba.',
      'Dòng một. ¦ Kế hoạch trồng cây ¦ Dòng hai. ¦ Kế hoạch trồng cây ¦ Dòng ba.',
    ],
    [
      'Kế hoạch trồng cây ¦ Dòng một. ¦ \fKế hoạch trồng cây ¦ Dòng hai. ¦ \fKế hoạch trồng cây ¦ Dòng ba.',
      'Kế hoạch trồng cây ¦ Dòng một. ¦ Kế hoạch trồng cây ¦ Dòng hai. ¦ Kế hoạch trồng cây ¦ Dòng ba.',
    ],
    [
      'Dòng một. ¦ \fTrang 2 của xã ¦ Dòng hai. ¦ \fTrang 3 của xã ¦ Dòng ba. ¦ \fTrang 4 của xã ¦ Dòng bốn.',
      'Dòng một. ¦ Dòng hai. ¦ Dòng ba. ¦ Dòng bốn. ~ Trang 2 của xã Trang 3 của xã Trang 4 của xã',
    ],
    [
      'Dòng một. ¦ \fxã ¦ Dòng hai. ¦ \fxã ¦ Dòng ba. ¦ \fxã ¦ Dòng bốn.',
      'Dòng một. xã ¦ Dòng hai. xã ¦ Dòng ba. xã ¦ Dòng bốn.',
    ],
    [
      'Dòng một. ¦ \fDòng hai. ¦ Cuối trang xã ¦ \fDòng ba. ¦ Cuối trang xã ¦ \fDòng bốn. ¦ Cuối trang xã ¦ \fDòng năm.',
      'Dòng một. ¦ Dòng hai. ¦ Dòng ba. ¦ Dòng bốn. ¦ Dòng năm. ~ Cuối trang xã Cuối trang xã Cuối trang xã',
    ],
    [
      'Đầu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ 2 ¦ Cuối.',
      'Đầu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Cuối. ~ 2',
    ],
    [
      'Đầu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ 2 ¦ Cuối.',
      'Đầu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Cuối. ~ 2',
    ],
    [
      'Đầu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ 2 ¦ Cuối.',
      'Đầu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Cuối. ~ 2',
    ],
    [
      'Đầu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ 2 ¦ Cuối.',
      'Đầu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Câu. ¦ Cuối. ~ 2',
    ],
    ['Dòng một. ¦ ---- ¦ Dòng hai.', 'Dòng một. ¦ Dòng hai. ~ ----'],
    ['Dòng một. ¦ ⟦noise⟧ ¦ Dòng hai.', 'Dòng một. ¦ ⟦noise⟧ ¦ Dòng hai.'],
    ['Dòng một. ¦ *** ¦ Dòng hai.', 'Dòng một. ¦ Dòng hai. ~ ***'],
    ['Dòng một. ¦ ĐẾN ¦ Dòng hai.', 'Dòng một. ¦ Dòng hai. ~ ĐẾN'],
    ['Dòng một. ¦ Ký bởi: Văn thư ¦ Dòng hai.', 'Dòng một. ¦ Dòng hai. ~ Ký bởi: Văn thư'],
    ['Dòng một. ¦ Người ký: Lê Thị Hoa ¦ Dòng hai.', 'Dòng một. ¦ Dòng hai. ~ Người ký: Lê Thị Hoa'],
    ['Dòng một. ¦ Thời gian ký: 5/3/2026 ¦ Dòng hai.', 'Dòng một. ¦ Dòng hai. ~ Thời gian ký: 5/3/2026'],
    [`- ${LONG} theo Điều ¦ 5. Luật Lâm nghiệp.`, `[-] ${LONG} theo Điều 5. Luật Lâm nghiệp.`],
    [`- ${LONG} trong Quý ¦ II. Năm 2026.`, `[-] ${LONG} trong Quý II. Năm 2026.`],
    [`- ${LONG} từ ngày ¦ 1. Tháng 6.`, `[-] ${LONG} từ ngày 1. Tháng 6.`],
    [`- ${LONG} theo đúng ¦ 5. Luật Lâm nghiệp.`, `[-] ${LONG} theo đúng 5. Luật Lâm nghiệp.`],
    [
      `1. ${LONG} của giai đoạn 2026 ¦ - 2030 và những năm sau.`,
      `[1] ${LONG} của giai đoạn 2026 - 2030 và những năm sau.`,
    ],
    [
      `1. ${LONG} của giai đoạn 2026. ¦ - 2030 là năm cuối.`,
      `[1] ${LONG} của giai đoạn 2026. ¦ [-] 2030 là năm cuối.`,
    ],
    [`1. ${LONG} của năm 2026 ¦ - 10 thôn làm.`, `[1] ${LONG} của năm 2026 - 10 thôn làm.`],
    [
      `- Trạm Y tế xã khám. ¦ - ${LONG} cho Trạm ¦ Y tế xã Yên Khê.`,
      `[-] Trạm Y tế xã khám. ¦ [-] ${LONG} cho Trạm Y tế xã Yên Khê.`,
    ],
    [
      '- Trạm Y tế xã khám. ¦ - Xã cho Trạm ¦ Y tế xã Yên Khê.',
      '[-] Trạm Y tế xã khám. ¦ [-] Xã cho Trạm ¦ Y tế xã Yên Khê.',
    ],
    [
      `1. Phòng Văn hóa - Xã hội làm. ¦ 2. ${LONG} cho Phòng Văn hóa ¦ - Xã hội xã.`,
      `[1] Phòng Văn hóa - Xã hội làm. ¦ [2] ${LONG} cho Phòng Văn hóa - Xã hội xã.`,
    ],
    [
      `1. Phòng Văn hóa - Xã hội làm. ¦ 2. ${LONG} cho Phòng Văn hóa. ¦ - Xã hội xã.`,
      `[1] Phòng Văn hóa - Xã hội làm. ¦ [2] ${LONG} cho Phòng Văn hóa. ¦ [-] Xã hội xã.`,
    ],
    [`- ${LONG} ¦ “Xã Yên Khê” về chuyển đổi số.`, `[-] ${LONG} “Xã Yên Khê” về chuyển đổi số.`],
    [`- ${LONG} ¦ - Xã Yên Khê làm.`, `[-] ${LONG} ¦ [-] Xã Yên Khê làm.`],
    [`- ${LONG} ¦ - xã Yên Khê làm.`, `[-] ${LONG} - xã Yên Khê làm.`],
    [`- ${LONG}, ¦ - Xã Yên Khê làm.`, `[-] ${LONG}, - Xã Yên Khê làm.`],
    [`- ${LONG}. ¦ - xã Yên Khê làm.`, `[-] ${LONG}. ¦ [-] xã Yên Khê làm.`],
    [`- ${LONG} của ¦ - Xã Yên Khê làm.`, `[-] ${LONG} của - Xã Yên Khê làm.`],
    [`- ${LONG} ¦ a) Xã Yên Khê làm.`, `[-] ${LONG} a) Xã Yên Khê làm.`],
    [`a) ${LONG} ¦ b) Xã Yên Khê làm.`, `[a] ${LONG} ¦ [b] Xã Yên Khê làm.`],
    [`a) ${LONG} ¦ b) xã Yên Khê làm.`, `[a] ${LONG} b) xã Yên Khê làm.`],
    [`a) ${LONG}, ¦ b) Xã Yên Khê làm.`, `[a] ${LONG}, b) Xã Yên Khê làm.`],
    [`a) ${LONG}. ¦ c) Xã Yên Khê làm.`, `[a] ${LONG}. ¦ [c] Xã Yên Khê làm.`],
    [`a) ${LONG}. ¦ d) Xã Yên Khê làm.`, `[a] ${LONG}. ¦ [d] Xã Yên Khê làm.`],
    ['a) Việc. ¦ b) Việc. ¦ c) Việc. ¦ đ) Việc.', '[a] Việc. ¦ [b] Việc. ¦ [c] Việc. ¦ [đ] Việc.'],
    ['1. Việc ¦ 1.1. Phần ¦ 1.2. phần ¦ 2. Việc', '[1] Việc ¦ [1.1] Phần ¦ [1.2] phần ¦ [2] Việc'],
    [
      '2. Việc của xã ¦ 2.1. Phần một. ¦ 2.2. Phần hai.',
      '[2] Việc của xã ¦ [2.1] Phần một. ¦ [2.2] Phần hai.',
    ],
    [`1. ${LONG} ¦ 1.1. Phần một.`, `[1] ${LONG} ¦ [1.1] Phần một.`],
    [`1. ${LONG} ¦ 3.1. Phần một.`, `[1] ${LONG} 3.1. Phần một.`],
    [`${LONG} ¦ 100% thôn có mạng.`, `${LONG} 100% thôn có mạng.`],
    [`${LONG}. ¦ 100% thôn có mạng.`, `${LONG}. ¦ 100% thôn có mạng.`],
    ['2. Năm 2026 ¦ 100% thôn có mạng.', '[2] Năm 2026 ¦ 100% thôn có mạng.'],
    ['2. Đến năm 2026 ¦ 80 thôn có mạng.', '[2] Đến năm 2026 80 thôn có mạng.'],
    ['Địa chỉ: ¦ https://yenkhe.vn ¦ Xã làm.', 'Địa chỉ: https://yenkhe.vn ¦ Xã làm.'],
    ['Xem tại ¦ https://yenkhe.vn/ke-hoach ¦ xã làm.', 'Xem tại https://yenkhe.vn/ke-hoach xã làm.'],
    ['- Xem tại: ¦ www.yenkhe.vn ¦ Xã làm tiếp.', '[-] Xem tại: www.yenkhe.vn ¦ Xã làm tiếp.'],
    [
      'Xã nhắc. ¦ https://yenkhe.vn/ ¦ DuongDan ¦ Xã làm.',
      'Xã nhắc. ¦ https://yenkhe.vn/ ¦ DuongDan ¦ Xã làm.',
    ],
    ['Kế hoạch hết./. ¦ thêm một dòng.', 'Kế hoạch hết./. ¦ thêm một dòng.'],
    ['Kế hoạch hết./. ¦ Thêm một dòng.', 'Kế hoạch hết./. ¦ Thêm một dòng.'],
    ['Kế hoạch hết . / . ¦ thêm một dòng.', 'Kế hoạch hết . / . ¦ thêm một dòng.'],
    ['Xã làm. ¦ HỘI NGHỊ TỔNG KẾT ¦ Tổ chức tại xã.', 'Xã làm. ¦ HỘI NGHỊ TỔNG KẾT ¦ Tổ chức tại xã.'],
    ['Xã làm ¦ HỘI NGHỊ TỔNG KẾT ¦ Tổ chức tại xã.', 'Xã làm ¦ HỘI NGHỊ TỔNG KẾT ¦ Tổ chức tại xã.'],
    ['Xã làm ¦ HỘI NGHỊ ¦ Tổ chức tại xã.', 'Xã làm ¦ HỘI NGHỊ ¦ Tổ chức tại xã.'],
    [`${LONG} ¦ HĐND ¦ xã làm.`, `${LONG} HĐND xã làm.`],
    ['Xã làm như sau: ¦ Thôn làm trước.', 'Xã làm như sau: ¦ Thôn làm trước.'],
    ['Xã làm như sau: ¦ thôn làm trước.', 'Xã làm như sau: thôn làm trước.'],
    [
      'Căn cứ Luật Lâm nghiệp, ¦ Căn cứ Nghị định số 1/2026/NĐ-CP, ¦ xã làm.',
      'Căn cứ Luật Lâm nghiệp, ¦ Căn cứ Nghị định số 1/2026/NĐ-CP, xã làm.',
    ],
    [
      'Căn cứ Luật Lâm nghiệp; ¦ Căn cứ Nghị định số 1/2026/NĐ-CP; ¦ Xã làm.',
      'Căn cứ Luật Lâm nghiệp; ¦ Căn cứ Nghị định số 1/2026/NĐ-CP; ¦ Xã làm.',
    ],
    ['Xã làm. ¦ (Có danh sách kèm theo). ¦ Thôn làm.', 'Xã làm. ¦ (Có danh sách kèm theo). ¦ Thôn làm.'],
    ['Xã làm (có danh sách ¦ kèm theo). ¦ Thôn làm.', 'Xã làm (có danh sách kèm theo). ¦ Thôn làm.'],
    ['Xã làm ¦ (Có danh sách kèm theo).', 'Xã làm ¦ (Có danh sách kèm theo).'],
    [`${LONG} xã. ¦ Thôn làm theo.`, `${LONG} xã. ¦ Thôn làm theo.`],
    [`${LONG} xã: ¦ Thôn làm theo.`, `${LONG} xã: ¦ Thôn làm theo.`],
    [`${LONG} xã.” ¦ Thôn làm theo.`, `${LONG} xã.” ¦ Thôn làm theo.`],
    [
      'Đơn vị chủ trì: Công an xã. ¦ Đơn vị phối hợp: các thôn. ¦ Thời gian: tháng 6.',
      'Đơn vị chủ trì: Công an xã. ¦ Đơn vị phối hợp: các thôn. ¦ Thời gian: tháng 6.',
    ],
    [
      'Đơn vị chủ trì: Công an xã ¦ Thời gian thực hiện: tháng 6.',
      'Đơn vị chủ trì: Công an xã ¦ Thời gian thực hiện: tháng 6.',
    ],
    ['- Từ ngày ¦ 1. tháng 6.', '[-] Từ ngày 1. tháng 6.'],
    ['II Thời gian ¦ Năm 2026. ¦ III. Kinh phí', '[II] Thời gian ¦ Năm 2026. ¦ [III] Kinh phí'],
    [
      'Việc một. ¦ II Thời gian, địa điểm ¦ III. Kinh phí',
      'Việc một. ¦ [II] Thời gian, địa điểm ¦ [III] Kinh phí',
    ],
    ['Việc một. ¦ II THỜI GIAN ¦ Năm 2026.', 'Việc một. ¦ [II] THỜI GIAN ¦ Năm 2026.'],
    ['Việc một ¦ II THỜI GIAN ¦ Năm 2026.', 'Việc một ¦ [II] THỜI GIAN ¦ Năm 2026.'],
    ['Việc một. ¦ V Thời gian, địa điểm ¦ Năm 2026.', 'Việc một. ¦ V Thời gian, địa điểm ¦ Năm 2026.'],
    ['Việc một. ¦ Điều 2. Việc hai. ¦ Điều ba.', 'Việc một. ¦ [Điều 2] Việc hai. ¦ Điều ba.'],
    ['Việc một. ¦ Mục 1. Phần đầu. ¦ Mục 2. Phần sau.', 'Việc một. ¦ [Mục 1] Phần đầu. ¦ [Mục 2] Phần sau.'],
    ['1. Việc ¦ 2. việc hai. ¦ 3. "Việc" ba.', '[1] Việc ¦ [2] việc hai. ¦ [3] "Việc" ba.'],
    [
      '1. Việc. ¦  ¦ 2. Việc. ¦  ¦ Thêm. ¦ Nữa. ¦  ¦ 3. Việc.',
      '[1] Việc. ¦ [2] Việc. ¦ Thêm. ¦ Nữa. ¦ [3] Việc.',
    ],
    ['Việc. ¦  ¦ Thêm. ¦ Nữa ¦  ¦ thôi.', 'Việc. ¦ Thêm. ¦ Nữa thôi.'],
    ['1. ¦ Việc ở dòng dưới.', '[1] Việc ở dòng dưới.'],
    ['- Việc ¦ - ¦ - Việc.', '[-] Việc ¦ [-] Việc. ~ -'],
    [
      '1. Việc. ¦ a) Phần; ¦ b) Phần. ¦ 2. Việc. ¦ a) Phần; ¦ b) Phần.',
      '[1] Việc. ¦ [a] Phần; ¦ [b] Phần. ¦ [2] Việc. ¦ [a] Phần; ¦ [b] Phần.',
    ],
    ['- Việc – ¦ Phần sau.', '[-] Việc – Phần sau.'],
    ['- Việc… ¦ Phần sau.', '[-] Việc… ¦ Phần sau.'],
    ['- Việc! ¦ Phần sau.', '[-] Việc! ¦ Phần sau.'],
    ['- Việc (một) ¦ Phần sau.', '[-] Việc (một) ¦ Phần sau.'],
    ['+ Việc. ¦ + Việc ¦ + việc.', '[+] Việc. ¦ [+] Việc ¦ [+] việc.'],
    ['• Việc. ¦ • Việc. ¦ o Việc.', '[•] Việc. ¦ [•] Việc. ¦ [o] Việc.'],
    ['1) Việc. ¦ 2) Việc. ¦ 3) việc.', '[1] Việc. ¦ [2] Việc. ¦ [3] việc.'],
    ['I. Việc. ¦ 1. Phần. ¦ II. Việc. ¦ 1. Phần.', '[I] Việc. ¦ [1] Phần. ¦ [II] Việc. ¦ [1] Phần.'],
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
