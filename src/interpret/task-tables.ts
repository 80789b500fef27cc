import { fieldOfTitle } from '../../grammars/columns.ts'
import type { TaskField } from '../../grammars/vocabulary.ts'
import type { Table } from '../../schemas/plan.ts'
import { splitBodies } from './bodies.ts'
import { when } from './dates.ts'
import type { TaskContext, TaskDraft } from './tasks.ts'
import { withoutSeparator } from './text.ts'

/**
 * Tasks from a table, its columns known by the words of their headings.
 *
 *     TT | Nội dung công việc | Thời gian thực hiện | Đơn vị chủ trì/phối hợp
 *     1  | Ban hành kế hoạch  | Trước ngày 27/6      | Phòng Đào tạo; các khoa
 */
type Columns = Partial<Record<TaskField, number>>

/** Which column holds what; the first column of a kind counts. Nothing where the table lists no tasks. */
export function taskColumns(names: readonly string[]): Columns | undefined {
  const found: Columns = {}
  names.forEach((name, index) => {
    const field = fieldOfTitle(name)
    if (field && field !== 'other') found[field] ??= index
  })
  if (found.lead === undefined && found.mixed === undefined && found.performer !== undefined) {
    found.lead = found.performer
  }
  const responsible = found.lead ?? found.mixed ?? found.support
  if (found.content === undefined && responsible !== undefined && found.output !== undefined) {
    found.content = found.output
    delete found.output
  }
  return found.content !== undefined && responsible !== undefined ? found : undefined
}

export function tableTasks(table: Table, section: string, context: TaskContext): TaskDraft[] {
  const at = taskColumns(table.columns)
  if (!at) return []
  const tasks: TaskDraft[] = []
  let above: readonly string[] | undefined
  for (const row of table.rows) {
    const cell = (field: TaskField, cells: readonly string[] = row.cells) => {
      const index = at[field]
      return index === undefined ? '' : (cells[index] ?? '').trim()
    }
    const text = cell('content').replace(/^[-–+•]\s+/u, '')
    if (!/\p{L}/u.test(text)) continue
    const number = withoutSeparator(cell('number'))
    const filled = TASK_FIELDS.some(field => cell(field) !== '')
    if (!filled && !/^\d+(?:\.\d+)*$/.test(number)) continue
    const bodies = filled || !above ? row.cells : above
    if (filled) above = row.cells
    const { lead, support } = responsible(cell, bodies)
    const time = cell('time')
    const output = cell('output')
    tasks.push({
      ...(row.group ? { group: row.group } : {}),
      text,
      lead,
      support,
      ...(/[\p{L}\d]/u.test(time) ? { deadline: when(time, context.year) } : {}),
      ...(/[\p{L}\d]/u.test(output) ? { output } : {}),
      origin: 'table',
      section,
      ...(number ? { row: number } : {}),
      ...(row.at ? { at: row.at } : {}),
    })
  }
  return tasks
}

const TASK_FIELDS = ['lead', 'mixed', 'support', 'time', 'output'] as const

/** In a column that mixes both the first body leads and the rest, however many, keeps its wording. */
function responsible(
  cell: (field: TaskField, cells: readonly string[]) => string,
  cells: readonly string[],
): { lead: string[]; support: string[] } {
  const lead = splitBodies(cell('lead', cells))
  const support = splitBodies(cell('support', cells))
  const [first, ...others] = splitBodies(cell('mixed', cells))
  return { lead: first ? [...lead, first] : lead, support: [...others, ...support] }
}
