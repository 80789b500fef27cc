import type { Plan, Section, Statement } from '../../schemas/plan.ts'
import { align } from '../../src/archive/compare/align.ts'
import { textUnits } from '../../src/archive/compare/units.ts'
import { randomFrom } from './generate.ts'

/**
 * Plants changes in a copy of a plan (statements moved, reworded, renumbered, split, numbers changed, removed, added), aligns
 * both and counts the pairs of counterparts that are right. Each unit carries a mark that the aligner does not see.
 */
export function plantedAlignment(
  plan: Plan,
  seed: number,
): { right: number; found: number; planted: number } {
  const random = randomFrom(seed)
  const marked = structuredClone(plan)
  let mark = 0
  for (const unit of everyStatement(marked.body)) Object.assign(unit, { mark: [mark++] })
  const copy = structuredClone(marked)
  const sections = sectionsOf(copy.body).filter(({ blocks }) =>
    blocks.some(({ type }) => type === 'statement'),
  )
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!
  for (const section of sections) {
    for (const statement of section.blocks.filter(block => block.type === 'statement')) {
      const chance = random()
      if (chance < 0.1) Object.assign(statement, { text: reworded(statement.text, random) })
      else if (chance < 0.2)
        Object.assign(statement, { text: statement.text.replace(/\d+/g, old => String(Number(old) + 3)) })
      else if (chance < 0.3) Object.assign(statement, { label: `${pick(['a', 'b', '2', '7', '+'])}` })
      else if (chance < 0.38) {
        section.blocks.splice(section.blocks.indexOf(statement), 1)
        pick(sections).blocks.push(statement)
      } else if (chance < 0.46) split(section, statement)
      else if (chance < 0.5) section.blocks.splice(section.blocks.indexOf(statement), 1)
    }
    if (random() < 0.2) section.blocks.push({ type: 'statement', label: '-', text: pick(NEW) })
  }
  const [a, b] = [marksOf(marked), marksOf(copy)]
  const pairs = align(textUnits(marked), textUnits(copy)).flatMap(({ a: left, b: right }) =>
    left.flatMap(i => right.map(j => [i, j] as const)),
  )
  const planted = a.flatMap((of, i) =>
    b.flatMap((to, j) => (of.some(each => to.includes(each)) ? [`${i} ${j}`] : [])),
  )
  const statements = pairs.filter(([i, j]) => a[i]!.length > 0 || b[j]!.length > 0)
  const wanted = new Set(planted)
  return {
    right: statements.filter(([i, j]) => wanted.has(`${i} ${j}`)).length,
    found: statements.length,
    planted: planted.length,
  }
}

const NEW = [
  'Nghiệm thu kết quả và lập hồ sơ lưu trữ trước khi kết thúc năm ngân sách.',
  'Bố trí phương tiện đi lại cho các thành viên đoàn khảo sát thực địa.',
  'Gửi thư cảm ơn đến các nhà tài trợ đã đồng hành cùng chương trình.',
]

/** A third of the words go, change places or are others. */
function reworded(text: string, random: () => number): string {
  const words = text.split(' ')
  return words
    .flatMap(word => {
      const chance = random()
      return chance < 0.12 ? [] : chance < 0.22 ? [word, 'kịp thời'] : chance < 0.3 ? ['đồng bộ'] : [word]
    })
    .join(' ')
}

function split(section: Section, statement: Statement): void {
  const [first, ...rest] = statement.text.split(/[;,] /)
  if (!first || rest.length === 0) return
  const at = section.blocks.indexOf(statement)
  const second = { ...statement, text: rest.join(', ') }
  section.blocks.splice(at, 1, { ...statement, text: `${first}.` }, second)
}

type Marked = { mark?: number[] }

/** Marks of the units in the order of `textUnits`; a heading or row has none. */
function marksOf(plan: Plan): number[][] {
  const marks: number[][] = []
  const visit = (block: unknown): void => {
    const {
      type,
      blocks = [],
      rows = [],
      mark = [],
    } = block as Marked & { type: string; blocks?: unknown[]; rows?: unknown[] }
    if (type === 'table') for (const _ of rows) marks.push([])
    else marks.push(type === 'statement' ? mark : [])
    for (const child of blocks) visit(child)
  }
  for (const block of [...plan.body, ...plan.annexes.flatMap(({ body }) => body)]) visit(block)
  return marks
}

function sectionsOf(blocks: readonly unknown[]): Section[] {
  return (blocks as Section[]).flatMap(block =>
    block.type === 'section' ? [block, ...sectionsOf(block.blocks)] : [],
  )
}

function everyStatement(blocks: readonly unknown[]): Statement[] {
  return (blocks as (Section | Statement)[]).flatMap(block => [
    ...(block.type === 'statement' ? [block] : []),
    ...everyStatement(block.blocks ?? []),
  ])
}
