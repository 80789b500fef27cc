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

/** Inches of the squares in which a dark ground is looked for: about as high as small letters. */
const SQUARE = 0.1
/** Share of ink in a square of a dark ground with white letters; bold capitals on white have less than half. */
const DARK_GROUND = 0.65
/** Shades of gray darker than this may be a ground. */
const DARK = 180

/**
 * Confidence under which the engine reads a line once more with black and white exchanged: its own bound where a dark
 * ground is that may carry white letters, else none, since it has every hard line read twice: a third of the time that
 * doubtful words take.
 */
export function invertBelow(picture: GrayPicture, dpi: number): string {
  return hasDarkGround(picture, Math.max(4, Math.round(SQUARE * dpi))) ? '0.7' : '0'
}

/** Looks at every second pixel of every second row. */
function hasDarkGround({ data, width, height }: GrayPicture, side: number): boolean {
  const across = Math.floor(width / side)
  const enough = DARK_GROUND * Math.ceil(side / 2) ** 2
  const dark = new Uint16Array(across)
  for (let top = 0; top + side <= height; top += side) {
    dark.fill(0)
    for (let y = top; y < top + side; y += 2)
      for (let square = 0, x = y * width; square < across; square++, x += side)
        for (let at = x; at < x + side; at += 2) if ((data[at] as number) < DARK) dark[square]!++
    if (dark.some(count => count >= enough)) return true
  }
  return false
}

/** Portable gray map: the simplest format that both engines read, without compression. */
export function encodePgm(picture: GrayPicture): Uint8Array {
  const head = Buffer.from(`P5\n${picture.width} ${picture.height}\n255\n`, 'latin1')
  return Buffer.concat([head, picture.data])
}
