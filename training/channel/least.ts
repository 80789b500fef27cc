import { baseLetter } from '../../src/repair/candidates/channel.ts'
import { marksOf } from './marks.ts'

/** Letters of like shape, which any engine may take for each other though the pairs at hand don't show it. */
const ALIKE = [
  'nmur',
  'ilrtj1',
  'ceo',
  'hbk',
  'vyuw',
  'gqyz',
  'adoe',
  'tfrl',
  'IlTJ',
  'OQCGD',
  'BPRDE',
  'HNMU',
  'UVJ',
  'KX',
]
/** What engines make of a letter with a diacritic that they don't know. */
const SIGNS = '0134568&@¢£€§'
/** Least shares that are believed of either. */
const ALIKE_SHARE = 0.0015
const SIGN_SHARE = 0.001
/** The same of a letter being read as its base letter with any other marks, where the engine reads such letters at all. */
const MARKED_SHARE = 5e-4
/** The same of a vowel being read as another with the same marks. */
const SAME_MARKS_SHARE = 1e-4
const VOWELS = 'aeiouy'

/** The least that is believed of a printed character being read as another, whatever was counted. */
export function leastShare(printed: string, read: string, reads: ReadonlySet<string>): number {
  if (printed.length !== 1 || read.length !== 1 || printed === read) return 0
  if (reads.has(read) && baseLetter(read) !== read && baseLetter(read) === baseLetter(printed))
    return MARKED_SHARE
  const plain = baseLetter(printed)
  if (plain !== read && ALIKE.some(group => group.includes(plain) && group.includes(read))) return ALIKE_SHARE
  if (plain !== printed && SIGNS.includes(read)) return SIGN_SHARE
  const isOtherVowel = VOWELS.includes(plain) && VOWELS.includes(baseLetter(read)) && reads.has(read)
  return isOtherVowel && plain !== printed && marksOf(printed).join() === marksOf(read).join()
    ? SAME_MARKS_SHARE
    : 0
}

/** Every character that some printed one is believed to be read as, whatever was counted. */
export const BELIEVED = [...ALIKE.join(''), ...SIGNS]
