import { paragraphs } from '../language/corpus.ts'
import type { Random } from '../print/random.ts'

/**
 * What the cells of simulated task tables say: tasks and products are sentences of the corpus, bodies and times are made of
 * the words that such cells are made of.
 */
export interface Content {
  tasks: readonly string[]
  products: readonly string[]
}

const FIELDS = [
  ...['Văn hóa - Xã hội', 'VH-XH', 'Kinh tế', 'Nội vụ', 'Tư pháp', 'Y tế', 'Văn hóa và Thông tin', 'Đào tạo'],
  ...['Tài chính - Kế hoạch', 'Giáo dục và Đào tạo', 'Lao động - Thương binh và Xã hội', 'Quản lý đô thị'],
  ...[
    'Khoa học và Công nghệ',
    'Nông nghiệp và Môi trường',
    'Thông tin và Truyền thông',
    'Công Thương',
    'Xây dựng',
  ],
] as const
const AREAS = ['xã', 'phường', 'huyện', 'thị trấn', 'tỉnh', 'thành phố'] as const
const GROUPS = [
  'Hội Nông dân',
  'Hội Phụ nữ',
  'Hội Cựu chiến binh',
  'Đoàn Thanh niên',
  'Ủy ban MTTQ',
  'Công đoàn',
]
const SINGLE = [
  ...['Văn phòng HĐND và UBND', 'Văn phòng - Thống kê', 'Trạm Y tế', 'Trung tâm Phục vụ hành chính công'],
  ...[
    'Ban Chỉ huy Quân sự',
    'Ban Chỉ đạo',
    'Tổ Công nghệ số cộng đồng',
    'Đài Truyền thanh',
    'Thanh tra',
    'Kho bạc',
  ],
  ...[
    'Ban Giám hiệu',
    'Tổ chuyên môn',
    'Giáo viên chủ nhiệm',
    'Hiệu trưởng',
    'Phó Hiệu trưởng',
    'Bí thư Đoàn',
  ],
  ...[
    'Công chức Văn hóa',
    'Bảo hiểm xã hội',
    'Trung tâm Văn hóa',
    'Trung tâm DVC',
    'Chủ nhiệm Ủy ban Kiểm tra',
  ],
] as const
/** Bodies named as a kind, which mostly help and seldom lead. */
const MANY = [
  ...[
    'các phòng, ban, đơn vị liên quan',
    'các cơ quan, đơn vị có liên quan',
    'các thôn',
    'UBND các xã, phường',
  ],
  ...[
    'các trường học',
    'các đơn vị',
    'các sở, ban, ngành',
    'các ban, ngành, đoàn thể',
    'Trưởng các thôn, khu phố',
  ],
  ...[
    'các tổ chức chính trị - xã hội',
    'các doanh nghiệp',
    'các tổ dân phố',
    'các phòng chuyên môn',
    'toàn thể giáo viên',
  ],
] as const

/** Tasks and products from paragraphs `from` to `to` of the administrative corpus. */
export async function readContent(from: number, to: number): Promise<Content> {
  const tasks: string[] = []
  const products: string[] = []
  let at = 0
  for await (const paragraph of paragraphs('admin')) {
    if (at++ < from) continue
    if (at > to) break
    const text = paragraph.replace(/^[\p{L}\d]{1,4}[.)]\s+|^[-+*•]\s*/u, '').trim()
    if (!/^\p{Lu}\p{Ll}/u.test(text) || /[:?!|]/.test(text)) continue
    if (text.length >= 30 && text.length <= 230 && /[.;]$/.test(text)) tasks.push(text)
    else if (text.length >= 8 && text.length <= 48 && text.includes(' ') && !/[.;,]$/.test(text))
      products.push(text)
  }
  return { tasks, products }
}

function body(random: Random): string {
  return random.weighted([
    [() => `${random.pick(['Phòng', 'Sở', 'Ban'])} ${random.pick(FIELDS)}`, 5],
    [() => `${random.pick(['Công an', 'UBND'])} ${random.pick(AREAS)}`, 2],
    [() => `${random.pick(GROUPS)}${random.chance(0.5) ? ` ${random.pick(AREAS)}` : ''}`, 3],
    [() => `${random.pick(SINGLE)}${random.chance(0.3) ? ` ${random.pick(AREAS)}` : ''}`, 4],
  ] as const)()
}

/** Whoever leads (`support` false) or helps: a few bodies with commas, semicolons or `và` between. */
export function bodiesOf(random: Random, support: boolean): string {
  const count = random.weighted(
    support
      ? ([
          [1, 3],
          [2, 4],
          [3, 3],
          [4, 1],
        ] as const)
      : ([
          [1, 8],
          [2, 2],
        ] as const),
  )
  const names = Array.from({ length: count }, () => body(random))
  if (random.chance(support ? 0.6 : 0.08)) names[count - 1] = random.pick(MANY)
  const capital = names.join(random.pick([', ', ', ', '; ']))
  return capital.charAt(0).toUpperCase() + capital.slice(1)
}

export function timeOf(random: Random): string {
  const year = random.int(2019, 2027)
  const day = `${String(random.int(1, 28)).padStart(2, '0')}/${random.int(1, 12)}`
  const quarter = random.pick(['I', 'II', 'III', 'IV'])
  return random.weighted([
    [() => 'Thường xuyên', 5],
    [() => `Quý ${quarter}/${year}`, 4],
    [() => `Tháng ${random.int(1, 12)}/${year}`, 4],
    [() => `Trước ngày ${day}/${year}`, 3],
    [() => `Trước ${day}/${year}`, 2],
    [() => `Quý ${quarter} năm ${year}`, 2],
    [() => `Từ ${day} đến ${day}/${year}`, 2],
    [() => `Năm ${year} và các năm tiếp theo`, 1],
    [() => `Quý ${quarter}/${year} và cập nhật thường xuyên`, 1],
    [
      () =>
        random.pick([
          'Hằng năm',
          'Hằng tháng',
          'Hằng quý',
          'Cả năm',
          'Theo quy định',
          'Định kỳ 6 tháng, năm',
        ]),
      3,
    ],
    [
      () =>
        random.pick(['Theo từng đợt cao điểm và thường xuyên', 'Thường xuyên trong năm', 'Xong trước 15/12']),
      1,
    ],
  ] as const)()
}
