import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { packagePath } from '../src/package-root.ts'
import { printHtml } from './print/browser.ts'
import { printableParagraphs, type Split } from './print/corpus.ts'
import { type Fonts, layOut, SHEET_HEAD } from './print/layout.ts'
import { pairLines } from './print/pair.ts'
import { degrade, encodePng, rasterise, type ScanSettings } from './print/picture.ts'
import { type PrintedPage, printedPages } from './print/printed.ts'
import { Random } from './print/random.ts'
import { type Model, readWords, unpackModel } from './print/tesseract.ts'

/**
 * Makes training pairs for an OCR channel by really printing corpus text, degrading the pages and reading them:
 *
 *     npm run simulate -- --model eng --set train --pages 900
 *
 * appends to `training/work/pairs/eng.train.tsv`, a line each:
 *
 *     printed line ⇥ read line ⇥ page and its settings
 *
 * until that many pages are there (`--fonts serif`: in other faces, to `eng.train.serif.tsv`). The same arguments give the same file; a run that was stopped goes on where it
 * was. Development sets are made from paragraphs that no training set sees.
 */
const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'eng' },
    set: { type: 'string', default: 'train' },
    fonts: { type: 'string', default: 'times' },
    pages: { type: 'string', default: '60' },
    processes: { type: 'string', default: '2' },
  },
})
const model = values.model as Model
const split = values.set as Split
const fonts = values.fonts as Fonts
const wanted = Number(values.pages)
const processes = Number(values.processes)

const CHARACTERS_A_DOCUMENT = 6500
const DOCUMENTS_A_SHEET = 8

const folder = packagePath('training/work/pairs')
const name = fonts === 'times' ? `${model}.${split}` : `${model}.${split}.${fonts}`
const output = `${folder}/${name}.tsv`
/** Head of the seed of every random choice. */
const seed = fonts === 'times' ? split : `${split}/${fonts}`

await mkdir(folder, { recursive: true })
await unpackModel(model)
const corpora = {
  admin: await printableParagraphs('admin', split),
  law: await printableParagraphs('law', split, split === 'dev' ? 1 : 5),
}

let { sheet: doneSheet, page: donePage, count } = await resume()
for (let sheet = doneSheet; count < wanted; sheet++) {
  const pdf = `${folder}/sheet-${name}.pdf`
  await printHtml(sheetHtml(sheet), pdf)
  const pages = await printedPages(pdf)
  let next = sheet === doneSheet ? donePage + 1 : 1
  while (next <= pages.length && count < wanted) {
    const batch = Array.from({ length: Math.min(processes, pages.length - next + 1) }, (_, i) => next + i)
    const texts = await Promise.all(batch.map(page => readPage(pdf, pages[page - 1]!, sheet, page)))
    // Appended in order, so that the file does not depend on which page was ready first.
    for (const text of texts) {
      if (count >= wanted) break
      await appendFile(output, text)
      count++
    }
    next += batch.length
    process.stderr.write(`\r${name}: ${count}/${wanted} pages`)
  }
}
process.stderr.write('\n')

/** Documents printed in one run of the browser. */
function sheetHtml(sheet: number): string {
  const random = new Random(`${seed}/sheet/${sheet}`)
  const documents = Array.from({ length: DOCUMENTS_A_SHEET }, () =>
    layOut(paragraphsFor(random), random, fonts),
  )
  return `${SHEET_HEAD}${documents.join('\n')}</body></html>`
}

/** Runs of neighbouring paragraphs, two thirds from administration. */
function paragraphsFor(random: Random): string[] {
  const chosen: string[] = []
  let characters = 0
  while (characters < CHARACTERS_A_DOCUMENT) {
    const corpus = random.chance(0.67) ? corpora.admin : corpora.law
    const start = random.int(0, corpus.length - 12)
    for (const paragraph of corpus.slice(start, start + random.int(4, 12))) {
      chosen.push(paragraph)
      characters += paragraph.length
    }
  }
  return chosen
}

/** Degrades and reads one page; a page that cannot be paired gives one comment line, so that it counts as done. */
async function readPage(pdf: string, printed: PrintedPage, sheet: number, page: number): Promise<string> {
  const random = new Random(`${seed}/sheet/${sheet}/page/${page}`)
  const settings = scanSettings(random)
  const picture = await degrade(await rasterise(pdf, page, settings.dpi), settings, random)
  const read = await readWords(await encodePng(picture, settings.dpi), settings.dpi, model)
  const id = `${sheet}.${page} ${describe(settings)}`
  const pairs = pairLines(printed, read, settings)
  if (!pairs) return `\t\t${id} unpaired\n`
  return pairs.map(pair => `${pair.printed}\t${pair.read.replaceAll('\t', ' ')}\t${id}\n`).join('')
}

/** Light to medium wear mostly: archives scan clean prints at 150–200 dpi more often than worn ones. */
function scanSettings(random: Random): ScanSettings {
  const dpi = random.weighted([
    [150, 22],
    [170, 8],
    [200, 44],
    [240, 6],
    [300, 20],
  ])
  const wear = random.weighted([
    [0.25, 35],
    [0.6, 40],
    [1, 20],
    [1.5, 5],
  ])
  const skew = random.chance(0.5) ? 0 : Math.max(-1, Math.min(1, random.normal() * 0.4))
  const base = {
    dpi,
    skew: Math.round(skew * 100) / 100,
    blur: random.between(0.25, 0.75) * wear + 0.15,
    noise: random.between(2, 14) * wear,
    ink: random.int(0, 60),
    paper: random.int(235, 255),
  }
  return random.chance(0.5)
    ? { ...base, threshold: random.int(130, 200) }
    : { ...base, jpeg: random.int(45, 88) }
}

function describe(s: ScanSettings): string {
  const mode = s.threshold === undefined ? `jpeg${s.jpeg}` : `bit${s.threshold}`
  return `${s.dpi}dpi ${mode} skew${s.skew} blur${s.blur.toFixed(2)} noise${s.noise.toFixed(1)}`
}

/** Where the last run stopped. The last page may be half written: it is taken off and made again. */
async function resume(): Promise<{ sheet: number; page: number; count: number }> {
  const text = await readFile(output, 'utf8').catch(() => '')
  const lines = text.split('\n').filter(line => line.split('\t').length === 3)
  const idOf = (line: string) => line.split('\t')[2]!.split(' ')[0]!
  const last = lines.length > 0 ? idOf(lines[lines.length - 1]!) : undefined
  const kept = lines.filter(line => idOf(line) !== last)
  await writeFile(output, kept.map(line => `${line}\n`).join(''))
  const before = kept.length > 0 ? idOf(kept[kept.length - 1]!) : '0.0'
  const [sheet, page] = before.split('.').map(Number) as [number, number]
  return { sheet, page, count: new Set(kept.map(idOf)).size }
}
