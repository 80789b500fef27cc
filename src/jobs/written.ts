import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'

/** Where a job writes its file itself, since it may be too large to be handed from thread to thread. */
export interface Place {
  /** What the file is to be called. */
  path: string
  /** What it is called until the job is done. */
  temporary: string
}

/**
 * Writes a file piece by piece as `work` hands it on; it is begun with the first, and its folder is made then.
 *
 * @throws PlanExtractError E_WRITE; what `work` throws
 */
export async function writtenTo<Result>(
  { path, temporary }: Place,
  work: (write: (piece: Uint8Array) => void) => Promise<Result>,
): Promise<Result> {
  let file: number | undefined
  try {
    const result = await work(piece => {
      try {
        file ??= begun(temporary)
        writeAll(file, piece)
      } catch (cause) {
        throw unwritable(path, cause)
      }
    })
    return result
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function begun(path: string): number {
  mkdirSync(dirname(path), { recursive: true })
  return openSync(path, 'w')
}

export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

/** E_WRITE. */
export function unwritable(path: string, cause: unknown): PlanExtractError {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause)
  return new PlanExtractError('E_WRITE', say('{path} cannot be written ({code})', { path, code }), {
    hint: say('Check the permissions and the free space of the folder.'),
    cause,
  })
}
