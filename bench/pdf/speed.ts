import { spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { SourceDocument } from '../../src/document.ts'
import { extract } from '../../src/extract.ts'
import { FileSource } from '../../src/ingest/byte-source.ts'
import { packagePath } from '../../src/package-root.ts'
import { layeredPdf, openForLayer } from '../../src/pdf-layer/layered.ts'
import { PagePictures } from '../../src/pdf-layer/page-pictures.ts'

export interface Run {
  pages: number
  fileMegabytes: number
  /** Most memory that the process held at any moment. */
  megabytes: number
  /** Pages a second of one core: text layers written alone, and with a look at the ink of each page. */
  writing: number
  fitting: number
}

const FIXTURE = 'ke-hoach-chuyen-doi-so.garbled.pdf'

/** The pages of a fixture over and over, read once. Each run has a process of its own. */
export async function measureSpeed(): Promise<{ few: Run; many: Run }> {
  return { few: await runOf(30), many: await runOf(300) }
}

async function runOf(pages: number): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-speed-'))
  const path = join(folder, 'long.pdf')
  writeFileSync(path, await repeated(readFileSync(packagePath(`fixtures/${FIXTURE}`)), pages))
  const child = ['--import', 'tsx', import.meta.filename, path, String(pages)]
  const { stdout, stderr, status } = spawnSync(process.execPath, child, { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** Every page has a picture of its own. */
async function repeated(source: Uint8Array, pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  while (pdf.getPageCount() < pages) {
    const from = await PDFDocument.load(source)
    for (const page of await pdf.copyPages(from, from.getPageIndices()))
      if (pdf.getPageCount() < pages) pdf.addPage(page)
  }
  return await pdf.save()
}

async function run(path: string, pages: number): Promise<Run> {
  const { plan, document } = await extract(packagePath(`fixtures/${FIXTURE}`), { ocr: 'never' })
  const long: SourceDocument = { ...document, source: { ...document.source, pages }, pages: [] }
  while (long.pages.length < pages)
    long.pages.push({
      ...document.pages[long.pages.length % document.pages.length]!,
      number: long.pages.length + 1,
    })
  const file = new FileSource(path)
  const write = async (picture?: PagePictures['gray']): Promise<number> => {
    const before = process.cpuUsage()
    const options = { made: '', ...(picture && { picture }) }
    const { parts } = await layeredPdf(await openForLayer(file), long, plan, options)
    const output = openSync(`${path}.out`, 'w')
    for (const piece of parts.pieces()) writeSync(output, piece)
    closeSync(output)
    const { user, system } = process.cpuUsage(before)
    return (1e6 * pages) / (user + system)
  }
  const shown = new PagePictures(file)
  const fitting = await write(number => shown.gray(number))
  shown.close()
  return {
    pages,
    fileMegabytes: Math.round(statSync(path).size / 1e6),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    fitting,
    writing: await write(),
  }
}

if (process.argv[1] === import.meta.filename)
  process.stdout.write(JSON.stringify(await run(process.argv[2]!, Number(process.argv[3]))))
