import { ALL_SYMBOLS, LOWER_SYMBOLS } from './alphabet.ts'
import type { LanguageModel } from './language-model.ts'
import { Lexicon } from './lexicon.ts'
import type { Case } from './normalize.ts'
import { placedOtherwise } from './placement.ts'
import type { SymbolParts } from './symbols.ts'
import type { Vocabulary } from './vocabulary.ts'

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
  readonly words = new Lexicon(LOWER_SYMBOLS, 1 << 15)
  readonly wordIds: number[] = []
  readonly forms = new Lexicon(ALL_SYMBOLS, 1 << 12)
  readonly formIds: number[] = []
  readonly symbols: SymbolParts
  readonly #model: LanguageModel
  readonly #formsByShape = new Map<string, string>()

  constructor(model: LanguageModel, symbols: SymbolParts) {
    const { vocabulary } = model
    this.symbols = symbols
    this.#model = model
    this.vocabulary = vocabulary
    for (let id = 0; id < vocabulary.size; id++) {
      if (vocabulary.isClass(id) || model.unigramScore(id) < RAREST) continue
      const word = vocabulary.word(id)
      this.#addWord(word, id)
      const other = placedOtherwise(word)
      if (other && !vocabulary.has(other.text)) this.#addWord(other.text, id)
      const form = vocabulary.mixedForm(id)
      const formIndex = form === undefined ? -1 : this.forms.add(form)
      if (formIndex < 0) continue
      this.formIds[formIndex] = id
      // Words come by falling frequency: the first form of a shape is the commonest.
      const shape = shapeOf(form!)
      if (!this.#formsByShape.has(shape)) this.#formsByShape.set(shape, form!)
    }
  }

  #addWord(word: string, id: number): void {
    const index = this.words.add(word)
    if (index >= 0) this.wordIds[index] = id
  }

  /** The known form that looks like what was read, where I and l, O and 0 are told apart by knowing it: VNelD → VNeID. */
  formLike(read: string): { text: string; cost: number } | undefined {
    const form = this.#formsByShape.get(shapeOf(read))
    return form === undefined || form === read ? undefined : { text: form, cost: LOOKALIKE }
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

/** A word with the letters that look alike made one: I, l, 1 and O, 0. */
function shapeOf(word: string): string {
  return word.replace(/[Il1|]/g, 'l').replace(/[O0]/g, 'O')
}
