import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { PlanExtractError } from '../errors.ts'
import { type Field, say } from '../said.ts'
import { type UserLexicon, UserLexiconSchema } from './schema.ts'

/**
 *     # Names and abbreviations learned from corrections; plan-extract uses it with --lexicon.
 *     entries:
 *       - { right: CNSCĐ, raw: [ CNSCD ] }
 *       - { right: Thanh Lũng, raw: [ Thanb Ling, Thanh Lting ] }
 *
 * One line an entry, in the order of the alphabet, so that a change shows as a line in a diff.
 */
export function lexiconText({ entries }: UserLexicon): string {
  const { Document, isSeq } = yaml()
  const sorted = [...entries].sort((a, b) => (a.right < b.right ? -1 : a.right > b.right ? 1 : 0))
  const file = new Document({ entries: sorted.map(({ right, raw }) => ({ right, raw: [...raw].sort() })) })
  file.commentBefore =
    ' Names and abbreviations learned from corrections; plan-extract uses it with --lexicon.'
  const list = file.get('entries')
  if (isSeq(list)) for (const item of list.items) (item as { flow?: boolean }).flow = true
  return file.toString({ lineWidth: 0 })
}

/** @throws PlanExtractError E_USAGE, naming the first thing that is wrong */
export function readLexicon(path: string): UserLexicon {
  let value: unknown
  try {
    value = yaml().parse(readFileSync(path, 'utf8'), { maxAliasCount: 0 })
  } catch (cause) {
    throw wrong(path, (cause as Error).message.split('\n')[0]!, cause)
  }
  const parsed = UserLexiconSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw wrong(
    path,
    say('{path}: {message}', {
      path: z.core.toDotPath(issue?.path ?? []) || say('the file'),
      message: issue?.message,
    }),
    parsed.error,
  )
}

function wrong(path: string, what: Field, cause: unknown): PlanExtractError {
  return new PlanExtractError('E_USAGE', say('the lexicon {path} cannot be used: {what}', { path, what }), {
    hint: say('plan-extract learn makes one.'),
    cause,
  })
}

function yaml(): typeof import('yaml') {
  return createRequire(import.meta.url)('yaml') as typeof import('yaml')
}
