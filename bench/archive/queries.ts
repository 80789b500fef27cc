import type { Plan } from '../../schemas/plan.ts'
import { keyOf } from '../../src/archive/words.ts'
import { randomFrom, statementsOf } from './generate.ts'

/** A question and the key of the plan that answers it. */
export interface Labelled {
  query: string
  wanted: string
}

/** Asked of the fixtures as people ask: few words, with and without diacritics, by body, place, number or time. */
export const FIXTURE_QUERIES: readonly [query: string, fixture: string][] = [
  ['chuyển đổi số Thanh Lũng', 'chuyen-doi-so'],
  ['chuyen doi so xa thanh lung', 'chuyen-doi-so'],
  ['"dịch vụ công trực tuyến" issuer:"Thanh Lũng"', 'chuyen-doi-so'],
  ['dich vu cong truc tuyen thanh lung 2026', 'chuyen-doi-so'],
  ['tổ công nghệ số cộng đồng Vân Phong Hạ', 'to-cong-nghe-so'],
  ['to cong nghe so phuong van phong ha', 'to-cong-nghe-so'],
  ['number:83/KH-UBND issuer:"van phong ha"', 'to-cong-nghe-so'],
  ['"ngày thứ bảy số" vân phong hạ', 'to-cong-nghe-so'],
  ['tổng vệ sinh môi trường Mỹ Thuận Trung', 've-sinh-moi-truong'],
  ['chinh trang do thi my thuan trung', 've-sinh-moi-truong'],
  ['ve sinh moi truong title:"ngay le lon"', 've-sinh-moi-truong'],
  ['phổ biến giáo dục pháp luật Quế Lộc Đông', 'pho-bien-phap-luat'],
  ['hoà giải ở cơ sở quế lộc đông', 'pho-bien-phap-luat'],
  ['hoa giai co so que loc dong year:2024', 'pho-bien-phap-luat'],
  ['phòng chống thiên tai Yên Khê Đông', 'phong-chong-thien-tai'],
  ['tim kiem cuu nan yen khe dong', 'phong-chong-thien-tai'],
  ['so tan dan yen khe dong 2026', 'phong-chong-thien-tai'],
  ['tiêm chủng mở rộng huyện Cẩm Lũng', 'tiem-chung-mo-rong'],
  ['tiem chung mo rong cam lung', 'tiem-chung-mo-rong'],
  ['tiem chung level:district year:2023 issuer:"cam lung"', 'tiem-chung-mo-rong'],
  ['cải cách hành chính tỉnh An Lĩnh', 'cai-cach-hanh-chinh'],
  ['cai cach hanh chinh tinh an linh nam 2026', 'cai-cach-hanh-chinh'],
  ['lead:"Sở Nội vụ" issuer:"An Lĩnh"', 'cai-cach-hanh-chinh'],
  ['an toàn thông tin mạng Sở Khoa học và Công nghệ', 'khoa-hoc-cong-nghe'],
  ['an toan thong tin mang so khoa hoc cong nghe', 'khoa-hoc-cong-nghe'],
  ['number:08/KH-SKHCN', 'khoa-hoc-cong-nghe'],
  ['kiểm tra công tác văn thư lưu trữ Cục Quản lý tài liệu số', 'kiem-tra-luu-tru'],
  ['kiem tra van thu luu tru so hoa tai lieu 2019', 'kiem-tra-luu-tru'],
  ['level:central "số hóa tài liệu"', 'kiem-tra-luu-tru'],
  ['lấy ý kiến phản hồi của người học', 'danh-gia-nguoi-hoc'],
  ['y kien phan hoi nguoi hoc cao dang ky nghe', 'danh-gia-nguoi-hoc'],
  ['lead:"Phòng Khảo thí" issuer:"cao đẳng"', 'danh-gia-nguoi-hoc'],
  ['ngày hội đọc sách trường THCS Hòa Lũng', 'ngay-hoi-doc-sach'],
  ['ngay hoi doc sach thcs hoa lung', 'ngay-hoi-doc-sach'],
  ['"mỗi trang sách"', 'ngay-hoi-doc-sach'],
  ['học tập quán triệt nghị quyết đại hội Đảng bộ xã Đông Lĩnh Hạ', 'hoc-tap-nghi-quyet'],
  ['hoc tap nghi quyet dang uy dong linh ha', 'hoc-tap-nghi-quyet'],
  ['level:party "đại hội đại biểu"', 'hoc-tap-nghi-quyet'],
]

/** Questions for a generated plan: its title or a sentence of it in part, with place, and every other time without diacritics. */
export function generatedQuery(plan: Plan, index: number): string {
  const random = randomFrom(index + 77)
  const place = plan.header.place ?? ''
  const title = plan.header.title ?? ''
  const [topic = ''] = title.split(' trên địa bàn ')
  const texts = statementsOf(plan.body).filter(({ text }) => text.split(' ').length > 12)
  const words = (texts[Math.floor(random() * texts.length)]?.text ?? title)
    .replace(/[^\p{L}\p{N} ]/gu, ' ')
    .split(/\s+/)
  const from = Math.floor(random() * Math.max(1, words.length - 6))
  const some = words.slice(from, from + 5).join(' ')
  const questions = [
    `${topic} ${place} ${plan.header.date?.slice(0, 4)}`,
    `${some} issuer:"${place}" number:${plan.header.number}`,
    `${topic} issuer:"${plan.header.issuer?.name}" year:${plan.header.date?.slice(0, 4)}`,
    `${some} ${topic} ${place}`,
  ]
  const question = questions[index % questions.length]!
  return index % 2 === 0 ? question : plain(question)
}

/** Six words from anywhere in a long statement and the place, every other time without diacritics: four of a plan, drawn by seed. */
export function drawnQueries(plan: Plan, index: number, seed: number): string[] {
  const texts = statementsOf(plan.body)
    .map(({ text }) =>
      text
        .replace(/[^\p{L}\p{N} ]/gu, ' ')
        .split(/\s+/)
        .filter(Boolean),
    )
    .filter(words => words.length > 10)
  if (texts.length === 0) return []
  return [0, 1, 2, 3].map(at => {
    const random = randomFrom(seed + index * 10 + at)
    const words = texts[Math.floor(random() * texts.length)]!
    const from = Math.floor(random() * (words.length - 6))
    const query = `${words.slice(from, from + 6).join(' ')} ${plan.header.place ?? plan.header.issuer?.name}`
    return at % 2 === 0 ? query : keyOf(query).trim()
  })
}

function plain(question: string): string {
  return question.replace(/[\p{L}\p{M}]+/gu, word => (/[^\x00-\x7f]/.test(word) ? keyOf(word).trim() : word))
}

const CONFUSED: Record<string, string> = {
  e: 'c',
  c: 'e',
  l: 'i',
  i: 'l',
  o: 'ơ',
  ư: 'u',
  ă: 'a',
  ế: 'é',
  đ: 'd',
  n: 'u',
  u: 'n',
}

/** The plan with misread letters left in, as repair may leave them: `rate` of all letters of the body. */
export function misread(plan: Plan, rate: number, seed: number): Plan {
  const random = randomFrom(seed)
  const spoil = (text: string): string =>
    [...text].map(letter => (random() < rate ? (CONFUSED[letter] ?? letter) : letter)).join('')
  const visit = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string')
      return ['text', 'heading', 'title'].includes(key) ? spoil(value) || value : value
    if (Array.isArray(value)) return value.map(item => visit(item, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, name === 'source' ? item : visit(item, name)]),
    )
  }
  return visit(plan) as Plan
}
