import { basename } from 'node:path'
import type { Generator } from '../../schemas/plan.ts'
import { PlanExtractError } from '../errors.ts'
import { say } from '../said.ts'
import type { Sink } from './batch.ts'
import { writeOut } from './standard-output.ts'
import { existingText, openWhole, writeWhole } from './write.ts'

/** Results one after the other on stdout; `start` stands before the first, `between` before each. */
export function standardOutput(start = '', between = ''): Sink {
  let first = true
  return {
    wants: async () => true,
    async write(_path, { text }) {
      await writeOut(`${first ? start : ''}${between}${text}`)
      first = false
      return {}
    },
    finish: async () => {
      if (first) await writeOut(start)
    },
  }
}

/** Results one after the other in one file, which appears when the last is written. */
export function oneFile(path: string, rules: { force: boolean }, start = '', between = ''): Sink {
  if (!rules.force && existingText(path)) throw exists(path)
  const writer = openWhole(path)
  writer.write(start)
  return {
    wants: async () => true,
    async write(_path, { text }) {
      writer.write(`${between}${text}`)
      return { output: path }
    },
    finish: async () => writer.finish(),
  }
}

export interface OverwriteRules {
  /** Overwrite whatever is there. */
  force: boolean
  /** With `--resume`: outputs made by what it gives are left as they are; others of the same file name are made anew. */
  resume?: ((path: string) => Generator) | undefined
}

/** One file per result. */
export function filePerResult(target: (path: string) => string, rules: OverwriteRules, start = ''): Sink {
  return {
    async wants(path, sha256) {
      const existing = existingText(target(path))
      if (!existing || (rules.force && !rules.resume)) return true
      const made = await provenance(existing, target(path))
      if (!made) return true // what it holds is compared when the result is there
      const sameBytes = made.sha256 === (await sha256())
      const sameFile = made.file === basename(path)
      if (rules.resume && sameBytes && sameGenerator(made.generator, rules.resume(path))) return false
      if (rules.force || sameBytes || (rules.resume && sameFile)) return true
      throw exists(target(path))
    },
    async write(path, { text, sha256 }) {
      const file = target(path)
      const whole = start + text
      const existing = rules.force ? undefined : existingText(file)
      if (existing && existing !== whole) {
        const made = await provenance(existing, file)
        const same = made && (made.sha256 === sha256 || (rules.resume && made.file === basename(path)))
        if (!same) throw exists(file)
      }
      writeWhole(file, whole)
      return { output: file }
    },
    finish: async () => {},
  }
}

function exists(path: string): PlanExtractError {
  return new PlanExtractError('E_EXISTS', say('{path} exists and is of a different document', { path }), {
    hint: say('Give another output, or --force to overwrite it.'),
  })
}

interface Provenance {
  file: unknown
  sha256: unknown
  generator: Partial<Generator> | undefined
}

/** What a plan or a repaired document written earlier says of its source; undefined for any other text. */
async function provenance(text: string, name: string): Promise<Provenance | undefined> {
  const { recordsOf } = await import('../validate/plan-file.ts')
  try {
    const record = recordsOf(text, name)[0]?.value as
      | { source?: { file?: unknown; sha256?: unknown }; generator?: Partial<Generator> }
      | undefined
    const { source } = record ?? {}
    return source && { file: source.file, sha256: source.sha256, generator: record?.generator }
  } catch {
    return undefined
  }
}

function sameGenerator(a: Partial<Generator> | undefined, b: Generator): boolean {
  return a?.name === b.name && a.version === b.version && a.options === b.options
}
