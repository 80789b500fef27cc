import type { GrayPicture } from '../picture/gray.ts'
import type { PdfPage } from './page.ts'

/** One byte a pixel. */
const GRAY = 1
/** Paint in shades of gray (`FPDF_GRAYSCALE`). */
const GRAYSCALE = 8
const WHITE = 0xffffffff

/**
 * A page as it is printed, without annotations, at so many dots an inch.
 *
 * @param memory a picture that is no longer needed, whose memory is taken for this one where it is enough
 */
export function grayPage(page: PdfPage, dpi: number, memory?: GrayPicture): GrayPicture {
  const { pdfium, handle } = page
  const [width, height] = [Math.ceil((page.width * dpi) / 72), Math.ceil((page.height * dpi) / 72)]
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GRAY, 0, 0)
  if (bitmap === 0) throw new Error('no memory for its picture')
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
  pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, GRAYSCALE)
  const stride = pdfium.FPDFBitmap_GetStride(bitmap)
  const from = pdfium.FPDFBitmap_GetBuffer(bitmap)
  const size = width * height
  const isEnough = memory !== undefined && memory.data.buffer.byteLength >= size
  const data = isEnough ? new Uint8Array(memory.data.buffer, 0, size) : new Uint8Array(size)
  for (let y = 0; y < height; y++)
    data.set(pdfium.pdfium.HEAPU8.subarray(from + y * stride, from + y * stride + width), y * width)
  pdfium.FPDFBitmap_Destroy(bitmap)
  return { data, width, height }
}
