import { readFileSync } from 'node:fs'
import { PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import type { SourceDocument } from '../../document.ts'
import { packagePath } from '../../package-root.ts'
import { paintedPages } from '../test-support.ts'
import { pdfOfPictures } from './pictures.ts'

const SCAN = readFileSync(packagePath('fixtures/ke-hoach-cong-tac-quy.scan.pdf'))

/** The scan's fax-compressed pictures. */
async function faxes(): Promise<{ width: number; height: number; data: Uint8Array }[]> {
  const pdf = await PDFDocument.load(SCAN, { updateMetadata: false })
  return pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return []
    if (object.dict.get(PDFName.of('Filter')) !== PDFName.of('CCITTFaxDecode')) return []
    const number = (key: string): number => Number(String(object.dict.get(PDFName.of(key))))
    return [{ width: number('Width'), height: number('Height'), data: object.contents }]
  })
}

/** A TIFF of little-endian pages, each a strip of fax (group 4) whose white is 0, as scanners write it. */
function tiffOf(pages: readonly { width: number; height: number; data: Uint8Array }[]): Buffer {
  const parts: Buffer[] = [Buffer.from('49492a0008000000', 'hex')]
  let offset = 8
  pages.forEach(({ width, height, data }, index) => {
    const entries = [
      [256, width],
      [257, height],
      [258, 1],
      [259, 4],
      [262, 0],
      [273, offset + 2 + 9 * 12 + 4],
      [277, 1],
      [278, height],
      [279, data.length],
    ] as const
    const directory = Buffer.alloc(2 + 12 * entries.length + 4)
    directory.writeUInt16LE(entries.length, 0)
    entries.forEach(([tag, value], at) => {
      directory.writeUInt16LE(tag, 2 + 12 * at)
      directory.writeUInt16LE(4, 4 + 12 * at)
      directory.writeUInt32LE(1, 6 + 12 * at)
      directory.writeUInt32LE(value, 10 + 12 * at)
    })
    offset += directory.length + data.length
    if (index < pages.length - 1) directory.writeUInt32LE(offset, directory.length - 4)
    parts.push(directory, Buffer.from(data))
  })
  return Buffer.concat(parts)
}

test('the pages of a fax-compressed TIFF go in byte for byte, show the same, and take hardly more room', async () => {
  const pictures = await faxes()
  const tiff = tiffOf(pictures)
  const document = {
    source: { mediaType: 'image/tiff' },
    pages: pictures.map((_, index) => ({ number: index + 1, width: 595.2, height: 841.92, lines: [] })),
  } as unknown as SourceDocument
  const bytes = await pdfOfPictures(tiff, document)
  for (const { data } of pictures) expect(Buffer.from(bytes).includes(Buffer.from(data))).toBe(true)
  expect(bytes.length).toBeLessThan(tiff.length * 1.1)
  expect(await paintedPages(bytes, 100)).toEqual(await paintedPages(SCAN, 100))
})
