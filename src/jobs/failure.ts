import { type ErrorCode, PlanExtractError } from '../errors.ts'

/** What ended the work on one input, as plain data that can leave its thread. */
export interface Failed {
  ok: false
  code: ErrorCode
  message: string
  hint: string | undefined
  /** Where the program itself is at fault. */
  stack: string | undefined
}

/** An error as plain data; whatever is no PlanExtractError is a fault of the program. */
export function failed(error: unknown): Failed {
  if (error instanceof PlanExtractError)
    return { ok: false, code: error.code, message: error.message, hint: error.hint, stack: undefined }
  const fault = error instanceof Error ? error : new Error(String(error))
  if (fault.name === 'AbortError')
    return {
      ok: false,
      code: 'E_ABORTED',
      message: 'the work was stopped',
      hint: undefined,
      stack: undefined,
    }
  return {
    ok: false,
    code: 'E_INTERNAL',
    message: `the program failed: ${fault.message}`,
    hint: 'Please report this with the document; --verbose shows where it happened.',
    stack: fault.stack,
  }
}

/** The error that an outcome tells of. */
export function errorOf({ code, message, hint }: Failed): PlanExtractError {
  return new PlanExtractError(code, message, hint === undefined ? {} : { hint })
}
