import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SourceDocument } from './document.ts'
import { repairedText } from './emit/repaired.ts'
import type { PlanExtractError } from './errors.ts'
import { ingest } from './ingest/ingest.ts'
import { packagePath } from './package-root.ts'
import { brokenRules } from './pdf-layer/pdfa.ts'
import { copiedPages, pagesOfPdfjs, paintedPages } from './pdf-layer/test-support.ts'
import { type SearchablePdf, searchablePdf } from './searchable-pdf.ts'

const fixture = (name: string): Uint8Array => readFileSync(packagePath(`fixtures/${name}`))
const GARBLED = fixture('ke-hoach-hoc-tap-nghi-quyet.garbled.pdf')
/** Engines give texts, not plans, in a test: reading pictures takes seconds. */
const FAST = { ocr: 'never' } as const

/** The words of a text, without the bars between cells. */
const words = (text: string): string[] => text.split(/[\s|]+/).filter(Boolean)

describe('a scan with a garbled layer', () => {
  let made: SearchablePdf
  beforeAll(async () => {
    made = await searchablePdf(GARBLED, { ...FAST, fileName: 'mau.pdf', attach: true })
  }, 60_000)

  test('copying gives the repaired text, word by word in its order', async () => {
    const copied = await copiedPages(made.bytes)
    expect(words(copied.join('\n'))).toEqual(words(repairedText(made.document, 'text')))
  })

  test('a file that is read as it is needed gives the same as its bytes', async () => {
    const path = packagePath('fixtures/ke-hoach-hoc-tap-nghi-quyet.garbled.pdf')
    const { bytes } = await searchablePdf(path, { ...FAST, fileName: 'mau.pdf', attach: true })
    expect(Buffer.compare(bytes, made.bytes)).toBe(0)
  })

  test('pdf.js, which is Firefox, copies the same, also from lines that slope', async () => {
    const copied = await pagesOfPdfjs(made.bytes)
    expect(words(copied.join('\n'))).toEqual(words(repairedText(made.document, 'text')))
  })

  test('not a pixel differs', async () => {
    expect(await paintedPages(made.bytes, 100)).toEqual(await paintedPages(GARBLED, 100))
  })

  test('the same input gives the same bytes', async () => {
    const again = await searchablePdf(GARBLED, { ...FAST, fileName: 'mau.pdf', attach: true })
    expect(Buffer.compare(again.bytes, made.bytes)).toBe(0)
  })

  test('nothing of the old layer is left, and the file is not larger for it', () => {
    expect(Buffer.from(made.bytes).includes('GlyphLessFont')).toBe(false)
    expect(made.bytes.length).toBeLessThan(GARBLED.length * 1.1)
  })

  test('it carries title, bookmarks that lead to their sections, and the plan', async () => {
    const pdf = await PDFDocument.load(made.bytes, { updateMetadata: false })
    expect(pdf.getTitle()).toBe(`${made.plan.header.kind} ${made.plan.header.title}`)
    expect(pdf.getAuthor()).toBe(made.plan.header.issuer!.name)
    expect(pdf.getKeywords()).toContain(made.plan.header.number)
    expect(pdf.getProducer()).toBe('fixture scanner')
    const first = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(PDFName.of('First'), PDFDict)
    const section = made.plan.body.find(block => block.type === 'section')!
    expect(first.lookup(PDFName.of('Title'), PDFString).decodeText()).toContain(section.heading)
    const [file] = pdf.getAttachments()
    expect(file!.name).toBe('mau.plan.json')
    expect(JSON.parse(Buffer.from(file!.data).toString('utf8'))).toEqual(made.plan)
  })

  test('another run over its own output gives the same text and does not grow', async () => {
    const again = await searchablePdf(made.bytes, { ...FAST, fileName: 'mau.pdf', attach: true })
    expect(words((await copiedPages(again.bytes)).join('\n'))).toEqual(
      words((await copiedPages(made.bytes)).join('\n')),
    )
    expect(again.bytes.length).toBeLessThan(made.bytes.length * 1.02)
  })

  test.skipIf(spawnSync('qpdf', ['--version']).error)('qpdf finds nothing wrong', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'pdf-')), 'mau.pdf')
    writeFileSync(path, made.bytes)
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' })
    expect(`${status} ${stderr}`, stdout).toBe('0 ')
  })
})

test('what was born digital stays as it is', async () => {
  const printed = fixture('ke-hoach-hoc-tap-nghi-quyet.pdf')
  const { bytes } = await searchablePdf(printed, FAST)
  expect(await copiedPages(bytes)).toEqual(await copiedPages(printed))
  expect(await paintedPages(bytes)).toEqual(await paintedPages(printed))
})

