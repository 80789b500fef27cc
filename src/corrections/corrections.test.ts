import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lineText, type SourceDocument, type Word } from '../document.ts'
import { PlanExtractError } from '../errors.ts'
import { applyCorrections } from './apply.ts'
import { correctionsBeside } from './beside.ts'
import { correctionsText, parseCorrections } from './file.ts'
import type { Correction } from './schema.ts'

/** A page whose lines hold words as `text` or `text<raw`. */
function documentOf(...lines: string[]): SourceDocument {
  return {
    source: {
      file: 'mau.pdf',
      sha256: '0'.repeat(64),
      mediaType: 'application/pdf',
      pages: 1,
      text: 'layer',
    },
    pages: [
      {
        number: 1,
        text: 'layer',
        lines: lines.map((line, index) => ({ number: index + 1, words: line.split(' ').map(wordOf) })),
      },
    ],
    warnings: [],
  }
}

function wordOf(written: string, index: number): Word {
  const [text = '', raw] = written.split('<')
  return {
    text,
    box: [index * 50, 0, index * 50 + 40, 10],
    confidence: 0.5,
    alternatives: [{ text: 'khác', probability: 0.2 }],
    ...(raw !== undefined && { raw: raw.replaceAll('_', ' ') }),
  }
}

function apply(document: SourceDocument, ...corrections: Correction[]) {
  const applied = applyCorrections(document, { document: 'mau.pdf', corrections })
  const { lines } = applied.document.pages[0]!
  return { lines, texts: lines.map(lineText), codes: applied.warnings.map(({ code }) => code), ...applied }
}

describe('applying', () => {
  test('a word is found by what was read, becomes right and sure, and keeps its place', () => {
    const { lines, codes } = apply(documentOf('xã Thanh<Thanb Lủng<Ling'), {
      page: 1,
      line: 1,
      raw: 'Ling',
      right: 'Lũng',
    })
    expect(lines[0]!.words[2]).toEqual({ text: 'Lũng', raw: 'Ling', confidence: 1, box: [100, 0, 140, 10] })
    expect(lines[0]!.words[0]!.confidence).toBe(0.5)
    expect(codes).toEqual([])
  })

  test('of a word read twice on a line the one that is meant is put right', () => {
    const twice = documentOf('vả<va các vả<va tổ')
    expect(apply(twice, { page: 1, line: 1, raw: 'va', occurrence: 2, right: 'và' }).texts).toEqual([
      'vả các và tổ',
    ])
    expect(apply(twice, { page: 1, line: 1, raw: 'va', right: 'và' }).texts).toEqual(['và các vả tổ'])
    expect(apply(twice, { page: 1, line: 1, raw: 'va', occurrence: 3, right: 'và' }).codes).toEqual([
      'correction-unfit',
    ])
  })

  test('what repair split is one reading, what it joined another', () => {
    expect(
      apply(documentOf('ngày<ngàythánq tháng<ngàythánq 3'), {
        page: 1,
        line: 1,
        raw: 'ngàythánq',
        right: 'năm',
      }).texts,
    ).toEqual(['năm 3'])
    expect(
      apply(documentOf('tuyến<tu_yên truyền'), { page: 1, line: 1, raw: 'tu yên', right: 'tuyên' }).texts,
    ).toEqual(['tuyên truyền'])
  })

  test('a run of words may become more, fewer or none, and shares their box by letters', () => {
    const { lines } = apply(documentOf('a Uybannhân<Uybannhan dân'), {
      page: 1,
      line: 1,
      raw: 'Uybannhan',
      right: 'Ủy ban nhân',
    })
    expect(lines[0]!.words.map(({ text, box }) => [text, box?.[0], box?.[2]])).toEqual([
      ['a', 0, 40],
      ['Ủy', 50, 50 + (40 * 2) / 11],
      ['ban', 50 + (40 * 3) / 11, 50 + (40 * 6) / 11],
      ['nhân', 50 + (40 * 7) / 11, 90],
      ['dân', 100, 140],
    ])
    expect(apply(documentOf('một hai ba'), { page: 1, line: 1, raw: 'một hai', right: 'x' }).texts).toEqual([
      'x ba',
    ])
    expect(apply(documentOf('một hai ba'), { page: 1, line: 1, raw: 'hai', right: '' }).texts).toEqual([
      'một ba',
    ])
  })

  test('one that moved a few lines is applied there and said; one that fits several or none is said and left', () => {
    const document = documentOf('một', 'hai', 'ba', 'ba', 'bốn', 'năm', 'sáu')
    const moved = apply(document, { page: 1, line: 3, raw: 'một', right: 'mốt' })
    expect([moved.texts[0], moved.codes]).toEqual(['mốt', ['correction-moved']])
    expect(moved.warnings[0]!.at).toEqual({ page: 1, line: 1 })
    for (const raw of ['ba', 'sáu', 'bảy']) {
      const left = apply(document, { page: 1, line: 1, raw, right: 'X' })
      expect([left.document.pages, left.codes], raw).toEqual([document.pages, ['correction-unfit']])
    }
  })

  test('two that want the same words: the first has them, the second is said, unless it says the same', () => {
    const first = { page: 1, line: 1, raw: 'một hai', right: 'x y' }
    const both = apply(documentOf('một hai'), first, { page: 1, line: 1, raw: 'hai', right: 'z' })
    expect([both.texts, both.codes]).toEqual([['x y'], ['correction-unfit']])
    expect(apply(documentOf('một hai'), first, first).codes).toEqual([])
  })

  test('a page that was not read is no fault of its correction, one that is not there is', () => {
    const document = documentOf('một')
    document.source.pages = 5
    expect(apply(document, { page: 4, line: 1, raw: 'một', right: 'x' }).codes).toEqual([])
    expect(apply(document, { page: 6, line: 1, raw: 'một', right: 'x' }).codes).toEqual(['correction-unfit'])
  })
})

