/**
 * Where the tone of oa, oe, uy is written: by tradition on the first vowel (hóa, thủy), by school grammars on the second
 * (hoá, thuỷ). The two are one word; a document keeps to one of them.
 */
const FIRST = 'òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy'.split(' ')
const SECOND = 'oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ'.split(' ')
const toSecond = new Map(FIRST.map((pair, i) => [pair, SECOND[i]!]))
const toFirst = new Map(SECOND.map((pair, i) => [pair, FIRST[i]!]))

export type Placement = 'first' | 'second'

/** A word with its tone placed otherwise (hóa → hoá, hoá → hóa), in the same case; undefined where there is one way only. */
export function placedOtherwise(word: string): { text: string; placement: Placement } | undefined {
  const ending = word.slice(-2)
  const lower = ending.toLowerCase()
  const second = toSecond.get(lower)
  const first = second === undefined && !/qu.$/iu.test(word) ? toFirst.get(lower) : undefined
  const pair = second ?? first
  if (pair === undefined) return undefined
  const cased = [...pair]
    .map((letter, i) => (ending[i] === lower[i] ? letter : letter.toUpperCase()))
    .join('')
  return { text: word.slice(0, -2) + cased, placement: second === undefined ? 'first' : 'second' }
}
