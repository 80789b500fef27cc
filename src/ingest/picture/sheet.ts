import type { Box } from '../../document.ts'
import type { ReadOptions, ReadWord } from '../engine/engine.ts'
import { type Grid, gridsOf } from '../layout/tables.ts'
import { DEFAULT_TIMEOUT, type IngestOptions } from '../options.ts'
import type { PlacedWord, Rule } from '../placed.ts'
import { levelled, skewOf } from './deskew.ts'
import { faintRules } from './faint-rules.ts'
import type { GrayPicture } from './gray.ts'
import type { Inks } from './ink.ts'
import { rulesOfPicture } from './rules.ts'

/** A scanned page set level, its inks apart, its ruling lines known: what every way of reading it begins with. */
export class Sheet {
  readonly print: GrayPicture
  readonly pen: GrayPicture | undefined
  /** Degrees by which the lines fell to the right before the picture was turned back. */
  readonly skew: number
  readonly dpi: number
  /** Where the picture lies on the page, in points. */
  readonly box: Box
  /** Points a pixel. */
  private readonly scale: number
  private found: Rule[] | undefined

  /** @param skew where it is known already */
  constructor(inks: Inks, box: Box, skew = skewOf(inks.print)) {
    this.box = box
    this.scale = (box[2] - box[0]) / inks.print.width
    this.dpi = 72 / this.scale
    this.skew = skew
    this.print = levelled(inks.print, this.skew)
    this.pen = inks.pen && levelled(inks.pen, this.skew)
  }

  /** The ruling lines in pixels. */
  get lines(): readonly Rule[] {
    if (!this.found) {
      const clear = rulesOfPicture(this.print, this.dpi)
      const faint = this.gridsOf(clear).flatMap(grid => faintRules(this.print, grid))
      this.found = [...clear, ...faint]
    }
    return this.found
  }

  /** The ruling lines in points. */
  get rules(): Rule[] {
    return this.inPoints(this.lines)
  }

  /** The tables in pixels. */
  get grids(): Grid[] {
    return this.gridsOf(this.lines)
  }

  private inPoints(lines: readonly Rule[]): Rule[] {
    return lines.map(rule => {
      const [along, across] =
        rule.direction === 'horizontal' ? [this.box[0], this.box[1]] : [this.box[1], this.box[0]]
      return {
        direction: rule.direction,
        position: rule.position * this.scale + across,
        from: rule.from * this.scale + along,
        to: rule.to * this.scale + along,
      }
    })
  }

  /** Tables are measured in points. */
  private gridsOf(lines: readonly Rule[]): Grid[] {
    return gridsOf(this.inPoints(lines)).map(({ xs, ys, owner }) => ({
      xs: xs.map(x => (x - this.box[0]) / this.scale),
      ys: ys.map(y => (y - this.box[1]) / this.scale),
      owner,
    }))
  }

  /** How the engine shall read pieces of it. */
  reading(segmentation: ReadOptions['segmentation'], options: IngestOptions): ReadOptions {
    const timeout = (options.timeout ?? DEFAULT_TIMEOUT) * 1000
    return { segmentation, dpi: this.dpi, timeout, signal: options.signal }
  }

  /** A word as the engine read it, in points. */
  placed(word: ReadWord): PlacedWord {
    const [x0, y0, x1, y1] = word.box
    const { scale, box } = this
    return {
      text: normalized(word.text),
      confidence: word.confidence,
      box: [x0 * scale + box[0], y0 * scale + box[1], x1 * scale + box[0], y1 * scale + box[1]],
      size: (y1 - y0) * scale,
    }
  }

  /** A place on the page in pixels of the picture. */
  toPixels([x0, y0, x1, y1]: Box): Box {
    const { scale, box } = this
    return [(x0 - box[0]) / scale, (y0 - box[1]) / scale, (x1 - box[0]) / scale, (y1 - box[1]) / scale]
  }

  /** Where a box on the page as it came lies after the picture was set level. */
  level(box: Box): Box {
    return this.turn(box, this.skew)
  }

  /** Where a box lay before the picture was set level. */
  asItCame(box: Box): Box {
    return this.turn(box, -this.skew)
  }

  /** A box whose middle is turned around the middle of the picture, its size kept. */
  private turn([x0, y0, x1, y1]: Box, degrees: number): Box {
    const radians = (degrees * Math.PI) / 180
    const [sin, cos] = [Math.sin(radians), Math.cos(radians)]
    const x = (x0 + x1 - this.box[0] - this.box[2]) / 2
    const y = (y0 + y1 - this.box[1] - this.box[3]) / 2
    const dx = x * cos + y * sin - x
    const dy = y * cos - x * sin - y
    return [x0 + dx, y0 + dy, x1 + dx, y1 + dy]
  }
}

/** The model's alphabet has the Icelandic letter beside the Vietnamese one, which looks the same; it may read both. */
function normalized(text: string): string {
  return text.normalize('NFC').replace(/ÐĐ|ĐÐ/g, 'Đ').replaceAll('Ð', 'Đ')
}
