import { describe, expect, it } from 'vitest'
import { firstOfSkeleton, fold, foldedLetters, skeleton } from './fold.ts'

/** Folding after the rules of Unicode, as slow as it is plain. */
const plainly = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u0111\u0110]/g, 'd')
    .toLowerCase()

describe('fold', () => {
  it('leaves letters and digits of Vietnamese', () => {
    expect(fold('Độc lập - Tự do')).toBe('doc lap - tu do')
    expect(skeleton('Độc lập - Tự do')).toBe('doclaptudo')
    expect(foldedLetters('Số: 12/KH')).toBe('sokh')
  })

  it('tells the first letter of the skeleton', () => {
    for (const text of ['Độc lập', '- “Ủy ban”', '12/KH', '…', '', 'Дом', '–\u0301đ', 'ﬁ'])
      expect(firstOfSkeleton(text)).toBe(skeleton(text).charAt(0))
  })

  it('folds every character as Unicode does, composed or not, and long text', () => {
    const wrong: number[] = []
    for (let code = 0; code < 0x3100; code++) {
      const text = `Ộ${String.fromCharCode(code)}a\u0301`
      if (fold(text) !== plainly(text)) wrong.push(code)
      if (skeleton(text) !== plainly(text).replace(/[^a-z0-9]/g, '')) wrong.push(code)
    }
    expect(wrong).toEqual([])
    const long = 'Ủy ban nhân dân '.repeat(1000)
    expect(fold(long)).toBe(plainly(long))
  })
})
