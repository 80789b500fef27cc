import { allBytes, type Bytes, bytesBetween } from './byte-source.ts'
import { decodeText } from './text-encoding.ts'

export type MediaType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'image/tiff'
  | 'image/webp'
  | 'image/bmp'
  | 'text/plain'

/** The type told by the content; undefined where it is none that can be read. The name of the file plays no part. */
export function mediaTypeOf(bytes: Bytes): MediaType | undefined {
  return pictureType(bytesBetween(bytes, 0, 32)) ?? pdfOrText(bytes)
}

/** True where `mediaTypeOf` says PDF; few bytes are read. */
export function looksLikePdf(bytes: Bytes): boolean {
  return pictureType(bytesBetween(bytes, 0, 32)) === undefined && holdsPdf(bytes)
}

function pictureType(bytes: Uint8Array): MediaType | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'image/tiff'
  if (head.startsWith('II+\0') || head.startsWith('MM\0+')) return 'image/tiff'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.startsWith('BM') && looksLikeBmp(bytes)) return 'image/bmp'
  return undefined
}

function pdfOrText(bytes: Bytes): MediaType | undefined {
  if (holdsPdf(bytes)) return 'application/pdf'
  return decodeText(allBytes(bytes)) === undefined ? undefined : 'text/plain'
}

function holdsPdf(bytes: Bytes): boolean {
  // Readers accept bytes before the header within the first kilobyte: mail gateways and scanners put some there.
  if (Buffer.from(bytesBetween(bytes, 0, 1024)).includes('%PDF-')) return true
  // Where more stands before it, or it is lost, the end tells.
  const end = Buffer.from(bytesBetween(bytes, Math.max(0, bytes.length - 1024), bytes.length))
  return end.includes('startxref') && end.includes('%%EOF')
}

/** `BM` begins many texts; the size of the header that follows tells a picture. */
function looksLikeBmp(bytes: Uint8Array): boolean {
  if (bytes.length < 26) return false
  const header = new DataView(bytes.buffer, bytes.byteOffset).getUint32(14, true)
  return [12, 40, 52, 56, 64, 108, 124].includes(header)
}
