import { ALL_SYMBOLS, LOWER_SYMBOLS } from './alphabet.ts'
import type { LanguageModel } from './language-model.ts'
import { Lexicon } from './lexicon.ts'
import type { Case } from './normalize.ts'
import { placedOtherwise } from './placement.ts'
import type { SymbolParts } from './symbols.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words rarer than this (natural log of their unigram probability) are only copied, never guessed. */
const RAREST = -17

/**
 * The words that may be printed, as tries, with their ids in the language model: `words` in lower case, printed in any
 * case; `forms` of mixed case, printed just so (VNeID, TTg).
 */
export class Lexicons {
  readonly vocabulary: Vocabulary
  readonly words = new Lexicon(LOWER_SYMBOLS, 1 << 15)
  readonly wordIds: number[] = []
  readonly forms = new Lexicon(ALL_SYMBOLS, 1 << 12)
  readonly formIds: number[] = []
  readonly symbols: SymbolParts

  constructor(model: LanguageModel, symbols: SymbolParts) {
    const { vocabulary } = model
    this.symbols = symbols
    this.vocabulary = vocabulary
    for (let id = 0; id < vocabulary.size; id++) {
      if (vocabulary.isClass(id) || model.unigramScore(id) < RAREST) continue
      const word = vocabulary.word(id)
      this.#addWord(word, id)
      const other = placedOtherwise(word)
      if (other && !vocabulary.has(other.text)) this.#addWord(other.text, id)
      const form = vocabulary.mixedForm(id)
      const formIndex = form === undefined ? -1 : this.forms.add(form)
      if (formIndex >= 0) this.formIds[formIndex] = id
    }
  }

  #addWord(word: string, id: number): void {
    const index = this.words.add(word)
    if (index >= 0) this.wordIds[index] = id
  }

  /** Cost in nats of a word being written in this case inside a sentence. */
  caseCost(id: number, written: Case): number {
    return this.vocabulary.isClass(id) ? 0 : -this.vocabulary.caseScore(id, written)
  }
}
