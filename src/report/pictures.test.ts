import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Page, Turn } from '../document.ts'
import { PagePictures } from './pictures.ts'

const WIDTH = 400
const HEIGHT = 600

/** A white sheet with one black bar on it, as PNG of 72 dots per inch: a point a pixel. */
async function sheet(bar: string): Promise<Uint8Array> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#fff"/>${bar}</svg>`
  return await sharp(Buffer.from(drawing)).png().toBuffer()
}

/** Where ink lies on the page's picture, in points: left, top, right, bottom. */
async function inkOf(bytes: Uint8Array, width: number, height: number, turn?: Turn): Promise<number[]> {
  const pictures = (await PagePictures.open(bytes, {}))!
  const page: Page = { number: 1, width, height, text: 'ocr', lines: [], ...(turn && { turn }) }
  const { data, info } = await sharp(await pictures.webp(page))
    .grayscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const scale = info.width / width
  expect(info.height / height).toBeCloseTo(scale, 1)
  const box = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0] as [number, number, number, number]
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++)
      if (data[y * info.width + x]! < 128) {
        box[0] = Math.min(box[0], x)
        box[1] = Math.min(box[1], y)
        box[2] = Math.max(box[2], x + 1)
        box[3] = Math.max(box[3], y + 1)
      }
  return box.map(side => Math.round(side / scale))
}

function near(found: readonly number[], expected: readonly number[]): void {
  for (const [index, value] of expected.entries())
    expect(Math.abs(found[index]! - value)).toBeLessThanOrEqual(2)
}

test('a page is shown as it lies where it was read so', async () => {
  const bytes = await sheet('<rect x="50" y="40" width="200" height="20"/>')
  near(await inkOf(bytes, WIDTH, HEIGHT), [50, 40, 250, 60])
})

test('a page that was read after a turn is shown after it, where its words are', async () => {
  const bytes = await sheet('<rect x="50" y="40" width="200" height="20"/>')
  near(await inkOf(bytes, HEIGHT, WIDTH, { quarters: 1, skew: 0 }), [540, 50, 560, 250])
  near(await inkOf(bytes, WIDTH, HEIGHT, { quarters: 2, skew: 0 }), [150, 540, 350, 560])
  near(await inkOf(bytes, HEIGHT, WIDTH, { quarters: 3, skew: 0 }), [40, 150, 60, 350])
})

test('a page whose lines fell to the right is shown level', async () => {
  const bytes = await sheet('<rect x="100" y="295" width="200" height="10" transform="rotate(3 200 300)"/>')
  near(await inkOf(bytes, WIDTH, HEIGHT, { quarters: 0, skew: 3 }), [100, 295, 300, 305])
})

test('a scan that is smaller or larger than its page lies where the page has it', async () => {
  const scan = await sheet('<rect x="50" y="40" width="200" height="20"/>')
  for (const [x, y, scale] of [
    [20, 10, 0.92],
    [-20, -30, 1.1],
  ] as const) {
    const pdf = await PDFDocument.create()
    const page = pdf.addPage([WIDTH, HEIGHT])
    const [width, height] = [WIDTH * scale, HEIGHT * scale]
    page.drawImage(await pdf.embedPng(scan), { x, y: HEIGHT - y - height, width, height })
    const bar = [50, 40, 250, 60].map((side, index) => (index % 2 === 0 ? x : y) + side * scale)
    near(await inkOf(await pdf.save(), WIDTH, HEIGHT), bar)
  }
})

test('a text has no pictures, and what is no picture any more gives none', async () => {
  expect(await PagePictures.open(Buffer.from('KẾ HOẠCH'), {})).toBeUndefined()
  const cut = (await sheet('')).subarray(0, 60)
  const pictures = (await PagePictures.open(cut, {}))!
  expect(await pictures.webp({ number: 1, width: 10, height: 10, text: 'ocr', lines: [] })).toBeUndefined()
})
