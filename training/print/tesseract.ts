import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { packagePath } from '../../src/package-root.ts'
import { run } from './process.ts'

/** Which model reads: a Vietnamese page read with `eng` is what old archives are full of. */
export type Model = 'eng' | 'vie'

/** A word as read, its box in pixels. */
export interface ReadWord {
  text: string
  x0: number
  y0: number
  x1: number
  y1: number
  /** Number of the line in the engine's own order. */
  line: number
  /** The block and paragraph that the engine put the line in. */
  paragraph: string
}

/** Where the unpacked models lie. */
export const modelFolder = packagePath('training/work/tessdata')

/** Unpacks the integer "best" model of the npm package beside the training data, where the installed program finds it. */
export async function unpackModel(model: Model): Promise<string> {
  const target = join(modelFolder, `${model}.traineddata`)
  if (!existsSync(target)) {
    const home = dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${model}/package.json`))
    const packed = await readFile(join(home, '4.0.0_best_int', `${model}.traineddata.gz`))
    await mkdir(modelFolder, { recursive: true })
    await writeFile(target, gunzipSync(packed))
  }
  return modelFolder
}

/** Reads a picture (PNG) with the installed tesseract, one thread. Words come in the engine's reading order. */
export async function readWords(png: Uint8Array, dpi: number, model: Model): Promise<ReadWord[]> {
  const tsv = await run(
    'tesseract',
    [
      '-',
      '-',
      ...['--tessdata-dir', modelFolder, '-l', model, '--dpi', String(dpi), '--psm', '3'],
      ...['-c', 'tessedit_create_tsv=1', '-c', 'tessedit_create_txt=0'],
    ],
    { input: png, env: { OMP_THREAD_LIMIT: '1' } },
  )
  return parseTsv(tsv.toString())
}

/** `level page block par line word left top width height conf text`, one word a line of level 5. */
export function parseTsv(tsv: string): ReadWord[] {
  const words: ReadWord[] = []
  let line = 0
  let previous = ''
  for (const row of tsv.split('\n')) {
    const f = row.split('\t')
    const text = f[11]?.trim()
    if (f[0] !== '5' || !text) continue
    const place = `${f[2]}.${f[3]}.${f[4]}`
    if (place !== previous) line++
    previous = place
    const [x, y, w, h] = f.slice(6, 10).map(Number) as [number, number, number, number]
    words.push({ text, x0: x, y0: y, x1: x + w, y1: y + h, line, paragraph: `${f[2]}.${f[3]}` })
  }
  return words
}
