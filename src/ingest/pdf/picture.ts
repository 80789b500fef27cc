import { createCanvas } from '@napi-rs/canvas'
import { AnnotationMode, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Box } from '../../document.ts'
import { DEFAULT_MAX_PIXELS, type IngestOptions } from '../options.ts'
import type { RawPicture } from '../picture/gray.ts'
import { heightOf, widthOf } from '../placed.ts'
import type { Matrix } from './matrix.ts'
import { walk } from './operators.ts'

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

/** The embedded picture as it is where the page is one, else the page rendered. The document holds its pictures. */
export async function pictureOfPage(page: PDFPageProxy, options: IngestOptions): Promise<PagePicture> {
  return (await embeddedPicture(page)) ?? (await renderedPicture(page, options))
}

/** True where pictures cover so much of the page that its text may stand in them. */
export async function holdsPicture(page: PDFPageProxy): Promise<boolean> {
  const { width, height } = page.getViewport({ scale: 1 })
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  let covered = 0
  walk(page, operators, (operator, _, matrix) => {
    if (operator !== OPS.paintImageXObject && !IMAGE_OPERATORS.has(operator)) return
    const box = boxOf(matrix)
    covered += widthOf(box) * heightOf(box)
  })
  return covered > MUCH * width * height
}

async function embeddedPicture(page: PDFPageProxy): Promise<PagePicture | undefined> {
  const { width, height } = page.getViewport({ scale: 1 })
  // Captions of digital signatures are annotations; without them the scan is found alone.
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const whole: { id: string; matrix: Matrix }[] = []
  let others = 0
  walk(page, operators, (operator, args, matrix) => {
    const isImage = operator === OPS.paintImageXObject
    if (!isImage && !IMAGE_OPERATORS.has(operator)) return
    const box = boxOf(matrix)
    const share = (widthOf(box) * heightOf(box)) / (width * height)
    if (isImage && share >= WHOLE_PAGE && isUpright(matrix)) whole.push({ id: (args as [string])[0], matrix })
    else if (share > SMALL) others++
  })
  if (whole.length !== 1 || others > 0) return undefined
  const [{ id, matrix }] = whole as [{ id: string; matrix: Matrix }]
  const picture = rawPicture(await objectOf(page, id))
  if (!picture) return undefined
  const box = boxOf(matrix)
  picture.dpi = Math.round((72 * picture.width) / widthOf(box))
  return { picture, box, from: 'embedded' }
}

const IMAGE_OPERATORS = new Set<number>([
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
])

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

interface PdfImage {
  width: number
  height: number
  /** 1: one bit a pixel, 2: RGB, 3: RGBA. */
  kind: number
  data?: Uint8Array | Uint8ClampedArray | null
}

/** How long pdfjs may take to hand out a picture it has announced; a broken one never comes. */
const PATIENCE = 20_000

function objectOf(page: PDFPageProxy, id: string): Promise<PdfImage | undefined> {
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE)
    objects.get(id, (image: PdfImage | null) => {
      clearTimeout(timer)
      resolve(image ?? undefined)
    })
  })
}

function rawPicture(image: PdfImage | undefined): RawPicture | undefined {
  if (!image?.data) return undefined
  const { width, height, kind, data } = image
  const pixels = width * height
  if (kind === 2 && data.length >= pixels * 3)
    return { width, height, channels: 3, data: new Uint8Array(data.buffer, data.byteOffset, pixels * 3) }
  if (kind === 3 && data.length >= pixels * 4)
    return { width, height, channels: 3, data: withoutAlpha(data, pixels) }
  if (kind === 1) return { width, height, channels: 1, data: unpackBits(data, width, height) }
  return undefined
}

function withoutAlpha(data: ArrayLike<number>, pixels: number): Uint8Array {
  const rgb = new Uint8Array(pixels * 3)
  for (let at = 0; at < pixels; at++) {
    rgb[at * 3] = data[at * 4] as number
    rgb[at * 3 + 1] = data[at * 4 + 1] as number
    rgb[at * 3 + 2] = data[at * 4 + 2] as number
  }
  return rgb
}

function unpackBits(data: ArrayLike<number>, width: number, height: number): Uint8Array {
  const stride = Math.ceil(width / 8)
  const gray = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      gray[y * width + x] = ((data[y * stride + (x >> 3)] as number) >> (7 - (x & 7))) & 1 ? 255 : 0
  return gray
}

async function renderedPicture(page: PDFPageProxy, options: IngestOptions): Promise<PagePicture> {
  const { width, height } = page.getViewport({ scale: 1 })
  const bound = Math.sqrt((options.maxPixels ?? DEFAULT_MAX_PIXELS) / (width * height))
  // A page of a metre's width is a drawing; its letters are large enough at less.
  const scale = Math.min(RENDER_DPI / 72, bound, 5000 / Math.max(width, height))
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  await page.render({
    canvas: null,
    canvasContext: context as never,
    viewport,
    annotationMode: AnnotationMode.DISABLE,
  }).promise
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  const picture: RawPicture = {
    data: withoutAlpha(data, canvas.width * canvas.height),
    width: canvas.width,
    height: canvas.height,
    channels: 3,
    dpi: scale * 72,
  }
  return { picture, box: [0, 0, width, height], from: 'rendered' }
}
