import { closeSync, type Dirent, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { PlanExtractError } from '../errors.ts'
import { mediaTypeOf } from '../ingest/media-type.ts'
import { MARK } from '../report/mark.ts'
import { type Said, say } from '../said.ts'
import { statOf } from './outputs.ts'

/** A file to read (`-` is standard input), or an argument that leads to none. */
export type InputFile = { path: string; error?: undefined } | { path: string; error: PlanExtractError }

export interface Inputs {
  files: InputFile[]
  /** Several documents were asked for: more than one argument, a folder or a pattern. */
  several: boolean
  /** Deepest folder that holds all arguments; outputs keep their place below it. */
  base: string
}

/** Decides which files of a folder are meant. */
export type Wanted = (path: string) => boolean

/** What `repair` wrote beside its inputs is no input of the next run. */
const OWN_ENDINGS = ['.repaired.txt', '.suspects.txt']
const DOCUMENT_ENDINGS = ['.pdf', '.png', '.jpg', '.jpeg', '.tif', '.tiff', '.webp', '.bmp', '.txt']

/** A file with the ending of a document, or one whose first bytes show a PDF or a picture whatever its name. */
export function isDocument(path: string): boolean {
  const name = basename(path).toLowerCase()
  if (OWN_ENDINGS.some(ending => name.endsWith(ending))) return false
  if (DOCUMENT_ENDINGS.some(ending => name.endsWith(ending))) return true
  const type = mediaTypeOf(head(path))
  return type !== undefined && type !== 'text/plain'
}

/**
 * Arguments to files, in the order of the arguments, within a folder by name in code-point order; hidden files and
 * folders are passed over, and a file that was named twice is taken once.
 */
export async function expandInputs(args: readonly string[], wanted: Wanted): Promise<Inputs> {
  const files: InputFile[] = []
  const roots: string[] = []
  let several = args.length > 1
  for (const arg of args) {
    const found = arg === '-' ? undefined : statOf(arg)
    if (arg === '-' || (found && !found.isDirectory())) {
      files.push({ path: arg })
      if (arg !== '-') roots.push(dirname(arg))
    } else if (found) {
      several = true
      roots.push(arg)
      for (const path of walk(arg, new Set())) {
        const below = statOf(path)
        if (below?.isDirectory()) files.push(closed(path))
        else if (wanted(path)) files.push(below ? { path } : missing(path, say('the link leads to no file')))
      }
    } else if (isPattern(arg)) {
      several = true
      const paths = await matches(arg)
      roots.push(...(paths.length > 0 ? [staticPart(arg)] : []))
      if (paths.length === 0) files.push(missing(arg, say('no file matches the pattern')))
      for (const path of paths) if (wanted(path)) files.push({ path })
    } else
      files.push(
        isClosed(arg) ? closed(dirname(arg)) : missing(arg, say('the file or folder does not exist')),
      )
  }
  return { files: once(files), several, base: commonFolder(roots) }
}

/** Something may be there, but the folder that it is in may not be entered. */
function isClosed(path: string): boolean {
  try {
    statSync(path)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES'
  }
}

function missing(path: string, message: Said): InputFile {
  return {
    path,
    error: new PlanExtractError('E_NOT_FOUND', message, { hint: say('Check the name and the folder.') }),
  }
}

function closed(path: string): InputFile {
  return {
    path,
    error: new PlanExtractError('E_UNREADABLE', say('the folder cannot be read'), {
      hint: say('Check its permissions.'),
    }),
  }
}

/** Files, links that lead to none (a document is missing there), and folders that may not be read. Pipes and devices are no documents. */
function* walk(folder: string, above: Set<string>): Generator<string> {
  const real = realpathSync(folder)
  if (above.has(real)) return // a link to a folder above it
  if (statOf(join(folder, MARK))) return // a page of a report and its pictures
  const entries = entriesOf(folder)
  if (!entries) yield folder
  for (const entry of entries ?? []) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    const kind = entry.isSymbolicLink() ? statOf(path) : entry
    if (kind?.isDirectory()) yield* walk(path, new Set([...above, real]))
    else if (!kind || kind.isFile()) yield path
  }
}

/** By name; undefined where the folder may not be read. */
function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodePoint(a.name, b.name))
  } catch {
    return undefined
  }
}

/** UTF-8 sorts by code point, UTF-16 does not. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

function isPattern(arg: string): boolean {
  return /[*?[{]/.test(arg)
}

async function matches(pattern: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const paths = await glob(pattern, { expandDirectories: false, absolute: pattern.startsWith('/') })
  return paths.sort(byCodePoint)
}

/** The folders of a pattern before its first special character. */
function staticPart(pattern: string): string {
  const parts = pattern.split('/')
  const special = parts.findIndex(isPattern)
  return parts.slice(0, special).join('/') || (pattern.startsWith('/') ? '/' : '.')
}

function once(files: InputFile[]): InputFile[] {
  const seen = new Set<string>()
  return files.filter(({ path, error }) => {
    const key = error || path === '-' ? path : realpathSync(path)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function commonFolder(folders: readonly string[]): string {
  const [first, ...others] = folders.map(folder => resolve(folder).split(sep))
  if (!first) return process.cwd()
  let length = first.length
  for (const other of others) {
    let same = 0
    while (same < length && other[same] === first[same]) same++
    length = same
  }
  return first.slice(0, length).join(sep) || sep
}

/** The first bytes of a file; none where it can't be read. */
function head(path: string): Uint8Array {
  const bytes = new Uint8Array(1024)
  try {
    const file = openSync(path, 'r')
    try {
      return bytes.subarray(0, readSync(file, bytes))
    } finally {
      closeSync(file)
    }
  } catch {
    return bytes.subarray(0, 0)
  }
}
