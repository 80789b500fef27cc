import { type ErrorCode, PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'

/** What ended the work on one input, as plain data that can leave its thread. */
export interface Failed {
  ok: false
  code: ErrorCode
  message: string
  hint: string | undefined
  /** The same as they can be given in other languages. */
  said: PlanExtractError['said']
  /** Where the program itself is at fault. */
  stack: string | undefined
}

/** An error as plain data; whatever is no PlanExtractError is a fault of the program. */
export function failed(error: unknown): Failed {
  if (error instanceof PlanExtractError) return plain(error)
  const fault = error instanceof Error ? error : new Error(String(error))
  if (fault.name === 'AbortError')
    return plain(new PlanExtractError('E_ABORTED', say('the work was stopped')))
  const told = new PlanExtractError(
    'E_INTERNAL',
    say('the program failed: {message}', { message: fault.message }),
    { hint: say('Please report this with the document; --verbose shows where it happened.') },
  )
  return { ...plain(told), stack: fault.stack }
}

function plain({ code, message, hint, said }: PlanExtractError): Failed {
  return { ok: false, code, message, hint, said, stack: undefined }
}

/** The error that an outcome tells of. */
export function errorOf({ code, said }: Failed): PlanExtractError {
  return new PlanExtractError(code, said.message, said.hint === undefined ? {} : { hint: said.hint })
}
