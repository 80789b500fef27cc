import { type PDFContext, PDFDocument, PDFHexString, type PDFRef } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { Page, SourceDocument } from '../../document.ts'
import type { IngestOptions } from '../../ingest/ingest.ts'
import type { RawPicture } from '../../ingest/picture/gray.ts'
import { loadPicture } from '../../ingest/picture/load.ts'
import { IDENTITY, type Matrix } from '../content/matrix.ts'
import { name } from '../objects.ts'
import { pngPicture } from './png.ts'
import { faxPicture } from './tiff.ts'

/** Of 100: a photograph has lost more already. */
const SHEET_QUALITY = 85

/** A picture in a PDF, and how its unit square is turned so that it stands upright. */
interface Embedded {
  ref: PDFRef
  upright: Matrix
}

/**
 * A picture file as a PDF of its pictures, each the whole of a page. JPEG, most PNG and fax-compressed TIFF go in byte for
 * byte; what a PDF can't carry (other TIFF, WebP, BMP, transparent PNG) is packed anew without loss; of a photograph the sheet
 * goes in, set straight.
 *
 * @param document as read from the file; its pages tell the size of the paper
 */
export async function pdfOfPictures(
  bytes: Uint8Array,
  { source, pages }: SourceDocument,
  options: IngestOptions = {},
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (const page of pages) {
    const { ref, upright } = await embed(pdf, bytes, source.mediaType, page.number - 1, options)
    const [width, height] = paperOf(page)
    const leaf = pdf.addPage([width, height])
    leaf.node.set(name('Resources'), pdf.context.obj({ XObject: { Picture: ref } }))
    const placed = upright.map((value, at) => Number((value * (at % 2 === 0 ? width : height)).toFixed(3)))
    const content = pdf.context.stream(`q ${placed.join(' ')} cm /Picture Do Q`)
    leaf.node.set(name('Contents'), pdf.context.register(content))
  }
  return await pdf.save({ useObjectStreams: false, addDefaultPage: false })
}

/** The paper as it lay in the scanner, in points. */
function paperOf({ width = 595, height = 842, turn }: Page): [number, number] {
  const size: [number, number] = turn && turn.quarters % 2 === 1 ? [height, width] : [width, height]
  return size.map(value => Number(value.toFixed(2))) as [number, number]
}

async function embed(
  pdf: PDFDocument,
  bytes: Uint8Array,
  mediaType: string,
  index: number,
  options: IngestOptions,
): Promise<Embedded> {
  const { context } = pdf
  const loaded = await loadPicture(bytes, index, options)
  if (loaded.flattened) return { ref: await embedJpeg(pdf, await jpegOf(loaded)), upright: IDENTITY }
  if (mediaType === 'image/jpeg') {
    const { orientation = 1 } = await sharp(bytes).metadata()
    return { ref: await embedJpeg(pdf, bytes), upright: UPRIGHT[orientation] ?? IDENTITY }
  }
  const fax = mediaType === 'image/tiff' ? faxPicture(bytes, index) : undefined
  if (fax) {
    const { width, height, data, blackIsZero } = fax
    const picture = context.stream(data, {
      ...pictureDict(width, height, 1, 'DeviceGray'),
      Filter: 'CCITTFaxDecode',
      DecodeParms: { K: -1, Columns: width, Rows: height, BlackIs1: false },
      ...(blackIsZero && { Decode: [1, 0] }),
    })
    return { ref: context.register(picture), upright: IDENTITY }
  }
  const png = mediaType === 'image/png' ? bytes : undefined
  const ref = (png && embedPng(context, png)) ?? (await embedAnew(context, loaded))
  return { ref, upright: IDENTITY }
}

async function embedJpeg(pdf: PDFDocument, bytes: Uint8Array): Promise<PDFRef> {
  const picture = await pdf.embedJpg(bytes)
  await picture.embed()
  return picture.ref
}

/** Of a photograph the sheet that was read: the words lie on it, not on the photograph. */
async function jpegOf({ data, width, height, channels }: RawPicture): Promise<Uint8Array> {
  return await sharp(data, { raw: { width, height, channels } }).jpeg({ quality: SHEET_QUALITY }).toBuffer()
}

/** By the orientation of EXIF: where the corners of the stored picture go. */
const UPRIGHT: Record<number, Matrix> = {
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
}

function embedPng(context: PDFContext, bytes: Uint8Array): PDFRef | undefined {
  const png = pngPicture(bytes)
  if (!png) return undefined
  const { width, height, bits, colors, palette, data } = png
  const indexed = palette && ['Indexed', 'DeviceRGB', palette.length / 3 - 1, PDFHexString.fromBytes(palette)]
  const picture = context.stream(data, {
    ...pictureDict(width, height, bits, indexed ?? (colors === 3 ? 'DeviceRGB' : 'DeviceGray')),
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: colors, BitsPerComponent: bits, Columns: width },
  })
  return context.register(picture)
}

/** The picture as our own reading sees it: upright, over white. */
async function embedAnew(
  context: PDFContext,
  { data, width, height, channels }: RawPicture,
): Promise<PDFRef> {
  const gray = grayOf(data, channels)
  const bits = gray && packedBits(gray, width, height)
  if (bits)
    return context.register(context.flateStream(bits, { ...pictureDict(width, height, 1, 'DeviceGray') }))
  const raw = gray ? { data: gray, channels: 1 as const } : { data, channels: 3 as const }
  const png = await sharp(raw.data, { raw: { width, height, channels: raw.channels } })
    .toColourspace(gray ? 'b-w' : 'srgb')
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toBuffer()
  return embedPng(context, png)!
}

function pictureDict(width: number, height: number, bits: number, colors: string | unknown[]) {
  return {
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    ColorSpace: colors as string,
  }
}

/** One sample a pixel, where the picture has no colour. */
function grayOf(data: Uint8Array, channels: 1 | 3): Uint8Array | undefined {
  if (channels === 1) return data
  const gray = new Uint8Array(data.length / 3)
  for (let at = 0, pixel = 0; at < data.length; at += 3, pixel++) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return undefined
    gray[pixel] = data[at]!
  }
  return gray
}

/** A bit a pixel, 1 for white, where there is only black and white. */
function packedBits(gray: Uint8Array, width: number, height: number): Uint8Array | undefined {
  const stride = Math.ceil(width / 8)
  const bits = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sample = gray[y * width + x]!
      if (sample !== 0 && sample !== 255) return undefined
      if (sample === 255) bits[y * stride + (x >> 3)]! |= 0x80 >> (x & 7)
    }
  return bits
}
