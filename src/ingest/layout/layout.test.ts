import { describe, expect, it } from 'vitest'
import { type Line, lineText, type Page } from '../../document.ts'
import type { PlacedWord, Rule } from '../placed.ts'
import { layoutDocument } from './document.ts'
import { layoutPage } from './page.ts'

const SIZE = 14
const SPACE = 4

/** Words of a printed line that begins at x and stands on y; each letter is half as wide as high. */
function print(text: string, x: number, y: number, size = SIZE): PlacedWord[] {
  let at = x
  return text.split(' ').map(word => {
    const width = word.length * size * 0.5
    const placed: PlacedWord = { text: word, box: [at, y - size * 0.8, at + width, y + size * 0.2], size }
    at += width + SPACE
    return placed
  })
}

function centred(text: string, middle: number, y: number): PlacedWord[] {
  const words = print(text, 0, y)
  const shift = middle - (words.at(-1)?.box[2] ?? 0) / 2
  return words.map(word => ({
    ...word,
    box: [word.box[0] + shift, word.box[1], word.box[2] + shift, word.box[3]],
  }))
}

function page(words: PlacedWord[], rules: Rule[] = [], number = 1): Page {
  return layoutPage({ number, width: 595, height: 842, text: 'layer', words, rules }, number === 1)
}

const FULL = 'thực hiện các nội dung tuyên truyền trên địa bàn xã theo kế hoạch này ngay'

const HEADER = [
  ...centred('ỦY BAN NHÂN DÂN', 170, 60),
  ...centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 410, 60),
  ...centred('XÃ BÌNH HÒA', 170, 77),
  // Half a line lower than its neighbour: the columns are set apart from each other.
  ...centred('Độc lập - Tự do - Hạnh phúc', 410, 85),
  ...centred('Số: 12/KH-UBND', 170, 110),
  ...centred('Bình Hòa, ngày 20 tháng 6 năm 2026', 410, 110),
]

function texts(lines: readonly Line[], region: Line['region']): string[] {
  return lines.filter(line => line.region === region).map(lineText)
}

describe('reading order', () => {
  it('gives the left column of the header, then the right, then the title', () => {
    const { lines } = page([...HEADER, ...centred('KẾ HOẠCH', 320, 150), ...print(FULL, 85, 180)])
    expect(texts(lines, 'header-left')).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ BÌNH HÒA', 'Số: 12/KH-UBND'])
    expect(texts(lines, 'header-right').slice(1)).toEqual([
      'Độc lập - Tự do - Hạnh phúc',
      'Bình Hòa, ngày 20 tháng 6 năm 2026',
    ])
    expect(lines[6]).toMatchObject({ region: 'body', flow: 'centred', number: 7 })
  })

  it('knows the margin where most paragraphs have one line', () => {
    const short = (y: number) => print('thực hiện các nội dung tuyên truyền trên địa bàn xã.', 115, y)
    const { lines } = page([
      ...print(FULL.slice(6), 115, 60),
      ...print('trong năm.', 85, 80),
      ...[100, 120, 140, 160, 180, 200, 220, 240].flatMap(short),
    ])
    expect(lines.map(line => line.flow)).toEqual(['start', 'continuation', ...new Array(8).fill('start')])
  })

  it('gives recipients, then the signature', () => {
    const { lines } = page([
      ...print(FULL, 85, 60),
      ...print('Nơi nhận:', 85, 100, 11),
      ...centred('TM. ỦY BAN NHÂN DÂN', 440, 102),
      ...print('- Như trên;', 85, 114, 11),
      ...centred('CHỦ TỊCH', 440, 120),
      ...print('- Lưu: VT.', 85, 128, 11),
      ...centred('Trần Văn An', 440, 200),
    ])
    expect(texts(lines, 'recipients')).toEqual(['Nơi nhận:', '- Như trên;', '- Lưu: VT.'])
    expect(texts(lines, 'signature')).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Trần Văn An'])
  })

  it('finds the end where its heading is misread', () => {
    const { lines } = page([
      ...print(FULL, 85, 60),
      ...print('Het hia:', 85, 100, 11),
      ...centred('TM. UY BAN NHAN DAN', 440, 102),
      ...print('- Nhu tren;', 85, 114, 11),
      ...centred('CHU TICH', 440, 120),
      ...print('- Luu: VT.', 85, 128, 11),
    ])
    expect(texts(lines, 'recipients')).toHaveLength(3)
  })

  it('keeps the number of a page apart from the signature under it', () => {
    const { lines } = page([
      ...print('3', 297, 40),
      ...print('Nơi nhận:', 85, 70, 11),
      ...centred('CHỦ TỊCH', 440, 70),
      ...print('- Lưu: VT.', 85, 84, 11),
      ...centred('Trần Văn An', 440, 150),
    ])
    expect(lines.map(line => line.region)).toEqual([
      'page-number',
      'recipients',
      'recipients',
      'signature',
      'signature',
    ])
  })

  it('sees no columns in a page of justified prose', () => {
    const { lines } = page([0, 1, 2, 3].flatMap(row => print(FULL, 85, 60 + 18 * row)))
    expect(lines.every(line => line.region === 'body')).toBe(true)
  })

  it('tells page numbers and captions of digital signatures from text', () => {
    const { lines } = page([
      ...print('2', 300, 40),
      ...print('Thời gian ký: 09.03.2026 13:45:14', 85, 60),
      ...print(FULL, 85, 90),
    ])
    expect(lines.map(line => line.region)).toEqual(['page-number', 'caption', 'body'])
  })
})

