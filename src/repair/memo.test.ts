import { expect, test } from 'vitest'
import { Memo } from './memo.ts'

/** A memo of lengths, and the words that it had to work out. */
function lengths(most: number, weightOf?: (value: number) => number) {
  const memo = new Memo<number>(most, weightOf)
  const asked: string[] = []
  const get = (word: string): number =>
    memo.get(word, () => {
      asked.push(word)
      return word.length
    })
  return { get, asked }
}

test('what was answered is not worked out again', () => {
  const { get, asked } = lengths(10)
  expect(['xã', 'xã', 'xã'].map(get)).toEqual([2, 2, 2])
  expect(asked).toEqual(['xã'])
})

test('new words push out old ones, but for those that are asked for all the time', () => {
  const { get, asked } = lengths(10)
  for (let number = 0; number < 100; number++) {
    get('ủy ban')
    get(`word ${number}`)
  }
  expect(asked.filter(word => word === 'ủy ban')).toHaveLength(1)
  get('word 99')
  get('word 0')
  expect(asked.slice(-2)).toEqual(['word 99', 'word 0'])
})

test('heavy answers push out more', () => {
  const { get, asked } = lengths(10, length => length)
  for (const word of ['a', 'bbbbbbbbbb', 'cccccccccc', 'dddddddddd', 'a']) get(word)
  expect(asked.filter(word => word === 'a')).toHaveLength(2)
})
