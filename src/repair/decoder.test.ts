import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decoder, type Scorer } from './decoder.ts'
import { Lattice } from './lattice.ts'

/** A language model in which the score depends on the word and the one before it. */
function bigram(table: (before: number, word: number) => number): Scorer {
  let last = 0
  return {
    prepare: (_a, _b, w3) => {
      last = w3
      return 1
    },
    score: word => table(last, word),
  }
}

interface Arc {
  length: 1 | 2
  word: number
  cost: number
}

function latticeOf(places: Arc[][]): Lattice {
  const lattice = new Lattice()
  for (const arcs of places) {
    lattice.addPlace(false)
    for (const { length, word, cost } of arcs) lattice.addArc(length, word, -1, cost, `w${word}`)
  }
  return lattice
}

/** Every way through the places with its score, by brute force. */
function paths(
  places: Arc[][],
  score: (before: number, word: number) => number,
): Array<{ words: number[]; score: number }> {
  const all: Array<{ words: number[]; score: number }> = []
  const walk = (place: number, before: number, words: number[], total: number): void => {
    if (place === places.length) all.push({ words, score: total })
    for (const arc of places[place] ?? []) {
      if (place + arc.length <= places.length)
        walk(place + arc.length, arc.word, [...words, arc.word], total - arc.cost + score(before, arc.word))
    }
  }
  walk(0, 1, [], 0)
  return all
}

const arcs = fc.array(
  fc.record({
    length: fc.constantFrom<1 | 2>(1, 1, 1, 2),
    word: fc.integer({ min: 2, max: 6 }),
    cost: fc.double({ min: 0, max: 4, noNaN: true }),
  }),
  { minLength: 1, maxLength: 4 },
)

describe('Decoder', () => {
  const table = (before: number, word: number) => -Math.abs(Math.sin(before * 12.9 + word * 78.2)) * 3
  const exact = { beam: 1000, width: 1000, temperature: 1, channelWeight: 1 }

  it('finds the best way and the probabilities of all arcs, as brute force does', () => {
    fc.assert(
      fc.property(fc.array(arcs, { minLength: 1, maxLength: 5 }), drawn => {
        // Every place has an arc of length one, as the candidates always give.
        const places = drawn.map(list => [{ length: 1 as const, word: 2, cost: 1 }, ...list])
        const lattice = latticeOf(places)
        const decoder = new Decoder(1, exact)
        decoder.decode(lattice, bigram(table))
        const all = paths(places, table)
        const best = all.reduce((a, b) => (b.score > a.score ? b : a))
        const chosen = [...decoder.chosen.slice(0, places.length)].filter(arc => arc >= 0)
        const words = chosen.map(arc => lattice.word[arc]).join()
        const got = Math.max(...all.filter(path => path.words.join() === words).map(path => path.score))
        expect(got).toBeCloseTo(best.score, 6)
        const total = all.reduce((sum, path) => sum + Math.exp(path.score), 0)
        let mass = 0
        for (let arc = lattice.firstArc[0]!; arc < lattice.firstArc[1]!; arc++)
          mass += decoder.posterior[arc]!
        expect(mass).toBeCloseTo(1, 6)
        const first = lattice.word[0]!
        const share =
          all.filter(path => path.words[0] === first).reduce((sum, path) => sum + Math.exp(path.score), 0) /
          total
        let posterior = 0
        for (let arc = lattice.firstArc[0]!; arc < lattice.firstArc[1]!; arc++)
          if (lattice.word[arc] === first) posterior += decoder.posterior[arc]!
        expect(posterior).toBeCloseTo(share, 6)
      }),
    )
  })

  it('finds a way past the end of a clause that the language model thinks impossible', () => {
    const lattice = new Lattice()
    lattice.addPlace(false)
    lattice.addArc(1, 3, -1, 0, 'a')
    lattice.addPlace(true)
    lattice.addArc(1, 4, -1, 0, 'b')
    const decoder = new Decoder(1)
    decoder.decode(
      lattice,
      bigram((_, word) => (word === 1 ? -40 : -1)),
    )
    expect([...decoder.chosen.slice(0, 2)]).toEqual([0, 1])
  })

  it('can be used again', () => {
    const decoder = new Decoder(1)
    const lattice = latticeOf([
      [{ length: 1, word: 3, cost: 0 }],
      [
        { length: 1, word: 4, cost: 0 },
        { length: 1, word: 5, cost: 9 },
      ],
    ])
    decoder.decode(lattice, bigram(table))
    const once = [...decoder.chosen.slice(0, 2)]
    decoder.decode(lattice, bigram(table))
    expect([...decoder.chosen.slice(0, 2)]).toEqual(once)
  })
})