describe('the file', () => {
  const corrections = [
    { page: 2, line: 3, raw: 'b: "c"', right: 'ngày 5-2 # không' },
    { page: 1, line: 12, raw: 'va', occurrence: 2, right: 'và' },
    { page: 1, line: 12, raw: '012', right: '' },
  ]

  test('has a line for each correction, in the order of the document, and reads back as it was', () => {
    const text = correctionsText({ document: '118-KH.pdf', corrections })
    expect(text.split('\n').filter(line => line.includes('page:'))).toHaveLength(3)
    expect(text).toContain('- { page: 1, line: 12, raw: va, occurrence: 2, right: và }')
    const read = parseCorrections(text)
    expect(read.document).toBe('118-KH.pdf')
    expect(read.corrections).toEqual([corrections[2], corrections[1], corrections[0]])
    expect(correctionsText(read)).toBe(text)
  })

  test.each([
    'document: ../../etc/passwd\ncorrections: []',
    'document: a\\b.pdf\ncorrections: []',
    'document: ..\ncorrections: []',
    'document: a.pdf\ncorrections: [{ page: 0, line: 1, raw: a, right: b }]',
    'document: a.pdf\ncorrections: [{ page: 1, line: 1, raw: " ", right: b }]',
    'document: a.pdf\ncorrections: [{ page: 1, line: 1, raw: a, rigth: b }]',
    'document: &a x\ncorrections: [*a, *a]',
    'document: [',
    '- a',
    '',
  ])('refuses %j with words for a person', text => {
    const error = (() => {
      try {
        parseCorrections(text)
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(PlanExtractError)
    expect((error as PlanExtractError).code).toBe('E_CORRECTIONS')
  })

  test('beside a document is found by its name, unless it is that of another document there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'corrections-'))
    const path = join(folder, 'a.pdf')
    expect(correctionsBeside(path)).toBeUndefined()
    writeFileSync(join(folder, 'a.corrections.yaml'), 'document: a.txt\ncorrections: []\n')
    expect(correctionsBeside(path)?.document).toBe('a.txt')
    writeFileSync(join(folder, 'a.txt'), 'x')
    expect(correctionsBeside(path)).toBeUndefined()
    writeFileSync(join(folder, 'a.pdf.corrections.yaml'), 'document: a.pdf\ncorrections: []\n')
    expect(correctionsBeside(path)?.document).toBe('a.pdf')
  })
})
