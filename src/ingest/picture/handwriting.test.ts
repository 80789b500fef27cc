import { describe, expect, it } from 'vitest'
import type { Engine, ReadWord } from '../engine/engine.ts'
import { blank } from './gray.ts'
import { withHandwriting } from './handwriting.ts'

const OPTIONS = { segmentation: 'column', dpi: 100, timeout: 1000 } as const

function word(text: string, x0: number, x1: number, confidence = 0.95): ReadWord {
  return { text, confidence, box: [x0, 40, x1, 56] }
}

/** An engine that reads the same digits wherever it is asked to. */
function engineThatReads(text: string): Engine {
  const read = async (): Promise<ReadWord[]> => [{ text, confidence: 0.9, box: [2, 2, 20, 16] }]
  return { slots: 1, read, close: async () => {} }
}

/** A page with a blot of ink in the gap between the words. */
async function read(words: ReadWord[], digits: string): Promise<string[]> {
  const print = blank(400, 400)
  for (let y = 42; y < 54; y++) print.data.fill(0, y * 400 + 104, y * 400 + 116)
  const found = await withHandwriting(words, { print }, engineThatReads(digits), OPTIONS)
  return found.sort((a, b) => a.box[0] - b.box[0]).map(({ text }) => text)
}

describe('what is written by hand into the head', () => {
  it('is read as a number between `Số:` and the symbol, over what was read unsurely', async () => {
    const words = [word('Số:', 60, 85), word('6ổ', 100, 120, 0.1), word('/KH-UBND', 130, 200)]
    expect(await read(words, '68')).toEqual(['Số:', '68', '/KH-UBND'])
  })

  it('is read as a day that the calendar has, or left out', async () => {
    const words = [word('ngày', 60, 92), word('tháng', 130, 170), word('3', 180, 186), word('năm', 195, 220)]
    expect(await read(words, '09')).toEqual(['ngày', '09', 'tháng', '3', 'năm'])
    expect(await read(words, '47')).toEqual(['ngày', 'tháng', '3', 'năm'])
  })

  it('takes the place of digits that were read together with the symbol, which stay where they were read surely', async () => {
    expect(await read([word('Số:', 60, 85), word('6§/KH-UBND', 100, 200, 0.5)], '68')).toEqual([
      'Số:',
      '68',
      '/KH-UBND',
    ])
    expect(await read([word('Số:', 60, 85), word('19/KH-THCS', 100, 200)], '99')).toEqual([
      'Số:',
      '19/KH-THCS',
    ])
  })

  it('leaves a sure number alone, and `số` within a sentence', async () => {
    const sure = [word('Số:', 60, 85), word('12', 100, 120), word('/KH-UBND', 130, 200)]
    expect(await read(sure, '99')).toEqual(['Số:', '12', '/KH-UBND'])
    const sentence = [word('Quyết', 10, 50), word('số', 60, 85), word('/QĐ-TTg', 130, 200)]
    expect(await read(sentence, '99')).toEqual(['Quyết', 'số', '/QĐ-TTg'])
  })
})
