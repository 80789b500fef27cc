import type { GrayPicture } from '../picture/gray.ts'

/** A word as an engine read it, in pixels of the picture it was given. */
export interface ReadWord {
  text: string
  /** In [0, 1], as the engine gives it. */
  confidence: number
  box: readonly [x0: number, y0: number, x1: number, y1: number]
}

/** How the engine shall take the picture apart: tesseract's page segmentation modes. */
export type Segmentation = 'column' | 'block' | 'line'

export const SEGMENTATION_MODES: Record<Segmentation, string> = {
  column: '4',
  block: '6',
  line: '7',
}

export interface ReadOptions {
  segmentation: Segmentation
  dpi: number
  /** Milliseconds. */
  timeout: number
  signal?: AbortSignal | undefined
  /** Default `vie`; the English model reads digits written by hand better. */
  language?: 'vie' | 'eng'
  /** The only characters that can stand there; any where absent. */
  characters?: string
}

/** A text recognition engine for Vietnamese. `read` fails with E_OCR, after `timeout` too, and with E_ABORTED. */
export interface Engine {
  read(picture: GrayPicture, options: ReadOptions): Promise<ReadWord[]>
  /** Pictures that it reads at the same time. */
  readonly slots: number
  close(): Promise<void>
}

/** Portable gray map: the simplest format that both engines read, without compression. */
export function encodePgm(picture: GrayPicture): Uint8Array {
  const head = Buffer.from(`P5\n${picture.width} ${picture.height}\n255\n`, 'latin1')
  return Buffer.concat([head, picture.data])
}
