import { z } from 'zod'

const words = z
  .string()
  .min(1)
  .max(200)
  .transform(text => text.normalize('NFC').trim().replace(/\s+/g, ' '))

export const LexiconEntrySchema = z.strictObject({
  /** A name or an abbreviation as it is printed. */
  right: words,
  /** How it was read where a person put it right. */
  raw: z.array(words).max(1000).default([]),
})

/** Names and abbreviations of a user's own documents. */
export const UserLexiconSchema = z.strictObject({ entries: z.array(LexiconEntrySchema).max(50_000) })

export type LexiconEntry = z.infer<typeof LexiconEntrySchema>
export type UserLexicon = z.infer<typeof UserLexiconSchema>
