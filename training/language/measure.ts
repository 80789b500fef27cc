/** How good a model is: perplexity on held-out text, share of syllables right when diacritics are put back, speed. */
import { Context, type LanguageModel } from '../../src/repair/language/language-model.ts'
import { BOUNDARY, CLASSES, UNKNOWN } from '../../src/repair/language/normalize.ts'

const BOUNDARY_ID = CLASSES.indexOf(BOUNDARY)
const UNKNOWN_ID = CLASSES.indexOf(UNKNOWN)
export const END_OF_PARAGRAPH = 0xffff

/** Perplexity per word (boundaries are context, not counted), and the share of words not in the vocabulary. */
export function perplexity(model: LanguageModel, ids: Uint16Array): { perplexity: number; unknown: number } {
  const context = new Context()
  let [first, second, third] = [BOUNDARY_ID, BOUNDARY_ID, BOUNDARY_ID]
  let sum = 0
  let words = 0
  let unknown = 0
  for (const id of ids) {
    if (id === END_OF_PARAGRAPH) {
      first = second = third = BOUNDARY_ID
      continue
    }
    if (id !== BOUNDARY_ID) {
      model.enter(context, first, second, third)
      sum -= model.score(context, id)
      words++
      if (id === UNKNOWN_ID) unknown++
    }
    first = second
    second = third
    third = id
  }
  return { perplexity: Math.exp(sum / words), unknown: unknown / words }
}

/** A word without its diacritics: `đường` → `duong`. */
export function stripped(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
}

const BEAM = 12

/**
 * Share of words that come back wrong when all diacritics are taken off and the likeliest words put in: what the model
 * alone can do, the letters being known. Beam search over the words with the same letters.
 */
export function restorationError(model: LanguageModel, ids: Uint16Array): number {
  const groups = groupsOf(model)
  let wrong = 0
  let words = 0
  let from = 0
  for (let i = 0; i < ids.length; i++) {
    if (ids[i] !== END_OF_PARAGRAPH) continue
    const paragraph = ids.subarray(from, i)
    const restored = restore(model, paragraph, groups)
    for (let at = 0; at < paragraph.length; at++) {
      if (paragraph[at]! < CLASSES.length) continue
      words++
      if (restored[at] !== paragraph[at]) wrong++
    }
    from = i + 1
  }
  return wrong / words
}

function groupsOf(model: LanguageModel): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (let id = 0; id < model.vocabulary.size; id++) {
    const letters = stripped(model.vocabulary.word(id))
    const group = groups.get(letters)
    if (group) group.push(id)
    else groups.set(letters, [id])
  }
  return groups
}

interface Hypothesis {
  score: number
  words: readonly [number, number, number]
  before: Hypothesis | undefined
}

function restore(model: LanguageModel, paragraph: Uint16Array, groups: Map<string, number[]>): number[] {
  const context = new Context()
  let beam: Hypothesis[] = [{ score: 0, words: [BOUNDARY_ID, BOUNDARY_ID, BOUNDARY_ID], before: undefined }]
  for (const id of paragraph) {
    const candidates = id < CLASSES.length ? [id] : groups.get(stripped(model.vocabulary.word(id)))!
    const next: Hypothesis[] = []
    for (const before of beam) {
      const [first, second, third] = before.words
      model.enter(context, first, second, third)
      for (const word of candidates)
        next.push({ score: before.score + model.score(context, word), words: [second, third, word], before })
    }
    beam = next.sort((a, b) => b.score - a.score).slice(0, BEAM)
  }
  const found: number[] = []
  for (let at: Hypothesis | undefined = beam[0]; at?.before; at = at.before) found.push(at.words[2])
  return found.reverse()
}

/** Scores a second of processor time: contexts of running text, eight words each of the text around. */
export function scoresPerSecond(model: LanguageModel, ids: Uint16Array): number {
  const text = ids.filter(id => id !== END_OF_PARAGRAPH).slice(0, 200_000)
  const context = new Context()
  let scores = 0
  let sum = 0
  const started = process.cpuUsage()
  for (let at = 3; at + 8 < text.length; at++) {
    model.enter(context, text[at - 3]!, text[at - 2]!, text[at - 1]!)
    for (let k = 0; k < 8; k++) sum += model.score(context, text[at + k]!)
    scores += 8
  }
  const { user, system } = process.cpuUsage(started)
  if (!Number.isFinite(sum)) throw new Error('a score is not finite')
  return scores / ((user + system) / 1e6)
}
