import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Input } from '../document.ts'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'
import { parseCorrections } from './file.ts'
import type { Corrections } from './schema.ts'

export const CORRECTIONS_ENDING = '.corrections.yaml'
/** A hundred thousand corrections are smaller. */
const MAX_BYTES = 20_000_000

/** Where the corrections of a document go: `118-KH.pdf` has them in `118-KH.corrections.yaml`. */
export function correctionsPath(document: string): string {
  const name = basename(document)
  return join(dirname(document), `${basename(name, extname(name))}${CORRECTIONS_ENDING}`)
}

/** Those given; else those that lie beside the input, if it is a path. Errors: E_CORRECTIONS. */
export function correctionsFor(input: Input, given?: Corrections | false): Corrections | undefined {
  if (given !== undefined) return given || undefined
  return typeof input === 'string' ? correctionsBeside(input) : undefined
}

/**
 * The corrections that lie beside a document, in `NAME.corrections.yaml` or, where documents share a name,
 * `NAME.pdf.corrections.yaml`; undefined where there are none. A file that names another document of the folder is not
 * for this one; one that names none that is there is, since people rename both.
 *
 * @throws PlanExtractError E_CORRECTIONS
 */
export function correctionsBeside(document: string): Corrections | undefined {
  const own = `${document}${CORRECTIONS_ENDING}`
  if (existsSync(own)) return readCorrections(own)
  const path = correctionsPath(document)
  if (!existsSync(path)) return undefined
  const corrections = readCorrections(path)
  const isOfOther =
    corrections.document !== basename(document) && existsSync(join(dirname(document), corrections.document))
  return isOfOther ? undefined : corrections
}

/**
 * Where a person's corrections of a document are to be written: where `correctionsBeside` finds them, and in a file that
 * is of this document alone, also where another of the same name, `118-KH.txt` beside `118-KH.pdf`, has none yet.
 */
export function correctionsTarget(document: string): string {
  const own = `${document}${CORRECTIONS_ENDING}`
  const path = correctionsPath(document)
  if (existsSync(own)) return own
  if (existsSync(path)) return correctionsBeside(document) === undefined ? own : path
  return sharesName(document) ? own : path
}

/** True where the folder has another file that differs in its ending only and may be a document. */
function sharesName(document: string): boolean {
  const name = basename(document)
  const stem = basename(name, extname(name))
  return filesOf(dirname(document)).some(
    other => other !== name && basename(other, extname(other)) === stem && DOCUMENT.test(other),
  )
}

const DOCUMENT = /\.(?:pdf|png|jpe?g|tiff?|webp|bmp|txt)$/i

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // a folder that may not be listed
  }
}

/** @throws PlanExtractError E_CORRECTIONS */
export function readCorrections(path: string): Corrections {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown reason'
    throw new PlanExtractError('E_CORRECTIONS', say('{path} cannot be read ({code})', { path, code }), {
      hint: say('Check its permissions, or give --no-corrections.'),
      cause,
    })
  }
  if (bytes.length > MAX_BYTES)
    throw new PlanExtractError(
      'E_CORRECTIONS',
      say('{path} is larger than {most} bytes', { path, most: MAX_BYTES }),
      {
        hint: say('It is no file of corrections.'),
      },
    )
  return parseCorrections(bytes.toString('utf8'))
}
