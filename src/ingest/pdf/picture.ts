import type { Box } from '../../document.ts'
import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import { DEFAULT_MAX_PIXELS, type IngestOptions } from '../options.ts'
import type { RawPicture } from '../picture/gray.ts'
import { heightOf, widthOf } from '../placed.ts'
import type { Matrix } from './matrix.ts'
import { IMAGE, type PdfPage } from './page.ts'

/** A page as a picture and where the picture lies on it. */
export interface PagePicture {
  picture: RawPicture
  /** In points of the upright page. */
  box: Box
  from: 'embedded' | 'rendered'
}

/** Dots per inch of a rendered page: what the engine reads best at the sizes of print of the field. */
const RENDER_DPI = 300
/** A picture that covers this share of the page is the scan of it. */
const WHOLE_PAGE = 0.8
/** Pictures that cover more than this share of a page may hold its text. */
const MUCH = 0.25
/** Pictures smaller than this share beside it are seals of signing programs. */
const SMALL = 0.08

/**
 * The embedded picture as it is where the page is one, else the page rendered without its annotations, which are
 * captions of digital signatures. Errors: E_TOO_LARGE.
 */
export function pictureOfPage(page: PdfPage, options: IngestOptions): PagePicture {
  return scanOfPage(page, options) ?? renderedPicture(page, options)
}

/** True where pictures cover so much of the page that its text may stand in them. */
export function holdsPicture(page: PdfPage): boolean {
  const covered = imagesOf(page).reduce((sum, image) => sum + image.share, 0)
  return covered > MUCH
}

/** The picture that the page is, upright and alone but for seals; undefined where it is none. Errors: E_TOO_LARGE. */
export function scanOfPage(page: PdfPage, options: IngestOptions): PagePicture | undefined {
  const images = imagesOf(page)
  const [scan, second] = images.filter(({ share, matrix }) => share >= WHOLE_PAGE && isUpright(matrix))
  if (!scan || second || images.some(image => image !== scan && image.share > SMALL)) return undefined
  const picture = pixelsOf(page, scan.object, options)
  if (!picture) return undefined
  const box = boxOf(scan.matrix)
  picture.dpi = Math.round((72 * picture.width) / widthOf(box))
  return { picture, box, from: 'embedded' }
}

interface Image {
  object: number
  matrix: Matrix
  /** Of the page that it covers. */
  share: number
}

function imagesOf(page: PdfPage): Image[] {
  const images: Image[] = []
  page.walk((type, object, matrix) => {
    if (type !== IMAGE) return
    const box = boxOf(matrix)
    images.push({ object, matrix, share: (widthOf(box) * heightOf(box)) / (page.width * page.height) })
  })
  return images
}

/** A picture fills the unit square, its first row at y = 1. */
function isUpright(matrix: Matrix): boolean {
  const small = 0.02 * Math.abs(matrix[0])
  return matrix[0] > 0 && matrix[3] < 0 && Math.abs(matrix[1]) < small && Math.abs(matrix[2]) < small
}

function boxOf([a, b, c, d, e, f]: Matrix): Box {
  const xs = [e, e + a, e + c, e + a + c]
  const ys = [f, f + b, f + d, f + b + d]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Formats of pdfium's bitmaps (`FPDFBitmap_…`) with their bytes a pixel. */
const GRAY = 1
const BYTES: Readonly<Record<number, number>> = { [GRAY]: 1, 2: 3, 3: 4, 4: 4 }

/** The decoded pixels of a drawn image; undefined where it is damaged. Errors: E_TOO_LARGE. */
function pixelsOf(page: PdfPage, object: number, options: IngestOptions): RawPicture | undefined {
  refuseHuge(page, object, options)
  const bitmap = page.pdfium.FPDFImageObj_GetBitmap(object)
  if (bitmap === 0) return undefined
  try {
    return copyOf(page, bitmap)
  } finally {
    page.pdfium.FPDFBitmap_Destroy(bitmap)
  }
}

/** Looks at the size that the file claims before a pixel is decoded. Errors: E_TOO_LARGE. */
function refuseHuge(page: PdfPage, object: number, options: IngestOptions): void {
  const { pdfium, scratch } = page
  if (!pdfium.FPDFImageObj_GetImagePixelSize(object, scratch, scratch + 4)) return
  const [width, height] = page.integers(2) as [number, number]
  const most = options.maxPixels ?? DEFAULT_MAX_PIXELS
  if (width * height > most)
    throw new PlanExtractError(
      'E_TOO_LARGE',
      say('a picture of {width} × {height} pixels, more than {most}', { width, height, most }),
      {
        hint: say('Scan it with fewer dots per inch, or raise --max-pixels.'),
      },
    )
}

function copyOf({ pdfium }: PdfPage, bitmap: number): RawPicture | undefined {
  const bytes = BYTES[pdfium.FPDFBitmap_GetFormat(bitmap)]
  const from = pdfium.FPDFBitmap_GetBuffer(bitmap)
  if (bytes === undefined || from === 0) return undefined
  const width = pdfium.FPDFBitmap_GetWidth(bitmap)
  const height = pdfium.FPDFBitmap_GetHeight(bitmap)
  const stride = pdfium.FPDFBitmap_GetStride(bitmap)
  const { HEAPU8 } = pdfium.pdfium
  const channels = bytes === 1 ? 1 : 3
  const data = new Uint8Array(width * height * channels)
  for (let y = 0, to = 0; y < height; y++) {
    const row = HEAPU8.subarray(from + y * stride, from + y * stride + width * bytes)
    if (bytes === 1) {
      data.set(row, to)
      to += width
      continue
    }
    for (let at = 0; at < row.length; at += bytes, to += 3) {
      data[to] = row[at + 2] as number
      data[to + 1] = row[at + 1] as number
      data[to + 2] = row[at] as number
    }
  }
  return { data, width, height, channels }
}

const WHITE = 0xffffffff
/** Four bytes a pixel, the last without meaning. */
const BGRX = 3

function renderedPicture(page: PdfPage, options: IngestOptions): PagePicture {
  const { pdfium, handle, width, height } = page
  const bound = Math.sqrt((options.maxPixels ?? DEFAULT_MAX_PIXELS) / (width * height))
  // A page of a metre's width is a drawing; its letters are large enough at less.
  const scale = Math.min(RENDER_DPI / 72, bound, 5000 / Math.max(width, height))
  const [across, down] = [Math.ceil(width * scale), Math.ceil(height * scale)]
  for (const { object } of imagesOf(page)) refuseHuge(page, object, options)
  const bitmap = pdfium.FPDFBitmap_CreateEx(across, down, BGRX, 0, 0)
  if (bitmap === 0) throw new Error('no memory for its picture')
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, WHITE)
  pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, across, down, 0, 0)
  const picture = copyOf(page, bitmap) as RawPicture
  pdfium.FPDFBitmap_Destroy(bitmap)
  picture.dpi = scale * 72
  return { picture, box: [0, 0, width, height], from: 'rendered' }
}
