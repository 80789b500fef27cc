import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { packagePath } from '../../src/package-root.ts'

/** Training sees every paragraph but those of this residue, which only development sets see. */
const HELD_OUT = { every: 50, residue: 7 }

export type Split = 'train' | 'dev'

/** Folder of the corpus: `NAME.txt.xz`, a paragraph a line. */
const folder = packagePath('../shared/corpus')

/**
 * Paragraphs of one corpus file that can be printed as they are: Vietnamese letters and common punctuation only.
 * @param stride keeps one paragraph of so many, to save memory on large files.
 */
export async function printableParagraphs(name: string, split: Split, stride = 1): Promise<string[]> {
  const path = `${folder}/${name}.txt.xz`
  if (!existsSync(path)) throw new Error(`the corpus is not there: ${path}`)
  const child = spawn('xz', ['-dc', path])
  const paragraphs: string[] = []
  let index = 0
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
    const heldOut = index % HELD_OUT.every === HELD_OUT.residue
    const kept = Math.floor(index / HELD_OUT.every) % stride === 0
    if (kept && heldOut === (split === 'dev') && printable(line)) paragraphs.push(line.trim())
    index++
  }
  return paragraphs
}

const LETTERS = /^[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ0-9 .,;:!?()/%+\-–—“”"'’‘*@&=°_…]+$/

function printable(line: string): boolean {
  if (line.length < 12 || line.length > 1500 || !LETTERS.test(line)) return false
  // Rows of figures and lists of codes are no prose; the page is to be read like a plan.
  const letters = line.replace(/[^\p{L}]/gu, '').length
  return letters > line.length * 0.6 && !line.includes('....') && !line.includes('____')
}
