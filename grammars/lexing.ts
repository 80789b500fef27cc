import type { IToken, TokenType } from 'chevrotain'
import { createTokenInstance } from './chevrotain.ts'
import { type Phrases, type Word, words } from './phrases.ts'

/**
 * The lexer of the inline grammars. Chevrotain's own drops a pattern's `u` flag and knows no word ends, so `ngày`
 * would be found in `ngàyn`; this one goes word by word. At each word the rules are tried in order; the first that
 * accepts decides, and what no rule accepts is a `rest` token.
 */
export interface Rule {
  type: TokenType
  /** Whether a token of it may begin with a word of this key: for other words it need not be tried. */
  mayBegin(key: string): boolean
  /** How many words from `index` on the token takes; 0 if it is none. */
  length(text: readonly Word[], index: number, source: string): number
}

/** A token that is one of a list of phrases. */
export function phraseRule(type: TokenType, list: Phrases<unknown>): Rule {
  return {
    type,
    mayBegin: key => list.mayBegin(key),
    length: (text, index) => list.at(text, index)?.length ?? 0,
  }
}

/** What the first word of a pattern begins with: a sort of character, or one of some beginnings in lower case. */
export type Beginning = 'digit' | 'letter' | 'mark' | readonly string[]

/** A token that a sticky pattern matches from a word's beginning to a word's end. */
export function patternRule(type: TokenType, pattern: RegExp, on?: Beginning): Rule {
  return {
    type,
    mayBegin: key => on === undefined || begins(key, on),
    length(text, index, source) {
      const word = text[index] as Word
      pattern.lastIndex = word.start
      const match = pattern.exec(source)
      if (!match?.[0]) return 0
      const end = word.start + match[0].length
      for (let i = index; i < text.length; i++) {
        const { end: wordEnd } = text[i] as Word
        if (wordEnd === end) return i - index + 1
        if (wordEnd > end) return 0
      }
      return 0
    },
  }
}

/** Rules in the order in which they are tried, sorted by the words with which their tokens may begin. */
export class Rules {
  private readonly all: readonly Rule[]
  /** The rules to try at a word, by its key. Emptied before it grows large: a plan has few different words. */
  private readonly byKey = new Map<string, readonly Rule[]>()

  constructor(all: readonly Rule[]) {
    this.all = all
  }

  at(key: string): readonly Rule[] {
    let found = this.byKey.get(key)
    if (!found) {
      found = this.all.filter(rule => rule.mayBegin(key))
      if (this.byKey.size >= MOST_KEYS) this.byKey.clear()
      this.byKey.set(key, found)
    }
    return found
  }
}
const MOST_KEYS = 20_000

/** Cuts `source` into tokens; `startOffset` and `endOffset` (inclusive) are offsets in `source`. */
export function lex(source: string, rules: Rules, rest: TokenType): IToken[] {
  return lexWords(words(source), source, rules, rest)
}

/**
 * The same of a text that was cut into `text` before.
 *
 * @param runs whether words that no rule accepts are tokens each, or all that follow one another a single one
 */
export function lexWords(
  text: readonly Word[],
  source: string,
  rules: Rules,
  rest: TokenType,
  runs: 'apart' | 'joined' = 'apart',
): IToken[] {
  const tokens: IToken[] = []
  const joins = runs === 'joined'
  for (let i = 0; i < text.length; ) {
    let length = 0
    let type = rest
    const first = text[i] as Word
    for (const rule of rules.at(first.key)) {
      length = rule.length(text, i, source)
      if (length > 0) {
        type = rule.type
        break
      }
    }
    if (length === 0) {
      length = 1
      if (joins)
        while (i + length < text.length && rules.at((text[i + length] as Word).key).length === 0) length++
    }
    const last = text[i + length - 1] as Word
    const image = length === 1 ? first.text : source.slice(first.start, last.end)
    tokens.push(createTokenInstance(type, image, first.start, last.end - 1, 1, 1, 1, 1))
    i += length
  }
  return tokens
}

function begins(key: string, on: Beginning): boolean {
  return typeof on === 'string' ? sortOf(key) === on : on.some(beginning => key.startsWith(beginning))
}

function sortOf(key: string): Beginning {
  const code = key.charCodeAt(0)
  if (code >= 0x30 && code <= 0x39) return 'digit'
  const letter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a
  return letter || (code >= 0xc0 && code < 0x300) || (code >= 0x1e00 && code < 0x1f00) ? 'letter' : 'mark'
}
