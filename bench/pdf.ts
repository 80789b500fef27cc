/**
 * `npm run bench:pdf`: what the text layers that we write are worth, on the scans of fixtures:
 *
 *     document               SER: repair  pdftotext  Chromium  PDFium  pdf.js   IoU ≥ 0.7   size   pixels   qpdf
 *     ke-hoach-tuyen-quan           2.91       2.93      2.91    2.91    2.91      98.2 %   +4 %     same   clean
 *
 * SER is the syllable error rate of the repaired text, and of what is copied out of the new file by `pdftotext -raw` (without
 * it, it sorts blocks by its own idea of columns, as for any PDF), in Chromium's viewer by Ctrl+A and Ctrl+C, by the engine of
 * that viewer alone (PDFium), and by pdf.js (Firefox's). IoU is the overlap of a word's box with that of the printed word, both
 * as wide as the word and as high as its font's line; the printed one comes from the file that the scan was printed from. The
 * same is asked of what PDFium marks in a search for `tuyên truyền`.
 * Size is beside the file that holds only the pictures. Then speed, and memory over many pages. The scorer is looked for in
 * ../shared, or where PLAN_EXTRACT_SHARED says; pdftotext, qpdf and Chromium are used where they are installed.
 *
 * Fails where a figure is worse than its floor in bench/floors.json, as far as all documents are measured.
 *
 *     --only NAME     documents whose name holds NAME     --scans     read the pictures instead of the garbled layers
 *     --json          the figures as JSON
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { readSource } from '../fixtures/build/source.ts'
import type { Box } from '../src/document.ts'
import { repairedText } from '../src/emit/repaired.ts'
import { ingest } from '../src/ingest/ingest.ts'
import { packagePath } from '../src/package-root.ts'
import { copiedPages, pagesOfPdfjs, paintedPages } from '../src/pdf-layer/test-support.ts'
import { searchablePdf } from '../src/searchable-pdf.ts'
import { comparedWithFloors } from './floors.ts'
import { bestOverlap, boxesOf, onScan, skewOfSheet } from './pdf/boxes.ts'
import { markedBySearch, printedPlaces } from './pdf/search.ts'
import { measureSpeed } from './pdf/speed.ts'
import { ChromiumViewer } from './pdf/viewer.ts'

interface Measured {
  document: string
  /** Syllable error rates in percent: of the repaired text, and of what is copied out of the new file. */
  repaired: number
  pdftotext?: number
  chromium?: number
  pdfium: number
  pdfjs: number
  /** Share of printed words that are marked with an overlap of at least 0.7, in percent. */
  marked: number
  /** Places where the searched words are printed, and how many of them a search marks so. */
  places: number
  found: number
  /** Bytes more than the pictures alone, in percent. */
  growth: number
  samePixels: boolean
  sameBytes: boolean
  qpdf?: string
}

const ENOUGH = 0.7
const SEARCHED = 'tuyên truyền'
const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, scans: { type: 'boolean' }, json: { type: 'boolean' } },
})
const shared = process.env.PLAN_EXTRACT_SHARED ?? packagePath('../shared')
const scorer = join(shared, 'eval/text.mjs')
if (!existsSync(scorer)) {
  console.log(`nothing measured: there is no ${scorer}`)
  process.exit(0)
}
const { score } = (await import(pathToFileURL(scorer).href)) as {
  score(gold: string, candidate: string): { SER: number }
}

const fixtures = packagePath('fixtures')
const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'))
const kind = values.scans ? 'scan' : 'garbled'
const viewer = await ChromiumViewer.start()

async function measure(name: string): Promise<Measured> {
  const input = readFileSync(join(fixtures, `${name}.${kind}.pdf`))
  const gold = readFileSync(join(fixtures, `${name}.txt`), 'utf8')
  const options = { fileName: `${name}.pdf`, ocr: values.scans ? 'always' : 'auto' } as const
  const { bytes, document } = await searchablePdf(input, options)
  const again = values.scans ? { bytes } : await searchablePdf(input, options)
  const path = join(folder, 'layered.pdf')
  writeFileSync(path, bytes)
  const ser = (text: string): number => 100 * score(gold, text).SER
  const copied = spawnSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
  const checked = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
  const pictures = statSync(join(fixtures, `${name}.scan.pdf`)).size
  return {
    document: name,
    repaired: ser(repairedText(document, 'text').replaceAll(' | ', ' ')),
    ...(!copied.error && { pdftotext: ser(copied.stdout) }),
    ...(viewer && { chromium: ser(await viewer.copied(path)) }),
    pdfium: ser((await copiedPages(bytes)).join('\n')),
    pdfjs: ser((await pagesOfPdfjs(bytes)).join('\n')),
    ...(await marksOf(name, bytes)),
    growth: 100 * (bytes.length / pictures - 1),
    samePixels: (await paintedPages(bytes, 100)).join() === (await paintedPages(input, 100)).join(),
    sameBytes: Buffer.compare(bytes, again.bytes) === 0,
    ...(!checked.error && { qpdf: checked.status === 0 ? 'clean' : 'not clean' }),
  }
}

