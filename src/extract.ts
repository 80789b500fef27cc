import type { Plan } from '../schemas/plan.ts'
import { applyCorrections } from './corrections/apply.ts'
import { correctionsFor } from './corrections/beside.ts'
import type { Corrections } from './corrections/schema.ts'
import { type Input, lineText, type SourceDocument, type Warning } from './document.ts'
import { PlanExtractError } from './errors.ts'
import { generator } from './generator.ts'
import { type IngestOptions, ingestOpen, type OpenInput, whileOpen } from './ingest/ingest.ts'
import { interpret } from './interpret/interpret.ts'
import { parse } from './parse/parse.ts'
import { loadRepairer } from './repair/repair.ts'
import { say } from './said.ts'
import { lookAgain } from './second-look.ts'
import { applyLexicon } from './user-lexicon/apply.ts'
import type { UserLexicon } from './user-lexicon/schema.ts'

export type { Input } from './document.ts'

export interface ExtractOptions extends IngestOptions {
  /** Adds a warning for every word whose confidence is under this, in [0, 1]. */
  minConfidence?: number
  /** A person's corrections; where absent, those that lie beside the input if it is a path; false for none. */
  corrections?: Corrections | false
  /** Names and abbreviations of one's own documents, as `plan-extract learn` finds them. */
  lexicon?: UserLexicon
}

export interface Extraction {
  plan: Plan
  document: SourceDocument
  /** Those of the plan: of all steps, in document order. */
  warnings: Plan['warnings']
}

/** The five steps in order (the fifth, emit, turns the plan into text where it is written). */
export async function extract(input: Input, options: ExtractOptions = {}): Promise<Extraction> {
  const corrections = correctionsFor(input, options.corrections) // before any work, since a wrong file of them ends it
  return planOf(await read(input, options), options, corrections)
}

/**
 * The first two steps: the document with its words put right, each with its confidence, and a person's corrections
 * applied.
 */
export async function repair(input: Input, options: ExtractOptions = {}): Promise<SourceDocument> {
  const corrections = correctionsFor(input, options.corrections)
  return finished(await read(input, options), options, corrections)
}

/** The first two steps without a person's corrections, for those who put different ones over the same document. */
export async function read(input: Input, options: ExtractOptions = {}): Promise<SourceDocument> {
  return await whileOpen(input, options.fileName, open => readOpen(open, options))
}

/** The same of an input that is open, and stays so. */
export async function readOpen(open: OpenInput, options: ExtractOptions): Promise<SourceDocument> {
  const found = await ingestOpen(open, options)
  const repaired = repairFound(found, options)
  const second = await lookAgain(open.bytes, found, repaired, options)
  open.refuseChanged()
  return second ? repairFound(second, options) : repaired
}

function repairFound(found: SourceDocument, options: ExtractOptions): SourceDocument {
  if (options.signal?.aborted) throw new PlanExtractError('E_ABORTED', say('the work was stopped'))
  const started = performance.now()
  const decoded = loadRepairer().repair(found)
  const repaired = options.lexicon ? applyLexicon(decoded, options.lexicon) : decoded
  options.log?.(`repaired in ${Math.round(performance.now() - started)} ms`)
  return repaired
}

/** What `extract` makes of a document that was read, with these corrections. */
export function planOf(
  repaired: SourceDocument,
  options: ExtractOptions,
  corrections: Corrections | undefined,
): Extraction {
  const document = finished(repaired, options, corrections)
  const started = performance.now()
  const plan: Plan = { ...interpret(parse(document), document), generator: generator(options, corrections) }
  options.log?.(`parsed and interpreted in ${Math.round(performance.now() - started)} ms`)
  return { plan, document, warnings: plan.warnings }
}

function finished(
  repaired: SourceDocument,
  { minConfidence }: ExtractOptions,
  corrections: Corrections | undefined,
): SourceDocument {
  const document = corrections ? withCorrections(repaired, corrections) : repaired
  if (minConfidence === undefined) return document
  return { ...document, warnings: [...document.warnings, ...doubtfulWords(document, minConfidence)] }
}

function withCorrections(repaired: SourceDocument, corrections: Corrections): SourceDocument {
  const { document, warnings } = applyCorrections(repaired, corrections)
  return { ...document, warnings: [...document.warnings, ...warnings] }
}

function doubtfulWords(document: SourceDocument, minConfidence: number): Warning[] {
  const warnings: Warning[] = []
  for (const page of document.pages)
    for (const line of page.lines)
      for (const word of line.words) {
        if (word.confidence === undefined || word.confidence >= minConfidence) continue
        warnings.push({
          code: 'word-doubtful',
          severity: 'warning',
          message: `“${word.text}” is read with confidence ${word.confidence.toFixed(2)} in “${lineText(line)}”`,
          at: { page: page.number, line: line.number, ...(word.box && { bbox: word.box }) },
        })
      }
  return warnings
}
