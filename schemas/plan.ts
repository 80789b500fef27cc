import { z } from 'zod'
import { LEVELS, ROLES } from './roles.ts'

/**
 * A plan after contract plan-v1: the definition of what comes out. `npm run schema` writes the JSON Schema beside it.
 * Keys may be added in later versions; those here keep their name, type and meaning.
 */
export const SCHEMA_VERSION = '1'

const text = z.string().min(1)
const isoDate = z.iso.date()
const probability = z.number().min(0).max(1)

export const PlaceSchema = z
  .object({
    page: z.int().min(1),
    line: z.int().min(1).optional(),
    endLine: z.int().min(1).optional(),
    bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  })
  .meta({
    id: 'Place',
    description: 'Where in the source: 1-based pages and lines, bbox in PDF points from the top left',
  })

export const RoleSchema = z.enum(ROLES).meta({ id: 'Role' })

export const WhenSchema = z
  .object({
    text,
    from: isoDate.optional(),
    to: isoDate.optional(),
    recurring: z
      .enum(['daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'regular'])
      .optional(),
    phase: text.optional(),
  })
  .meta({ id: 'When' })

export const CitationSchema = z
  .object({
    text,
    kind: text,
    number: text.optional(),
    date: isoDate.optional(),
    issuer: text.optional(),
    title: text.optional(),
    section: text.optional(),
    at: PlaceSchema.optional(),
  })
  .meta({ id: 'Citation' })

export interface Statement {
  type: 'statement'
  label?: string | undefined
  text: string
  blocks?: Statement[] | undefined
  at?: z.infer<typeof PlaceSchema> | undefined
  confidence?: number | undefined
}
export const StatementSchema: z.ZodType<Statement> = z
  .object({
    type: z.literal('statement'),
    label: text.optional(),
    text: z.string(),
    get blocks() {
      return z.array(StatementSchema).optional()
    },
    at: PlaceSchema.optional(),
    confidence: probability.optional(),
  })
  .meta({ id: 'Statement' })

export const TableSchema = z
  .object({
    type: z.literal('table'),
    title: text.optional(),
    columns: z.array(z.string()),
    rows: z.array(
      z.object({ group: text.optional(), cells: z.array(z.string()), at: PlaceSchema.optional() }),
    ),
    at: PlaceSchema.optional(),
  })
  .meta({ id: 'Table' })
export type Table = z.infer<typeof TableSchema>

export interface Section {
  type: 'section'
  id: string
  label: string
  heading: string
  level: number
  role: Role
  blocks: Block[]
  at?: z.infer<typeof PlaceSchema> | undefined
  confidence?: number | undefined
}
export type Block = Section | Statement | Table
export const SectionSchema: z.ZodType<Section> = z
  .object({
    type: z.literal('section'),
    id: text,
    label: z.string(),
    heading: z.string(),
    level: z.int().min(1),
    role: RoleSchema,
    get blocks() {
      return z.array(BlockSchema)
    },
    at: PlaceSchema.optional(),
    confidence: probability.optional(),
  })
  .meta({ id: 'Section' })
export const BlockSchema: z.ZodType<Block> = z
  .union([SectionSchema, StatementSchema, TableSchema])
  .meta({ id: 'Block' })

/** A statement as it stands in a view by role: with the id of the section that holds it. */
export const ViewStatementSchema = z
  .object({
    type: z.literal('statement'),
    section: text,
    label: text.optional(),
    text: z.string(),
    blocks: z.array(StatementSchema).optional(),
    at: PlaceSchema.optional(),
    confidence: probability.optional(),
  })
  .meta({ id: 'ViewStatement' })
const view = z.array(ViewStatementSchema)

export const TaskSchema = z
  .object({
    id: z.string().regex(/^T[1-9][0-9]*$/),
    group: text.optional(),
    text,
    lead: z.array(text),
    support: z.array(text),
    deadline: WhenSchema.optional(),
    output: text.optional(),
    origin: z.enum(['table', 'block']),
    section: z.string(),
    row: text.optional(),
    at: PlaceSchema.optional(),
  })
  .meta({ id: 'Task' })

export const AssignmentSchema = z
  .object({
    unit: text,
    section: z.string(),
    duties: z.array(text),
    at: PlaceSchema.optional(),
  })
  .meta({ id: 'Assignment' })

export const TargetSchema = z
  .object({
    text,
    value: z.number(),
    unit: text,
    comparator: z.enum(['=', '>=', '<=']),
    subject: z.string(),
    section: z.string(),
    at: PlaceSchema.optional(),
  })
  .meta({ id: 'Target' })

export const WarningSchema = z
  .object({
    code: z.string().regex(/^[a-z][a-z0-9-]*$/),
    severity: z.enum(['info', 'warning', 'error']).optional(),
    message: text,
    at: PlaceSchema.optional(),
  })
  .meta({ id: 'Warning' })

export const HeaderSchema = z
  .object({
    issuer: z
      .object({
        name: text,
        level: z.enum(LEVELS).optional(),
      })
      .optional(),
    parent: text.optional(),
    number: text.optional(),
    serial: text.optional(),
    symbol: text.optional(),
    place: text.optional(),
    date: isoDate.optional(),
    kind: text.optional(),
    title: text.optional(),
    at: PlaceSchema.optional(),
  })
  .meta({ id: 'Header' })

export const SignatureSchema = z
  .object({
    onBehalfOf: text.optional(),
    actingFor: text.optional(),
    position: text.optional(),
    name: text.optional(),
  })
  .meta({ id: 'Signature' })

export const AnnexSchema = z
  .object({
    label: text,
    title: text.optional(),
    body: z.array(BlockSchema),
    at: PlaceSchema.optional(),
  })
  .meta({ id: 'Annex' })

export const SourceSchema = z
  .object({
    file: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    mediaType: text,
    pages: z.int().min(0),
    text: z.enum(['layer', 'ocr', 'mixed', 'plain']),
  })
  .meta({ id: 'Source' })

/** What made the plan: enough to tell whether making it again could give anything else. */
export const GeneratorSchema = z
  .object({
    name: text,
    version: text,
    options: z.string().describe('Short hash of the options that bear on the content'),
  })
  .meta({ id: 'Generator' })

export const PlanSchema = z
  .object({
    schemaVersion: z.literal(SCHEMA_VERSION),
    source: SourceSchema,
    header: HeaderSchema,
    basis: z.array(CitationSchema),
    preamble: z.string().optional(),
    body: z.array(BlockSchema),
    purpose: view,
    requirements: view,
    objectives: view,
    content: view,
    forms: view,
    audience: view,
    schedule: view,
    solutions: view,
    budget: view,
    organization: view,
    reporting: view,
    tasks: z.array(TaskSchema),
    assignments: z.array(AssignmentSchema),
    targets: z.array(TargetSchema),
    closing: z.string().optional(),
    recipients: z.array(text),
    signature: SignatureSchema.optional(),
    signatures: z.array(SignatureSchema).optional().describe('All signers, where there are several'),
    annexes: z.array(AnnexSchema),
    citations: z.array(CitationSchema),
    confidence: probability.optional(),
    warnings: z.array(WarningSchema),
    generator: GeneratorSchema.optional(),
  })
  .meta({
    title: 'Plan',
    description: 'A Vietnamese administrative plan (kế hoạch): what plan-extract gives for one document',
  })

export type Plan = z.infer<typeof PlanSchema>
export type Role = z.infer<typeof RoleSchema>
export type When = z.infer<typeof WhenSchema>
export type Citation = z.infer<typeof CitationSchema>
export type ViewStatement = z.infer<typeof ViewStatementSchema>
export type Task = z.infer<typeof TaskSchema>
export type Assignment = z.infer<typeof AssignmentSchema>
export type Target = z.infer<typeof TargetSchema>
export type Header = z.infer<typeof HeaderSchema>
export type Generator = z.infer<typeof GeneratorSchema>
export type Signature = z.infer<typeof SignatureSchema>
