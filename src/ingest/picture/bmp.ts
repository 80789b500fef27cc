import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import type { RawPicture } from './gray.ts'

/**
 *     BM | file header 14 bytes | header with width, height, bits | palette | rows, bottom one first, padded to 4 bytes
 *
 * Uncompressed BMP of 1, 4, 8, 24 or 32 bits, which is what scanners write; sharp knows none.
 * Errors: E_DAMAGED, E_TOO_LARGE, E_UNSUPPORTED.
 */
export function decodeBmp(bytes: Uint8Array, maxPixels: number): RawPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 54) throw damaged()
  const start = view.getUint32(10, true)
  const headerSize = view.getUint32(14, true)
  const width = view.getInt32(18, true)
  const signedHeight = view.getInt32(22, true)
  const bits = view.getUint16(28, true)
  const compression = view.getUint32(30, true)
  const height = Math.abs(signedHeight)
  if (width <= 0 || height === 0) throw damaged()
  if (width * height > maxPixels)
    throw new PlanExtractError(
      'E_TOO_LARGE',
      say('a picture of {width} × {height} pixels, more than {maxPixels}', { width, height, maxPixels }),
      {
        hint: say('Scale it down, or raise --max-pixels.'),
      },
    )
  // 3: bit fields, which for 32 bits are in practice the usual order.
  const plain = compression === 0 || (compression === 3 && bits === 32)
  if (!plain || ![1, 4, 8, 24, 32].includes(bits))
    throw new PlanExtractError(
      'E_UNSUPPORTED',
      say('a BMP of {bits} bits with compression {compression}', { bits, compression }),
      {
        hint: say('Save it as PNG.'),
      },
    )
  const stride = Math.ceil((width * bits) / 32) * 4
  if (start + stride * height > bytes.length) throw damaged()
  const palette = 14 + headerSize
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const row = start + stride * (signedHeight > 0 ? height - 1 - y : y)
    for (let x = 0; x < width; x++) {
      const from = bits >= 24 ? row + (x * bits) / 8 : palette + 4 * paletteIndex(bytes, row, x, bits)
      const to = (y * width + x) * 3
      data[to] = bytes[from + 2] ?? 255
      data[to + 1] = bytes[from + 1] ?? 255
      data[to + 2] = bytes[from] ?? 255
    }
  }
  const perMetre = view.getInt32(38, true)
  const picture: RawPicture = { data, width, height, channels: 3 }
  if (perMetre > 3000) picture.dpi = Math.round(perMetre * 0.0254)
  return picture
}

function paletteIndex(bytes: Uint8Array, row: number, x: number, bits: number): number {
  const perByte = 8 / bits
  const byte = bytes[row + Math.floor(x / perByte)] as number
  return (byte >> (8 - bits * ((x % perByte) + 1))) & ((1 << bits) - 1)
}

function damaged(): PlanExtractError {
  return new PlanExtractError('E_DAMAGED', say('the BMP is damaged'), {
    hint: say('Open and save it again in a picture program.'),
  })
}
