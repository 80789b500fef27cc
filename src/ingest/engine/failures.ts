import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'

export function timedOut(timeout: number): PlanExtractError {
  return new PlanExtractError(
    'E_OCR',
    say('text recognition took longer than {seconds} s', { seconds: Math.round(timeout / 1000) }),
    {
      hint: say('Give it more time with --timeout, or scan at 300 dpi or less.'),
    },
  )
}

export function engineFailed(cause: unknown): PlanExtractError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new PlanExtractError('E_OCR', say('text recognition failed ({reason})', { reason }), {
    hint: say('Try the other engine with --engine, or scan the page anew.'),
    cause,
  })
}
