import { WARNING_NAMES } from '../../report/warning-names.ts'
import { VIETNAMESE as ERRORS } from '../../vietnamese.ts'
import { commanderInVietnamese } from './commander-vietnamese.ts'
import { EXAMPLES } from './examples-vietnamese.ts'
import { VIETNAMESE } from './vietnamese.ts'

/** All that the program says in Vietnamese. */
export const CATALOGUE = {
  errors: ERRORS,
  texts: VIETNAMESE,
  examples: EXAMPLES,
  warnings: WARNING_NAMES,
  commander: commanderInVietnamese,
} as const
