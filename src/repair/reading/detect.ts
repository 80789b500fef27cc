import type { Page, Word } from '../../document.ts'

/**
 * The ways in which text went wrong, each with a channel of its own:
 *
 *     eng        Thye hién Ké hoach sé 12      read by an engine with an English model
 *     vie        Thực hiện Kế hoach số 12      read by an engine with a Vietnamese model
 *     stripped   Thuc hien Ke hoach so 12      all diacritics taken off
 *     clean      Thực hiện Kế hoạch số 12      typed, or of no language that is repaired: stays as it is
 */
export type Reading = 'eng' | 'vie' | 'stripped' | 'clean'

/** Letters that Vietnamese has and an English model can't read. */
const VIETNAMESE = /[\u1ea0-\u1ef9ĂăĐđĨĩŨũƠơƯư]/u
/** Letters and signs that an English model reads where diacritics are, and digits inside words. */
const MISREAD = /[\u00c0-\u00ff¢€£§]|\p{L}\d|\d\p{L}/u
const WORD = /\p{L}{2}|\p{L}\d|\d\p{L}/u
const ENGLISH = /^(?:the|of|and|is|are|was|for|with|that|this|from|be|by|on|at|as|or|it|not)$/iu

interface Shares {
  words: number
  vietnamese: number
  misread: number
  english: number
}

function sharesOf(words: Iterable<Word>): Shares {
  const shares = { words: 0, vietnamese: 0, misread: 0, english: 0 }
  for (const { text } of words) {
    if (!WORD.test(text)) continue
    shares.words++
    if (VIETNAMESE.test(text)) shares.vietnamese++
    else if (MISREAD.test(text)) shares.misread++
    else if (ENGLISH.test(text)) shares.english++
  }
  if (shares.words > 0) {
    shares.vietnamese /= shares.words
    shares.misread /= shares.words
    shares.english /= shares.words
  }
  return shares
}

/** Words of a text layer that were read again from the picture carry the confidence of the engine. */
export function isReadAgain(word: Word): boolean {
  return word.confidence !== undefined
}

/** How a page was read, by the letters of its words; words of a layer that were read again say nothing about the layer. */
export function readingOfPage(page: Page): Reading {
  const words = page.lines.flatMap(line => line.words)
  const layer = page.text === 'ocr' ? words : words.filter(word => !isReadAgain(word))
  const shares = sharesOf(layer)
  if (shares.words === 0) return words.length > layer.length ? 'vie' : 'clean'
  if (shares.vietnamese >= 0.2) return page.text === 'ocr' ? 'vie' : 'clean'
  if (shares.english >= 0.12) return 'clean'
  return shares.misread >= 0.04 ? 'eng' : 'stripped'
}

/** How a line was read, given its page: right Vietnamese may stand on a garbled page (a digital signature's caption). */
export function readingOfLine(words: Word[], page: Reading): Reading {
  if (page === 'vie' || page === 'clean') return page
  const { vietnamese, english, words: count } = sharesOf(words.filter(word => !isReadAgain(word)))
  return (vietnamese >= 0.3 && count >= 2) || (english >= 0.3 && count >= 5) ? 'clean' : page
}
