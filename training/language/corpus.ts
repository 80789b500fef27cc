import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The four bodies of text, the nearest to plans first. */
export const DOMAINS = ['admin', 'law', 'news', 'wiki'] as const
export type Domain = (typeof DOMAINS)[number]

/** Intermediate files of training; git-ignored, safe to delete. */
export const WORK = new URL('../work/', import.meta.url)

/** A file among the intermediate ones, as a path. */
export function workFile(name: string): string {
  return fileURLToPath(new URL(name, WORK))
}

/** Paragraphs of this kind are never trained on: perplexity, channels and confidence are measured with them. */
export function isHeldOut(paragraph: number): boolean {
  return paragraph % 50 === 7
}

/** Paragraphs of one domain in order, decompressed as they are read. Throws if the corpus is not beside the package. */
export async function* paragraphs(domain: Domain): AsyncGenerator<string> {
  const file = fileURLToPath(new URL(`../../../shared/corpus/${domain}.txt.xz`, import.meta.url))
  if (!existsSync(file)) throw new Error(`no corpus at ${file}: training needs ../shared beside the package`)
  const xz = spawn('xz', ['-dc', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: xz.stdout, crlfDelay: Number.POSITIVE_INFINITY }))
    yield line
}
