import sharp, { type Sharp } from 'sharp'
import { run } from './process.ts'

/** A grey picture, row by row, 0 black to 255 white. */
export interface Picture {
  width: number
  height: number
  data: Uint8Array
}

/** One page (1-based) of a PDF as a grey picture, by poppler. */
export async function rasterise(pdf: string, page: number, dpi: number): Promise<Picture> {
  const out = await run('pdftoppm', ['-r', String(dpi), '-gray', '-f', String(page), '-l', String(page), pdf])
  return decodePgm(out)
}

/** `P5 width height 255` and the bytes: what pdftoppm writes. */
function decodePgm(bytes: Buffer): Picture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'))
  if (!header) throw new Error('not a binary PGM')
  const width = Number(header[1])
  const height = Number(header[2])
  return {
    width,
    height,
    data: new Uint8Array(bytes.subarray(header[0].length, header[0].length + width * height)),
  }
}

/** How a page went through printer and scanner. */
export interface ScanSettings {
  dpi: number
  /** Degrees, positive clockwise. */
  skew: number
  /** Sigma of a Gaussian blur in pixels at 200 dpi; scaled with the resolution. */
  blur: number
  /** Deviation of grey noise, of 255. */
  noise: number
  /** Grey level of the ink, 0 black; of paper 255 white. */
  ink: number
  paper: number
  /** 1-bit at this grey level, or grey. */
  threshold?: number
  /** JPEG quality, for grey pages. */
  jpeg?: number
}

/** The page as the scanner gives it. `random()` is uniform in [0, 1). */
export async function degrade(
  page: Picture,
  settings: ScanSettings,
  random: { normal(): number },
): Promise<Picture> {
  let image = page
  if (settings.skew !== 0) image = await rotate(image, settings.skew)
  const sigma = (settings.blur * settings.dpi) / 200
  if (sigma >= 0.3) image = await raw(fromRaw(image).blur(sigma))
  soil(image.data, settings, random)
  if (settings.threshold !== undefined) {
    const { data } = image
    for (let i = 0; i < data.length; i++) data[i] = data[i]! < settings.threshold ? 0 : 255
  } else if (settings.jpeg !== undefined) {
    const jpeg = await fromRaw(image).jpeg({ quality: settings.jpeg }).toBuffer()
    image = await raw(sharp(jpeg))
  }
  return image
}

/** Where a point of the skewed page stood before, in the same unit (pixels or points). */
export function unskew(x: number, y: number, width: number, height: number, skew: number): [number, number] {
  const angle = (-skew * Math.PI) / 180
  const dx = x - width / 2
  const dy = y - height / 2
  return [
    width / 2 + dx * Math.cos(angle) - dy * Math.sin(angle),
    height / 2 + dx * Math.sin(angle) + dy * Math.cos(angle),
  ]
}

export function encodePng(image: Picture, dpi: number): Promise<Buffer> {
  return fromRaw(image).png({ compressionLevel: 1 }).withMetadata({ density: dpi }).toBuffer()
}

export function fromRaw(image: Picture): Sharp {
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 1 } })
}

async function raw(pipeline: Sharp): Promise<Picture> {
  const { data, info } = await pipeline.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}

async function rotate(image: Picture, degrees: number): Promise<Picture> {
  const turned = await raw(fromRaw(image).rotate(degrees, { background: '#fff' }))
  const left = Math.floor((turned.width - image.width) / 2)
  const top = Math.floor((turned.height - image.height) / 2)
  return raw(fromRaw(turned).extract({ left, top, width: image.width, height: image.height }))
}

/** Ink fades, paper darkens, grain comes in: in place. */
function soil(data: Uint8Array, settings: ScanSettings, random: { normal(): number }): void {
  const scale = (settings.paper - settings.ink) / 255
  // One draw for a short run of a fixed table is as good as a draw a pixel and ten times as fast.
  const grain = Int16Array.from({ length: 65_537 }, () => Math.round(random.normal() * settings.noise))
  let g = 0
  for (let i = 0; i < data.length; i++) {
    const value = settings.ink + data[i]! * scale + grain[g]!
    data[i] = Math.max(0, Math.min(255, value))
    g = g + 1 === grain.length ? 0 : g + 1
  }
}
