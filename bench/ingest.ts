/**
 * `npm run bench:ingest`: how right and how fast pages are read, beside the programs that people use today:
 *
 *     document                 way            SER %   TER %   pages/s
 *     ke-hoach-chuyen-doi-so   layer           0.00    0.00      9.10
 *                              pdftotext      10.40   12.10     95.00
 *     ke-hoach-chuyen-doi-so   scan            1.93    1.96      0.41
 *                              tesseract       6.40    7.30      0.45
 *
 * Figures are of the text as ingest gives it, before repair, against the text in reading order. `pdftotext` (poppler)
 * and `tesseract -l vie` at 200 dpi are measured where they are installed. The scorer is looked for in ../shared, or
 * where PLAN_EXTRACT_SHARED says.
 *
 * Then, in the files of bench/ingest/: how `--ocr auto` chooses where a scan has a garbled layer, cells of tables that
 * are right, pages a second over a folder of text layers, pages a minute over scans beside OCRmyPDF too, photographs.
 *
 *     --only NAME     documents whose name holds NAME     --engine tesseract     with the installed program
 *     --part accuracy|choice|cells|speed|ocr|photo          one of the measurements alone
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { lineText } from '../src/document.ts'
import { closeEngines, ingest } from '../src/ingest/ingest.ts'
import type { EngineName } from '../src/ingest/options.ts'
import { packagePath } from '../src/package-root.ts'
import { measureCells } from './ingest/cells.ts'
import { measureChoice } from './ingest/choice.ts'
import { loadScorer, percent, row, run, shared } from './ingest/common.ts'
import { measureOcrSpeed } from './ingest/ocr-speed.ts'
import { measurePhotos } from './ingest/photo.ts'
import { measureSpeed } from './ingest/speed.ts'

interface Case {
  pdf: string
  gold: string
  way: 'layer' | 'scan'
}

interface Reading {
  way: string
  text: string
  seconds: number
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    engine: { type: 'string', default: 'tesseract.js' },
    part: { type: 'string' },
  },
})
const engine = values.engine as EngineName

function casesIn(folder: string, pdfEnding: string, goldEnding: string, way: Case['way']): Case[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => name.endsWith(goldEnding))
    .map(name => name.slice(0, -goldEnding.length))
    .map(name => ({ pdf: join(folder, name + pdfEnding), gold: join(folder, name + goldEnding), way }))
    .filter(({ pdf }) => existsSync(pdf) && basename(pdf).includes(values.only))
}

async function ours(item: Case): Promise<Reading & { pages: number }> {
  const started = performance.now()
  const { pages } = await ingest(item.pdf, {
    ocr: item.way === 'scan' ? 'always' : 'never',
    engine,
  })
  const seconds = (performance.now() - started) / 1000
  const kept = pages.map(page =>
    page.lines
      .filter(line => line.region !== 'caption')
      .map(lineText)
      .join('\n'),
  )
  return { way: item.way, text: kept.join('\n\f'), seconds, pages: pages.length }
}

/** What the usual program makes of it; undefined where it is not installed. */
function theirs(item: Case): Reading | undefined {
  const started = performance.now()
  const text = item.way === 'layer' ? run('pdftotext', [item.pdf, '-']) : tesseract(item.pdf)
  if (text === undefined) return undefined
  const seconds = (performance.now() - started) / 1000
  return { way: item.way === 'layer' ? 'pdftotext' : 'tesseract', text, seconds }
}

function tesseract(pdf: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    if (run('pdftoppm', ['-r', '200', '-gray', pdf, join(folder, 'page')]) === undefined) return undefined
    const pages = readdirSync(folder).sort()
    const texts = pages.map(page => run('tesseract', [join(folder, page), '-', '-l', 'vie']))
    return texts.every(text => text !== undefined) ? texts.join('\n\f') : undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measureAccuracy(): Promise<void> {
  const score = await loadScorer()
  row('document', 'way', 'SER %', 'TER %', 'pages/s')
  const cases = [
    ...casesIn(packagePath('fixtures'), '.pdf', '.txt', 'layer').filter(
      ({ pdf }) => !/\.ocr\.pdf$/.test(pdf),
    ),
    ...casesIn(packagePath('fixtures'), '.scan.pdf', '.txt', 'scan'),
    ...casesIn(join(shared, 'real'), '.pdf', '.gold.txt', 'scan'),
  ]
  for (const item of cases) {
    const gold = readFileSync(item.gold, 'utf8')
    const own = await ours(item)
    for (const reading of [own, theirs(item)]) {
      if (!reading) continue
      const { SER, TER } = score(gold, reading.text)
      const name = reading === own ? basename(item.pdf, '.pdf') : ''
      row(name, reading.way, percent(SER), percent(TER), (own.pages / reading.seconds).toFixed(2))
    }
  }
}

const scorer = join(shared, 'eval', 'text.mjs')
if (!existsSync(scorer)) {
  console.error(`no scorer at ${scorer}: nothing to measure with`)
  process.exit(0)
}
const parts: Record<string, () => Promise<void>> = {
  accuracy: measureAccuracy,
  choice: () => measureChoice(values.only, engine),
  cells: () => measureCells(values.only, engine),
  speed: () => measureSpeed(values.only),
  ocr: () => measureOcrSpeed(values.only),
  photo: () => measurePhotos(values.only, engine),
}
for (const [part, measure] of Object.entries(parts))
  if (!values.part || values.part === part) {
    await measure()
    console.log()
  }
await closeEngines()
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
