/**
 * `npm run bench:report`: how quick the pages are in a browser. A document of 50 pages is opened, a batch of 2,000
 * documents is scrolled through, filtered and sorted. Wall time is what a person waits for; the time that the page's
 * thread was at work is the same however busy the machine is.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page as BrowserPage } from 'puppeteer-core'
import { PlanSchema } from '../schemas/plan.ts'
import type { SourceDocument } from '../src/document.ts'
import { planOf, read } from '../src/extract.ts'
import { rowFacts } from '../src/report/batch-page.ts'
import { writeBatchReport, writeDocumentReport } from '../src/report/write.ts'
import { chromium, startBrowser } from '../test/browser.ts'

const PAGES = 50
const ROWS = 2000
const RUNS = 5
const fixtures = join(import.meta.dirname, '../fixtures')
const DOCUMENT = join(fixtures, 'ke-hoach-khoa-hoc-cong-nghe.garbled.pdf')

if (chromium === undefined) {
  console.log('no Chromium on this machine: set CHROMIUM to its path')
  process.exit(0)
}

const folder = mkdtempSync(join(tmpdir(), 'plan-extract-bench-'))
try {
  await makeDocument()
  makeBatch()
  await measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)

/** The fixture's pages again and again, each with its picture. */
async function makeDocument(): Promise<void> {
  const short = await read(DOCUMENT, { ocr: 'never' })
  const pages = Array.from({ length: PAGES }, (_, index) => ({
    ...short.pages[index % short.pages.length]!,
    number: index + 1,
  }))
  const document: SourceDocument = { ...short, source: { ...short.source, pages: PAGES }, pages }
  const { plan } = planOf(document, {}, undefined)
  const started = performance.now()
  const words = pages.flatMap(page => page.lines.flatMap(line => line.words)).length
  await writeDocumentReport(
    { plan, document, corrections: [], correctionsFile: 'long.corrections.yaml', corrected: document },
    await longPdf(),
    {},
    folder,
    'long',
  )
  const took = performance.now() - started
  const size = statSync(join(folder, 'long/index.html')).size
  show('words of the long document', `${words}`)
  show('page written, pictures too', `${Math.round(took)} ms (${Math.round(took / PAGES)} ms a page)`)
  show('HTML', `${(size / 1e6).toFixed(1)} MB`)
}

async function longPdf(): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const short = await PDFDocument.load(readFileSync(DOCUMENT))
  const long = await PDFDocument.create()
  const count = short.getPageCount()
  const copied = await long.copyPages(short, short.getPageIndices())
  for (let index = 0; index < PAGES; index++) long.addPage(copied[index % count]!)
  return await long.save()
}

function makeBatch(): void {
  const plans = readdirSync(fixtures)
    .filter(name => name.endsWith('.plan.json'))
    .map(name =>
      PlanSchema.partial()
        .loose()
        .parse(JSON.parse(readFileSync(join(fixtures, name), 'utf8'))),
    )
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const plan = plans[index % plans.length]!
    const facts = rowFacts({ ...plan, warnings: plan.warnings ?? [], source: { pages: 3 } } as never)
    return {
      file: `2026/${index}.pdf`,
      href: `2026/${index}/index.html`,
      read: { ...facts, confidence: ((index * 37) % 400) / 1000 + 0.6, doubts: (index * 13) % 90 },
    }
  })
  writeBatchReport(rows, folder)
}

async function measure(): Promise<void> {
  const browser = await startBrowser()
  const page = await browser.newPage()
  await page.setViewport({ width: 1440, height: 900 })
  const long = pathToFileURL(join(folder, 'long/index.html')).href
  const batch = pathToFileURL(join(folder, 'index.html')).href
  await showOpening(page, '50 pages: opened, first picture shown', long)
  await showActing(page, 'next doubt, to the next frame', () => keyTime(page, 'n'))
  await showActing(page, 'a choice, to the next frame', () => keyTime(page, '2'))
  await showOpening(page, '2,000 documents: opened', batch)
  let frames: number[] = []
  const scrolling = await threadTime(page, async () => {
    frames = await scrollFrames(page)
  })
  show('scrolled through: median frame', `${median(frames).toFixed(1)} ms`)
  show('scrolled through: 99 % of frames within', `${quantile(frames, 0.99).toFixed(1)} ms`)
  show('scrolled through: at work in each frame', `${(scrolling / frames.length).toFixed(1)} ms`)
  await page.focus('#words')
  await showActing(page, 'a letter typed into the filter, to the next frame', () => keyTime(page, 'a'))
  await showActing(page, 'sorted by confidence, to the next frame', () => sortTime(page))
  await browser.close()
}

async function showOpening(page: BrowserPage, what: string, url: string): Promise<void> {
  const wall: number[] = []
  const work: number[] = []
  for (let run = 0; run < RUNS; run++)
    work.push(
      await threadTime(page, async () => {
        wall.push(await openingTime(page, url))
      }),
    )
  show(what, `${Math.round(median(wall))} ms, ${Math.round(median(work))} ms at work`)
}

/** Of ten times. */
async function showActing(page: BrowserPage, what: string, act: () => Promise<number>): Promise<void> {
  const wall: number[] = []
  const work: number[] = []
  for (let run = 0; run < 10; run++)
    work.push(
      await threadTime(page, async () => {
        wall.push(await act())
      }),
    )
  show(what, `${Math.round(median(wall))} ms, ${Math.round(median(work))} ms at work`)
}

/** Milliseconds of its processor that the page's thread takes for an action. */
async function threadTime(page: BrowserPage, act: () => Promise<void>): Promise<number> {
  const session = await page.createCDPSession()
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const time = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'ThreadTime')!.value
  }
  const before = await time()
  await act()
  const after = await time()
  await session.detach()
  return (after - before) * 1000
}

/** From asking for the page to the frame after it and its first pictures are there. */
async function openingTime(page: BrowserPage, url: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(url)
  return (await page.evaluate(`new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))`)) as number
}

/** From the key to the second frame after it. */
async function keyTime(page: BrowserPage, key: 'n' | '2' | 'a'): Promise<number> {
  await page.evaluate(`window.taken = new Promise(done => addEventListener('keydown', event => {
    const at = event.timeStamp
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - at)))
  }, { once: true, capture: true })); undefined`)
  await page.keyboard.press(key)
  return (await page.evaluate('window.taken')) as number
}

/** Milliseconds from frame to frame while the page is scrolled from top to bottom, six hundred pixels a frame. */
async function scrollFrames(page: BrowserPage): Promise<number[]> {
  return (await page.evaluate(`new Promise(done => {
    const frames = []
    let last = performance.now()
    const step = now => {
      frames.push(now - last)
      last = now
      scrollBy(0, 600)
      if (scrollY + innerHeight >= document.documentElement.scrollHeight - 1 || frames.length > 1500) done(frames.slice(1))
      else requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })`)) as number[]
}

async function sortTime(page: BrowserPage): Promise<number> {
  return (await page.evaluate(`new Promise(done => {
    const words = document.getElementById('words')
    if (words.value) {
      words.value = ''
      words.dispatchEvent(new Event('input'))
    }
    const at = performance.now()
    const sort = document.getElementById('sort')
    sort.value = sort.value === 'confidence' ? 'issuer' : 'confidence'
    sort.dispatchEvent(new Event('input'))
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - at)))
  })`)) as number
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

function show(what: string, value: string): void {
  console.log(`${what.padEnd(52)} ${value}`)
}
