import type { Word } from '../../document.ts'

/** A read word, or a part of one, between two rules of a table. */
export interface Stretch {
  text: string
  /** Index of the word in its line. */
  word: number
  /** A rule stands before it. */
  ruled: boolean
}

/** Two words with a rule between them that were read as one; inside a word an `i` is read so too: `t|nh`. */
const WORD_AND_RULE = /(?<=.{2})\|+(?=\p{Lu}.|[\p{P}\d])|(?<=.{2})\|+(?=.{2})(?<=.{6,})/u
const RULE = /^\|+$/
const RULE_BEFORE = /^\|+/
const RULE_AFTER = /\|+$/

/**
 * The words of a line without the rules of a table, which an engine reads as `|` and as brackets without their other half:
 *
 *     ra soát | Phòng VH-XH   Trung|Công an   |xác, kịp thời   [16/9
 *
 * What stands first in its line stays: it may be a number or a numeral.
 */
export function betweenRules(words: readonly Word[]): Stretch[] {
  const found: Stretch[] = []
  let ruled = false
  words.forEach((word, at) => {
    const text = at === 0 ? word.text : withRules(words, at)
    if (RULE.test(text)) {
      if (at === 0) found.push({ text, word: at, ruled: false })
      else ruled = true
      return
    }
    for (const part of text.split(WORD_AND_RULE)) {
      const plain = part.replace(RULE_BEFORE, '').replace(RULE_AFTER, '')
      found.push({ text: plain, word: at, ruled: found.length > 0 && (ruled || RULE_BEFORE.test(part)) })
      // the next part stands after a rule
      ruled = true
    }
    ruled = RULE_AFTER.test(text)
  })
  return found
}

/** The text of a word, brackets that have no other half in the line as rules. */
function withRules(words: readonly Word[], at: number): string {
  let { text } = words[at]!
  const open = text.startsWith('[') && !words.slice(at).some(word => word.text.includes(']'))
  if (open) text = `|${text.slice(1)}`
  const close = text.endsWith(']') && !words.slice(0, at + 1).some(word => word.text.includes('['))
  return close ? `${text.slice(0, -1)}|` : text
}
