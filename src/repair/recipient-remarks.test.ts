import { expect, it } from 'vitest'
import { pagesOfText } from '../ingest/text.ts'
import { pagePieces } from './reading/pieces.ts'
import { recipientRemarks } from './recipient-remarks.ts'

function remark(line: string): string | undefined {
  const pieces = pagePieces(pagesOfText(line)[0]!, 'eng')
  const texts = pieces.map(piece => piece.core)
  const right = recipientRemarks(pieces, texts)
  return right.size === 0
    ? undefined
    : pieces
        .map((piece, i) => right.get(i) ?? piece.core)
        .slice(-2)
        .join(' ')
}

it('knows remarks of which the slash was read as a stroke', () => {
  expect(remark('- So Y té (ble);')).toBe('té b/c')
  expect(remark('- So Y té (b/e);')).toBe('b c')
  expect(remark('- Cac phong, ban (Vh);')).toBe('ban t/h')
  expect(remark('- Cac phong, ban (th).')).toBe('ban t/h')
  expect(remark('- Cong an tinh (plh);')).toBe('tinh p/h')
})

it('knows them left of the signature', () => {
  const line = '- Tinh uy (ble); CHU TICH'
  const pieces = pagePieces(pagesOfText(line)[0]!, 'eng')
  expect([
    ...recipientRemarks(
      pieces,
      pieces.map(piece => piece.core),
    ).values(),
  ]).toEqual(['b/c'])
})

it('leaves other brackets alone, and such letters elsewhere in a line', () => {
  for (const line of [
    'theo (th), ban',
    '- Luu: VT, CAX (Thao).',
    '(th)',
    '- Phong (VH);',
    'theo (th) ban',
    '- So Y té (b/c);',
  ])
    expect(remark(line)).toBeUndefined()
})
