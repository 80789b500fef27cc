import { createHash } from 'node:crypto'
import type { Plan } from '../schemas/plan.ts'
import type { SourceDocument } from './document.ts'
import { generator } from './generator.ts'
import { pagesOfText } from './ingest/text.ts'
import { interpret } from './interpret/interpret.ts'
import { parse } from './parse/parse.ts'

/**
 * A plan from text that is right already (typed, or repaired and corrected by a person): lines as printed, a form feed
 * between pages, cells of a table row separated by ` | `. Nothing is repaired. Every text gives a plan.
 */
export function parsePlan(text: string, options: { file?: string } = {}): Plan {
  const bytes = Buffer.from(text)
  const pages = pagesOfText(text.normalize('NFC'))
  const document: SourceDocument = {
    source: {
      file: options.file ?? '-',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'text/plain',
      pages: pages.length,
      text: 'plain',
    },
    pages,
    warnings: [],
  }
  return { ...interpret(parse(document), document), generator: generator({}) }
}
