/** A page of a TIFF whose compressed bytes a PDF can carry as they are. */
export interface FaxPicture {
  width: number
  height: number
  data: Uint8Array
  /** What is black for the fax is white on the page, and the other way round. */
  blackIsZero: boolean
}

const COMPRESSION = 259
const GROUP_4 = 4
const MAX_PAGES = 100_000

/**
 * The page with this 0-based number, where it is compressed as fax (CCITT group 4) in one strip, as scanners write it
 * (TIFF 6.0, section 11); undefined for any other, and where the file is damaged.
 */
export function faxPicture(bytes: Uint8Array, page: number): FaxPicture | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const order = file.toString('latin1', 0, 2)
  if ((order !== 'II' && order !== 'MM') || page > MAX_PAGES) return undefined
  const isLittle = order === 'II'
  const short = (at: number): number => (isLittle ? file.readUInt16LE(at) : file.readUInt16BE(at))
  const long = (at: number): number => (isLittle ? file.readUInt32LE(at) : file.readUInt32BE(at))
  try {
    if (short(2) !== 42) return undefined
    let directory = long(4)
    for (let skipped = 0; skipped < page; skipped++) directory = long(directory + 2 + 12 * short(directory))
    const tags = new Map<number, { count: number; value: number }>()
    for (let entry = directory + 2; entry < directory + 2 + 12 * short(directory); entry += 12) {
      const [type, count] = [short(entry + 2), long(entry + 4)]
      tags.set(short(entry), { count, value: type === 3 ? short(entry + 8) : long(entry + 8) })
    }
    const value = (tag: number, usual = 0): number => tags.get(tag)?.value ?? usual
    const [width, height, offset, length] = [value(256), value(257), value(273), value(279)]
    const isPlain =
      value(COMPRESSION) === GROUP_4 &&
      tags.get(273)?.count === 1 &&
      value(258, 1) === 1 && // bits of a sample
      value(266, 1) === 1 && // the highest bit first
      value(274, 1) === 1 // upright
    if (!isPlain || width < 1 || height < 1 || offset + length > file.length || length === 0) return undefined
    return { width, height, data: file.subarray(offset, offset + length), blackIsZero: value(262) === 1 }
  } catch {
    return undefined // an offset beyond the end
  }
}
