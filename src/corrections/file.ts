import { createRequire } from 'node:module'
import { z } from 'zod'
import { PlanExtractError } from '../errors.ts'
import { type Field, say } from '../said.ts'
import { type Correction, type Corrections, CorrectionsSchema } from './schema.ts'

/**
 *     # What a person put right in the document; plan-extract applies it when it lies beside it.
 *     document: 118-KH.pdf
 *     corrections:
 *       - { page: 1, line: 12, raw: ctia, right: của }
 *
 * One line a correction in the order of the document, so that a change shows as a line in a diff.
 */
export function correctionsText({ document, corrections }: Corrections): string {
  const { Document, isSeq } = yaml()
  const file = new Document({ document, corrections: corrections.map(inOrderOfKeys).sort(byPlace) })
  file.commentBefore =
    ' What a person put right in the document; plan-extract applies it when it lies beside it.'
  const list = file.get('corrections')
  if (isSeq(list)) for (const item of list.items) (item as { flow?: boolean }).flow = true
  return file.toString({ lineWidth: 0 })
}

/**
 * The reverse of `correctionsText`, for files that people edit too.
 *
 * @throws PlanExtractError E_CORRECTIONS, naming the first thing that is wrong
 */
export function parseCorrections(text: string): Corrections {
  let value: unknown
  try {
    // Nobody needs aliases here, and hostile files blow up by them.
    value = yaml().parse(text, { maxAliasCount: 0 })
  } catch (cause) {
    throw wrong((cause as Error).message.split('\n')[0]!, cause)
  }
  const parsed = CorrectionsSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw wrong(
    say('{path}: {message}', {
      path: z.core.toDotPath(issue?.path ?? []) || say('the file'),
      message: issue?.message,
    }),
    parsed.error,
  )
}

function wrong(what: Field, cause: unknown): PlanExtractError {
  return new PlanExtractError(
    'E_CORRECTIONS',
    say('the corrections beside it cannot be used: {what}', { what }),
    {
      hint: say('Mend the .corrections.yaml file, or give --no-corrections.'),
      cause,
    },
  )
}

function inOrderOfKeys({ page, line, raw, right, occurrence = 1 }: Correction): Correction {
  return { page, line, raw, ...(occurrence > 1 && { occurrence }), right }
}

function byPlace(a: Correction, b: Correction): number {
  return (
    a.page - b.page || a.line - b.line || Number(a.raw > b.raw) - Number(a.raw < b.raw) || nth(a) - nth(b)
  )
}

const nth = ({ occurrence = 1 }: Correction): number => occurrence

/** Loaded when a file of corrections is met, which most runs don't. */
function yaml(): typeof import('yaml') {
  return createRequire(import.meta.url)('yaml') as typeof import('yaml')
}
