import { fold } from '../../grammars/fold.ts'
import { Context, type LanguageModel } from '../../src/repair/language/language-model.ts'

/** Words kept at each place: more change nothing in what comes out. */
const BEAM = 12

/**
 * Diacritics by an n-gram model alone, as tools for restoring them work: every word is one that looks so without its marks,
 * and the likeliest line is taken. What the model does not know stays as it is, and so do marks, numbers and spaces.
 */
export function restorer(model: LanguageModel): (text: string) => string {
  const byBare = new Map<string, number[]>()
  for (let id = 0; id < model.vocabulary.size; id++) {
    if (model.vocabulary.isClass(id)) continue
    const bare = fold(model.vocabulary.word(id))
    const ids = byBare.get(bare)
    if (ids) ids.push(id)
    else byBare.set(bare, [id])
  }
  return text =>
    text
      .split('\n')
      .map(line => restoreLine(line, model, byBare))
      .join('\n')
}

interface Hypothesis {
  ids: number[]
  words: string[]
  score: number
}

function restoreLine(line: string, model: LanguageModel, byBare: ReadonlyMap<string, number[]>): string {
  const context = new Context()
  const pieces = line.split(/([\p{L}\p{M}]+)/u)
  let beam: Hypothesis[] = [{ ids: [1, 1, 1], words: [], score: 0 }]
  for (let at = 1; at < pieces.length; at += 2) {
    const word = pieces[at]!
    const ids = byBare.get(fold(word))
    const next: Hypothesis[] = []
    for (const { ids: before, words, score } of beam) {
      const [first = 1, second = 1, third = 1] = before.slice(-3)
      model.enter(context, first, second, third)
      if (!ids) next.push({ ids: [second, third, 0], words: [...words, word], score })
      for (const id of ids ?? [])
        next.push({
          ids: [second, third, id],
          words: [...words, inCaseOf(word, model.vocabulary.word(id))],
          score: score + model.score(context, id),
        })
    }
    beam = next.sort((a, b) => b.score - a.score).slice(0, BEAM)
  }
  const { words } = beam[0]!
  return pieces.map((piece, at) => (at % 2 === 1 ? words[(at - 1) / 2] : piece)).join('')
}

function inCaseOf(word: string, lower: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return lower.toUpperCase()
  return word[0] === word[0]!.toUpperCase() ? lower[0]!.toUpperCase() + lower.slice(1) : lower
}
