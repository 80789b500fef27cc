import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { SourceDocument } from '../../src/document.ts'
import { extract } from '../../src/extract.ts'
import { packagePath } from '../../src/package-root.ts'
import { layeredPdf, openForLayer } from '../../src/pdf-layer/layered.ts'

export interface Speed {
  pagesPerSecond: number
  few: Run
  many: Run
}

interface Run {
  pages: number
  fileMegabytes: number
  /** Most memory that the process held at any moment. */
  megabytes: number
  seconds: number
}

const FIXTURE = 'ke-hoach-chuyen-doi-so.garbled.pdf'

/** Writing alone: the pages of a fixture over and over, read once. Each run has a process of its own. */
export function measureSpeed(): Speed {
  const [few, many] = [30, 300].map(runOf) as [Run, Run]
  return { pagesPerSecond: many.pages / many.seconds, few, many }
}

function runOf(pages: number): Run {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', import.meta.filename, String(pages)],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

async function run(pages: number): Promise<Run> {
  const source = readFileSync(packagePath(`fixtures/${FIXTURE}`))
  const { plan, document } = await extract(source, { ocr: 'never' })
  const { file, long } = await repeated(source, document, pages)
  const started = performance.now()
  await layeredPdf(await openForLayer(file), long, plan, { made: '' })
  const seconds = (performance.now() - started) / 1000
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  return { pages, fileMegabytes: Math.round(file.length / 1e6), megabytes, seconds }
}

async function repeated(
  source: Uint8Array,
  document: SourceDocument,
  pages: number,
): Promise<{ file: Uint8Array; long: SourceDocument }> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const long: SourceDocument = { ...document, source: { ...document.source, pages }, pages: [] }
  while (long.pages.length < pages) {
    // Loaded anew each time, so that every page has a picture of its own.
    const copied = await pdf.copyPages(
      await PDFDocument.load(source),
      document.pages.map((_, index) => index),
    )
    for (const [index, page] of copied.entries()) {
      if (long.pages.length === pages) break
      pdf.addPage(page)
      long.pages.push({ ...document.pages[index]!, number: long.pages.length + 1 })
    }
  }
  return { file: await pdf.save(), long }
}

if (process.argv[1] === import.meta.filename)
  process.stdout.write(JSON.stringify(await run(Number(process.argv[2]))))
