/** A language model small enough to check by hand, made by the real steps. For tests. */
import { BOUNDARY, CLASSES, normalizeText } from '../../src/repair/language/normalize.ts'
import { type Estimate, estimateFrom, type Options } from './estimate.ts'
import type { Sequences } from './merge.ts'
import { type Chosen, everything } from './prune.ts'
import { modelBytes } from './write-model.ts'

const BOUNDARY_ID = CLASSES.indexOf(BOUNDARY)

export const TOY_TEXT = [
  'Ủy ban nhân dân xã ban hành kế hoạch',
  'Ủy ban nhân dân tỉnh ban hành kế hoạch; tổ chức thực hiện',
  'Hội đồng nhân dân xã ban hành nghị quyết',
  'Ủy ban nhân dân xã tổ chức thực hiện kế hoạch số 12/KH-UBND',
  'nhân dân xã tổ chức thực hiện nghị quyết',
]

export interface Toy {
  model: Estimate
  words: string[]
  id: (word: string) => number
}

/** Estimates a model on a few paragraphs, each counted with its weight. */
export function toy(
  smoothing: Options['smoothing'] = 'kneser-ney',
  weight: (paragraph: number) => number = () => 1,
): Toy {
  const tokens = TOY_TEXT.map(text => [...normalizeText(text), BOUNDARY])
  const words = [...new Set([...CLASSES, ...tokens.flat()])]
  const id = (word: string) => words.indexOf(word)
  const paragraphs = tokens.map(paragraph => paragraph.map(id))
  const model = estimateFrom(sequencesOf(paragraphs, weight), {
    weights: { admin: 1, law: 1, news: 1, wiki: 1 },
    words: words.length,
    cutoffs: { bigram: 1, trigram: 1, fourgram: 1 },
    smoothing,
  })
  return { model, words, id }
}

/** The toy as the file's bytes. */
export function toyBytes({ model, words }: Toy, chosen: Chosen = everything(model)): ArrayBuffer {
  const cases = new Uint8Array(4 * words.length).fill(16)
  return modelBytes(model, chosen, { spelling: words, cases, forms: [`${words.indexOf('ban')}\tBan`] })
}

function sequencesOf(paragraphs: number[][], weight: (paragraph: number) => number): Sequences {
  const all = new Map<string, { high: number; low: number; seen: number; mass: number }>()
  for (const [at, paragraph] of paragraphs.entries()) {
    const padded = [BOUNDARY_ID, BOUNDARY_ID, BOUNDARY_ID, ...paragraph]
    for (let i = 3; i < padded.length; i++) {
      const [a, b, c, d] = padded.slice(i - 3, i + 1) as [number, number, number, number]
      const sequence = all.get(`${a} ${b} ${c} ${d}`) ?? {
        high: (a << 16) | b,
        low: (c << 16) | d,
        seen: 0,
        mass: 0,
      }
      sequence.seen++
      sequence.mass += weight(at)
      all.set(`${a} ${b} ${c} ${d}`, sequence)
    }
  }
  const ordered = [...all.values()].sort((a, b) => a.high - b.high || a.low - b.low)
  return {
    length: ordered.length,
    high: Uint32Array.from(ordered, its => its.high),
    low: Uint32Array.from(ordered, its => its.low),
    seen: Uint32Array.from(ordered, its => its.seen),
    mass: Float32Array.from(ordered, its => its.mass),
  }
}
