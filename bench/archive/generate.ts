/**
 * Synthetic plans from the material of `fixtures/`: sections, statements, tasks and targets of twelve plans mixed anew
 * under invented issuers, numbers and days, some numbers changed. The same seed gives the same plans.
 */

import { readFileSync } from 'node:fs'
import { ASKED_ABOUT } from '../../fixtures/asked-about.ts'
import type { Block, Plan, Section, Statement } from '../../schemas/plan.ts'
import { VIEWS } from '../../schemas/roles.ts'
import { planOf } from '../../src/archive/plan-record.ts'
import { packagePath } from '../../src/package-root.ts'

const FIRST = [
  'Thanh',
  'Đông',
  'Quế',
  'Mỹ',
  'Yên',
  'Cẩm',
  'Vân',
  'Hòa',
  'Phú',
  'Tân',
  'Bình',
  'Long',
  'Kim',
  'Ngọc',
  'Hưng',
  'Xuân',
  'Sơn',
  'Lộc',
  'Khánh',
  'Trường',
  'Nghĩa',
  'Diên',
  'Hồng',
  'Tiên',
  'Đại',
]
const SECOND = [
  'Lũng',
  'Lĩnh',
  'Khê',
  'Thuận',
  'Phong',
  'Lộc',
  'Giang',
  'Hải',
  'Thạnh',
  'Điền',
  'Trạch',
  'Quang',
  'Đức',
  'Châu',
  'Cát',
  'Mai',
  'Thượng',
  'Hạ',
  'Đoài',
  'Nam',
  'Bắc',
  'Tây',
  'Trung',
  'Sơn',
  'Hưng',
]
const THIRD = ['', '', ' Đông', ' Tây', ' Nam', ' Bắc', ' Thượng', ' Hạ', ' Trung']
const KINDS = [
  ['xã', 'commune'],
  ['phường', 'commune'],
  ['xã', 'commune'],
  ['huyện', 'district'],
  ['tỉnh', 'province'],
] as const
const TOPICS = [
  'Tuyên truyền về chuyển đổi số',
  'Phòng, chống dịch bệnh mùa hè',
  'Phòng, chống thiên tai và tìm kiếm cứu nạn',
  'Cải cách hành chính',
  'Tổng vệ sinh môi trường',
  'Phổ biến, giáo dục pháp luật',
  'Tiêm chủng mở rộng',
  'Xây dựng nông thôn mới',
  'Bình dân học vụ số',
  'An toàn giao thông',
  'Phát triển văn hóa đọc',
  'Bảo vệ và phát triển rừng',
  'Giảm nghèo bền vững',
  'Chăm sóc người cao tuổi',
  'Bảo đảm an toàn thực phẩm',
  'Xóa mù chữ cho người lớn',
  'Nuôi trồng thủy sản',
  'Khuyến công và phát triển làng nghề',
  'Phòng cháy, chữa cháy',
  'Bảo vệ trẻ em trên môi trường mạng',
]

/** Mulberry32: numbers in [0, 1) that look random and are the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function fixturePlans(): Plan[] {
  const folder = packagePath('fixtures')
  return ASKED_ABOUT.map(name =>
    planOf(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')), { path: name, sha256: '0'.repeat(64) }),
  )
}

/** Plan number `index` of a series. */
export function generatePlan(index: number, material: readonly Plan[], seed = 1): Plan {
  const random = randomFrom(seed * 1_000_003 + index)
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!
  const base = pick(material)
  const [unit, level] = pick(KINDS)
  const taken = material.map(({ header }) => header.issuer?.name ?? '').join()
  let name = ''
  // Places of the fixtures are asked for by name: nobody else may have them.
  do name = `${pick(FIRST)} ${pick(SECOND)}`
  while (taken.includes(name))
  name += pick(THIRD)
  const year = 2019 + Math.floor(random() * 8)
  const serial = String(1 + Math.floor(random() * 400))
  const date = `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`
  const topic = pick(TOPICS)
  const renumber = (text: string): string =>
    text.replace(/\b\d{2,3}(?=\s?%)/g, old => (random() < 0.5 ? String(50 + Math.floor(random() * 51)) : old))

  const mixed = (blocks: readonly Block[], depth: number): Block[] => {
    const kept = blocks.filter(() => depth === 0 || random() > 0.12)
    const list = kept.map((block): Block => {
      if (block.type === 'section') return { ...block, blocks: mixed(block.blocks, depth + 1) }
      return block.type === 'statement' ? { ...block, text: renumber(block.text) } : block
    })
    if (depth > 0 && random() < 0.5) list.push(borrowed())
    return list
  }
  const borrowed = (): Statement => {
    const { text } = pick(statementsOf(pick(material).body))
    return { type: 'statement', label: '-', text: `${text.replace(/[.;]$/, '')} tại ${unit} ${name}.` }
  }
  const body = mixed(base.body, 0)
  place(body)
  const above = base.basis[0]
  const plan = {
    ...base,
    source: { ...base.source, file: `${index}.pdf`, sha256: index.toString(16).padStart(64, '0'), pages: 6 },
    header: {
      issuer: { name: `Ủy ban nhân dân ${unit} ${name}`, level },
      number: `${serial}/KH-UBND`,
      serial,
      symbol: 'KH-UBND',
      place: name,
      date,
      kind: 'Kế hoạch',
      title: `${topic} trên địa bàn ${unit} ${name} năm ${year}`,
    },
    basis: above ? [{ ...above, number: `${1 + Math.floor(random() * 300)}/KH-UBND` }] : [],
    body,
    tasks: base.tasks.map(task => ({
      ...task,
      ...(task.deadline?.to && {
        deadline: { ...task.deadline, to: `${year}${task.deadline.to.slice(4)}`.replace('-02-29', '-02-28') },
      }),
    })),
    preamble: `Thực hiện Kế hoạch của cấp trên, Ủy ban nhân dân ${unit} ${name} ban hành kế hoạch ${topic.toLowerCase()} như sau:`,
  } as Record<string, unknown>
  for (const view of [...VIEWS, 'schemaVersion']) delete plan[view]
  return planOf(plan, { path: `${index}.plan.json`, sha256: '0'.repeat(64) })
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

export function statementsOf(blocks: readonly Block[]): Statement[] {
  return blocks.flatMap(block =>
    block.type === 'section' ? statementsOf(block.blocks) : block.type === 'statement' ? [block] : [],
  )
}

/** Gives every block a page and line, as plans from documents have them. */
function place(blocks: readonly Block[], at = { line: 0 }): void {
  for (const block of blocks) {
    at.line += 2
    const line = 1 + (at.line % 40)
    const top = 60 + line * 17.3 + (at.line % 7) / 10
    const where = {
      page: 1 + Math.floor(at.line / 40),
      line,
      endLine: line + 1,
      bbox: [85.1, top, 480 + ((at.line * 37) % 600) / 10, top + 31.4].map(
        value => Math.round(value * 10) / 10,
      ),
    }
    Object.assign(block, { at: where })
    if (block.type === 'section') place((block as Section).blocks, at)
  }
}
