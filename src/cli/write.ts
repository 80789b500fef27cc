import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unwritable, writeAll } from '../jobs/written.ts'
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
  const { temporary, finish } = reserveWhole(path)
  const file = writeOrFail(path, () => {
    mkdirSync(dirname(path), { recursive: true })
    return openSync(temporary, 'wx')
  })
  return {
    write: text =>
      writeOrFail(path, () => writeAll(file, typeof text === 'string' ? Buffer.from(text) : text)),
    finish: () => {
      writeOrFail(path, () => closeSync(file))
      finish()
    },
  }
}

export interface ReservedFile {
  /** Where the file is written until it is finished. */
  temporary: string
  /** Puts it in the place of the file. Errors: E_WRITE. */
  finish(): void
  /** Takes away what of it is there. */
  drop(): void
}

/** A place for a file that another writes, folder and all, and that appears when it is finished. */
export function reserveWhole(path: string): ReservedFile {
  if (isDevice(path)) return { temporary: path, finish() {}, drop() {} }
  const temporary = join(dirname(path), `.plan-extract-${process.pid}-${counter++}.tmp`)
  if (unfinished.size === 0) process.once('exit', removeUnfinished)
  unfinished.add(temporary)
  const settled = (): void => {
    unfinished.delete(temporary)
    if (unfinished.size === 0) process.off('exit', removeUnfinished)
  }
  return {
    temporary,
    finish: () => {
      writeOrFail(path, () => renameSync(temporary, path))
      settled()
    },
    drop: () => {
      remove(temporary)
      settled()
    },
  }
}

/** Takes away what an interrupted or failed run left beside its outputs. */
function removeUnfinished(): void {
  for (const path of unfinished) remove(path)
  unfinished.clear()
}

/** Where it can't even be there (its folder is a file), nothing is left to take away. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {}
}

function writeOrFail<Result>(path: string, action: () => Result): Result {
  try {
    return action()
  } catch (cause) {
    removeUnfinished()
    throw unwritable(path, cause)
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
