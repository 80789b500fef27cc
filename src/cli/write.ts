import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'
import { statOf } from './outputs.ts'

const unfinished = new Set<string>()
let counter = 0

/** Writes a file whole or not at all: a temporary file beside it, then a rename. Folders are made. Errors: E_WRITE. */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const writer = openWhole(path)
  writer.write(text)
  writer.finish()
}

export interface WholeWriter {
  write(text: string | Uint8Array): void
  /** Puts what was written in the place of the file. */
  finish(): void
}

/** A file that is written piece by piece and appears when it is finished. Errors: E_WRITE. */
export function openWhole(path: string): WholeWriter {
  if (isDevice(path))
    return { write: text => writeOrFail(path, () => writeFileSync(path, text)), finish() {} }
  const temporary = join(dirname(path), `.plan-extract-${process.pid}-${counter++}.tmp`)
  const file = writeOrFail(path, () => {
    mkdirSync(dirname(path), { recursive: true })
    if (unfinished.size === 0) process.once('exit', removeUnfinished)
    unfinished.add(temporary)
    return openSync(temporary, 'wx')
  })
  return {
    write: text => writeOrFail(path, () => writeAll(file, text)),
    finish: () =>
      writeOrFail(path, () => {
        closeSync(file)
        renameSync(temporary, path)
        unfinished.delete(temporary)
        if (unfinished.size === 0) process.off('exit', removeUnfinished)
      }),
  }
}

/** Takes away what an interrupted or failed run left beside its outputs. */
function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true })
  unfinished.clear()
}

function writeAll(file: number, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

function writeOrFail<Result>(path: string, action: () => Result): Result {
  try {
    return action()
  } catch (cause) {
    removeUnfinished()
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause)
    throw new PlanExtractError('E_WRITE', say('{path} cannot be written ({code})', { path, code }), {
      hint: say('Check the permissions and the free space of the folder.'),
      cause,
    })
  }
}

/** `/dev/null`, a named pipe: written straight, since nothing can be put in their place. */
function isDevice(path: string): boolean {
  const found = statOf(path)
  return found !== undefined && !found.isFile() && !found.isDirectory()
}

/** The text of an existing output; undefined where there is none or it is a device. */
export function existingText(path: string): string | undefined {
  return statOf(path)?.isFile() ? readFileSync(path, 'utf8') : undefined
}

/** The last bytes of a file; none where it can't be read. */
export function lastBytes(path: string, count: number): Buffer {
  try {
    const file = openSync(path, 'r')
    try {
      const { size } = fstatSync(file)
      const bytes = Buffer.alloc(Math.min(count, size))
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, size - bytes.length))
    } finally {
      closeSync(file)
    }
  } catch {
    return Buffer.alloc(0)
  }
}
