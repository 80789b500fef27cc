import type { Box, Turn } from '../../document.ts'
import type { Engine, ReadOptions, ReadWord } from '../engine/engine.ts'
import { boxOf, type Grid, gridsOf } from '../layout/tables.ts'
import { DEFAULT_TIMEOUT, type IngestOptions } from '../options.ts'
import type { PlacedWord, Rule } from '../placed.ts'
import { cellAreas, readAreas } from './cells.ts'
import { componentsOf, erase, isStroke } from './components.ts'
import { levelled, skewOf } from './deskew.ts'
import type { GrayPicture, RawPicture } from './gray.ts'
import { withHandwriting } from './handwriting.ts'
import { type Inks, separateInks } from './ink.ts'
import { isSideways, turned, turnedBox } from './orientation.ts'
import { readPageNumber } from './page-number.ts'
import { rulesOfPicture, withoutLevelRules } from './rules.ts'

/** Inches that are kept free around a table when the rest of the page is read. */
const MARGIN = 0.03

/** Mean confidence under which a page may stand on its head. */
const POOR = 0.6

export interface PictureReading {
  words: PlacedWord[]
  rules: Rule[]
  /** How the picture was turned; by an odd number of quarters the page's width and height change places. */
  turn: Turn
}

/**
 * Reads a page from its picture, whichever way up it was scanned.
 *
 * @param box where the picture lies on the page, in points
 * @returns words and rules in points of the upright page
 */
export async function readPicture(
  raw: RawPicture,
  box: Box,
  engine: Engine,
  options: IngestOptions,
): Promise<PictureReading> {
  const inks = separateInks(raw)
  const sideways = isSideways(inks.print)
  const read = async (quarters: Turn['quarters']): Promise<PictureReading> => {
    const upright = quarters === 0 ? inks : separateInks(turned(raw, quarters))
    const { words, rules, skew } = await readInks(upright, turnedBox(box, quarters), engine, options)
    return { words, rules, turn: { quarters, skew } }
  }
  const first = await read(sideways ? 1 : 0)
  if (first.words.length === 0 || sureness(first) >= POOR) return first
  const second = await read(sideways ? 3 : 2)
  options.log?.(`read ${sureness(first).toFixed(2)} sure, upside down ${sureness(second).toFixed(2)}`)
  return sureness(second) > sureness(first) ? second : first
}

/** Mean confidence of the words by their length. */
function sureness({ words }: PictureReading): number {
  let sum = 0
  let letters = 0
  for (const { text, confidence = 0 } of words) {
    sum += confidence * text.length
    letters += text.length
  }
  return letters === 0 ? 0 : sum / letters
}

async function readInks(
  inks: Inks,
  box: Box,
  engine: Engine,
  options: IngestOptions,
): Promise<{ words: PlacedWord[]; rules: Rule[]; skew: number }> {
  const scale = (box[2] - box[0]) / inks.print.width
  const dpi = 72 / scale
  const skew = skewOf(inks.print)
  const picture = levelled(inks.print, skew)
  const found = rulesOfPicture(picture, dpi)
  const rules = found.map(rule => toPoints(rule, scale, box))
  const grids = gridsOf(rules).map(grid => toPixels(grid, scale, box))
  const reading: ReadOptions = {
    segmentation: 'column',
    dpi,
    timeout: (options.timeout ?? DEFAULT_TIMEOUT) * 1000,
    signal: options.signal,
  }
  const page = withoutLevelRules(without(picture, grids, dpi), found, dpi)
  const components = componentsOf(page)
  const strokes = components.found.filter(component => isStroke(component, dpi))
  const text = erase(page, components, strokes)
  const levelPen = inks.pen ? { pen: levelled(inks.pen, skew) } : {}
  const words = await withHandwriting(
    await engine.read(text, reading),
    { print: picture, ...levelPen },
    engine,
    reading,
  )
  words.push(...(await readPageNumber(text, components.found, words, engine, reading)))
  const areas = grids.flatMap(grid => cellAreas(grid, dpi))
  words.push(...(await readAreas(picture, areas, engine, { ...reading, segmentation: 'block' })))
  return { words: words.map(word => placed(word, scale, box)), rules, skew }
}

function placed(word: ReadWord, scale: number, box: Box): PlacedWord {
  const [x0, y0, x1, y1] = word.box
  return {
    text: normalized(word.text),
    confidence: word.confidence,
    box: [x0 * scale + box[0], y0 * scale + box[1], x1 * scale + box[0], y1 * scale + box[1]],
    size: (y1 - y0) * scale,
  }
}

/** The model's alphabet has the Icelandic letter beside the Vietnamese one, which looks the same; it may read both. */
function normalized(text: string): string {
  return text.normalize('NFC').replace(/ÐĐ|ĐÐ/g, 'Đ').replaceAll('Ð', 'Đ')
}

function toPoints(rule: Rule, scale: number, box: Box): Rule {
  const level = rule.direction === 'horizontal'
  const [along, across] = level ? [box[0], box[1]] : [box[1], box[0]]
  return {
    direction: rule.direction,
    position: rule.position * scale + across,
    from: rule.from * scale + along,
    to: rule.to * scale + along,
  }
}

function toPixels(grid: Grid, scale: number, box: Box): Grid {
  return {
    xs: grid.xs.map(x => (x - box[0]) / scale),
    ys: grid.ys.map(y => (y - box[1]) / scale),
    owner: grid.owner,
  }
}

/** The picture with its tables painted over. */
function without(picture: GrayPicture, grids: readonly Grid[], dpi: number): GrayPicture {
  if (grids.length === 0) return picture
  const { width, height } = picture
  const data = picture.data.slice()
  for (const grid of grids) {
    const [x0, y0, x1, y1] = boxOf(grid)
    const margin = MARGIN * dpi
    const left = Math.max(0, Math.floor(x0 - margin))
    const right = Math.min(width, Math.ceil(x1 + margin))
    for (let y = Math.max(0, Math.floor(y0 - margin)); y < Math.min(height, y1 + margin); y++)
      data.fill(255, y * width + left, y * width + right)
  }
  return { data, width, height }
}
