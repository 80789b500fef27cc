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
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'image/tiff'
  if (head.startsWith('II+\0') || head.startsWith('MM\0+')) return 'image/tiff'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.startsWith('BM') && looksLikeBmp(bytes)) return 'image/bmp'
  // Readers accept bytes before the header within the first kilobyte: mail gateways and scanners put some there.
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'application/pdf'
  // Where more stands before it, or it is lost, the end tells.
  const end = Buffer.from(bytes.subarray(-1024))
  if (end.includes('startxref') && end.includes('%%EOF')) return 'application/pdf'
  return decodeText(bytes) === undefined ? undefined : 'text/plain'
}

/** `BM` begins many texts; the size of the header that follows tells a picture. */
function looksLikeBmp(bytes: Uint8Array): boolean {
  if (bytes.length < 26) return false
  const header = new DataView(bytes.buffer, bytes.byteOffset).getUint32(14, true)
  return [12, 40, 52, 56, 64, 108, 124].includes(header)
}
