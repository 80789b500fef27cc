import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BOUNDARY,
  CLASSES,
  caseOf,
  classOf,
  endsClause,
  fold,
  normalizeText,
  normalizeToken,
  peel,
  tokenParts,
} from './normalize.ts'

describe('normalizeText', () => {
  it('gives words, classes and boundaries of a line of a plan', () => {
    expect(normalizeText('Số: 118/KH-UBND, Căn cước/VNeID, giai đoạn 2026-2030; đạt 95%.').join(' ')).toBe(
      'số <s> <doc> căn cước vneid giai đoạn <year> <year> <s> đạt <percent> <s>',
    )
  })
  it('lets commas, brackets and quotes be seen through', () => {
    expect(normalizeText('(“Đề án 06”, Kế hoạch)').join(' ')).toBe('đề án <n2> kế hoạch')
  })
  it('makes one boundary of several', () => {
    expect(normalizeText('thực hiện ./. . Nơi nhận:').join(' ')).toBe('thực hiện <s> nơi nhận <s>')
  })
  it('never yields an empty token, nor white space within one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
        for (const token of normalizeText(text)) expect(token).toMatch(/^\S+$/u)
      }),
    )
  })
})

describe('fold', () => {
  it('places the tone as tradition does, whichever way it was printed', () => {
    expect(['Hoà', 'HÒA', 'khoẻ', 'thuỷ', 'uỷ', 'huý'].map(fold)).toEqual([
      'hòa',
      'hòa',
      'khỏe',
      'thủy',
      'ủy',
      'húy',
    ])
  })
  it('leaves qu and closed syllables alone', () => {
    expect(['quý', 'quỹ', 'hoàn', 'hoài', 'toán', 'huỳnh'].map(fold)).toEqual([
      'quý',
      'quỹ',
      'hoàn',
      'hoài',
      'toán',
      'huỳnh',
    ])
  })
  it('composes decomposed letters', () => {
    expect(fold('Trường'.normalize('NFD'))).toBe('trường')
  })
  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('classOf', () => {
  it.each([
    ['7', '<n1>'],
    ['12', '<n2>'],
    ['2026', '<year>'],
    ['4500', '<n4>'],
    ['12500', '<n5+>'],
    ['1.250.000', '<amount>'],
    ['2,5', '<amount>'],
    ['1.2.3', '<label>'],
    ['09/6/2026', '<date>'],
    ['6/2026', '<date>'],
    ['0,5%', '<percent>'],
    ['208/KH-UBND', '<doc>'],
    ['57-NQ/TW', '<doc>'],
    ['47/2019/NQ-HĐND', '<doc>'],
    ['24/2020', '<doc>'],
    ['XIV', '<roman>'],
    ['dichvucong.gov.vn', '<url>'],
    ['vanphong@xa.gov.vn', '<url>'],
    ['Đề', undefined],
    ['5G', undefined],
    ['UBND', undefined],
  ])('%s is %s', (core, expected) => expect(classOf(core)).toBe(expected))
  it('gives only classes that the vocabulary begins with', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z/.,%-]{1,12}$/), core => {
        const token = normalizeToken(core)
        if (token.startsWith('<')) expect(CLASSES).toContain(token)
      }),
    )
  })
})

describe('tokens', () => {
  it('peels punctuation off both edges', () => {
    expect(peel('(“Đề')).toEqual({ lead: '(“', core: 'Đề', trail: '' })
    expect(peel('95%).')).toEqual({ lead: '', core: '95%', trail: ').' })
    expect(peel('./.')).toMatchObject({ core: '' })
  })
  it('tells punctuation that ends a clause', () => {
    expect(['.', ').', '”;', ':'].map(endsClause)).toEqual([true, true, true, true])
    expect([',', ')', '”', ''].map(endsClause)).toEqual([false, false, false, false])
  })
  it('splits compounds and what was printed without a space', () => {
    expect(tokenParts('Văn-Xã')).toEqual(['văn', 'xã'])
    expect(tokenParts('Số:118')).toEqual(['số', BOUNDARY, '<n3>'])
    expect(tokenParts('TP.HCM,')).toEqual(['tp', 'hcm'])
  })
})

describe('caseOf', () => {
  it.each([
    ['xã', 'lower'],
    ['Xã', 'title'],
    ['Ô', 'title'],
    ['XÃ', 'upper'],
    ['HĐND', 'upper'],
    ['VNeID', 'mixed'],
    ['2026', 'lower'],
  ])('%s is %s', (word, expected) => expect(caseOf(word)).toBe(expected))
})
