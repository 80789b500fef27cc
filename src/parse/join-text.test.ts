import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinLines, joinText } from './join-text.ts'

describe('lines joined', () => {
  it('are one word again where a word or number was broken', () => {
    expect(joinText('Quyết định số 12/QĐ-', 'TTg')).toBe('Quyết định số 12/QĐ-TTg')
    expect(joinText('số 12/', 'QĐ-UBND')).toBe('số 12/QĐ-UBND')
    expect(joinText('số 12', '/QĐ-UBND')).toBe('số 12/QĐ-UBND')
  })

  it('keep a space elsewhere', () => {
    expect(joinText('Thi đua -', 'Khen thưởng')).toBe('Thi đua - Khen thưởng')
    expect(joinText('ngày 12/', '6 năm 2026')).toBe('ngày 12/ 6 năm 2026')
    expect(joinText('các xã', '/phường')).toBe('các xã /phường')
    expect(joinText('', 'xã')).toBe('xã')
  })

  it('come to the same at once and one by one', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'Ổ', '-', '–', '/', '1', ' '), maxLength: 4 })
    fc.assert(
      fc.property(fc.array(line.filter(text => text.trim() !== '')), texts => {
        expect(joinLines(texts)).toBe(texts.reduce(joinText, ''))
      }),
      { numRuns: 300 },
    )
  })
})
