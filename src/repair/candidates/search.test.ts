import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE, Channel, strippingChannel } from './channel.ts'
import { Lexicon } from './lexicon.ts'
import { WordSearch } from './search.ts'

const WORDS = ['từ', 'tư', 'tứ', 'tử', 'thực', 'hiện', 'đề', 'án', 'quyết', 'định']

function lexiconOf(words: string[]): Lexicon {
  return new Lexicon(words.map((text, id) => ({ text, logProbability: -5, id })))
}

function found(search: WordSearch, read: string, pattern: 0 | 1 | 2 | 3 = CASE.lower): string[] {
  return search.search(read, pattern, 10, 20).map(match => search.lexicon.words[match.word]!)
}

describe('WordSearch', () => {
  const stripped = new WordSearch(lexiconOf(WORDS), strippingChannel())

  it('finds every word that strips to what was read', () => {
    expect(found(stripped, 'tu').sort()).toEqual(['từ', 'tư', 'tứ', 'tử'].sort())
    expect(found(stripped, 'de')).toEqual(['đề'])
  })

  it('keeps to the case asked for', () => {
    expect(found(stripped, 'De', CASE.title)).toEqual(['đề'])
    expect(found(stripped, 'DE', CASE.upper)).toEqual(['đề'])
    expect(found(stripped, 'De', CASE.lower)).toEqual([])
  })

  it('follows segments of several characters, cheapest first', () => {
    const channel = new Channel('test', 't\tt\t1\nừ\tir\t300\nử\tir\t30\nư\tu\t10\n')
    const search = new WordSearch(lexiconOf(WORDS), channel)
    const matches = search.search('tir', CASE.lower, 10, 20)
    expect(matches.map(match => search.lexicon.words[match.word])).toEqual(['tử', 'từ'])
    expect(matches[0]!.cost).toBeCloseTo(0.31, 5)
  })

  it('finds two words read as one', () => {
    const [best] = stripped.searchPairs('quyetdinh', CASE.lower, 3)
    expect(best && [WORDS.indexOf('quyết'), WORDS.indexOf('định')]).toEqual([
      best?.first.word,
      best?.second.word,
    ])
  })

  it('finds the same whatever was searched before', () => {
    const fresh = () => new WordSearch(lexiconOf(WORDS), strippingChannel())
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 5 }), before => {
        const used = fresh()
        for (const read of before) used.search(read, CASE.title, 5, 5)
        expect(found(used, 'hien')).toEqual(found(fresh(), 'hien'))
      }),
      { numRuns: 30 },
    )
  })
})
