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
