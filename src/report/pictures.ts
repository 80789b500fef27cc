import sharp from 'sharp'
import type { Box, Page, Turn } from '../document.ts'
import { mediaTypeOf } from '../ingest/media-type.ts'
import type { IngestOptions } from '../ingest/options.ts'
import { PdfDocument } from '../ingest/pdf/document.ts'
import { pictureOfPage } from '../ingest/pdf/picture.ts'
import type { RawPicture } from '../ingest/picture/gray.ts'
import { loadPicture } from '../ingest/picture/load.ts'
import { turned, turnedBox } from '../ingest/picture/orientation.ts'

/** What a page of print can be read well at on a screen, in dots per inch. */
const DPI = 150
/** Of 100: letters stay sharp, and a page of print takes about 100 kB. */
const QUALITY = 50

/** The pictures of a document's pages, as WebP files to be looked at. */
export class PagePictures {
  readonly #bytes: Uint8Array
  readonly #options: IngestOptions
  readonly #pdf: PdfDocument | undefined

  private constructor(bytes: Uint8Array, options: IngestOptions, pdf: PdfDocument | undefined) {
    this.#bytes = bytes
    this.#options = options
    this.#pdf = pdf
  }

  /** Undefined for a text, which has none. The caller closes it. Errors: E_ENCRYPTED, E_DAMAGED, E_TOO_LARGE. */
  static async open(bytes: Uint8Array, options: IngestOptions): Promise<PagePictures | undefined> {
    const type = mediaTypeOf(bytes)
    if (type === 'text/plain' || type === undefined) return undefined
    const pdf = type === 'application/pdf' ? await PdfDocument.open(bytes, options) : undefined
    return new PagePictures(bytes, options, pdf)
  }

  /**
   * The page upright and level, as it was read, so that its words' boxes lie on their ink.
   *
   * @returns undefined where the page has no picture that can be shown
   */
  async webp(page: Page): Promise<Uint8Array | undefined> {
    const { width, height } = page
    if (width === undefined || height === undefined) return undefined
    const paper: Box = [0, 0, width, height]
    const { quarters, skew }: Turn = page.turn ?? { quarters: 0, skew: 0 }
    try {
      const found = await this.#picture(page.number, turnedBox(paper, quarters))
      const upright = quarters === 0 ? found.picture : turned(found.picture, quarters)
      const box = turnedBox(found.box, quarters)
      return await onPaper(await levelled(upright, skew), box, paper)
    } catch {
      return undefined // the page was read or there is a warning of it; its text is there all the same
    }
  }

  close(): void {
    this.#pdf?.close()
  }

  async #picture(number: number, paper: Box): Promise<{ picture: RawPicture; box: Box }> {
    if (this.#pdf) return await this.#pdf.withPage(number, page => pictureOfPage(page, this.#options))
    return { picture: await loadPicture(this.#bytes, number - 1, this.#options), box: paper }
  }
}

interface Pixels {
  data: Buffer | Uint8Array
  width: number
  height: number
  channels: 1 | 2 | 3 | 4
}

/** Turned back around its middle by the degrees by which its lines fall to the right; of the same size. */
async function levelled(picture: RawPicture, skew: number): Promise<Pixels> {
  if (skew === 0) return picture
  const { width, height } = picture
  const around = await sharp(picture.data, { raw: picture })
    .rotate(-skew, { background: 'white' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const left = Math.round((around.info.width - width) / 2)
  const top = Math.round((around.info.height - height) / 2)
  const { data, info } = await sharp(around.data, { raw: around.info })
    .extract({ left, top, width, height })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

/** The picture where it lies on the paper, boxes in points. */
async function onPaper(picture: Pixels, [x0, y0, x1, y1]: Box, paper: Box): Promise<Uint8Array> {
  const pixels = (points: number): number => Math.max(1, Math.round((points * DPI) / 72))
  const [width, height] = [pixels(paper[2]), pixels(paper[3])]
  const shown = sharp(picture.data, { raw: picture }).resize(pixels(x1 - x0), pixels(y1 - y0), {
    fit: 'fill',
  })
  const whole =
    Math.abs(x0) < 1 && Math.abs(y0) < 1 && Math.abs(x1 - paper[2]) < 1 && Math.abs(y1 - paper[3]) < 1
  if (whole)
    return await shown.resize(width, height, { fit: 'fill' }).webp({ quality: QUALITY, effort: 2 }).toBuffer()
  const part = await shown.png({ compressionLevel: 0 }).toBuffer()
  return await sharp({ create: { width, height, channels: 3, background: 'white' } })
    .composite([
      {
        input: await clipped(part, x0, y0, width, height),
        left: Math.max(0, pixelsFrom(x0)),
        top: Math.max(0, pixelsFrom(y0)),
      },
    ])
    .webp({ quality: QUALITY, effort: 2 })
    .toBuffer()
}

const pixelsFrom = (points: number): number => Math.round((points * DPI) / 72)

/** The part of a picture that lies on the paper. */
async function clipped(part: Buffer, x0: number, y0: number, width: number, height: number): Promise<Buffer> {
  const found = await sharp(part).metadata()
  const [left, top] = [Math.max(0, -pixelsFrom(x0)), Math.max(0, -pixelsFrom(y0))]
  return await sharp(part)
    .extract({
      left,
      top,
      width: Math.min(found.width - left, width - Math.max(0, pixelsFrom(x0))),
      height: Math.min(found.height - top, height - Math.max(0, pixelsFrom(y0))),
    })
    .png({ compressionLevel: 0 })
    .toBuffer()
}
