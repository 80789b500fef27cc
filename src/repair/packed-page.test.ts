import { expect, it } from 'vitest'
import { pagesOfText } from '../ingest/text.ts'
import { PackedPage } from './packed-page.ts'
import type { DecodedPage, Repaired } from './page-decoder.ts'
import { pagePieces } from './reading/pieces.ts'

it('gives back what was packed: what was chosen, how surely, what else it may be', () => {
  const page = pagesOfText('Thyc hién K& hoach (s6 31)')[0]!
  const pieces = pagePieces(page, 'eng')
  const found: Repaired = {
    text: 'hiện',
    word: 1234,
    confidence: 0.1 + 0.2,
    alternatives: [{ text: 'hiên', probability: 0.25 }],
    length: 2,
    rank: 3,
  }
  const repaired = pieces.map((_, at) =>
    at === 1 ? found : at === 2 ? undefined : { ...found, word: -1, alternatives: [], length: 1 },
  )
  const decoded: DecodedPage = { page, reading: 'eng', pieces, repaired }
  expect(new PackedPage(decoded).unpacked()).toEqual(decoded)
  const choices = pieces.map(() => ({ single: [], joined: [] }))
  expect(new PackedPage({ ...decoded, choices }).unpacked().choices).toEqual(choices)
})
