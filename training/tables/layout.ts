import { textWidth } from '../../src/parse/lines.ts'
import type { Random } from '../print/random.ts'
import { bodiesOf, type Content, timeOf } from './content.ts'

/**
 * A task table as it is printed, and then as an engine that knows no tables reads it: lines of several cells that stand at the
 * same height come as one line, others by themselves, and now and then a row comes cell by cell.
 *
 *     ┌──────────────────────────┬──────────────┐
 *     │ Biên soạn tài liệu       │              │      Biên soạn tài liệu
 *     │ tuyên truyền, phát trên  │ Ban Văn hóa  │  →   tuyên truyền, phát trên Ban Văn hóa
 *     │ loa truyền thanh         │              │      loa truyền thanh
 *     └──────────────────────────┴──────────────┘
 */
export interface PrintedTable {
  /** Lines as read, the first those of the titles; an empty one for a gap. */
  lines: string[]
  /** Cells of each row, without those of the number. */
  rows: string[][]
}

interface Fragment {
  text: string
  column: number
  y: number
}

type Kind = 'content' | 'lead' | 'support' | 'time' | 'product'
const TITLES: Record<Kind, readonly string[]> = {
  content: ['Nội dung', 'Nhiệm vụ', 'Nội dung nhiệm vụ', 'Nội dung công việc', 'Công việc'],
  lead: ['Đơn vị chủ trì', 'Cơ quan chủ trì', 'Chủ trì', 'Đơn vị thực hiện', 'Phụ trách'],
  support: ['Đơn vị phối hợp', 'Cơ quan phối hợp', 'Phối hợp'],
  time: ['Thời gian', 'Thời gian thực hiện', 'Thời hạn', 'Tiến độ'],
  product: ['Sản phẩm', 'Kết quả', 'Sản phẩm dự kiến', 'Ghi chú'],
}
/** Least and greatest width of a column in ems. */
const WIDTHS: Record<Kind, readonly [number, number]> = {
  content: [9, 28],
  lead: [4, 11],
  support: [4, 12],
  time: [4, 8],
  product: [3.5, 11],
}
const LAYOUTS: readonly (readonly [readonly Kind[], number])[] = [
  [['content', 'lead', 'support', 'time'], 5],
  [['content', 'lead', 'support', 'time', 'product'], 3],
  [['content', 'lead', 'time'], 3],
  [['content', 'time', 'lead'], 2],
  [['content', 'time', 'lead', 'support'], 2],
  [['content', 'lead', 'time', 'product'], 2],
  [['content', 'product', 'lead', 'time'], 1],
]

export function simulateTable(random: Random, content: Content): PrintedTable {
  const kinds = random.weighted(LAYOUTS)
  const listed = random.chance(0.2)
  const widths = kinds.map(kind => random.between(...WIDTHS[kind]))
  const middle = random.chance(0.7)
  const touch = random.between(0.2, 0.55)
  const apart = random.chance(0.35) ? random.between(0.1, 0.9) : 0
  const cellwise = random.chance(0.3) ? random.between(0.2, 1) : 0
  const numbered = random.chance(0.85)
  const misreading = random.chance(0.5) ? random.between(0.01, 0.08) : 0
  const lines = [titleLine(kinds, numbered, random)]
  const rows: string[][] = []
  const count = random.int(3, 12)
  for (let row = 1; row <= count; row++) {
    const cells = kinds.map(kind => misread(cellOf(kind, random, content), misreading, random))
    rows.push(cells)
    const wrapped = cells.map((text, column) => wrap(text, widths[column]!, random, listed))
    const height = Math.max(...wrapped.map(each => each.length))
    const top = (length: number) => (middle ? (height - length) / 2 : 0)
    const printed = wrapped.flatMap((each, column) =>
      each.map(
        (text, at): Fragment => ({
          text,
          column: column + 1,
          y: top(each.length) + at + random.between(-0.15, 0.15),
        }),
      ),
    )
    const byCell = random.chance(cellwise)
    if (numbered && !random.chance(byCell ? 0.6 : 0.06))
      printed.push({ text: `${row}`, column: 0, y: top(1) })
    lines.push(...(byCell ? readByCell(printed) : readAcross(printed, touch, apart, random)))
  }
  return { lines, rows }
}

/** Some words with a letter that is another, as an engine leaves them that nothing could repair. */
function misread(text: string, share: number, random: Random): string {
  const spoilt = (word: string) => {
    const at = random.int(0, word.length - 1)
    return word.slice(0, at) + random.pick([...'eoiacdmnrtl.']) + word.slice(at + 1)
  }
  return text.replace(/\p{L}{2,}/gu, word => (random.chance(share) ? spoilt(word) : word))
}

function titleLine(kinds: readonly Kind[], numbered: boolean, random: Random): string {
  const titles = kinds.map(kind => random.pick(TITLES[kind]))
  return [...(numbered ? [random.pick(['TT', 'STT'])] : []), ...titles].join(' ')
}

/** How often a cell is empty. */
const EMPTY: Record<Kind, number> = { content: 0, lead: 0.02, support: 0.08, time: 0.04, product: 0.15 }

function cellOf(kind: Kind, random: Random, content: Content): string {
  if (random.chance(EMPTY[kind])) return ''
  if (kind === 'content') {
    const [one, another] = [random.pick(content.tasks), random.pick(content.tasks)]
    const task = random.chance(0.6) && another.length < one.length ? another : one
    return random.chance(0.5) ? task.replace(/[.;]$/, '') : task
  }
  if (kind === 'lead') return bodiesOf(random, false)
  if (kind === 'support') return bodiesOf(random, true)
  if (kind === 'time') return timeOf(random)
  return random.pick(content.products)
}

/** Lines no wider than about `width` ems, since misread letters are of another width; words are not broken. */
function wrap(text: string, width: number, random: Random, listed: boolean): string[] {
  const lines: string[] = []
  let room = 0
  for (const word of text.split(' ')) {
    if (word === '') continue
    const longer = `${lines.at(-1) ?? ''} ${word}`
    // bodies each on a line of its own
    const apart = listed && lines.at(-1)?.endsWith(';') === true
    const fits = lines.length > 0 && !apart && textWidth(longer.trim()) <= room
    if (fits) lines[lines.length - 1] = longer.trim()
    else {
      lines.push(word)
      room = width * random.between(0.97, 1.03)
    }
  }
  return lines
}

function readByCell(printed: readonly Fragment[]): string[] {
  const sorted = printed.toSorted((a, b) => a.column - b.column || a.y - b.y)
  return sorted.flatMap((each, at) =>
    at > 0 && sorted[at - 1]!.column !== each.column ? ['', each.text] : [each.text],
  )
}

/**
 * @param touch how far apart in lines two cells' lines may stand that are read as one
 * @param apart how often lines of one height come by themselves between gaps
 */
function readAcross(printed: readonly Fragment[], touch: number, apart: number, random: Random): string[] {
  const lines: string[] = []
  const sorted = printed.toSorted((a, b) => a.y - b.y || a.column - b.column)
  for (let at = 0; at < sorted.length; ) {
    const y = sorted[at]!.y
    let end = at + 1
    while (end < sorted.length && sorted[end]!.y - y < touch) end++
    const line = sorted.slice(at, end).sort((a, b) => a.column - b.column)
    if (random.chance(apart)) lines.push('', ...line.flatMap(each => [each.text, '']))
    else lines.push(line.map(each => each.text).join(' '))
    at = end
  }
  return lines
}
