import { existsSync } from 'node:fs'
import { PLAN_ENDINGS } from '../validate/plan-file.ts'

/** A file of a folder that is meant as a plan by its name. */
export function isPlanFile(path: string): boolean {
  return /\.(?:plan\.(?:json|ya?ml)|ndjson)$/i.test(path)
}

/** A file named on the command line needs no `.plan` in its name. */
export function isAnyPlanFile(path: string): boolean {
  return PLAN_ENDINGS.some(ending => path.toLowerCase().endsWith(ending))
}

/** The plan that lies beside a document, `NAME.plan.json` or `NAME.pdf.plan.json`; undefined where there is none. */
export function planBeside(path: string): string | undefined {
  const stem = path.replace(/\.[^./\\]+$/, '')
  for (const name of [stem, path])
    for (const end of ['.plan.json', '.plan.yaml', '.plan.yml']) if (existsSync(name + end)) return name + end
  return undefined
}
