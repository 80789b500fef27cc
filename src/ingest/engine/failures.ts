import { PlanExtractError } from '../../errors.ts'

export function timedOut(timeout: number): PlanExtractError {
  return new PlanExtractError('E_OCR', `text recognition took longer than ${Math.round(timeout / 1000)} s`, {
    hint: 'Give it more time with --timeout, or scan at 300 dpi or less.',
  })
}

export function engineFailed(cause: unknown): PlanExtractError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new PlanExtractError('E_OCR', `text recognition failed (${reason})`, {
    hint: 'Try the other engine with --engine, or scan the page anew.',
    cause,
  })
}
