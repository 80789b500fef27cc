import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packagePath } from '../../src/package-root.ts'

/** Where the reference documents and their scorers lie. */
export const shared = process.env.PLAN_EXTRACT_SHARED ?? packagePath('../shared')

/** Error rates of a text against its gold text, as shares; `errors` are pairs of what is printed and what was given. */
export interface TextScore {
  SER: number
  TER: number
  CER: number
  SERtokens: number
  errors: Array<[string | null, string | null]>
}

export interface Scorer {
  score(gold: string, candidate: string): TextScore
  align(a: string[], b: string[]): { pairs: Array<[string | null, string | null]> }
  tokens(text: string, strict?: boolean): string[]
}

/** The scorer beside the package; undefined where it is absent. */
export async function loadScorer(): Promise<Scorer | undefined> {
  const file = join(shared, 'eval/text.mjs')
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as Scorer) : undefined
}
