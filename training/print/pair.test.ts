import { expect, test } from 'vitest'
import { pairLines } from './pair.ts'
import { unskew } from './picture.ts'
import { rowsOf } from './printed.ts'
import { Random } from './random.ts'
import { parseTsv } from './tesseract.ts'

const word = (text: string, x0: number, y0: number) => ({ text, x0, y0, x1: x0 + 30, y1: y0 + 14 })
const settings = { dpi: 72, skew: 0, blur: 0, noise: 0, ink: 0, paper: 255 }

test('words of two columns that stand side by side make one row', () => {
  const rows = rowsOf([word('Số:', 50, 101), word('ngày', 300, 100), word('KẾ', 200, 130)])
  expect(rows.map(row => row.text)).toEqual(['Số: ngày', 'KẾ'])
})

test('read words go to the printed row at their place; the rest is noise', () => {
  const page = { width: 595, height: 842, rows: rowsOf([word('Mục', 50, 100), word('đích', 90, 100)]) }
  const read = [
    { ...word('dich', 90, 101), line: 1, paragraph: '1.1' },
    { ...word('Muc', 50, 99), line: 1, paragraph: '1.1' },
    { ...word('~', 50, 400), line: 2, paragraph: '2.1' },
  ]
  expect(pairLines(page, read, settings)).toEqual([
    { printed: 'Mục đích', read: 'Muc dich' },
    { printed: '', read: '~' },
  ])
})

test('a page whose lines were read elsewhere is refused', () => {
  const page = { width: 595, height: 842, rows: rowsOf([word('Nhiệm vụ, giải pháp', 50, 100)]) }
  expect(
    pairLines(page, [{ ...word('khac han', 50, 100), line: 1, paragraph: '1.1' }], settings),
  ).toBeUndefined()
})

test('the skew of a page is taken back about its middle', () => {
  const [x, y] = unskew(300, 421, 600, 842, 1)
  expect([x, y]).toEqual([300, 421])
  expect(unskew(600, 421, 600, 842, 1)[1]).toBeCloseTo(421 - 300 * Math.sin(Math.PI / 180))
})

test('words of the engine come with the number of their line', () => {
  const tsv = '5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t96\tKE\n5\t1\t1\t1\t2\t1\t10\t40\t30\t12\t95\tMuc\n'
  expect(parseTsv(tsv).map(w => [w.text, w.line, w.y1])).toEqual([
    ['KE', 1, 32],
    ['Muc', 2, 52],
  ])
})

test('the same seed draws the same numbers', () => {
  const draw = () => {
    const random = new Random('seed')
    return [random.next(), random.int(1, 6), random.normal()]
  }
  expect(draw()).toEqual(draw())
})
