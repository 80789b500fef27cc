/** Which reading of a page is taken: the better one, always the picture's, or always the text layer's. */
export type OcrChoice = 'auto' | 'always' | 'never'

export type EngineName = 'tesseract.js' | 'tesseract'

/** Told after every page: which it was and how it was read. */
export interface PageDone {
  page: number
  pages: number
  /** Where the page's words come from, and why. */
  text: 'layer' | 'ocr' | 'plain'
  reason: string
  /** Milliseconds. */
  took: number
}

export interface IngestOptions {
  /** Default `auto`. */
  ocr?: OcrChoice
  /** Default `tesseract.js`. */
  engine?: EngineName
  /** Inclusive ranges of 1-based page numbers; all pages where absent. */
  pages?: readonly (readonly [first: number, last: number])[]
  /** For encrypted PDF. */
  password?: string
  /** Seconds that one page may take in the text recognition engine. Default 120. */
  timeout?: number
  /** A document with more pages is refused. Default 2000. */
  maxPages?: number
  /** A picture with more pixels is refused. Default 100 million. */
  maxPixels?: number
  signal?: AbortSignal
  /** Base name for `source.file` where the input is no path. */
  fileName?: string
  onProgress?: (done: PageDone) => void
  /** Told which step took how long and why a page was read from its picture. */
  log?: (message: string) => void
}

export const DEFAULT_TIMEOUT = 120
export const DEFAULT_MAX_PAGES = 2000
export const DEFAULT_MAX_PIXELS = 100_000_000

/** True where `--pages` names the page or is absent. */
export function wantsPage(options: IngestOptions, page: number): boolean {
  return !options.pages || options.pages.some(([first, last]) => page >= first && page <= last)
}
