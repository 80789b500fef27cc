import { expect, it } from 'vitest'
import { pagesOfText } from '../ingest/text.ts'
import { quarters } from './quarters.ts'
import { pagePieces } from './reading/pieces.ts'

function repaired(line: string): string {
  const pieces = pagePieces(pagesOfText(line)[0]!, 'eng')
  const texts = pieces.map(piece => piece.core)
  const right = quarters(pieces, texts)
  return pieces.map((_, i) => right.get(i) ?? texts[i]).join(' ')
}

it('reads the numeral of a quarter, there being no quarter 11', () => {
  expect(repaired('Quỹ 111/2026')).toBe('Quý III/2026')
  expect(repaired('trong quy 11 va')).toBe('trong quý II va')
  expect(repaired('quý 1V/2025')).toBe('quý IV 2025')
})

it('leaves months, and quarters in digits, as they are', () => {
  expect(repaired('tháng 11/2026')).toBe('tháng 11/2026')
  expect(repaired('quý 1 và quý 4')).toBe('quý 1 và quý 4')
  expect(repaired('Quý III/2026')).toBe('Quý III 2026')
})
