import { type Said, textOf } from './said.ts'

/**
 * Everything that can end the work on one input, by stable code. `docs/errors.md` is made from this table.
 * What does not end the work is a warning in the result.
 */
export const ERRORS = {
  E_NOT_FOUND: 'The file or folder does not exist.',
  E_UNREADABLE: 'The file cannot be read.',
  E_UNSUPPORTED: 'The content is of no supported type.',
  E_EMPTY: 'The file has no bytes.',
  E_ENCRYPTED: 'The file is encrypted.',
  E_DAMAGED: 'The file is damaged beyond reading.',
  E_TOO_LARGE: 'The file is larger than a bound against hostile files allows.',
  E_OCR: 'The text recognition engine failed.',
  E_TIMEOUT: 'The work on the file did not come to an end.',
  E_SIGNED: 'The change would break a digital signature.',
  E_PDFA: 'The file cannot be made PDF/A.',
  E_EXISTS: 'The output exists and is of a different document.',
  E_WRITE: 'The output cannot be written.',
  E_CORRECTIONS: 'The corrections beside the document cannot be used.',
  E_SCHEMA: 'The record does not follow the schema.',
  E_ARCHIVE: 'The archive cannot be used.',
  E_QUERY: 'The query cannot be understood.',
  E_USAGE: 'The command was called wrongly.',
  E_ABORTED: 'The work was stopped.',
  E_INTERNAL: 'A fault of the program itself.',
} as const

export type ErrorCode = keyof typeof ERRORS

/** The one error class of the library: `code` for programs, `message` and `hint` for the person, `cause` for debugging. */
export class PlanExtractError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  /** Message and hint as they can be given in other languages. */
  readonly said: { readonly message: Said; readonly hint: Said | undefined }

  constructor(code: ErrorCode, message: Said, options: { hint?: Said; cause?: unknown } = {}) {
    super(textOf(message), options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'PlanExtractError'
    this.code = code
    this.hint = options.hint && textOf(options.hint)
    this.said = { message, hint: options.hint }
  }
}
