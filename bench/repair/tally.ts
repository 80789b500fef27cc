import type { Page } from '../../src/document.ts'
import type { Scorer, TextScore } from './scorer.ts'

/** Sums of the figures of a set's documents. */
export class Tally {
  readonly #scorer: Scorer
  #documents = 0
  #before = 0
  #after = 0
  #ter = 0
  #cer = 0
  #changed = 0
  #worst = 0
  #worse = 0
  #wrongBefore = 0
  #wrongAfter = 0
  #exact = 0
  #figures = 0
  /** Confidence and truth of every word, line by line where gold has the same lines. */
  readonly #words: Array<{ confidence: number; right: boolean }> = []

  constructor(scorer: Scorer) {
    this.#scorer = scorer
  }

  /** `before`, `after`: scores of the text as read and as repaired; `changed`: token error rate between the two. */
  add(
    gold: string,
    before: TextScore,
    after: TextScore,
    changed: number,
    repaired: Page[],
    text: string,
  ): void {
    this.#documents++
    this.#before += before.SER
    this.#after += after.SER
    this.#ter += after.TER
    this.#cer += after.CER
    this.#changed += changed
    this.#worst = Math.max(this.#worst, after.SER)
    if (after.SER > before.SER) this.#worse++
    this.#wrongBefore += before.errors.length
    this.#wrongAfter += after.errors.length
    this.#addFigures(gold, text)
    this.#addWords(gold, repaired)
  }

  /** Numbers, dates, document symbols: all that is printed with a digit. */
  #addFigures(gold: string, text: string): void {
    const printed = gold.split('\n').filter(line => !line.includes('⟦noise⟧'))
    const { pairs } = this.#scorer.align(this.#scorer.tokens(printed.join('\n')), this.#scorer.tokens(text))
    for (const [right, got] of pairs) {
      if (right === null || right.includes('⟦') || !/\d/.test(right)) continue
      this.#figures++
      if (right === got) this.#exact++
    }
  }

  #addWords(gold: string, pages: Page[]): void {
    const { tokens, align } = this.#scorer
    const goldLines = gold.split('\n')
    const lines = pages.flatMap(page => page.lines)
    if (goldLines.length !== lines.length) return
    lines.forEach((line, i) => {
      if (goldLines[i]!.includes('⟦')) return
      const words = line.words.flatMap(word =>
        tokens(word.text).map(text => ({ text, confidence: word.confidence ?? 1 })),
      )
      let at = 0
      for (const [right, got] of align(
        tokens(goldLines[i]!),
        words.map(word => word.text),
      ).pairs)
        if (got !== null) this.#words.push({ confidence: words[at++]!.confidence, right: right === got })
    })
  }

  report(): string[] {
    const n = this.#documents
    return [
      `mean  SER ${percent(this.#before / n)} → ${percent(this.#after / n)}  TER ${percent(this.#ter / n)}  CER ${percent(this.#cer / n)}  changed ${percent(this.#changed / n)}  worst ${percent(this.#worst)}  worse ${this.#worse}/${n}`,
      `syllables wrong ${this.#wrongBefore} → ${this.#wrongAfter}, ${(this.#wrongAfter / Math.max(1, this.#wrongBefore)).toFixed(3)} of them`,
      `numbers, dates, symbols right ${percent(this.#exact / Math.max(1, this.#figures))} of ${this.#figures}`,
      this.#calibration(),
    ]
  }

  /** Expected calibration error in ten bins, and the share of the errors among the 3 % least sure words. */
  #calibration(): string {
    const words = this.#words
    if (words.length === 0) return 'no words'
    let error = 0
    for (let bin = 0; bin < 10; bin++) {
      const inside = words.filter(word => Math.min(9, Math.floor(word.confidence * 10)) === bin)
      const confidence = inside.reduce((sum, word) => sum + word.confidence, 0)
      error += Math.abs(confidence - inside.filter(word => word.right).length)
    }
    const doubtful = [...words]
      .sort((a, b) => a.confidence - b.confidence)
      .slice(0, Math.ceil(0.03 * words.length))
    const wrong = words.filter(word => !word.right).length
    const caught = doubtful.filter(word => !word.right).length
    return `calibration error ${(error / words.length).toFixed(4)}  errors among the 3 % least sure ${percent(caught / Math.max(1, wrong))}  (${wrong} errors, ${words.length} words)`
  }
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`.padStart(8)
}
