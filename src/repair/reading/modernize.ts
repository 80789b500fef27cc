import type { Line, Page, Word } from '../../document.ts'
import { fromLegacy } from '../../legacy-encodings.ts'
import { compose, legacyEncoding } from './legacy.ts'

const BEGINS_WITH_MARK = /^[\u0300-\u036f]/u
/** A combining mark, or the eth that stands for đ. */
const TO_COMPOSE = /[\u0300-\u036f]|[ðÐ]/u

/**
 * A page in plain Unicode: legacy encodings converted, marks that stand apart put on their letters. `known` tells whether a
 * folded word is in the vocabulary. The same object where nothing had to be done.
 */
export function modernize(page: Page, known: (word: string) => boolean): Page {
  const text = page.lines.map(line => line.words.map(word => word.text).join(' ')).join('\n')
  const encoding = legacyEncoding(text, known)
  if (encoding === undefined && !TO_COMPOSE.test(text)) return page
  const convert = (word: string): string =>
    compose(encoding === undefined ? word : fromLegacy(word, encoding))
  return { ...page, lines: page.lines.map(line => modernizeLine(line, convert)) }
}

function modernizeLine(line: Line, convert: (word: string) => string): Line {
  const words: Word[] = []
  for (const word of line.words) {
    const last = words.at(-1)
    if (last && BEGINS_WITH_MARK.test(word.text)) words[words.length - 1] = joined(last, word, convert)
    else words.push(converted(word, word.text, convert))
  }
  return { ...line, words }
}

/** `Tru` and `̛ờng` as the one word that they are. */
function joined(first: Word, second: Word, convert: (word: string) => string): Word {
  const read = `${first.raw ?? first.text} ${second.text}`
  const word = converted({ ...first, text: first.text + second.text }, read, convert)
  if (first.box && second.box)
    word.box = [
      first.box[0],
      Math.min(first.box[1], second.box[1]),
      second.box[2],
      Math.max(first.box[3], second.box[3]),
    ]
  return word
}

function converted(word: Word, read: string, convert: (word: string) => string): Word {
  const text = convert(word.text)
  return text === read ? word : { ...word, text, raw: read }
}
