/**
 * The library: `import { extract } from 'plan-extract'`.
 *
 *     const { plan } = await extract('ke-hoach.pdf')
 *     console.log(plan.header.number, plan.tasks.length)
 *
 * Models are loaded at the first use of what needs them.
 */
export { parseQuery, type Query } from '../grammars/query.ts'
export {
  type Assignment,
  type Block,
  type Citation,
  type Header,
  type Plan,
  PlanSchema,
  type Role,
  SCHEMA_VERSION,
  type Section,
  type Signature,
  type Statement,
  type Table,
  type Target,
  type Task,
  type ViewStatement,
  type When,
} from '../schemas/plan.ts'
export { type Comparison, comparePlans } from './archive/compare/compare.ts'
export { type PlanHit, planHits as searchPlans } from './archive/hits.ts'
export { indexPlan } from './archive/index-plan.ts'
export { openArchive, openArchiveToWrite } from './archive/sqlite/store.ts'
export type { Store as Archive } from './archive/store.ts'
export { applyCorrections } from './corrections/apply.ts'
export { correctionsText, parseCorrections } from './corrections/file.ts'
export type { Correction, Corrections } from './corrections/schema.ts'
export type { Alternative, Box, Line, Page, Place, SourceDocument, Warning, Word } from './document.ts'
export { emit } from './emit/emit.ts'
export { FORMATS, type Format } from './emit/formats.ts'
export { repairedText } from './emit/repaired.ts'
export { ERRORS, type ErrorCode, PlanExtractError } from './errors.ts'
export { type Extraction, type ExtractOptions, extract, type Input, repair } from './extract.ts'
export { type ExtractAllOptions, type ExtractAllResult, extractAll } from './extract-all.ts'
export { closeEngines, type PageDone } from './ingest/ingest.ts'
export { parsePlan } from './parse-plan.ts'
export {
  type SearchablePdf,
  type SearchablePdfOptions,
  searchablePdf,
  writeSearchablePdf,
} from './searchable-pdf.ts'
export { type Finding, type Validation, validate } from './validate/validate.ts'
