import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctionsText as byLibrary, parseCorrections } from '../corrections/file.ts'
import type { Correction } from '../corrections/schema.ts'
import { correctionsText } from './client/corrections-text.ts'

test('the page writes the file that the library writes', () => {
  const corrections: Correction[] = [
    { page: 1, line: 2, raw: 'ctia', right: 'của' },
    { page: 1, line: 2, raw: 'ctia', occurrence: 2, right: 'của' },
    { page: 2, line: 14, raw: 'Uy ban', right: 'Ủy ban' },
    { page: 3, line: 1, raw: '~', right: '' },
  ]
  expect(correctionsText('118-KH.pdf', corrections)).toBe(
    byLibrary({ document: '118-KH.pdf', corrections }).replace(
      'document: 118-KH.pdf',
      'document: "118-KH.pdf"',
    ),
  )
})

test('whatever stands in a correction comes back when the file is read', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map(each => each.normalize('NFC').replace(/\s+/g, ' ').trim())
  const hostile = fc.constantFrom(
    'true',
    'No',
    '# x',
    "it's",
    'a: b',
    '- a',
    '{',
    '"',
    '\\',
    '\u202eabc',
    '1',
    'null',
    '…',
    '*a',
  )
  const word = fc.oneof(
    text.filter(each => each !== ''),
    hostile,
  )
  fc.assert(
    fc.property(word, fc.oneof(text, hostile), word, (raw, right, document) => {
      fc.pre(/^[^/\\:\0]{1,255}$/.test(document) && document !== '.' && document !== '..')
      const corrections = [{ page: 1, line: 1, raw, right }]
      expect(parseCorrections(correctionsText(document, corrections))).toEqual({ document, corrections })
    }),
  )
})

test('no correction at all is a file too', () => {
  expect(parseCorrections(correctionsText('a.pdf', []))).toEqual({ document: 'a.pdf', corrections: [] })
})
