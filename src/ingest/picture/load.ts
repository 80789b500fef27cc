import sharp, { type Metadata, type Sharp } from 'sharp'
import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import { DEFAULT_MAX_PAGES, DEFAULT_MAX_PIXELS, type IngestOptions } from '../options.ts'
import { decodeBmp } from './bmp.ts'
import type { RawPicture } from './gray.ts'
import { flattened } from './photograph.ts'

/**
 * The pictures of a file one after the other (a TIFF can hold many), upright after EXIF.
 * Errors: E_DAMAGED, E_TOO_LARGE.
 */
export async function countPictures(bytes: Uint8Array, options: IngestOptions): Promise<number> {
  if (isBmp(bytes)) return 1
  const limit = options.maxPages ?? DEFAULT_MAX_PAGES
  const { pages = 1, width, height } = await guarded<Metadata>(() => open(bytes, options).metadata())
  // The size the header claims is looked at before any pixel is decoded.
  checkSize(width, height, options)
  if (pages > limit)
    throw new PlanExtractError(
      'E_TOO_LARGE',
      say('the file has {pages} pages, more than {limit}', { pages, limit }),
      {
        hint: say('Split it, or raise --max-pages.'),
      },
    )
  return pages
}

/**
 * A page as it is read and shown: of a photograph the sheet alone, as a scanner would give it.
 *
 * @param index 0-based
 */
export async function loadPicture(
  bytes: Uint8Array,
  index: number,
  options: IngestOptions,
): Promise<RawPicture> {
  const picture = await decoded(bytes, index, options)
  return flattened(picture) ?? picture
}

async function decoded(bytes: Uint8Array, index: number, options: IngestOptions): Promise<RawPicture> {
  if (isBmp(bytes)) return decodeBmp(bytes, options.maxPixels ?? DEFAULT_MAX_PIXELS)
  return await guarded(async () => {
    const picture = open(bytes, options, index)
    const { density, format } = await picture.metadata()
    const { data, info } = await picture
      .autoOrient()
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    const raw: RawPicture = {
      data: new Uint8Array(data.buffer, data.byteOffset, data.length),
      width: info.width,
      height: info.height,
      channels: info.channels === 1 ? 1 : 3,
    }
    // 72 is what cameras and screens write when they don't know.
    if (density && density > 72 && format !== 'webp') raw.dpi = density
    return raw
  })
}

function open(bytes: Uint8Array, options: IngestOptions, page?: number): Sharp {
  return sharp(bytes, {
    limitInputPixels: options.maxPixels ?? DEFAULT_MAX_PIXELS,
    failOn: 'error',
    ...(page ? { page } : {}),
  })
}

function isBmp(bytes: Uint8Array): boolean {
  return bytes[0] === 0x42 && bytes[1] === 0x4d
}

function checkSize(width: number, height: number, options: IngestOptions): void {
  const limit = options.maxPixels ?? DEFAULT_MAX_PIXELS
  if (width * height > limit)
    throw new PlanExtractError(
      'E_TOO_LARGE',
      say('a picture of {width} × {height} pixels, more than {limit}', { width, height, limit }),
      {
        hint: say('Scale it down, or raise --max-pixels.'),
      },
    )
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof PlanExtractError) throw cause
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause)
    if (/exceeds pixel limit/.test(reason ?? ''))
      throw new PlanExtractError('E_TOO_LARGE', say('the picture has more pixels than allowed'), {
        hint: say('Scale it down, or raise --max-pixels.'),
        cause,
      })
    throw new PlanExtractError('E_DAMAGED', say('the picture cannot be decoded ({reason})', { reason }), {
      hint: say('Open and save it again in a picture program, or scan anew.'),
      cause,
    })
  }
}