async function marksOf(
  name: string,
  layered: Uint8Array,
): Promise<Pick<Measured, 'marked' | 'places' | 'found'>> {
  const { layout } = readSource(join(fixtures, 'source', `${name}.yaml`))
  const printed = await ingest(join(fixtures, `${name}.pdf`), { ocr: 'never' })
  const layer = await ingest(layered, { ocr: 'never' })
  const searched = await markedBySearch(layered, SEARCHED)
  const words = { all: 0, marked: 0 }
  const hits = { all: 0, marked: 0 }
  for (const { number, width = 0, height = 0 } of printed.pages) {
    const skew = skewOfSheet(name, number, layout.scan.skew ?? 0)
    const count = (sum: typeof words, boxes: readonly Box[], marks: readonly Box[]): void => {
      for (const box of boxes) {
        sum.all++
        if (bestOverlap(onScan(box, skew, width, height), marks) >= ENOUGH) sum.marked++
      }
    }
    count(words, boxesOf(printed, number), boxesOf(layer, number))
    count(hits, printedPlaces(printed, number, SEARCHED), searched[number - 1]!)
  }
  return { marked: (100 * words.marked) / words.all, places: hits.all, found: hits.marked }
}

const results: Measured[] = []
for (const file of readdirSync(fixtures).filter(each => each.endsWith(`.${kind}.pdf`))) {
  const name = file.slice(0, -`.${kind}.pdf`.length)
  if (!name.includes(values.only)) continue
  const result = await measure(name)
  results.push(result)
  if (!values.json) console.log(rowOf(result))
}
rmSync(folder, { recursive: true })
await viewer?.close()
const speed = values.scans ? undefined : await measureSpeed()
if (values.json) console.log(JSON.stringify({ results, speed }, undefined, 2))
else {
  console.log(rowOf(meanOf(results)))
  if (speed)
    for (const { pages, fileMegabytes, megabytes, writing, fitting } of [speed.few, speed.many])
      console.log(
        `${pages} pages, ${fileMegabytes} MB: ${writing.toFixed(0)} pages a second of one core, set on their ink ${fitting.toFixed(0)}; largest memory ${megabytes} MB`,
      )
}

if (!values.only && !values.scans) {
  const mean = meanOf(results)
  const copies = [mean.pdftotext, mean.chromium, mean.pdfium, mean.pdfjs].flatMap(ser => ser ?? [])
  const figures = {
    'points of SER by which copies differ': Math.max(...copies.map(ser => Math.abs(ser - mean.repaired))),
    'words marked': mean.marked,
    'searched words marked': (100 * mean.found) / mean.places,
    growth: mean.growth,
    'largest growth': Math.max(...results.map(each => each.growth)),
    'files with other pixels, other bytes or faults': results.filter(
      each => !each.samePixels || !each.sameBytes || each.qpdf === 'not clean',
    ).length,
    ...(speed && {
      'pages a second': Math.min(speed.few.writing, speed.many.writing),
    }),
  }
  const floors = comparedWithFloors('pdf', figures)
  if (!values.json) console.log(`\n${floors.map(({ text }) => text).join('\n')}`)
  if (floors.some(({ held }) => !held)) process.exitCode = 1
}

function rowOf(each: Measured): string {
  const figure = (value: number | undefined): string =>
    (value === undefined ? '–' : value.toFixed(2)).padStart(7)
  return [
    each.document.padEnd(36),
    figure(each.repaired),
    figure(each.pdftotext),
    figure(each.chromium),
    figure(each.pdfium),
    figure(each.pdfjs),
    `${each.marked.toFixed(1)} %`.padStart(8),
    `${each.found} of ${each.places}`.padStart(8),
    `${each.growth < 0 ? '' : '+'}${each.growth.toFixed(1)} %`.padStart(8),
    each.samePixels ? 'same pixels' : 'OTHER PIXELS',
    each.sameBytes ? 'same bytes' : 'OTHER BYTES',
    each.qpdf ?? '–',
  ].join('  ')
}

function meanOf(all: readonly Measured[]): Measured {
  const mean = (of: (each: Measured) => number): number =>
    all.reduce((sum, each) => sum + of(each), 0) / all.length
  return {
    document: `mean of ${all.length}`,
    repaired: mean(each => each.repaired),
    ...(all.every(each => each.pdftotext !== undefined) && { pdftotext: mean(each => each.pdftotext!) }),
    ...(all.every(each => each.chromium !== undefined) && { chromium: mean(each => each.chromium!) }),
    pdfium: mean(each => each.pdfium),
    pdfjs: mean(each => each.pdfjs),
    marked: mean(each => each.marked),
    places: all.reduce((sum, each) => sum + each.places, 0),
    found: all.reduce((sum, each) => sum + each.found, 0),
    growth: mean(each => each.growth),
    samePixels: all.every(each => each.samePixels),
    sameBytes: all.every(each => each.sameBytes),
    qpdf: all.every(each => each.qpdf === 'clean') ? 'clean' : 'not all clean',
  }
}
