import { describe, expect, it } from 'vitest'
import { roleNamed } from './roles.ts'

describe('the role of a section', () => {
  it.each([
    ['MỤC ĐÍCH, YÊU CẦU', 'purpose'],
    ['Phạm vi, đối tượng áp dụng', 'audience'],
    ['Mục tiêu cụ thể năm 2026 (9 mục tiêu)', 'objectives'],
    ['CÁC NHIỆM VỤ TRỌNG TÂM', 'solutions'],
    ['Phương thức triển khai', 'forms'],
    ['Các bước tiến hành', 'schedule'],
    ['Về kinh phí', 'budget'],
    ['Phân công trách nhiệm', 'organization'],
    ['Chế độ thông tin, báo cáo', 'reporting'],
    ['NỘI DUNG VÀ GIẢI PHÁP', 'content'],
    ['Thời gian đăng ký: trước ngày 15/6', 'schedule'],
    ['76 CHỨC THỰC HIỆN', 'organization'],
  ])('%s is %s', (heading, role) => expect(roleNamed(heading)).toBe(role))

  it.each([
    'Xây dựng nội dung tuyên truyền thống nhất',
    'Yêu cầu các đơn vị báo cáo kết quả',
    'Tổ chức tuyên truyền theo đợt cao điểm',
    'Phân công cán bộ phụ trách từng thôn',
    'Kinh phí thực hiện kế hoạch được bố trí từ nguồn ngân sách nhà nước',
    'Giai đoạn 2026 - 2030',
    'Phương pháp chọn mẫu',
    'Phòng Kinh tế',
    '',
  ])('is not named by: %s', heading => expect(roleNamed(heading)).toBeUndefined())
})
