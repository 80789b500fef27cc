import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Input } from '../document.ts'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'
import { type Bytes, changed, FileSource, piecesOf } from './byte-source.ts'
import { looksLikePdf } from './media-type.ts'

/** No document of the field comes near it; a larger file is a mistake or an attack. */
const MAX_BYTES = 1_000_000_000
/** Milliseconds that a pipe is waited for, and between two looks at it. */
const LONGEST_SILENCE = 10_000
const PAUSE = 10

/** An input whose bytes are at hand. */
export interface OpenInput {
  /** Those of a PDF in a file are read as they are needed. */
  bytes: Bytes
  /** Base name; `-` where the input has none. */
  name: string
  sha256: string
  /** Once everything is read. Errors: E_UNREADABLE where the file changed meanwhile. */
  refuseChanged(): void
  close(): void
}

/** Opens an input; the caller closes it. Errors: E_NOT_FOUND, E_UNREADABLE, E_EMPTY, E_TOO_LARGE. */
async function openInput(input: Input, fileName: string | undefined): Promise<OpenInput> {
  const bytes = await bytesOf(input)
  const file = bytes instanceof FileSource ? bytes : undefined
  if (bytes.length === 0) {
    file?.close()
    throw new PlanExtractError('E_EMPTY', say('the file has no bytes'), {
      hint: say('Copy it again from where it came.'),
    })
  }
  const hash = createHash('sha256')
  for (const piece of piecesOf(bytes)) hash.update(piece)
  return {
    bytes,
    name: fileName ?? (typeof input === 'string' ? basename(input) : '-'),
    sha256: hash.digest('hex'),
    refuseChanged: () => file?.refuseChanged(),
    close: () => file?.close(),
  }
}

async function bytesOf(input: Input): Promise<Bytes> {
  if (typeof input === 'string') return await readPath(input)
  if (input instanceof Uint8Array) return input
  return await joined(input)
}

async function joined(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of input) {
    length += part.length
    if (length > MAX_BYTES) throw tooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}

async function readPath(path: string): Promise<Bytes> {
  try {
    const found = await stat(path)
    if (found.isDirectory())
      throw new PlanExtractError('E_UNREADABLE', say('this is a folder'), { hint: say('Give a file.') })
    if (found.isFIFO()) return await readPipe(path)
    if (!found.isFile())
      throw new PlanExtractError('E_UNREADABLE', say('this is a device'), { hint: say('Give a file.') })
    if (found.size > MAX_BYTES) throw tooLarge()
    const file = new FileSource(path)
    if (looksLikePdf(file)) return file
    file.close()
    const bytes = await readFile(path)
    const after = await stat(path)
    if (after.size !== found.size || after.mtimeMs !== found.mtimeMs) throw changed()
    return bytes
  } catch (cause) {
    if (cause instanceof PlanExtractError) throw cause
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new PlanExtractError('E_NOT_FOUND', say('the file does not exist'), {
        hint: say('Check the name; quote it if it holds spaces.'),
        cause,
      })
    throw new PlanExtractError(
      'E_UNREADABLE',
      say('the file cannot be read ({code})', { code: code ?? 'unknown reason' }),
      {
        hint: say('Check its permissions and that it is a regular file.'),
        cause,
      },
    )
  }
}

/**
 * A named pipe, or one of the shell's (`<(…)`). A plain read would hold a thread of the process until a writer comes, so that
 * it could not even be interrupted; it is therefore asked again and again whether there is something.
 */
async function readPipe(path: string): Promise<Uint8Array> {
  const pipe = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    return await joined(partsOf(pipe))
  } finally {
    await pipe.close()
  }
}

/** What is written into a pipe until its writers close it, or nothing where none comes for a while. */
async function* partsOf(pipe: FileHandle): AsyncGenerator<Uint8Array> {
  let begun = false
  for (let waited = 0; waited < LONGEST_SILENCE; ) {
    const { buffer, bytesRead } = await pipe.read().catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EAGAIN') throw cause
      return { buffer: undefined, bytesRead: -1 } // a writer that has nothing just now
    })
    if (buffer && bytesRead > 0) yield buffer.subarray(0, bytesRead)
    else if (bytesRead === 0 && begun) return
    else await sleep(PAUSE)
    begun ||= bytesRead !== 0
    waited = begun ? 0 : waited + PAUSE
  }
}

function tooLarge(): PlanExtractError {
  return new PlanExtractError(
    'E_TOO_LARGE',
    say('the file is larger than {most} bytes', { most: MAX_BYTES }),
    {
      hint: say('Split it, or give only the pages of the plan.'),
    },
  )
}

/** Does its work on an input that is open meanwhile. Errors: those of `openInput`, and of the work. */
export async function whileOpen<T>(
  input: Input,
  fileName: string | undefined,
  work: (open: OpenInput) => Promise<T>,
): Promise<T> {
  const open = await openInput(input, fileName)
  try {
    return await work(open)
  } finally {
    open.close()
  }
}
