import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { RoleSchema } from '../schemas/plan.ts'
import { packagePath } from '../src/package-root.ts'

/**
 * The words that the grammars know, kept in `vocabularies/*.yaml` so that someone who knows plans can add one without
 * touching code. Each file says at its top what its lists are for.
 *
 *     roles.yaml          words of headings                      MỤC ĐÍCH, YÊU CẦU
 *     document-types.yaml types of documents and their symbols   Quyết định · QĐ
 *     bodies.yaml         who acts                               Phòng, Sở, Ủy ban nhân dân, Trưởng thôn
 *     predicates.yaml     what bodies do                         chủ trì, phối hợp, có trách nhiệm
 *     tasks.yaml          headings of columns and labelled lines Đơn vị chủ trì: · Thời gian
 *     citations.yaml      words around a cited document          Căn cứ … về việc …
 *     quantities.yaml     words around a number                  tối thiểu 80% …, ít nhất 01 đợt
 */
const phrases = z.array(z.string().min(1))

export const RolesVocabulary = z.strictObject({
  roles: z.record(RoleSchema.exclude(['other']), phrases),
  background: phrases,
  verbal: z.record(z.string(), phrases),
  neutral: phrases,
  fillers: phrases,
})

export const DocumentTypesVocabulary = z.array(
  z.strictObject({
    name: z.string(),
    symbols: phrases.default([]),
    variants: phrases.default([]),
    /** What tells one such document from another where it has no number. */
    known: z.enum(['number', 'nickname', 'name', 'title']).default('number'),
  }),
)
export type DocumentType = z.infer<typeof DocumentTypesVocabulary>[number]

const levels = z.enum(['commune', 'district', 'province', 'central', 'party', 'organization'])
export const BodiesVocabulary = z.strictObject({
  bodies: phrases,
  persons: phrases,
  quantifiers: phrases,
  invitations: phrases,
  falseFriends: phrases,
  levels: z.array(z.strictObject({ level: levels, openings: phrases })),
  general: phrases,
  units: z.partialRecord(levels, phrases),
  provincialCities: phrases,
  names: phrases,
  abbreviations: z.record(z.string(), z.string()),
})

export const PredicatesVocabulary = z.strictObject({
  predicates: phrases,
  weak: phrases,
  relatives: phrases,
  nominal: phrases,
  duties: phrases,
  finite: phrases,
})

const fields = z.enum([
  'lead',
  'performer',
  'support',
  'mixed',
  'time',
  'output',
  'content',
  'number',
  'other',
])
export const TasksVocabulary = z.strictObject({
  lines: z.partialRecord(fields, phrases),
  parts: z.strictObject({ lead: phrases, support: phrases, performer: phrases, holder: phrases }),
  columns: z.array(z.strictObject({ field: fields, words: phrases })),
})
export type TaskField = z.infer<typeof fields>

export const CitationsVocabulary = z.strictObject({
  governors: phrases,
  titleOpenings: phrases,
  titleWords: phrases,
  enclosing: phrases,
  enclosed: phrases,
  carrying: phrases,
  periods: phrases,
  issuing: phrases,
  titleEnds: phrases,
  commaNames: phrases,
  properNames: phrases,
})

export const QuantitiesVocabulary = z.strictObject({
  atLeast: phrases,
  atMost: phrases,
  orMore: phrases,
  orLess: phrases,
  reaching: phrases,
  stating: phrases,
  counted: phrases,
  weak: phrases,
  measures: phrases,
  notTargets: phrases,
  subjectEnds: phrases,
  comparing: phrases,
  noObjects: phrases,
  activities: phrases,
  beforeNumbers: phrases,
  ofWhat: phrases,
  indicators: phrases,
  noUnits: phrases,
})

/** Files read before: several grammars share one. */
const READ = new Map<string, unknown>()

/** Reads and checks one file of `vocabularies/`; throws a ZodError that names the wrong key. */
export function readVocabulary<T>(name: string, schema: z.ZodType<T>): T {
  if (!READ.has(name)) READ.set(name, vocabularyData(name))
  return schema.parse(READ.get(name))
}

/** The build keeps each file as JSON too, which is read in a tenth of the time that YAML and its library take. */
function vocabularyData(name: string): unknown {
  const built = new URL(`vocabularies/${name}.json`, import.meta.url)
  if (existsSync(built)) return JSON.parse(readFileSync(built, 'utf8'))
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
  return parse(readFileSync(packagePath(`grammars/vocabularies/${name}.yaml`), 'utf8'))
}
