import type { z } from 'zod'
import { type Plan, PlanSchema } from '../../schemas/plan.ts'
import { type Finding, ruleFindings } from './rules.ts'

export type { Finding } from './rules.ts'

export type Validation = { valid: true; plan: Plan; findings: [] } | { valid: false; findings: Finding[] }

/** Whether a value is a plan: first after the schema, then after the rules that a schema can't say. Never throws. */
export function validate(value: unknown): Validation {
  const result = PlanSchema.safeParse(value)
  if (!result.success) return { valid: false, findings: schemaFindings(result.error.issues, []) }
  const findings = ruleFindings(result.data)
  return findings.length > 0 ? { valid: false, findings } : { valid: true, plan: result.data, findings: [] }
}

/**
 * The issues of zod with those of a union (a block is a section, a statement or a table) taken from the choice that the
 * value was meant to be: the one with no complaint about `type`.
 */
function schemaFindings(issues: readonly z.core.$ZodIssue[], prefix: PropertyKey[]): Finding[] {
  return issues.flatMap(issue => {
    const path = [...prefix, ...issue.path]
    if (issue.code !== 'invalid_union') return [{ path, message: issue.message }]
    const meant = issue.errors.find(choice => !choice.some(({ path: [key] }) => key === 'type'))
    return meant
      ? schemaFindings(meant, path)
      : [{ path, message: 'is neither section, statement nor table' }]
  })
}
