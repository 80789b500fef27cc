import type { DecodedPage } from './page-decoder.ts'

/** Nats in favour of a spelling that stands elsewhere in the document once, and with every doubling of that. */
const REPEATED = 1.5
const DOUBLED = 1
const MOST = 4

/**
 * Abbreviations and names that no lexicon has, kept by a first pass as they were read, again and again:
 *
 *     Trung tâm DV SNC xã … Trung tâm DV SNC, các thôn … (DV SNC)
 *
 * One that the document writes elsewhere is likelier than its letters are surprising; a misreading mostly stands once.
 */
export class Spellings {
  readonly #uses = new Map<string, number>()

  /** Those of a page that the first pass decoded. */
  add({ pieces, repaired }: DecodedPage): void {
    pieces.forEach(({ core, glued }, i) => {
      const whole = !glued && !pieces[i + 1]?.glued
      if (whole && isTold(core) && repaired[i]?.text === core)
        this.#uses.set(core, (this.#uses.get(core) ?? 0) + 1)
    })
  }

  /** Nats in favour of `text`, `isOwn` where the first pass chose it at this very place. */
  favour(text: string, isOwn: boolean): number {
    const others = (this.#uses.get(text) ?? 0) - Number(isOwn)
    return others > 0 ? Math.min(MOST, REPEATED + DOUBLED * Math.log2(others)) : 0
  }
}

function isTold(core: string): boolean {
  return /^\p{Lu}{2,3}$/u.test(core)
}
