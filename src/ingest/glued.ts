import type { PlacedWord } from './placed.ts'

/**
 * Where an engine lost the space after a label or a comma (`4.Tổ chức`, `IV.NGUỒN`, `VT,TCCB`), before the number of a
 * document (`Số:39/KH-UBND`) or after who is stood in for (`KT.CHỦ TỊCH`). Letters of outlines only, since `P.` and `Q.`
 * are wards and districts.
 */
const GLUE = new RegExp(
  [
    /(?<=^(?:\d{1,2}|[IVX]{1,4}|[A-Ga-gĐđ])[.)])(?=\p{L}{2})/u,
    /(?<=\p{L}{2}[,;])(?=\p{L}{2})/u,
    /(?<=^[Ss]\S{1,2}:)(?=\d{1,5}\/)/u,
    /(?<=^(?:TM|KT|TL|TUQ)\.)(?=\p{Lu}{2})/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'u',
)

/** The words that an engine read as one; each takes its share of the width by its characters. */
export function unglued(word: PlacedWord): PlacedWord[] {
  const parts = word.text.split(GLUE)
  if (parts.length === 1) return [word]
  const [x0, y0, x1, y1] = word.box
  const width = (x1 - x0) / word.text.length
  let at = 0
  return parts.map(text => {
    const from = x0 + at * width
    at += text.length
    return { ...word, text, box: [from, y0, x0 + at * width, y1] }
  })
}
