import type { Generator } from '../../schemas/plan.ts'
import { correctionsFor } from '../corrections/beside.ts'
import { generator } from '../generator.ts'
import type { JobOptions } from '../jobs/job.ts'

/** What a plan of the document would say that it was made with. Errors: E_CORRECTIONS. */
export function generatorFor(path: string, options: JobOptions): Generator {
  return generator(options, correctionsFor(path === '-' ? new Uint8Array() : path, options.corrections))
}
