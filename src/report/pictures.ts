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

/** The picture where it lies on the paper, boxes in points; what lies beyond the paper is cut off. */
async function onPaper(picture: Pixels, box: Box, paper: Box): Promise<Uint8Array> {
  const [x0, y0, x1, y1] = box.map(pixels) as [number, number, number, number]
  const [width, height] = [pixels(paper[2]), pixels(paper[3])]
  const [left, top] = [Math.max(0, x0), Math.max(0, y0)]
  const [right, bottom] = [Math.min(width, x1), Math.min(height, y1)]
  const { data, info } = await sharp(picture.data, { raw: picture })
    .resize(Math.max(1, x1 - x0), Math.max(1, y1 - y0), { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return await sharp(data, { raw: info })
    .extract({ left: left - x0, top: top - y0, width: right - left, height: bottom - top })
    .extend({ left, top, right: width - right, bottom: height - bottom, background: 'white' })
    .webp({ quality: QUALITY, effort: 2 })
    .toBuffer()
}

const pixels = (points: number): number => Math.round((points * DPI) / 72)
