import { expect, it } from 'vitest'
import { lineText } from '../document.ts'
import { pagesOfText } from '../ingest/text.ts'
import { loadRepairer } from './repair.ts'

const repaired = (text: string) => loadRepairer().repairPages(pagesOfText(text))[0]!.lines.map(lineText)

it('keeps a short abbreviation that the document repeats as it was read', () => {
  const elsewhere = Array(5).fill('Phdi hop v6i Trung tdm DV SNC x4 tuyén truyén tai cac diém cong cong')
  expect(repaired(['dén Trung tam DV.', ...elsewhere].join('\n'))[0]).toBe('đến Trung tâm DV.')
})
