import { describe, expect, it } from 'vitest'
import { everything, prune, size } from '../../../training/language/prune.ts'
import { toy, toyBytes } from '../../../training/language/toy.ts'
import { BOUNDARY_ID, Context, LanguageModel } from './language-model.ts'

const small = toy()
const model = new LanguageModel(toyBytes(small))
const id = (word: string) => model.vocabulary.id(word)

function probability(of: LanguageModel, before: readonly [number, number, number], word: number): number {
  const context = new Context()
  of.enter(context, ...before)
  return Math.exp(of.score(context, word))
}

describe('LanguageModel', () => {
  it('gives back the estimated probability of every n-gram', () => {
    const { bigrams, trigrams, fourgrams } = small.model
    for (let i = 0; i < fourgrams.length; i++) {
      const third = fourgrams.parents[i]!
      const second = trigrams.parents[third]!
      const before = [bigrams.parents[second]!, bigrams.words[second]!, trigrams.words[third]!] as const
      expect(probability(model, before, fourgrams.words[i]!)).toBeCloseTo(fourgrams.probabilities[i]!, 2)
    }
  })

  it.each([
    ['whole', model],
    [
      'pruned',
      new LanguageModel(toyBytes(small, prune(small.model, size(small.model, everything(small.model)) / 2))),
    ],
  ])('sums to one in every context, %s', (_, its) => {
    const words = Array.from({ length: its.vocabulary.size }, (_, word) => word).filter(
      word => word % 3 !== 0,
    )
    const all = Array.from({ length: its.vocabulary.size }, (_, word) => word)
    for (const first of words.slice(0, 8))
      for (const second of words)
        for (const third of words) {
          const sum = all.reduce((total, word) => total + probability(its, [first, second, third], word), 0)
          expect(sum).toBeGreaterThan(0.99)
          expect(sum).toBeLessThan(1.01)
        }
  })

  it('scores alike wherever contexts agree in the words that matter', () => {
    const context = new Context()
    model.enter(context, BOUNDARY_ID, id('ủy'), id('ban'))
    expect(context.length).toBe(3)
    model.enter(context, id('xã'), id('đồng'), id('ban'))
    expect(context.length).toBe(1)
    const alone = probability(model, [id('xã'), id('đồng'), id('ban')], id('hành'))
    expect(probability(model, [id('kế'), id('quyết'), id('ban')], id('hành'))).toBe(alone)
  })

  it('prefers what the text says', () => {
    const before = [id('nhân'), id('dân'), id('xã')] as const
    expect(probability(model, before, id('ban'))).toBeGreaterThan(probability(model, before, id('nghị')))
  })

  it('refuses what is no model', () => {
    expect(() => new LanguageModel(new ArrayBuffer(10))).toThrow(RangeError)
    expect(() => new LanguageModel(new ArrayBuffer(1000))).toThrow('not a language model')
    expect(() => new LanguageModel(toyBytes(small).slice(0, -4))).toThrow('its header says')
  })
})

describe('Vocabulary', () => {
  const { vocabulary } = model
  it('numbers words, and what it does not know as unknown', () => {
    expect(vocabulary.word(vocabulary.id('xã'))).toBe('xã')
    expect(vocabulary.word(vocabulary.id('vắng'))).toBe('<unk>')
    expect(vocabulary.word(vocabulary.id('b52'))).toBe('<alnum>')
    expect(vocabulary.has('vắng')).toBe(false)
    expect(() => vocabulary.word(9999)).toThrow(RangeError)
  })
  it('tells classes from words', () => {
    expect(vocabulary.isClass(vocabulary.id('<doc>'))).toBe(true)
    expect(vocabulary.isClass(vocabulary.id('xã'))).toBe(false)
  })
  it('scores cases and knows mixed forms', () => {
    expect(vocabulary.caseScore(vocabulary.id('xã'), 'title')).toBe(-1)
    expect(vocabulary.mixedForm(vocabulary.id('ban'))).toBe('Ban')
    expect(vocabulary.mixedForm(vocabulary.id('xã'))).toBeUndefined()
  })
})
