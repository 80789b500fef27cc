import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'

export async function readStandardInput(): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of process.stdin) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

/** Lower-case hexadecimal hash of bytes or of a file, which is not kept in memory. Errors: E_UNREADABLE. */
export async function sha256Of(input: string | Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  if (typeof input !== 'string') return hash.update(input).digest('hex')
  try {
    for await (const part of createReadStream(input)) hash.update(part as Uint8Array)
  } catch (cause) {
    throw new PlanExtractError('E_UNREADABLE', say('the file cannot be read'), { cause })
  }
  return hash.digest('hex')
}
