import type { Box, Page, Warning } from '../../document.ts'
import { engineOf } from '../engine/engines.ts'
import { layoutPage } from '../layout/page.ts'
import { type IngestOptions, wantsPage } from '../options.ts'
import { inParallel, pageDone, readOrWarn, stopIfAborted } from '../pages.ts'
import type { RawPicture } from './gray.ts'
import { countPictures, loadPicture } from './load.ts'
import { readPicture } from './read.ts'

/** Width in points of the paper that a picture is taken for where its file tells no resolution: A4. */
const PAPER_WIDTH = 595
const PAPER_HEIGHT = 842

/** A picture file to pages of lines. */
export async function pagesOfPictures(
  bytes: Uint8Array,
  options: IngestOptions,
  warnings: Warning[],
): Promise<{ pages: Page[]; count: number }> {
  const count = await countPictures(bytes, options)
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const wanted = numbers.filter(number => wantsPage(options, number))
  const read = async (number: number): Promise<Page> => {
    stopIfAborted(options.signal)
    const started = performance.now()
    const raw = await loadPicture(bytes, number - 1, options)
    const box = paperOf(raw)
    const [, , width, height] = box
    const found = await readOrWarn(number, warnings, () =>
      readPicture(raw, box, engineOf(options.engine), options),
    )
    const { words, rules, turn } = found ?? { words: [], rules: [] }
    const size = turn && turn.quarters % 2 === 1 ? { width: height, height: width } : { width, height }
    const page = layoutPage(
      { number, ...size, ...(turn && { turn }), text: 'ocr', words, rules },
      number === wanted[0],
    )
    const took = performance.now() - started
    pageDone(options, { page: number, pages: count, text: 'ocr', reason: 'it is a picture', took })
    return page
  }
  const pages = await inParallel(wanted, engineOf(options.engine).slots, read)
  return { pages, count }
}

/** The box of the page that the picture shows, by its resolution, else as a sheet of A4. */
function paperOf(picture: RawPicture): Box {
  const { width, height, dpi } = picture
  if (dpi) return [0, 0, (width / dpi) * 72, (height / dpi) * 72]
  const paper = width > height ? PAPER_HEIGHT : PAPER_WIDTH
  return [0, 0, paper, (paper * height) / width]
}
