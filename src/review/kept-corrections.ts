import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { correctionsBeside, correctionsTarget } from '../corrections/beside.ts'
import { correctionsText } from '../corrections/file.ts'
import { type Correction, CorrectionsSchema } from '../corrections/schema.ts'

/** The corrections of a document as their file has them. */
export interface KeptCorrections {
  corrections: Correction[]
  /** Of the file's bytes, whoever wrote them: an entity tag. */
  version: string
}

/** Errors: E_CORRECTIONS. */
export function readKept(document: string): KeptCorrections {
  const corrections = correctionsBeside(document)?.corrections ?? []
  return { corrections, version: versionOf(correctionsTarget(document)) }
}

/**
 * Writes the corrections where they were made over what the file holds now.
 *
 * @param over the version over which they were made
 * @param write writes a file whole or not at all
 * @returns false where the file holds another version: nothing is written
 * @throws PlanExtractError E_CORRECTIONS where the file is broken: it is left alone; E_WRITE
 * @throws ZodError where they are no corrections
 */
export function writeKept(
  document: string,
  corrections: unknown,
  over: string | undefined,
  write: (path: string, text: string) => void,
): boolean {
  const whole = CorrectionsSchema.parse({ document: basename(document), corrections })
  if (readKept(document).version !== over) return false
  const path = correctionsTarget(document)
  if (whole.corrections.length > 0) write(path, correctionsText(whole))
  else rmSync(path, { force: true })
  return true
}

function versionOf(path: string): string {
  if (!existsSync(path)) return '"none"'
  return `"${createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 32)}"`
}
