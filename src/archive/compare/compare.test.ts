import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import type { Plan, Section, Statement } from '../../../schemas/plan.ts'
import { samplePlan } from '../../../test/sample-plan.ts'
import { comparisonHtml } from './as-html.ts'
import { comparisonMarkdown } from './as-markdown.ts'
import { comparisonText } from './as-text.ts'
import { type Comparison, comparePlans } from './compare.ts'
import { againstParent } from './parent.ts'
import { changedValues, valuesOf } from './values.ts'
import { wordDifference } from './word-difference.ts'

const TEXTS = [
  'Tổ chức ít nhất 02 lớp tập huấn kỹ năng trồng rừng cho các hộ dân trên địa bàn xã.',
  'Cấp phát 500 cây giống cho các thôn trước ngày 15/3/2026; kiểm tra tỷ lệ cây sống sau ba tháng.',
  'Tuyên truyền trên loa truyền thanh về lợi ích của cây xanh và bảo vệ môi trường.',
  'Phát động học sinh các trường tham gia trồng và chăm sóc vườn cây lớp học.',
]

function plan(change: (section: Section, plan: Plan) => unknown = () => {}): Plan {
  const made = samplePlan()
  const section = made.body[1] as Section
  section.blocks = TEXTS.map((text): Statement => ({ type: 'statement', label: '-', text }))
  change(section, made)
  return made
}

function compared(change: (section: Section, plan: Plan) => unknown): Comparison {
  return comparePlans(plan(), plan(change), { a: 'a', b: 'b' })
}

const colors = new Chalk({ level: 0 })
const statement = (text: string): Statement => ({ type: 'statement', label: '-', text })

test('a plan is the same as itself', () => {
  const { summary, texts } = compared(() => {})
  expect(texts.every(({ status }) => status === 'same')).toBe(true)
  expect(summary).toMatchObject({ sharedOfA: 1, sharedOfB: 1, tasks: { same: 1, changed: 0 } })
})

test('a statement that moved to another section keeps its counterpart', () => {
  const { texts } = compared((section, { body }) => (body[0] as Section).blocks.push(section.blocks.shift()!))
  const moved = texts.find(({ a }) => a[0]?.text === TEXTS[0])
  expect(moved).toMatchObject({ status: 'same', moved: true })
  expect(texts.every(({ status }) => status === 'same')).toBe(true)
})

test('a changed number is named as such, word by word', () => {
  const { texts } = compared(({ blocks }) =>
    Object.assign(blocks[0]!, { text: TEXTS[0]!.replace('02', '03') }),
  )
  const changed = texts.find(({ status }) => status === 'changed')
  expect(changed?.values).toEqual([{ what: 'numbers', from: ['2'], to: ['3'] }])
  expect(changed?.words?.filter(({ type }) => type !== 'same')).toEqual([
    { type: 'removed', text: '02 ' },
    { type: 'added', text: '03 ' },
  ])
})

test('a split statement is one difference with two on one side', () => {
  const { texts } = compared(({ blocks }) => {
    const [first, second] = TEXTS[1]!.split('; ') as [string, string]
    blocks.splice(1, 1, statement(`${first}.`), statement(`K${second.slice(1)}`))
  })
  const split = texts.filter(({ a, b }) => a.length + b.length > 2)
  expect(split).toHaveLength(1)
  expect(split[0]).toMatchObject({ split: true })
  expect(texts.filter(({ status }) => status === 'only-a' || status === 'only-b')).toEqual([])
})

test('what is left out and what is new stand alone', () => {
  const { texts } = compared(({ blocks }) => blocks.splice(3, 1, statement('Nghiệm thu kết quả cuối năm.')))
  expect(texts.filter(({ status }) => status === 'only-a').map(({ a }) => a[0]?.text)).toEqual([TEXTS[3]])
  expect(texts.filter(({ status }) => status === 'only-b')).toHaveLength(1)
})

test('lead and deadline of a task are compared as bodies and days', () => {
  const { tasks } = compared((_, { tasks: [task] }) =>
    Object.assign(task!, {
      lead: ['Đoàn thanh niên', 'Trạm Y tế'],
      deadline: { text: 'đến 30/5/2026', to: '2026-05-30' },
    }),
  )
  expect(tasks[0]?.values).toEqual([
    { what: 'lead', from: ['Văn phòng'], to: ['Trạm Y tế'] },
    { what: 'deadline', from: ['2026-04-30'], to: ['2026-05-30'] },
  ])
})

test('numbers and days are read as such', () => {
  expect(valuesOf('Trên 95 % trong 1.500 hộ, 99,5%, trước 15/6/2026, tháng 7/2026')).toEqual([
    '95 %',
    '1500',
    '99.5 %',
    '2026-06-15',
    '2026-07',
  ])
  expect(changedValues('đạt 100%', 'đạt 100 %')).toEqual({ from: [], to: [] })
})

test('the pieces of a word difference give the words of both texts back', () => {
  const pieces = wordDifference('một hai ba  bốn', 'hai ba năm bốn sáu')
  const wordsOf = (kind: string): string[] =>
    pieces
      .filter(({ type }) => type === 'same' || type === kind)
      .flatMap(({ text }) => text.trim().split(/\s+/))
  expect(wordsOf('removed')).toEqual(['một', 'hai', 'ba', 'bốn'])
  expect(wordsOf('added')).toEqual(['hai', 'ba', 'năm', 'bốn', 'sáu'])
})

test('a comparison is written as text, Markdown and a page on which nothing of a plan is markup', () => {
  const comparison = compared(({ blocks }) => {
    Object.assign(blocks[0]!, { text: TEXTS[0]!.replace('02', '<b>03</b>') })
    blocks.splice(3, 1)
  })
  expect(comparisonText(comparison, colors)).toContain('[-02-] {+<b>03</b>+}')
  expect(comparisonText(comparison, colors)).toContain(`- II - ${TEXTS[3]}`)
  expect(comparisonMarkdown(comparison)).toContain('~~02~~ **\\<b\\>03\\</b\\>**')
  const html = comparisonHtml(comparison)
  expect(html).toContain('<ins>&#60;b&#62;03')
  expect(html).not.toMatch(/<b>|src=|href=|@import/)
})

test('what of the plan above has no counterpart here', () => {
  const above = plan((_, made) => {
    made.tasks.push({ ...made.tasks[0]!, id: 'T2', text: 'Xây dựng phần mềm quản lý rừng bằng ảnh vệ tinh' })
    made.tasks[0]!.text = 'Cấp phát 800 cây giống cho các thôn'
  })
  const gap = againstParent(plan(), above)
  expect(gap.tasks.map(({ id }) => id)).toEqual(['T2'])
  expect(gap.of).toEqual({ tasks: 2, targets: 0 })
})
