import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Generator } from '../schemas/plan.ts'
import type { Corrections } from './corrections/schema.ts'
import type { ExtractOptions } from './extract.ts'
import { packagePath } from './package-root.ts'

/** Version of the package, from its package.json. */
export const VERSION: string = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')).version

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