test('words of a cropped page stay over their ink', async () => {
  const whole = await PDFDocument.load(GARBLED, { updateMetadata: false })
  for (const page of whole.getPages()) page.setCropBox(20, 30, 560, 790)
  const cropped = await whole.save()
  const made = await searchablePdf(cropped, FAST)
  expect(await paintedPages(made.bytes)).toEqual(await paintedPages(cropped))
  const places = ({ pages }: SourceDocument) => pages[0]!.lines.slice(3, 9).map(line => line.words[0]!)
  const uncropped = await searchablePdf(GARBLED, FAST)
  const before = places(await ingest(uncropped.bytes, FAST))
  const [left, top] = [20, uncropped.document.pages[0]!.height! - 820]
  places(await ingest(made.bytes, FAST)).forEach(({ text, box }, index) => {
    const [x0, y0] = before[index]!.box!
    expect(text).toBe(before[index]!.text)
    expect(Math.abs(box![0] + left - x0)).toBeLessThan(1)
    expect(Math.abs(box![1] + top - y0)).toBeLessThan(1)
  })
})

test('a number that a program printed over the scan stays, and is copied once', async () => {
  const scan = await PDFDocument.load(GARBLED, { updateMetadata: false })
  const page = scan.getPage(0)
  page.drawText('Den so 4711', { x: 330, y: 610, size: 13, font: await scan.embedFont('Times-Roman') })
  const stamped = await scan.save()
  const made = await searchablePdf(stamped, FAST)
  expect(await paintedPages(made.bytes)).toEqual(await paintedPages(stamped))
  const copied = (await copiedPages(made.bytes)).join('\n')
  expect(copied.split('4711')).toHaveLength(2)
  expect(copied).toContain('ĐẢNG CỘNG SẢN VIỆT NAM')
  expect(copied).not.toContain('DANG')
})

describe('for archives', () => {
  test('it says that it is PDF/A, how its colours are meant, and the same in both places of its metadata', async () => {
    const { bytes, plan } = await searchablePdf(GARBLED, { ...FAST, pdfa: true })
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(brokenRules(pdf)).toEqual([])
    const xmp = Buffer.from(bytes).toString('utf8')
    expect(xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>B</)
    expect(xmp).toContain(`${plan.header.title}</rdf:li>`)
    expect(pdf.catalog.has(PDFName.of('OutputIntents'))).toBe(true)
    const again = await searchablePdf(GARBLED, { ...FAST, pdfa: true })
    expect(Buffer.compare(again.bytes, bytes)).toBe(0)
  })

  test('a file that runs scripts or has a font from elsewhere is told what it breaks', async () => {
    const pdf = await PDFDocument.load(GARBLED, { updateMetadata: false })
    pdf.addJavaScript('x', 'app.alert(1)')
    pdf.getPage(0).drawText('Den', { x: 30, y: 10, size: 9, font: await pdf.embedFont('Times-Roman') })
    await expect(searchablePdf(await pdf.save(), { ...FAST, pdfa: true })).rejects.toMatchObject({
      code: 'E_PDFA',
      message: expect.stringMatching(/6\.2\.11\.4.*6\.5\.1/),
    })
  })
})

describe('a signed file', () => {
  let signed: Uint8Array
  beforeAll(async () => {
    const pdf = await PDFDocument.load(GARBLED, { updateMetadata: false })
    const { context } = pdf
    const signature = context.register(
      context.obj({
        Type: 'Sig',
        Filter: 'Adobe.PPKLite',
        ByteRange: [0, 1, 2, 3],
        Contents: PDFString.of('x'),
      }),
    )
    const field = context.register(context.obj({ FT: 'Sig', T: PDFString.of('Ký'), V: signature }))
    pdf.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field], SigFlags: 3 }))
    signed = await pdf.save()
  })

  test('is told so and left alone', async () => {
    const error = await searchablePdf(signed, FAST).catch((thrown: PlanExtractError) => thrown)
    expect(error).toMatchObject({ code: 'E_SIGNED' })
  })

  test('is written all the same where a person insists', async () => {
    const { bytes } = await searchablePdf(signed, { ...FAST, force: true })
    expect(bytes.length).toBeGreaterThan(0)
  })
})

test('a text has no picture', async () => {
  await expect(searchablePdf(Buffer.from('KẾ HOẠCH\n'))).rejects.toMatchObject({ code: 'E_UNSUPPORTED' })
})

test('a picture becomes a page that shows the same', async () => {
  // Two letters are enough for an engine to say that nothing is there; what counts is the picture.
  const png = await sharp({ create: { width: 620, height: 877, channels: 3, background: '#fff' } })
    .composite([
      {
        input: Buffer.from('<svg width="300" height="80"><text y="60" font-size="60">KẾ HOẠCH</text></svg>'),
      },
    ])
    .withMetadata({ density: 75 })
    .png()
    .toBuffer()
  const { bytes, document } = await searchablePdf(png)
  const pdf = await PDFDocument.load(bytes)
  expect(pdf.getPageCount()).toBe(1)
  expect(pdf.getPage(0).getWidth()).toBeCloseTo(document.pages[0]!.width!, 1)
  expect(Buffer.from(bytes).includes(Buffer.from('/Predictor 15'))).toBe(true)
})
