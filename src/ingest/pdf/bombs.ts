import { inflateSync } from 'node:zlib'
import { PlanExtractError } from '../../errors.ts'

/** Bytes of drawing operations, fonts or objects in one stream that no honest page comes near. */
const MAX_STREAM = 64 * 1024 * 1024
/** Deflate packs no tighter than this. */
const MAX_RATIO = 1032
/** A dictionary stands directly before its stream. */
const MAX_DICTIONARY = 2048

/**
 *     4 0 obj <</Length 389116 /Filter/FlateDecode>> stream … endstream      389 kB that become 400 MB
 *
 * Refuses a file that holds a compression bomb, since pdfium unpacks whatever it is given. Pictures are left out here:
 * their size is told by their dictionary and bounded by `maxPixels`. Errors: E_TOO_LARGE.
 */
export function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = file.indexOf('stream'); at >= 0; ) {
    const start = at + 6 + (file[at + 6] === 13 ? 2 : 1)
    const end = file.indexOf('endstream', start)
    if (end < 0) return
    const before = file.toString('latin1', Math.max(0, at - MAX_DICTIONARY), at)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    const filters = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0
    const isSuspect = filters > 1 || (end - start) * MAX_RATIO > MAX_STREAM
    if (filters > 0 && isSuspect && !/\/Subtype\s*\/Image\b/.test(dictionary))
      unpack(file.subarray(start, end), filters)
    at = file.indexOf('stream', end + 9)
  }
}

function unpack(packed: Buffer, filters: number): void {
  let data = packed
  for (let layer = 0; layer < Math.min(filters, 4); layer++)
    try {
      data = inflateSync(data, { maxOutputLength: MAX_STREAM })
    } catch (cause) {
      // What can't be unpacked here is encrypted or damaged, which pdfium tells better.
      if ((cause as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return
      throw new PlanExtractError('E_TOO_LARGE', 'the PDF holds a stream that unpacks to more than 64 MB', {
        hint: 'It is no document of the field; look at it in a safe place before anything else.',
        cause,
      })
    }
}
