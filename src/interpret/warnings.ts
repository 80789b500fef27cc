import type { Plan } from '../../schemas/plan.ts'
import type { Place, Warning } from '../document.ts'
import { type PlanPlace, placeOf } from './place.ts'

/**
 * Everything doubtful that interpretation can find, by stable code; docs/warnings.md explains each to its reader.
 */
export const WARNINGS = {
  'issuer-missing': 'warning',
  'number-missing': 'warning',
  'number-incomplete': 'info',
  'date-missing': 'warning',
  'date-incomplete': 'warning',
  'date-impossible': 'warning',
  'title-missing': 'warning',
  'kind-unknown': 'info',
  'body-empty': 'error',
  'numbering-gap': 'info',
  'label-repeated': 'info',
  'section-role-unknown': 'info',
  'section-empty': 'info',
  'task-lead-missing': 'warning',
  'task-deadline-unreadable': 'info',
  'citation-number-missing': 'info',
  'signature-missing': 'warning',
  'signature-position-restored': 'info',
  'signature-name-missing': 'warning',
  'recipients-missing': 'info',
} as const satisfies Record<string, Warning['severity']>

export type WarningCode = keyof typeof WARNINGS

/** The warnings of one plan, in the order in which they were found. */
export class Warnings {
  readonly list: Plan['warnings'] = []

  add(code: WarningCode, message: string, at?: Place | PlanPlace): void {
    this.list.push({ code, severity: WARNINGS[code], message, ...(at ? { at: placeOf(at) } : {}) })
  }
}
