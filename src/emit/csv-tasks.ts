import { stringify } from 'csv-stringify/sync'
import type { Plan } from '../../schemas/plan.ts'

/**
 * The tasks of one plan, a row each, without the line of column names; several bodies in one cell are joined by `; `.
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function csvTasks(plan: Plan): string {
  return stringify(
    plan.tasks.map(task => [
      plan.source.file,
      plan.header.number,
      plan.header.issuer?.name,
      task.id,
      task.group,
      task.text,
      task.lead.join('; '),
      task.support.join('; '),
      task.deadline?.text,
      task.deadline?.from,
      task.deadline?.to,
      task.deadline?.recurring,
      task.deadline?.phase,
      task.output,
      task.origin,
      task.section,
      task.row,
    ]),
    { escape_formulas: true },
  )
}
