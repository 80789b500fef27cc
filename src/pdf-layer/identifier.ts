import { createHash } from 'node:crypto'
import type { Plan } from '../../schemas/plan.ts'

/**
 * The second identifier of a file that we write, 32 hexadecimal digits: half of them tell the document that it was made
 * from, half by what. So a later run knows its own work, and nothing in the file needs a clock or chance.
 */
export function identifier(sha256: string, made: string): string {
  return sha256.slice(0, 16) + createHash('sha256').update(made).digest('hex').slice(0, 16)
}

/** Everything but the document that bears on the bytes of its PDF. */
export function madeBy(
  generator: Plan['generator'],
  { attach = false, pdfa = false }: { attach?: boolean; pdfa?: boolean },
): string {
  return JSON.stringify({ ...generator, attach, pdfa })
}
