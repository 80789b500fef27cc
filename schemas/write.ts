/** `npm run schema`: writes plan.schema.json beside this file. */
import { writeFileSync } from 'node:fs'
import { planJsonSchema } from './json-schema.ts'

writeFileSync(new URL('plan.schema.json', import.meta.url), `${JSON.stringify(planJsonSchema(), null, 2)}\n`)
