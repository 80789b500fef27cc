import { ALNUM, type Case, CLASSES, UNKNOWN } from './normalize.ts'

/** Order in which a word's four case scores stand. */
export const CASES: readonly Case[] = ['lower', 'title', 'upper', 'mixed']

const CLASS_COUNT = CLASSES.length
const UNKNOWN_ID = CLASSES.indexOf(UNKNOWN)
const ALNUM_ID = CLASSES.indexOf(ALNUM)

/**
 * The words that the language model knows, by number: classes first (`<unk>` is 0, `<s>` is 1), then words by falling
 * frequency. Words are folded as `normalizeToken` gives them.
 */
export class Vocabulary {
  /** How many ids there are; ids are 0 to `size - 1`. */
  readonly size: number
  /**
   * Natural log P(case | word), four numbers a word in the order of `CASES`: the score of case `k` of word `id` stands at
   * `4 * id + k`. Counted inside sentences, apart from lines in capitals.
   */
  readonly caseScores: Float32Array
  private readonly words: readonly string[]
  private readonly ids: ReadonlyMap<string, number>
  private readonly forms: ReadonlyMap<number, string>

  constructor(words: readonly string[], caseScores: Float32Array, forms: ReadonlyMap<number, string>) {
    this.words = words
    this.size = words.length
    this.ids = new Map(words.map((word, id) => [word, id]))
    this.caseScores = caseScores
    this.forms = forms
  }

  /** Id of a normalised token; one that is not known has the id of `<alnum>` where it holds a digit, else of `<unk>`. */
  id(token: string): number {
    return this.ids.get(token) ?? (/\d/.test(token) ? ALNUM_ID : UNKNOWN_ID)
  }

  /** Whether the token is a word or class of its own here. */
  has(token: string): boolean {
    return this.ids.has(token)
  }

  /** The normalised token with this id. */
  word(id: number): string {
    const word = this.words[id]
    if (word === undefined) throw new RangeError(`no word has the id ${id}`)
    return word
  }

  /** Whether the id is that of a class (`<n2>`, `<doc>`, `<unk>` …) and of no single word. */
  isClass(id: number): boolean {
    return id < CLASS_COUNT
  }

  /** Natural log P(case | word). */
  caseScore(id: number, kind: Case): number {
    return this.caseScores[4 * id + CASES.indexOf(kind)]!
  }

  /** How a word of mixed case is usually printed (`vneid` → `VNeID`), where one form is frequent. */
  mixedForm(id: number): string | undefined {
    return this.forms.get(id)
  }
}
