/**
 * Words as the archive knows them, in two forms:
 *
 *     Hoá, Hóa  →  folded 'hoa', exact 'hoaσ'        the tone stands at the end, wherever it was printed
 *     Đề án 06  →  folded 'de an 06', exact 'đêη anσ 06'
 *
 * Folded words find text typed without diacritics; exact ones narrow to what was typed. Tones are written as Greek
 * letters since SQLite's tokenizer takes letters as parts of a word.
 */
const TONES: Record<string, string> = {
  '\u0300': 'η', // huyền
  '\u0301': 'σ', // sắc
  '\u0303': 'γ', // ngã
  '\u0309': 'θ', // hỏi
  '\u0323': 'ν', // nặng
}
const WORD = /[\p{L}\p{M}\p{N}]+/gu
const SURROGATE = /[\ud800-\udfff]/
const OF_WORD = /[\p{L}\p{M}\p{N}]/u

/** What `OF_WORD` says of a code unit; blocks of letters alone, where nearly all text lies, need no expression. */
function isInWord(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a)
  if (code >= 0xc0 && code <= 0x24f) return code !== 0xd7 && code !== 0xf7 // × ÷
  if ((code >= 0x1e00 && code <= 0x1eff) || (code >= 0x300 && code <= 0x36f)) return true
  return OF_WORD.test(String.fromCharCode(code))
}

/** A word of a text with its place, `end` exclusive. */
export interface Word {
  folded: string
  exact: string
  start: number
  end: number
}

export interface Forms {
  folded: string
  exact: string
  /** Of the folded form: FNV-1a, 32 bits. */
  hash: number
}

/** Plans are written with some thousands of syllables: each is analysed once. */
const known = new Map<string, Forms>()
const MOST_KNOWN = 50_000

export function formsOf(word: string): Forms {
  const found = known.get(word)
  if (found) return found
  const { folded, exact } = analyse(word)
  const forms = { folded, exact, hash: hashOf(folded) }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(word, forms)
  return forms
}

function analyse(word: string): { folded: string; exact: string } {
  if (/^[a-z0-9]+$/.test(word)) return { folded: word, exact: word }
  let tones = ''
  let letters = ''
  let folded = ''
  for (const letter of word.normalize('NFD').toLowerCase()) {
    const tone = TONES[letter]
    if (tone !== undefined) tones += tone
    else {
      letters += letter
      if (letter === 'đ') folded += 'd'
      else if (!isMark(letter)) folded += letter
    }
  }
  return { folded, exact: letters.normalize('NFC') + tones }
}

/** Vietnamese marks are all of this block. */
function isMark(letter: string): boolean {
  const code = letter.charCodeAt(0)
  return code >= 0x300 && code <= 0x36f
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  eachWord(text, (start, end) => {
    const { folded, exact } = formsOf(text.slice(start, end))
    if (folded !== '') words.push({ folded, exact, start, end })
  })
  return words
}

/** The forms of the words of a text in order. */
export function formsIn(text: string): Forms[] {
  const all: Forms[] = []
  eachWord(text, (start, end) => {
    const forms = formsOf(text.slice(start, end))
    if (forms.folded !== '') all.push(forms)
  })
  return all
}

/** The folded words of a text, joined by a space. */
export function foldedText(text: string): string {
  return joined(formsIn(text))
}

export function joined(words: readonly Forms[]): string {
  let folded = ''
  for (const word of words) folded += folded === '' ? word.folded : ` ${word.folded}`
  return folded
}

/** Calls with the place of each word, as `WORD` finds them; looking at each character is several times quicker. */
function eachWord(text: string, call: (start: number, end: number) => void): void {
  if (SURROGATE.test(text)) {
    for (const match of text.matchAll(WORD)) call(match.index, match.index + match[0].length)
    return
  }
  let start = -1
  for (let at = 0; at < text.length; at++) {
    if (isInWord(text.charCodeAt(at))) {
      if (start < 0) start = at
    } else if (start >= 0) {
      call(start, at)
      start = -1
    }
  }
  if (start >= 0) call(start, text.length)
}

/** A name or number as a key to compare by: folded words between spaces, so that whole words can be looked for. */
export function keyOf(text: string): string {
  return ` ${foldedText(text)} `
}
