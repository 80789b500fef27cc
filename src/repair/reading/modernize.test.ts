import { expect, it } from 'vitest'
import { lineText } from '../../document.ts'
import { pagesOfText } from '../../ingest/text.ts'
import { modernize } from './modernize.ts'

const words = new Set('ủy ban nhân dân tỉnh xây dựng kế hoạch trường học'.split(' '))
const known = (word: string) => words.has(word)
const modern = (text: string) => modernize(pagesOfText(text)[0]!, known).lines.map(lineText).join('\n')

it('converts a page of a legacy encoding and keeps what was read', () => {
  const page = modernize(pagesOfText('ñy ban nh©n d©n tØnh x©y dùng kÕ ho¹ch')[0]!, known)
  expect(lineText(page.lines[0]!)).toBe('ủy ban nhân dân tỉnh xây dựng kế hoạch')
  expect(page.lines[0]!.words[2]).toMatchObject({ text: 'nhân', raw: 'nh©n' })
})

it('joins letters and the marks that stand apart from them', () => {
  expect(modern('Tru ̛ờng học')).toBe('Trường học')
})

it('gives a page of plain text back as it is', () => {
  const page = pagesOfText('Ủy ban nhân dân tỉnh xây dựng kế hoạch số 12/KH-UBND')[0]!
  expect(modernize(page, known)).toBe(page)
})
