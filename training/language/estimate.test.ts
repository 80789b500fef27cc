import { describe, expect, it } from 'vitest'
import { backoffsOf, type Chosen, everything, prune, size } from './prune.ts'
import { type Toy, toy } from './toy.ts'

/** Sum of P(word | context) over all words, for every context of every order, computed from the definition. */
function sums({ model }: Toy, chosen: Chosen): number[] {
  const backoffs = backoffsOf(model, chosen)
  const { bigrams, trigrams, fourgrams, unigrams } = model
  const p2 = (first: number, word: number): number => {
    for (let i = 0; i < bigrams.length; i++)
      if (chosen.bigrams[i] && bigrams.parents[i] === first && bigrams.words[i] === word)
        return bigrams.probabilities[i]!
    return backoffs.unigrams[first]! * unigrams[word]!
  }
  const p3 = (context: number, word: number): number => {
    for (let i = 0; i < trigrams.length; i++)
      if (chosen.trigrams[i] && trigrams.parents[i] === context && trigrams.words[i] === word)
        return trigrams.probabilities[i]!
    return backoffs.bigrams[context]! * p2(bigrams.words[context]!, word)
  }
  const p4 = (context: number, word: number): number => {
    for (let i = 0; i < fourgrams.length; i++)
      if (chosen.fourgrams[i] && fourgrams.parents[i] === context && fourgrams.words[i] === word)
        return fourgrams.probabilities[i]!
    return backoffs.trigrams[context]! * p3(trigrams.suffixes[context]!, word)
  }
  const all = Array.from({ length: model.words }, (_, word) => word)
  const sum = (p: (word: number) => number) => all.reduce((total, word) => total + p(word), 0)
  return [
    sum(word => unigrams[word]!),
    ...all.map(first => sum(word => p2(first, word))),
    ...Array.from({ length: bigrams.length }, (_, i) => sum(word => p3(i, word))),
    ...Array.from({ length: trigrams.length }, (_, i) => sum(word => p4(i, word))),
  ]
}

describe.each(['kneser-ney', 'witten-bell'] as const)('%s', smoothing => {
  const whole = toy(smoothing)
  it('gives probabilities that sum to one in every context', () => {
    for (const sum of sums(whole, everything(whole.model))) expect(sum).toBeCloseTo(1, 5)
  })
  it('still sums to one when domains have weights', () => {
    const weighted = toy(smoothing, paragraph => (paragraph < 2 ? 4 : 0.5))
    for (const sum of sums(weighted, everything(weighted.model))) expect(sum).toBeCloseTo(1, 5)
  })
  it('still sums to one when n-grams are pruned', () => {
    const bytes = size(whole.model, everything(whole.model)) / 2
    const chosen = prune(whole.model, bytes)
    expect(size(whole.model, chosen)).toBeLessThanOrEqual(bytes)
    for (const sum of sums(whole, chosen)) expect(sum).toBeCloseTo(1, 5)
  })
  it('expects what it has seen', () => {
    const { model, id } = whole
    const of = (first: string, word: string) => {
      for (let i = 0; i < model.bigrams.length; i++)
        if (model.bigrams.parents[i] === id(first) && model.bigrams.words[i] === id(word))
          return model.bigrams.probabilities[i]!
      return 0
    }
    expect(of('nhân', 'dân')).toBeGreaterThan(0.5)
    expect(of('ban', 'hành')).toBeGreaterThan(of('hành', 'nghị'))
  })
})

describe('Kneser-Ney', () => {
  it('gives a word that follows one word only less than one that follows many', () => {
    const { model, id } = toy()
    // `dân` is as frequent as any word but only ever stands after `nhân`.
    expect(model.unigrams[id('dân')]).toBeLessThan(model.unigrams[id('kế')]!)
  })
})

describe('prune', () => {
  it('keeps the context of every n-gram that it keeps', () => {
    const { model } = toy()
    const chosen = prune(model, size(model, everything(model)) / 3)
    for (let i = 0; i < model.fourgrams.length; i++)
      if (chosen.fourgrams[i]) expect(chosen.trigrams[model.fourgrams.parents[i]!]).toBe(1)
    for (let i = 0; i < model.trigrams.length; i++)
      if (chosen.trigrams[i]) expect(chosen.bigrams[model.trigrams.parents[i]!]).toBe(1)
  })
})
