import { createHash } from 'node:crypto'
import type { Generator } from '../schemas/plan.ts'
import type { Corrections } from './corrections/schema.ts'
import type { ExtractOptions } from './extract.ts'
import { VERSION } from './version.ts'

/**
 * What `generator` of a plan made with these options and corrections says. Two plans of the same bytes with equal
 * generators are equal.
 */
export function generator(options: ExtractOptions, corrections?: Corrections): Generator {
  const bearing = {
    ocr: options.ocr ?? 'auto',
    engine: options.engine ?? 'tesseract.js',
    pages: options.pages,
    timeout: options.timeout,
    maxPages: options.maxPages,
    maxPixels: options.maxPixels,
    minConfidence: options.minConfidence,
    corrections: corrections?.corrections,
    lexicon: options.lexicon?.entries,
  }
  const hash = createHash('sha256').update(JSON.stringify(bearing)).digest('hex')
  return { name: 'plan-extract', version: VERSION, options: hash.slice(0, 12) }
}
