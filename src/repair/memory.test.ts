import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DocumentMemory } from './memory.ts'

const flat = { prepare: () => 3, score: () => Math.log(0.001) }
const atLarge = (probability: number) => () => Math.log(probability)

it('makes a repeated word likelier, and more so after its neighbour', () => {
  const memory = new DocumentMemory(10)
  for (let i = 0; i < 5; i++) memory.add(2, 3)
  memory.add(undefined, 4)
  const scorer = memory.remembering(flat, atLarge(0.001))
  scorer.prepare(0, 0, 2)
  const afterNeighbour = scorer.score(3)
  const once = scorer.score(4)
  scorer.prepare(0, 0, 5)
  const elsewhere = scorer.score(3)
  expect(afterNeighbour).toBeGreaterThan(elsewhere)
  expect(elsewhere).toBeGreaterThan(once)
  expect(once).toBeCloseTo(Math.log(0.001 * 0.8 * (500 / 506) ** 0.4), 10)
})

it('counts every pair, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(199), fc.nat(199)), { minLength: 1, maxLength: 9000 }), pairs => {
      const memory = new DocumentMemory(200)
      for (const [before, word] of pairs) memory.add(before, word)
      const scorer = memory.remembering(flat, atLarge(1 / 200))
      const [before, word] = pairs[0]!
      scorer.prepare(0, 0, before)
      const pair = pairs.filter(([a, b]) => a === before && b === word).length - 1
      const firsts = pairs.filter(([a]) => a === before).length
      const words = pairs.filter(([, b]) => b === word).length - 1
      const lift = ((words + 500 / 200) / (pairs.length + 500) / (1 / 200)) ** 0.4
      const share = 0.8 * lift * 0.001 + (0.15 * pair) / firsts + (0.05 * words) / (pairs.length + 50)
      expect(scorer.score(word)).toBeCloseTo(Math.log(share), 1)
    }),
    { numRuns: 30 },
  )
})

it('leans to the words that the document favours, within bounds', () => {
  const memory = new DocumentMemory(10)
  for (let i = 0; i < 60; i++) memory.add(undefined, 3)
  for (let i = 0; i < 2; i++) memory.add(undefined, 4)
  const scorer = memory.remembering(flat, atLarge(0.001))
  scorer.prepare(0, 0, 5)
  expect(scorer.score(3) - scorer.score(4)).toBeGreaterThan(1)
  const without = memory.remembering({ prepare: () => 3, score: () => 0 }, atLarge(0.001))
  without.prepare(0, 0, 5)
  expect(without.score(3)).toBeLessThan(2)
})
