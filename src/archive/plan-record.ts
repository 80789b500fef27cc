import { basename } from 'node:path'
import { pathText } from '../../schemas/path.ts'
import { type Block, type Plan, PlanSchema, type Section, type ViewStatement } from '../../schemas/plan.ts'
import { VIEWS } from '../../schemas/roles.ts'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'

const LISTS = [
  'basis',
  'body',
  'tasks',
  'assignments',
  'targets',
  'recipients',
  'annexes',
  'citations',
] as const
/**
 * A record of a plan file as a plan. What an expected plan leaves out is filled in: the views by role are made from the
 * body, the source is the file itself.
 *
 * @param from the file the record stands in and the hash of its bytes
 * @throws PlanExtractError E_SCHEMA naming the first field that is wrong
 */
export function planOf(value: unknown, from: { path: string; sha256: string }): Plan {
  const parsed = PlanSchema.safeParse(value)
  if (parsed.success) return value as Plan // what zod makes of it is a copy, key by key the same
  const filled = PlanSchema.safeParse(fill(value, from))
  if (filled.success) return filled.data
  const issue = filled.error.issues[0]
  throw new PlanExtractError(
    'E_SCHEMA',
    say('no plan: {path}: {message}', { path: pathText(issue?.path ?? []), message: issue?.message }),
    {
      hint: say('plan-extract validate lists all that is wrong.'),
    },
  )
}

function fill(value: unknown, { path, sha256 }: { path: string; sha256: string }): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  const record = value as Record<string, unknown>
  if (!record.header || !Array.isArray(record.body)) return value
  const source = { file: basename(path), sha256, mediaType: 'application/json', pages: 0, text: 'plain' }
  return {
    schemaVersion: '1',
    source,
    ...Object.fromEntries(LISTS.map(list => [list, []])),
    warnings: [],
    ...views(record.body as Block[]),
    ...record,
  }
}

function views(body: Block[]): Record<string, ViewStatement[]> {
  const found = Object.fromEntries(VIEWS.map(view => [view, [] as ViewStatement[]]))
  const visit = (blocks: Block[], section: Section | undefined): void => {
    for (const block of blocks)
      if (block?.type === 'section') visit(block.blocks ?? [], block)
      else if (block?.type === 'statement' && section)
        found[section.role]?.push({ ...block, section: section.id })
  }
  visit(body, undefined)
  return found
}
