import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Correction } from '../corrections/schema.ts'
import { lineText, type SourceDocument, type Word } from '../document.ts'
import { applyLexicon } from './apply.ts'
import { lexiconText, readLexicon } from './file.ts'
import { type Lesson, learn } from './learn.ts'

/** A page whose lines hold words as `text` or `text<raw`. */
function documentOf(...lines: string[]): SourceDocument {
  const wordOf = (written: string): Word => {
    const [text = '', raw] = written.split('<')
    return { text, confidence: 0.6, ...(raw !== undefined && { raw }) }
  }
  return {
    source: { file: 'mau.txt', sha256: '0'.repeat(64), mediaType: 'text/plain', pages: 1, text: 'plain' },
    pages: [
      {
        number: 1,
        text: 'plain',
        lines: lines.map((line, index) => ({ number: index + 1, words: line.split(' ').map(wordOf) })),
      },
    ],
    warnings: [],
  }
}

const lesson = (lines: string[], ...corrections: Correction[]): Lesson => ({
  document: documentOf(...lines),
  corrections: { document: 'mau.txt', corrections },
})

const textsOf = ({ pages }: SourceDocument): string[] => pages[0]!.lines.map(lineText)

describe('using a lexicon', () => {
  const names = { entries: [{ right: 'Suối Ngọc', raw: ['Sudi Ngoe'] }] }

  test('a name is put where it was read as before, with the signs around it', () => {
    const found = applyLexicon(documentOf('xã (Sự<(Sudi Ngoe),<Ngoe), huyện'), names)
    expect(textsOf(found)).toEqual(['xã (Suối Ngọc), huyện'])
    expect(found.pages[0]!.lines[0]!.words[1]).toMatchObject({
      text: '(Suối',
      raw: '(Sudi',
      confidence: 0.95,
    })
  })

  test('a name is put where it was read nearly so and repair has a part of it', () => {
    expect(textsOf(applyLexicon(documentOf('xã Suối Ngoc<Ngoc'), names))).toEqual(['xã Suối Ngọc'])
  })

  test('other names, and what is right already, stay the same objects', () => {
    const other = documentOf('xã Suối Hương<Huong', 'xã Suối Ngọc', 'Ngọc Suối')
    expect(applyLexicon(other, names).pages[0]!.lines).toEqual(other.pages[0]!.lines)
    expect(applyLexicon(other, { entries: [] })).toBe(other)
  })
})

describe('learning', () => {
  const first = lesson(['xã Suối Ngoc<Ngoc ban hành'], { page: 1, line: 1, raw: 'Ngoc', right: 'Ngọc' })

  test('a name is kept that puts right in one document what a person put right there by hand', () => {
    const other = lesson(['Về xã Suối Ngoc<Ngoc'], { page: 1, line: 1, raw: 'Suối Ngoc', right: 'Suối Ngọc' })
    expect(learn([first, other])).toEqual([
      { right: 'Suối Ngọc', raw: ['Suối Ngoc'], elsewhere: 2, atHome: 0, harm: 0, kept: true },
    ])
  })

  test('so is one that was read otherwise there, but nearly so', () => {
    const other = lesson(['Về xã Suối Ngọe<Ngoe và'], { page: 1, line: 1, raw: 'Ngoe', right: 'Ngọc' })
    expect(learn([first, other])[0]).toMatchObject({ raw: ['Suối Ngoc', 'Suối Ngoe'], kept: true })
  })

  test('a name that nothing else shows to be of use is left out', () => {
    expect(learn([first])).toEqual([expect.objectContaining({ right: 'Suối Ngọc', kept: false })])
  })

  test('a name that makes anything wrong that was right is left out', () => {
    const harmed = lesson(['thôn Suối Ngoc<Ngoc', 'xa'], { page: 1, line: 2, raw: 'xa', right: 'xã' })
    const [entry] = learn([first, harmed])
    expect(entry).toMatchObject({ right: 'Suối Ngọc', harm: 1, kept: false })
  })

  test('words that are neither names nor abbreviations are no matter for a lexicon', () => {
    expect(learn([lesson(['ctia xã'], { page: 1, line: 1, raw: 'ctia', right: 'của' })])).toEqual([])
    expect(
      learn([lesson(['tổ CNSCD<CNSCD'], { page: 1, line: 1, raw: 'CNSCD', right: 'CNSCĐ' })]),
    ).toHaveLength(1)
  })
})

test('the file reads back as it was, and a wrong one is told with its place', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'lexicon-')), 'lexicon.yaml')
  const lexicon = {
    entries: [
      { right: 'CNSCĐ', raw: ['CNSCD'] },
      { right: 'Suối Ngọc', raw: [] },
    ],
  }
  writeFileSync(path, lexiconText(lexicon))
  expect(readLexicon(path)).toEqual(lexicon)
  writeFileSync(path, 'entries:\n  - { rigth: a }\n')
  expect(() => readLexicon(path)).toThrow(/entries\[0\]/)
})
