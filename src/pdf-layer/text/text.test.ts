import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { IDENTITY } from '../content/matrix.ts'
import { name } from '../objects.ts'
import { copiedPages, paintedPages } from '../test-support.ts'
import { fontName, layerContent } from './content.ts'
import { LayerFonts } from './font.ts'
import type { Run } from './runs.ts'

/** A page with nothing but the layer. */
async function layerOf(runs: readonly Run[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { node } = pdf.addPage([600, 800])
  const { context } = pdf
  const fonts = new LayerFonts(runs.flatMap(run => run.words.flatMap(({ text }) => [...text])))
  const content = layerContent(runs, IDENTITY, 800, fonts)
  const refs = fonts.embed(context)
  const resources = context.obj({
    Font: Object.fromEntries(refs.map((ref, index) => [fontName(index), ref])),
  })
  node.set(name('Resources'), resources)
  node.set(name('Contents'), context.register(context.flateStream(content)))
  return await pdf.save()
}

/** Words side by side, each forty points wide. */
function runOf(words: readonly string[], baseline = 100): Run {
  return {
    words: words.map((text, at) => ({ text, x0: 20 + 45 * at, x1: 60 + 45 * at })),
    baseline,
    size: 13,
  }
}

const copied = async (runs: readonly Run[]): Promise<string[]> =>
  (await copiedPages(await layerOf(runs))).join('').split(/\s+/)

test('what is special in strings of PDF is copied as it is', async () => {
  const words = ['(a)', '\\', '))((', '<script>', '"quotes"', '%', '/Name']
  expect(await copied([runOf(words)])).toEqual(words)
})

test('more characters than a font has codes are in several fonts', async () => {
  const words = Array.from({ length: 40 }, (_, row) =>
    Array.from({ length: 10 }, (_, at) => String.fromCodePoint(0x4e00 + 10 * row + at)).join(''),
  )
  const runs = words.map((word, row) => runOf([word, 'và'], 60 + 15 * row))
  expect((await copied(runs)).filter(word => word !== 'và')).toEqual(words)
})

test('a word of ten thousand letters, one without width and one of no size do no harm', async () => {
  const long = 'dài'.repeat(3334)
  const runs = [
    { words: [{ text: long, x0: 20, x1: 580 }], baseline: 100, size: 13 },
    { words: [{ text: 'hẹp', x0: 20, x1: 20 }], baseline: 200, size: 13 },
    { words: [{ text: 'nhỏ', x0: 20, x1: 40 }], baseline: 300, size: 0 },
  ]
  expect((await copied(runs)).join('')).toBe(`${long}hẹpnhỏ`)
})

test('nothing of it shows', async () => {
  const blank = await PDFDocument.create()
  blank.addPage([600, 800])
  expect(await paintedPages(await layerOf([runOf(['Ủy', 'ban'])]))).toEqual(
    await paintedPages(await blank.save()),
  )
})
