import { describe, expect, it } from 'vitest'
import { fromLegacy } from '../../legacy-encodings.ts'
import { compose, legacyEncoding } from './legacy.ts'

const words = new Set(
  'ủy ban nhân dân tỉnh xây dựng kế hoạch tuyên truyền phổ biến pháp luật cho mọi người'.split(' '),
)
const known = (word: string) => words.has(word)

describe('legacy encodings', () => {
  it('reads TCVN3', () => {
    expect(fromLegacy('ñy ban nh©n d©n tØnh x©y dùng kÕ ho¹ch', 'tcvn3')).toBe(
      'ủy ban nhân dân tỉnh xây dựng kế hoạch',
    )
  })
  it('reads VNI, capitals too', () => {
    expect(fromLegacy('uûy ban nhaân daân tænh xaây döïng keá hoaïch', 'vni')).toBe(
      'ủy ban nhân dân tỉnh xây dựng kế hoạch',
    )
    expect(fromLegacy('UÛY BAN NHAÂN DAÂN', 'vni')).toBe('ỦY BAN NHÂN DÂN')
  })
  it('reads VIQR', () => {
    expect(fromLegacy("u?y ban nha^n da^n ti?nh xa^y du+.ng ke^' hoa.ch", 'viqr')).toBe(
      'ủy ban nhân dân tỉnh xây dựng kế hoạch',
    )
  })
  it('puts torn marks on their letters', () => {
    expect(compose('Tru ̛ờng')).toBe('Trường')
    expect(compose('kế hoạch'.normalize('NFD'))).toBe('kế hoạch')
  })
  it('tells the encoding by the words that come out', () => {
    expect(legacyEncoding('ñy ban nh©n d©n tØnh x©y dùng kÕ ho¹ch', known)).toBe('tcvn3')
    expect(legacyEncoding('uûy ban nhaân daân tænh xaây döïng keá hoaïch', known)).toBe('vni')
    expect(legacyEncoding('ủy ban nhân dân tỉnh xây dựng kế hoạch', known)).toBeUndefined()
    expect(legacyEncoding('the quick brown fox jumps over the lazy dog', known)).toBeUndefined()
  })
})
