/**
 * P(word | three words before it), from one flat file (its layout is drawn in `model-file.ts`).
 *
 *     const model = LanguageModel.load()
 *     const context = new Context()
 *     model.enter(context, BOUNDARY_ID, id('ủy'), id('ban'))   // once per hypothesis
 *     model.score(context, id('nhân'))                         // once per candidate: ln P, about −0.1
 *
 * Back-off as in Katz and ARPA files: the longest n-gram that the file holds gives the probability, times the back-off
 * weights of the longer contexts that had none.
 */
import { readFileSync } from 'node:fs'
import { packagePath } from '../../package-root.ts'
import { arraysOf, branchOf, CASE_STEPS, firstChildOf, type Level, type ModelArrays } from './model-file.ts'
import { BOUNDARY, CLASSES } from './normalize.ts'
import { Vocabulary } from './vocabulary.ts'

/** Id of `<s>`: the end of a clause, and all three words of context at the beginning of a paragraph. */
export const BOUNDARY_ID = CLASSES.indexOf(BOUNDARY)

/**
 * A place in the model: what follows some three words. Filled by `LanguageModel.enter` and used again and again; a
 * decoder keeps one for each hypothesis of its beam. Ranges are of n-grams in their level, `start` up to but without `end`.
 */
export class Context {
  start2 = 0
  end2 = 0
  backoff2 = 0
  start3 = 0
  end3 = 0
  backoff3 = 0
  start4 = 0
  end4 = 0
  backoff4 = 0
  /**
   * How many of the three words matter, 1 to 3: contexts that agree in their last `length` words give every word the same
   * score, so hypotheses that end in them can be recombined.
   */
  length = 1
}

export class LanguageModel {
  readonly vocabulary: Vocabulary
  private readonly unigram: ModelArrays['unigram']
  private readonly bigram: Level
  private readonly trigram: Level
  private readonly fourgram: ModelArrays['fourgram']
  private readonly codebooks: ModelArrays['codebooks']

  /** Takes a model's bytes, which must not change afterwards. Throws a RangeError if they are no model. */
  constructor(buffer: ArrayBuffer) {
    const arrays = arraysOf(buffer)
    this.unigram = arrays.unigram
    this.bigram = arrays.bigram
    this.trigram = arrays.trigram
    this.fourgram = arrays.fourgram
    this.codebooks = arrays.codebooks
    this.vocabulary = new Vocabulary(
      linesOf(arrays.spelling),
      Float32Array.from(arrays.cases, code => -code / CASE_STEPS),
      new Map(linesOf(arrays.forms).map(line => formOf(line))),
    )
  }

  /** Reads a model file, by default the one that ships with the package. Throws what `readFileSync` throws. */
  static load(path: string = packagePath('models/language.bin')): LanguageModel {
    const { buffer, byteOffset, byteLength } = readFileSync(path)
    // A large file has a buffer of its own; a small one may lie in a buffer that Node shares out.
    const whole = byteOffset === 0 && byteLength === buffer.byteLength
    return new LanguageModel(
      (whole ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer,
    )
  }

  /** Natural log P(word) without context. */
  unigramScore(word: number): number {
    return this.unigram.probabilities[word]!
  }

  /** Sets `context` to what follows the ids `first second third`, `third` the nearest. */
  enter(context: Context, first: number, second: number, third: number): void {
    const { unigram, bigram, trigram, codebooks } = this
    context.start2 = unigram.firstChild[third]!
    context.end2 = unigram.firstChild[third + 1]!
    context.backoff2 = unigram.backoffs[third]!
    context.start3 = context.end3 = context.backoff3 = 0
    context.start4 = context.end4 = context.backoff4 = 0
    context.length = 1

    const near = find(bigram.words, unigram.firstChild[second]!, unigram.firstChild[second + 1]!, third)
    const nearBranch = near < 0 ? -1 : branchOf(bigram, near)
    if (nearBranch < 0) return
    context.start3 = firstChildOf(bigram, nearBranch)
    context.end3 = firstChildOf(bigram, nearBranch + 1)
    context.backoff3 = codebooks.bigramBackoff[bigram.backoffs[nearBranch]!]!
    context.length = 2

    const far = find(bigram.words, unigram.firstChild[first]!, unigram.firstChild[first + 1]!, second)
    const farBranch = far < 0 ? -1 : branchOf(bigram, far)
    if (farBranch < 0) return
    const whole = find(
      trigram.words,
      firstChildOf(bigram, farBranch),
      firstChildOf(bigram, farBranch + 1),
      third,
    )
    const wholeBranch = whole < 0 ? -1 : branchOf(trigram, whole)
    if (wholeBranch < 0) return
    context.start4 = firstChildOf(trigram, wholeBranch)
    context.end4 = firstChildOf(trigram, wholeBranch + 1)
    context.backoff4 = codebooks.trigramBackoff[trigram.backoffs[wholeBranch]!]!
    context.length = 3
  }

  /** Natural log P(word | context). */
  score(context: Context, word: number): number {
    const { codebooks } = this
    let ngram = find(this.fourgram.words, context.start4, context.end4, word)
    if (ngram >= 0) return codebooks.fourgram[this.fourgram.probabilities[ngram]!]!
    let backoff = context.backoff4
    ngram = find(this.trigram.words, context.start3, context.end3, word)
    if (ngram >= 0) return backoff + codebooks.trigram[this.trigram.probabilities[ngram]!]!
    backoff += context.backoff3
    ngram = find(this.bigram.words, context.start2, context.end2, word)
    if (ngram >= 0) return backoff + codebooks.bigram[this.bigram.probabilities[ngram]!]!
    return backoff + context.backoff2 + this.unigram.probabilities[word]!
  }
}

/** Index of `word` among `words[start] … words[end - 1]`, which ascend; -1 if it is not there. */
function find(words: Uint16Array, start: number, end: number, word: number): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if (words[middle]! < word) low = middle + 1
    else high = middle
  }
  return low < end && words[low] === word ? low : -1
}

function linesOf(bytes: Uint8Array): string[] {
  return bytes.length === 0 ? [] : new TextDecoder().decode(bytes).split('\n')
}

function formOf(line: string): [number, string] {
  const tab = line.indexOf('\t')
  return [Number(line.slice(0, tab)), line.slice(tab + 1)]
}
