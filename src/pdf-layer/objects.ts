import { deflateSync, inflateSync } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import type { PageGeometry } from './frame.ts'

/** Bytes of one stream that no honest page comes near, as `src/ingest` has it. */
const MAX_STREAM = 64 * 1024 * 1024

/** A stream unpacked; undefined where its filter is none of text. */
export function decoded(stream: PDFStream): Uint8Array | undefined {
  if (!(stream instanceof PDFRawStream)) return stream.getContents()
  const { dict, contents, transform } = stream
  if (!dict.has(name('Filter')) && !transform) return contents
  try {
    const isPlainFlate = dict.lookup(name('Filter')) === name('FlateDecode') && !dict.has(name('DecodeParms'))
    if (isPlainFlate && !transform) return inflateSync(contents, { maxOutputLength: MAX_STREAM })
  } catch {
    // Damaged packing; the decoder of the library takes what it can.
  }
  try {
    return decodePDFRawStream(stream).decode()
  } catch {
    return undefined
  }
}

/** The content of a page, which may be in pieces that break anywhere between two words of it. */
export function contentOf(page: PDFPageLeaf): Uint8Array | undefined {
  const contents = page.Contents()
  if (!contents) return new Uint8Array(0)
  if (contents instanceof PDFStream) return decoded(contents)
  const parts: Uint8Array[] = []
  for (let at = 0; at < contents.size(); at++) {
    const stream = contents.lookup(at)
    if (!(stream instanceof PDFStream)) continue
    const part = decoded(stream)
    if (!part) return undefined
    parts.push(part, Buffer.from('\n'))
  }
  return Buffer.concat(parts)
}

/** As viewers take it: the crop box within the media box. */
export function geometryOf(page: PDFPageLeaf): PageGeometry {
  const media = boxOf(page.getInheritableAttribute(name('MediaBox')), page.context) ?? [0, 0, 612, 792]
  const crop = boxOf(page.getInheritableAttribute(name('CropBox')), page.context) ?? media
  const within: [number, number, number, number] = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ]
  return {
    box: within[0] < within[2] && within[1] < within[3] ? within : media,
    rotate: page.Rotate()?.asNumber() ?? 0,
  }
}

function boxOf(
  object: PDFObject | undefined,
  context: PDFContext,
): [number, number, number, number] | undefined {
  const array = context.lookup(object)
  if (!(array instanceof PDFArray) || array.size() !== 4) return undefined
  const numbers = array.asArray().map(each => context.lookup(each))
  if (!numbers.every(each => each instanceof PDFNumber)) return undefined
  const [x0, y0, x1, y1] = numbers.map(each => each.asNumber()) as [number, number, number, number]
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
}

/** A stream with other bytes and the rest of its dictionary. */
export function withBytes(stream: PDFStream, bytes: Uint8Array, context: PDFContext): PDFRawStream {
  const dict = stream.dict.clone(context)
  for (const key of ['Filter', 'DecodeParms', 'Length', 'F', 'FFilter', 'FDecodeParms'])
    dict.delete(name(key))
  const packed = flateStream(bytes, context)
  for (const [key, value] of packed.dict.entries()) dict.set(key, value)
  return PDFRawStream.of(dict, packed.contents)
}

/** Packed, unless it is so short that to say so takes more bytes than are saved. */
export function flateStream(bytes: Uint8Array | string, context: PDFContext): PDFRawStream {
  const packed = tight(bytes)
  if (packed.length + FILTER.length >= bytes.length) return context.stream(bytes)
  return context.stream(packed, { Filter: 'FlateDecode' })
}

const FILTER = '/Filter/FlateDecode'

/** Deflated as small as it gets. */
export function tight(bytes: Uint8Array | string): Buffer {
  return deflateSync(bytes, { level: 9, memLevel: 9 })
}

/** A string in brackets (ISO 32000-1, 7.3.4.2); a carriage return would be read as a line feed. */
export function literal(codes: Iterable<number>): Buffer {
  const bytes: number[] = [0x28]
  for (const code of codes) {
    if (code === 0x0d) bytes.push(0x5c, 0x72)
    else {
      if (code === 0x28 || code === 0x29 || code === 0x5c) bytes.push(0x5c)
      bytes.push(code)
    }
  }
  return Buffer.from([...bytes, 0x29])
}

/** Takes away what nothing leads to from the trailer, as what was replaced. */
export function removeUnreachable(context: PDFContext): void {
  const { Root, Info, Encrypt, ID } = context.trailerInfo
  const reached = new Set<PDFRef>()
  const open: (PDFObject | undefined)[] = [Root, Info, Encrypt, ID]
  while (open.length > 0) {
    const object = open.pop()
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      open.push(context.lookup(object))
    } else if (object instanceof PDFArray) open.push(...object.asArray())
    else if (object instanceof PDFDict) open.push(...object.values())
    else if (object instanceof PDFStream) open.push(...object.dict.values())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref)
}

export const name = (text: string): PDFName => PDFName.of(text)
