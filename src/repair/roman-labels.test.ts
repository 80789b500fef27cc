import { expect, it } from 'vitest'
import { pagesOfText } from '../ingest/text.ts'
import type { DecodedPage } from './page-decoder.ts'
import { pagePieces } from './reading/pieces.ts'
import { romanLabels } from './roman-labels.ts'

/** Headings after repair that left their labels as they were read; a form feed begins a page. */
function labels(...read: string[]): string[] {
  const text = read.map(label => `${label} TO CHUC THUC HIEN`).join('\n')
  const pages = pagesOfText(text).map((page): DecodedPage => {
    const pieces = pagePieces(page, 'eng')
    const repaired = pieces.map(({ core }) => ({
      text: core,
      word: 0,
      confidence: 1,
      alternatives: [],
      length: 1,
      rank: 0,
    }))
    return { page, reading: 'eng', pieces, repaired }
  })
  const right = romanLabels(pages)
  return pages.flatMap(({ pieces }, page) =>
    pieces.flatMap((piece, index) => (piece.word === 0 ? [right[page]!.get(index) ?? piece.core] : [])),
  )
}

it('knows numerals with lost and doubled strokes by their order', () => {
  expect(labels('I.', 'II.', 'II.', 'IV.')).toEqual(['I', 'II', 'III', 'IV'])
  expect(labels('L.', 'I.', 'HI.', 'IV.', 'Vv.')).toEqual(['I', 'II', 'III', 'IV', 'V'])
  expect(labels('IL.', 'II.', 'II.', 'IV.', 'V.')).toEqual(['I', 'II', 'III', 'IV', 'V'])
  expect(labels('I-', 'TH-', 'TII-')).toEqual(['I', 'II', 'III'])
  expect(labels('I.', 'III.', 'III.')).toEqual(['I', 'II', 'III'])
  expect(labels('I/', 'I/', 'III/', '1Iv/')).toEqual(['I', 'II', 'III', 'IV'])
})

it('knows the number one at the head of a series as a numeral', () => {
  expect(labels('1.', 'II.', 'III.')).toEqual(['I', 'II', 'III'])
})

it('goes on over pages', () => {
  expect(labels('I.', 'II.\n\f', 'II.', 'IV.').filter(label => /^[IV]+$/.test(label))).toEqual([
    'I',
    'II',
    'III',
    'IV',
  ])
})

it('leaves a series as it is that begins anew in a part, or of which headings were lost or left out', () => {
  const clear = [
    ['I.', 'II.', 'III.', 'I.', 'II.'],
    ['A.', 'I.', 'B.', 'I.', 'II.'],
    ['II.'],
    ['II.', 'III.', 'IV.'],
    ['I.', 'III.', 'IV.'],
    ['I.', 'II.', 'IV.', 'V.'],
    ['I.', 'II.', 'III.', 'VI.', 'VII.'],
  ]
  for (const series of clear) expect(labels(...series)).toEqual(series.map(label => label.slice(0, -1)))
})

it('leaves abbreviations before a signature alone', () => {
  expect(labels('I.', 'TL.', 'TM.', 'KT.')).toEqual(['I', 'TL', 'TM', 'KT'])
})

it('leaves Arabic numbers alone', () => {
  expect(labels('I.', '1.', '2.', 'II.', '1.', '11.')).toEqual(['I', '1', '2', 'II', '1', '11'])
})

it('knows a numeral that lost its full stop before a heading, and gives it back', () => {
  expect(labels('I', 'II.', 'III.')).toEqual(['I.', 'II', 'III'])
  expect(labels('I.', 'I', 'HI.')).toEqual(['I', 'II.', 'III'])
  expect(labels('I', 'II.', 'III', 'IV.')).toEqual(['I.', 'II', 'III.', 'IV'])
  expect(labels('I', 'II', 'III')).toEqual(['I', 'II', 'III'])
})

it('takes a numeral twice in a row for two that lost strokes', () => {
  expect(labels('I.', 'I.', 'II.')).toEqual(['I', 'II', 'III'])
})
