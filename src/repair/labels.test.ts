import { expect, it } from 'vitest'
import { pagesOfText } from '../ingest/text.ts'
import { Channel } from './candidates/channel.ts'
import { letterLabels } from './labels.ts'
import { pagePieces } from './reading/pieces.ts'

const channel = new Channel('test', 'đ\td\t10\nđ\t3\t600\nc\tc\t1\ne\te\t1\n')

function labels(...lines: string[]): string[] {
  const pieces = pagePieces(pagesOfText(lines.map(line => `${line} Tuyen truyén`).join('\n'))[0]!, 'eng')
  const texts = pieces.map(piece => piece.core)
  const right = letterLabels(pieces, texts, channel)
  return pieces.flatMap((piece, i) => (piece.word === 0 ? [right.get(i) ?? piece.core] : []))
}

it('knows đ by its place after d', () => {
  expect(labels('c)', 'd)', 'd)', 'e)')).toEqual(['c', 'd', 'đ', 'e'])
})

it('knows a letter that was read as a sign by its place', () => {
  expect(labels('a)', 'b)', '¢)', 'd)')).toEqual(['a', 'b', 'c', 'd'])
})

it('leaves numbers, and lists that begin anew, as they are', () => {
  expect(labels('a)', 'b)', '1.', '2.', 'a)', 'b)')).toEqual(['a', 'b', '1', '2', 'a', 'b'])
  expect(labels('d)', 'e)', 'g)')).toEqual(['d', 'e', 'g'])
  expect(labels('c)', 'd)', '3.', '4.')).toEqual(['c', 'd', '3', '4'])
})

it('knows the first letter of a list by the second, and one whose bracket went into it by both beside it', () => {
  expect(labels('4)', 'b)', 'c)')).toEqual(['a', 'b', 'c'])
  expect(labels('ga)', 'b)')).toEqual(['a', 'b'])
  expect(labels('a)', 'b)', '9', 'd)')).toEqual(['a', 'b', 'c)', 'd'])
  expect(labels('1)', '2)', 'a)', 'b)')).toEqual(['1', '2', 'a', 'b'])
  expect(labels('3.', '4.', 'b)')).toEqual(['3', '4', 'b'])
  expect(labels('a)', 'b)', '9', 'a)')).toEqual(['a', 'b', '9', 'a'])
})
