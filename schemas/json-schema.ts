import { z } from 'zod'
import { PlanSchema, SCHEMA_VERSION } from './plan.ts'

/** Stable name of the schema: it changes when a plan that was right under it no longer is. */
export const SCHEMA_ID = `urn:plan-extract:plan:${SCHEMA_VERSION}`

/** The schema of a plan as JSON Schema 2020-12; `schemas/plan.schema.json` is this, written out. */
export function planJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(PlanSchema, {
    io: 'input', // keys may be added in later versions, so none is forbidden
    override({ jsonSchema }) {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.format === 'date') delete jsonSchema.pattern
    },
  })
  return { $schema, $id: SCHEMA_ID, ...rest }
}
