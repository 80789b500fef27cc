/** What a PNG holds, as a PDF can carry it without unpacking. */
export interface PngPicture {
  width: number
  height: number
  bits: number
  colors: 1 | 3
  /** Colours of an indexed picture, three bytes each. */
  palette: Uint8Array | undefined
  /** Packed as the PNG had it: deflate over PNG's own predictors. */
  data: Uint8Array
}

const SIGNATURE = '\x89PNG\r\n\x1a\n'

/**
 * The parts of a PNG that a PDF takes as they are (`FlateDecode` with predictor 15); undefined where it is interlaced, has
 * transparency or sixteen bits a sample, or is damaged.
 */
export function pngPicture(bytes: Uint8Array): PngPicture | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.toString('latin1', 0, 8) !== SIGNATURE) return undefined
  const parts: Buffer[] = []
  let header: (Omit<PngPicture, 'data' | 'palette'> & { type: number }) | undefined
  let palette: Buffer | undefined
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    const chunk = file.subarray(at + 8, at + 8 + length)
    if (chunk.length < length) return undefined
    if (name === 'IHDR') {
      const [type, interlace] = [chunk[9]!, chunk[12]!]
      const bits = chunk[8]!
      if (interlace !== 0 || bits > 8 || ![0, 2, 3].includes(type)) return undefined
      header = {
        width: chunk.readUInt32BE(0),
        height: chunk.readUInt32BE(4),
        bits,
        colors: type === 2 ? 3 : 1,
        type,
      }
    } else if (name === 'PLTE') palette = chunk
    else if (name === 'tRNS') return undefined
    else if (name === 'IDAT') parts.push(chunk)
    else if (name === 'IEND') break
    at += 12 + length
  }
  if (!header || parts.length === 0 || (header.type === 3 && !palette)) return undefined
  const { type, ...rest } = header
  return { ...rest, palette: type === 3 ? palette : undefined, data: Buffer.concat(parts) }
}
