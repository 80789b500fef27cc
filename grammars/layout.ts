import { z } from 'zod'
import { firstOfSkeleton, likeness, skeleton } from './fold.ts'
import { readVocabulary } from './vocabulary.ts'

/**
 * The phrases of vocabularies/layout.yaml, checked and ready to compare: each as printed and as its skeleton,
 * longest first, so that `PHÓ CHỦ TỊCH` is found before `CHỦ TỊCH`.
 */
export interface Phrase {
  printed: string
  skeleton: string
}

const phrases = z
  .array(z.string().min(1))
  .transform(list =>
    list
      .map((printed): Phrase => ({ printed: printed.normalize('NFC'), skeleton: skeleton(printed) }))
      .sort((a, b) => b.skeleton.length - a.skeleton.length),
  )

const LayoutSchema = z.strictObject({
  mottos: phrases,
  documentTypes: phrases,
  preambleOpenings: phrases,
  leadEndings: phrases,
  conclusions: phrases,
  closingOpenings: phrases,
  closingVerbs: phrases,
  recipientsHeadings: phrases,
  authorities: phrases,
  positions: phrases,
  annexLabels: phrases,
  annexNotes: phrases,
  captions: phrases,
  stamps: phrases,
  unfinishedEndings: phrases,
})

export const layout = readVocabulary('layout', LayoutSchema)

/** The longest phrase that opens `text` at a word's end, or nothing. `text` is any printed text. */
export function openingPhrase(text: string, list: readonly Phrase[]): Phrase | undefined {
  const begun = beginningWith(list, firstOfSkeleton(text))
  if (!begun) return undefined
  let opened = ''
  let found: Phrase | undefined
  for (const word of text.slice(0, 80).split(' ')) {
    opened += skeleton(word)
    if (opened.length > (begun[0] as Phrase).skeleton.length) break
    found = begun.find(phrase => phrase.skeleton === opened) ?? found
  }
  return found
}

/** The phrases of each list by the letter they begin with, which most lines do not. */
const BY_FIRST = new WeakMap<readonly Phrase[], Map<string, Phrase[]>>()

function beginningWith(list: readonly Phrase[], letter: string): readonly Phrase[] | undefined {
  let sorted = BY_FIRST.get(list)
  if (!sorted) {
    sorted = new Map()
    for (const phrase of list) {
      const first = phrase.skeleton.charAt(0)
      sorted.set(first, [...(sorted.get(first) ?? []), phrase])
    }
    BY_FIRST.set(list, sorted)
  }
  return sorted.get(letter)
}

/** Letters that an office has at least; less is what a seal or stamp left of one. */
export const SHORTEST_OFFICE = 5
/** Share of its letters by which an office is known though misread: `Bí THƯ`, `CHANHT HTRA`. */
const LIKE_OFFICE = 0.75

/** The office that the skeleton `letters` is nearest to, or nothing where it is like none. */
export function nearestOffice(letters: string): Phrase | undefined {
  if (letters.length < SHORTEST_OFFICE) return undefined
  let nearest: Phrase | undefined
  let best = 0
  for (const office of layout.positions) {
    const share = likeness(letters, office.skeleton, LIKE_OFFICE)
    if (share < LIKE_OFFICE || share <= best) continue
    nearest = office
    best = share
  }
  return nearest
}
