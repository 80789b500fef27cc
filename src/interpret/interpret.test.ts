import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PlanSchema } from '../../schemas/plan.ts'
import { packagePath } from '../package-root.ts'
import { parse } from '../parse/parse.ts'
import type { LabelStyle, Node } from '../parse/tree.ts'
import { interpret } from './interpret.ts'
import { documentOf, item, line, table, treeWith } from './test-support.ts'

const planOf = (text: string) => {
  const document = documentOf(text)
  return interpret(parse(document), document)
}

describe('a plan', () => {
  it('gathers statements by role in its views, with the section that holds them', () => {
    const tree = treeWith({
      body: [
        item(
          'I',
          'MỤC ĐÍCH, YÊU CẦU',
          item('1', 'Mục đích', item('-', 'A')),
          item('2', 'Yêu cầu', item('-', 'B', item('+', 'C'))),
        ),
      ],
    })
    const plan = interpret(tree, documentOf(''))
    expect(plan.purpose.map(each => [each.section, each.text])).toEqual([['I.1', 'A']])
    expect(plan.requirements[0]).toMatchObject({ section: 'I.2', text: 'B', blocks: [{ text: 'C' }] })
  })

  it('reads annexes with their own bodies, and their tasks after those of the body', () => {
    const annex = table(['TT', 'Nhiệm vụ', 'Chủ trì'], ['1', 'Việc hai', 'Phòng B'])
    const plan = interpret(
      treeWith({
        body: [table(['TT', 'Nhiệm vụ', 'Chủ trì'], ['1', 'Việc một', 'Phòng A'])],
        annexes: [{ label: line('PHỤ LỤC I'), title: [line('DANH MỤC')], note: [], body: [annex] }],
      }),
      documentOf(''),
    )
    expect(plan.annexes).toMatchObject([{ label: 'PHỤ LỤC I', title: 'DANH MỤC' }])
    expect(plan.tasks.map(task => [task.id, task.section])).toEqual([
      ['T1', ''],
      ['T2', 'PHỤ LỤC I'],
    ])
  })

  it('warns of what is missing, with a code and words for each', () => {
    const codes = planOf('').warnings.map(warning => warning.code)
    expect(codes).toContain('body-empty')
    expect(planOf('KẾ HOẠCH\nThử\n').warnings.every(warning => warning.message.length > 10)).toBe(true)
  })

  it('explains every warning in docs/warnings.md', async () => {
    const { WARNINGS } = await import('./warnings.ts')
    const page = readFileSync(packagePath('docs/warnings.md'), 'utf8')
    expect(Object.keys(WARNINGS).filter(code => !page.includes(`\`${code}\``))).toEqual([])
  })
})

describe('any input', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      'Mục đích',
      'Đơn vị chủ trì: Công an xã',
      '100% hộ',
      'Quyết định số 1/QĐ-TTg',
      'ngày 31/02/2026',
      'TM. UBND',
    ),
  )
  const styles: LabelStyle[] = ['roman', 'decimal', 'letter', 'bullet', 'none', 'part', 'parenthesis']
  const label = fc.record({
    style: fc.constantFrom(...styles),
    text: fc.constantFrom('I', '1', '1.1', 'a', '-', '(1)', '', 'Bước 1'),
  })
  const { node } = fc.letrec<{ node: Node }>(tie => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc
        .record({ columns: fc.array(text, { maxLength: 4 }), cells: fc.array(text, { maxLength: 4 }) })
        .map(each => table(each.columns, each.cells)),
      fc.record({ label, text, children: fc.array(tie('node'), { maxLength: 3 }) }).map(
        (each): Node => ({
          ...item('', each.text, ...each.children),
          label: { ...each.label, printed: each.label.text },
        }),
      ),
    ),
  }))
  const lines = fc.array(text.map(line), { maxLength: 4 })

  it('gives a plan that the schema accepts, from any tree', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), lines, lines, text, (body, some, others, one) => {
        const tree = treeWith({
          letterhead: { issuer: some, motto: [], number: line(one), placeDate: line(one) },
          title: { kind: line(one), subject: some },
          body,
          closing: [{ type: 'paragraph', text: one, at: { page: 1 }, confidence: 1 }],
          preamble: [{ type: 'paragraph', text: one, at: { page: 1 }, confidence: 1 }],
          end: { recipients: some, signature: others },
          annexes: [{ label: line(one), title: some, note: [], body }],
        })
        PlanSchema.parse(interpret(tree, documentOf('')))
      }),
      { numRuns: 150 },
    )
  })

  it('gives such a plan from any text', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), list => {
        PlanSchema.parse(planOf(list.join('\n')))
      }),
      { numRuns: 150 },
    )
  })
})

/** Real plans with their truth; they lie outside the repository. */
const shared = packagePath('../shared/seeds')
describe.skipIf(!existsSync(shared))('the seeds (../shared/seeds; skipped where absent)', () => {
  it.each(['001', '004'])('%s: tasks, assignments and targets as in the truth', name => {
    const gold = JSON.parse(readFileSync(`${shared}/${name}.plan.json`, 'utf8'))
    const plan = planOf(readFileSync(`${shared}/${name}.gold.txt`, 'utf8').normalize('NFC'))
    expect(plan.tasks.length).toBe(gold.tasks.length)
    expect(plan.assignments.length).toBe(gold.assignments.length)
    expect(plan.targets.length).toBe(gold.targets.length)
    expect(plan.citations.length).toBe(gold.citations.length)
  })
})
