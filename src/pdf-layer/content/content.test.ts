import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Surroundings, withoutHiddenText } from './hidden-text.ts'
import { operationsOf } from './operations.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const PAGE = [0, 0, 600, 800] as const
const surroundings = (extra: Partial<Surroundings> = {}): Surroundings => ({
  page: PAGE,
  paints: () => 'other',
  form: () => undefined,
  ...extra,
})

function strip(content: string, extra: Partial<Surroundings> = {}) {
  const { bytes: left, shown } = withoutHiddenText(bytes(content), surroundings(extra))
  return { left: left && Buffer.from(left).toString('latin1').replace(/\s+/g, ' ').trim(), shown }
}

describe('operations', () => {
  test('strings, names, arrays, dictionaries and comments are operands or nothing', () => {
    const content =
      '/F1 12 Tf % (no) Tj\n(a \\) (b) \\\\) Tj [<00 41> -20 (])]TJ /P <</MCID 0 /A [1 2]>> BDC -.5 0 Td (x)\' 1 2(y)"'
    expect(
      [...operationsOf(bytes(content))].map(({ operator, operands }) => [operator, operands.length]),
    ).toEqual([
      ['Tf', 2],
      ['Tj', 1],
      ['TJ', 1],
      ['BDC', 2],
      ['Td', 2],
      ["'", 1],
      ['"', 3],
    ])
  })

  test('an inline picture is one operation, whatever its bytes look like', () => {
    const content = 'q BI /W 4 /H 1 /BPC 8 ID \x00 EI\x01 (Tj EI\nQ (a) Tj'
    expect([...operationsOf(bytes(content))].map(({ operator }) => operator)).toEqual(['q', 'BI', 'Q', 'Tj'])
  })

  test('any bytes are read to their end, each once', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), content => {
        let at = 0
        for (const { start, end } of operationsOf(content)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(at).toBeLessThanOrEqual(content.length)
      }),
    )
  })

  test('a million open brackets are no danger', () => {
    expect([...operationsOf(bytes('['.repeat(1_000_000)))]).toEqual([])
  })
})

describe('hidden text', () => {
  test('text in render mode 3 goes, with what only bears on it, and the picture stays byte for byte', () => {
    const picture = 'q 600 0 0 800 0 0 cm /Im0 Do Q'
    expect(strip(`${picture} BT 3 Tr /F0 12 Tf 1 0 0 1 72 700 Tm (ctia) Tj ET`)).toEqual({
      left: picture,
      shown: 0,
    })
  })

  test('visible text stays where it is, also beside hidden text', () => {
    expect(strip('BT /F1 12 Tf 72 700 Td (seen) Tj ET').left).toBeUndefined()
    expect(strip("BT 12 TL 3 Tr (a) ' 0 Tr (seen) ' ET")).toEqual({
      left: "BT 12 TL 3 Tr T* 0 Tr (seen) ' ET",
      shown: 1,
    })
    expect(strip('BT 3 Tr 1 2 (a) " ET BT 0 Tr 9 9 Td (seen) Tj ET').left).toBe(
      'BT 3 Tr 1 Tw 2 Tc T* ET BT 0 Tr 9 9 Td (seen) Tj ET',
    )
  })

  test('hidden text that tells where visible text begins stays', () => {
    expect(strip('BT 3 Tr 72 700 Td (a) Tj 0 Tr (seen) Tj ET')).toEqual({ left: undefined, shown: 2 })
  })

  test('the render mode is that of the graphics state', () => {
    expect(strip('q 3 Tr Q BT (seen) Tj ET').shown).toBe(1)
    expect(strip('3 Tr q BT (a) Tj ET Q').shown).toBe(0)
  })

  test('text under an opaque picture of the whole page goes, under any other it stays', () => {
    const content = 'BT 72 700 Td (under) Tj ET q 600 0 0 800 0 0 cm /Im0 Do Q'
    const opaque: Partial<Surroundings> = { paints: () => 'opaque picture' }
    expect(strip(content, opaque).shown).toBe(0)
    expect(strip(content).shown).toBe(1)
    expect(strip(content.replace('600', '500'), opaque).shown).toBe(1)
    expect(strip('q 600 0 0 800 0 0 cm /Im0 Do Q BT 72 700 Td (over) Tj ET', opaque).shown).toBe(1)
    expect(strip(`/G0 gs ${content}`, opaque).shown).toBe(1)
  })

  test('a form that paints nothing any more is not called', () => {
    const form = () => ({ shown: 0, isEmpty: true })
    expect(
      strip('q /Im0 Do Q q /Fx1 Do Q', { form: name => (name === 'Fx1' ? form() : undefined) }).left,
    ).toBe('q /Im0 Do Q q Q')
  })

  test('any content without render mode 3 and pictures is left alone', () => {
    const word = fc.constantFrom(
      'q',
      'Q',
      'BT',
      'ET',
      '(a)Tj',
      '[(b)]TJ',
      '1 Tr',
      '0 Tr',
      '/G gs',
      '/X Do',
      '(c)',
      '[',
      '>>',
      '1 0 0 1 0 0 cm',
    )
    fc.assert(
      fc.property(fc.array(word), words => {
        expect(withoutHiddenText(bytes(words.join(' ')), surroundings()).bytes).toBeUndefined()
      }),
    )
  })
})