/** The rules of a table with the given columns and rows, without those that `open` names. */
function ruled(xs: number[], ys: number[], open: (rule: Rule) => boolean = () => false): Rule[] {
  const rules: Rule[] = []
  for (const position of ys)
    for (let at = 1; at < xs.length; at++)
      rules.push({ direction: 'horizontal', position, from: xs[at - 1]!, to: xs[at]! })
  for (const position of xs)
    for (let at = 1; at < ys.length; at++)
      rules.push({ direction: 'vertical', position, from: ys[at - 1]!, to: ys[at]! })
  return rules.filter(rule => !open(rule))
}

describe('tables', () => {
  const xs = [80, 110, 300, 500]

  it('joins the lines of a cell and gives each row as one line', () => {
    const words = [
      ...print('TT', 85, 115),
      ...print('Nội dung', 115, 115),
      ...print('Đơn vị', 305, 115),
      ...print('1', 85, 140),
      ...print('Tuyên truyền', 115, 140),
      ...print('trên loa', 115, 157),
      ...print('Ban Văn hóa', 305, 148),
    ]
    const found = page(words, ruled(xs, [100, 122, 170]))
    layoutDocument([found])
    expect(found.lines.map(lineText)).toEqual([
      'TT | Nội dung | Đơn vị',
      '1 | Tuyên truyền trên loa | Ban Văn hóa',
    ])
    expect(found.lines.map(line => line.row?.kind)).toEqual(['header', 'cells'])
  })

  it('gives a cell merged downwards in its first row, and a spanning one as a group', () => {
    const open = (rule: Rule): boolean =>
      (rule.direction === 'vertical' && rule.from === 100 && rule.position > 80 && rule.position < 500) ||
      (rule.direction === 'horizontal' && rule.position === 140 && rule.from === 300)
    const words = [
      ...print('A. Tuyên truyền', 85, 115),
      ...print('1', 85, 135),
      ...print('Loa', 115, 135),
      ...print('2', 85, 155),
      ...print('Tờ rơi', 115, 155),
      ...print('Ban Văn hóa', 305, 145),
    ]
    const { lines } = page(words, ruled(xs, [100, 120, 140, 160], open))
    expect(lines.map(lineText)).toEqual(['A. Tuyên truyền', '1 | Loa | Ban Văn hóa', '2 | Tờ rơi | '])
    expect(lines[0]?.row?.kind).toBe('group')
  })

  it('goes on over a page, past its number', () => {
    const row = (number: string, y: number): PlacedWord[] => [
      ...print(number, 85, y),
      ...print('việc', 115, y),
      ...print('Ban', 305, y),
    ]
    const pages = [
      page(row('1', 795), ruled(xs, [780, 800])),
      page([...print('2', 300, 40), ...row('2', 75)], ruled(xs, [60, 80]), 2),
      page([...print(FULL, 85, 60), ...row('1', 95)], ruled(xs, [80, 100]), 3),
    ]
    layoutDocument(pages)
    const tables = pages.flatMap(({ lines }) => lines).flatMap(line => (line.row ? [line.row.table] : []))
    expect(tables).toEqual([0, 0, 1])
  })

  it('takes the ends of the level rules for the sides of an open table', () => {
    const inner = ruled(
      xs,
      [100, 120, 140],
      rule => rule.direction === 'vertical' && (rule.position === 80 || rule.position === 500),
    )
    const row = (y: number): PlacedWord[] => [
      ...print('1', 85, y),
      ...print('việc', 115, y),
      ...print('Ban', 305, y),
    ]
    expect(page([...row(115), ...row(135)], inner).lines.map(lineText)).toEqual([
      '1 | việc | Ban',
      '1 | việc | Ban',
    ])
  })

  it('takes a frame around text for no table', () => {
    const { lines } = page(print(FULL, 85, 110), ruled([80, 560], [90, 130]))
    expect(lines[0]?.row).toBeUndefined()
  })
})

it('keeps a dash that was read again from the picture, its box as low as its ink, and drops a rule that a layer has for one', () => {
  const [dash, ...item] = print('- Các phòng chuyên môn', 80, 300)
  const low: PlacedWord = { ...dash!, box: [80, 294, 87, 296] }
  const texts = (words: PlacedWord[]): string[] => page(words).lines.map(lineText)
  expect(texts([{ ...low, confidence: 0.93 }, ...item])).toEqual(['- Các phòng chuyên môn'])
  expect(texts([low, ...item])).toEqual(['Các phòng chuyên môn'])
})

it('reads two who sign side by side above the recipients one after the other', () => {
  const { lines } = page([
    ...print(FULL, 80, 300),
    ...print('triển khai thực hiện./.', 80, 320),
    ...centred('CÔNG AN TỈNH', 170, 350),
    ...centred('SỞ GIÁO DỤC VÀ ĐÀO TẠO', 410, 350),
    ...centred('KT. GIÁM ĐỐC', 170, 367),
    ...centred('GIÁM ĐỐC', 410, 367),
    ...centred('PHÓ GIÁM ĐỐC', 170, 384),
    ...centred('Nghiêm Thị Ái', 410, 400),
    ...centred('Hà Văn Khoát', 170, 420),
    ...print('Nơi nhận:', 80, 460),
    ...print('- Lưu: VT.', 80, 475),
  ])
  expect(lines.slice(2).map(lineText)).toEqual([
    'CÔNG AN TỈNH',
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
    'Hà Văn Khoát',
    'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
    'GIÁM ĐỐC',
    'Nghiêm Thị Ái',
    'Nơi nhận:',
    '- Lưu: VT.',
  ])
  expect(lines.slice(2, 9).every(({ region }) => region === 'signature')).toBe(true)
})
