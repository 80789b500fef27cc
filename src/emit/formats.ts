/** The forms in which a plan is written. */
export const FORMATS = ['json', 'yaml', 'ndjson', 'csv-tasks'] as const
export type Format = (typeof FORMATS)[number]

/** The ending of a file in this format, with its dot. */
export const ENDINGS: Record<Format, string> = {
  json: '.plan.json',
  yaml: '.plan.yaml',
  ndjson: '.plan.ndjson',
  'csv-tasks': '.tasks.csv',
}

/** What stands before each plan when several follow one another in one stream. */
export function streamSeparator(format: Format): string {
  return format === 'yaml' ? '---\n' : ''
}

/** What stands once before the first plan when plans in this format follow one another in one stream. */
export function streamStart(format: Format): string {
  return format === 'csv-tasks' ? `${TASK_COLUMNS.join(',')}\n` : ''
}

const TASK_COLUMNS = [
  'file',
  'number',
  'issuer',
  'task',
  'group',
  'text',
  'lead',
  'support',
  'deadline',
  'from',
  'to',
  'recurring',
  'phase',
  'output',
  'origin',
  'section',
  'row',
]
