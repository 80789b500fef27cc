import type { Plan } from '../../schemas/plan.ts'
import { type Fed, feed } from './feed.ts'
import type { Store } from './store.ts'

/**
 * Puts a plan into an archive that was opened with `openArchiveToWrite`.
 *
 * @param key names the plan in the archive; a plan that is there under the same key is replaced
 * @throws PlanExtractError E_SCHEMA, E_ARCHIVE
 */
export function indexPlan(archive: Store, key: string, plan: Plan): Fed {
  let fed: Fed = 'unchanged'
  archive.transaction(() => {
    fed = feed(archive, { key, text: JSON.stringify(plan), path: key, parse: () => plan })
  })
  return fed
}
