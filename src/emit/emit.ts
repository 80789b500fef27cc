import { pathText } from '../../schemas/path.ts'
import { type Plan, PlanSchema } from '../../schemas/plan.ts'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'
import { csvTasks } from './csv-tasks.ts'
import type { Format } from './formats.ts'
import { toJson } from './json.ts'
import { toYaml } from './yaml.ts'

/**
 * A plan as text in one of the formats, ending with a line feed. Keys stand in the order of the schema, whatever the
 * order in which they were found.
 *
 * @throws PlanExtractError E_SCHEMA where the plan does not follow its schema; the message names the path
 */
export function emit(plan: Plan, format: Format): string {
  const ordered = checked(plan)
  switch (format) {
    case 'json':
      return toJson(ordered)
    case 'yaml':
      return toYaml(ordered)
    case 'ndjson':
      return `${JSON.stringify(ordered)}\n`
    case 'csv-tasks':
      return csvTasks(ordered)
  }
}

function checked(plan: Plan): Plan {
  const result = PlanSchema.safeParse(plan)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw new PlanExtractError(
    'E_SCHEMA',
    say('the plan does not follow its schema at {path}: {message}', {
      path: pathText(issue.path),
      message: issue.message,
    }),
    {
      hint: say('This is a fault of plan-extract: please report it with the document.'),
      cause: result.error,
    },
  )
}
