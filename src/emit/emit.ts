import { pathText } from '../../schemas/path.ts'
import { type Plan, PlanSchema } from '../../schemas/plan.ts'
import { PlanExtractError } from '../errors.ts'
import { csvHeader, csvTasks } from './csv-tasks.ts'
import { toJson } from './json.ts'
import { toYaml } from './yaml.ts'

export const FORMATS = ['json', 'yaml', 'ndjson', 'csv-tasks'] as const
export type Format = (typeof FORMATS)[number]

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

/** What stands once before the first plan when plans in this format follow one another in one stream. */
export function streamStart(format: Format): string {
  return format === 'csv-tasks' ? csvHeader() : ''
}

/** What stands before each plan when several follow one another in one stream. */
export function streamSeparator(format: Format): string {
  return format === 'yaml' ? '---\n' : ''
}

/** The ending of a file in this format, with its dot. */
export function ending(format: Format): string {
  return { json: '.plan.json', yaml: '.plan.yaml', ndjson: '.plan.ndjson', 'csv-tasks': '.tasks.csv' }[format]
}

function checked(plan: Plan): Plan {
  const result = PlanSchema.safeParse(plan)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw new PlanExtractError(
    'E_SCHEMA',
    `the plan does not follow its schema at ${pathText(issue.path)}: ${issue.message}`,
    {
      hint: 'This is a fault of plan-extract: please report it with the document.',
      cause: result.error,
    },
  )
}
