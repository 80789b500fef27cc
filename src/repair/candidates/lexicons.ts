import type { LanguageModel } from '../language/language-model.ts'
import type { Case } from '../language/normalize.ts'
import type { Vocabulary } from '../language/vocabulary.ts'
import { type Entry, Lexicon } from './lexicon.ts'
import { placedOtherwise } from './placement.ts'
import type { SymbolParts } from './symbols.ts'

/** Words rarer than this (natural log of their unigram probability) are only copied, never guessed. */
const RAREST = -17
/** Nats for having read a form as another that looks the same. */
const LOOKALIKE = 1

/**
 * The words that may be printed, as tries, with their ids in the language model: `words` in lower case, printed in any
 * case; `forms` of mixed case, printed just so (VNeID, TTg).
 */
export class Lexicons {
  readonly vocabulary: Vocabulary
  readonly words: Lexicon
  readonly forms: Lexicon
  readonly symbols: SymbolParts
  readonly #model: LanguageModel
  readonly #formsByShape = new Map<string, string>()

  constructor(model: LanguageModel, symbols: SymbolParts) {
    this.vocabulary = model.vocabulary
    this.symbols = symbols
    this.#model = model
    this.words = new Lexicon(this.#plainWords())
    this.forms = new Lexicon(this.#mixedForms())
  }

  *#plainWords(): Iterable<Entry> {
    const { vocabulary } = this
    for (const [id, logProbability] of this.#guessable()) {
      const text = vocabulary.word(id)
      yield { text, logProbability, id }
      const other = placedOtherwise(text)
      if (other && !vocabulary.has(other.text)) yield { text: other.text, logProbability, id }
    }
  }

  *#mixedForms(): Iterable<Entry> {
    for (const [id, logProbability] of this.#guessable()) {
      const text = this.vocabulary.mixedForm(id)
      if (text === undefined) continue
      yield { text, logProbability, id }
      // Words come by falling frequency: the first form of a shape is the commonest.
      const shape = shapeOf(text)
      if (!this.#formsByShape.has(shape)) this.#formsByShape.set(shape, text)
    }
  }

  /** Words common enough to be guessed, with their probability. */
  *#guessable(): Iterable<[id: number, logProbability: number]> {
    for (let id = 0; id < this.vocabulary.size; id++) {
      const logProbability = this.#model.unigramScore(id)
      if (!this.vocabulary.isClass(id) && logProbability >= RAREST) yield [id, logProbability]
    }
  }

  /**
   * The known form that looks like what was read, where I and l, O and 0 are told apart by knowing it: VNelD → VNeID. The
   * case of letters that are read as such stays as read.
   */
  formLike(read: string): { text: string; cost: number } | undefined {
    const form = this.#formsByShape.get(shapeOf(read))
    if (form === undefined || form.length !== read.length) return undefined
    const text = Array.from(form, (letter, i) =>
      letter.toLowerCase() === read[i]!.toLowerCase() ? read[i]! : letter,
    ).join('')
    return text === read ? undefined : { text, cost: LOOKALIKE }
  }

  /** Natural log P(word) without context. */
  unigramScore(id: number): number {
    return this.#model.unigramScore(id)
  }

  /** Cost in nats of a word being written in this case inside a sentence. */
  caseCost(id: number, written: Case): number {
    return this.vocabulary.isClass(id) ? 0 : -this.vocabulary.caseScore(id, written)
  }
}

/** A word with the letters that look alike made one: I, l, 1 and O, 0; and without case. */
function shapeOf(word: string): string {
  return word
    .replace(/[Il1|]/g, 'l')
    .replace(/[O0]/g, 'o')
    .toLowerCase()
}
