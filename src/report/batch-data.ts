import type { MessageKey } from './messages.ts'

export const COLUMNS = [
  'document',
  'issuer',
  'date',
  'pages',
  'confidence',
  'doubts',
  'warnings',
] as const satisfies MessageKey[]

/** So many rows are laid out together or, where they are outside the window, not at all. */
export const CHUNK = 50

/** What the script of the page of all documents sorts and filters by, for each in the order of the rows. */
export interface RowData {
  /** File, number, issuer and title. */
  words: string
  issuer?: string | undefined
  date?: string | undefined
  confidence?: number | undefined
  doubts?: number | undefined
  /** Errors count a million, warnings a thousand, notes one. */
  warnings: number
  failed: boolean
}
