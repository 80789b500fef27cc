import { z } from 'zod'

/** Words on one line; what a person types is no longer than a few of them. */
const words = z
  .string()
  .max(20_000)
  .transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim())

export const CorrectionSchema = z.strictObject({
  /** 1-based. */
  page: z.int().min(1),
  /** 1-based number of the line in its page, as `repair --json` gives it. */
  line: z.int().min(1),
  /** One or more neighbouring words as they were read, before repair. */
  raw: words.refine(text => text !== '', 'must name at least one word'),
  /** What is printed there; nothing where no word is. */
  right: words,
  /** Which one, from 1, where the same was read several times on the line. */
  occurrence: z.int().min(1).optional(),
})

/** What a person put right in one document. */
export const CorrectionsSchema = z.strictObject({
  /** Base name of the document, which lies in the same folder. */
  document: z.string().min(1).max(255).refine(isBaseName, 'must be the name of a file of the same folder'),
  corrections: z.array(CorrectionSchema).max(100_000),
})

export type Correction = z.infer<typeof CorrectionSchema>
export type Corrections = z.infer<typeof CorrectionsSchema>

/** A file from elsewhere may name no path that leads out of its folder, on any system. */
function isBaseName(name: string): boolean {
  return !/[/\\:\0]/.test(name) && name !== '.' && name !== '..'
}
