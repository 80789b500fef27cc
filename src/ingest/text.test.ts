import { describe, expect, it } from 'vitest'
import { lineText } from '../document.ts'
import { ingest } from './ingest.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

async function linesOf(bytes: Uint8Array): Promise<string[][]> {
  const { pages } = await ingest(bytes)
  return pages.map(page => page.lines.map(lineText))
}

describe('plain text', () => {
  it('keeps every line, blank ones too, so that repair can answer line by line', async () => {
    expect(await linesOf(encode('KẾ HOẠCH\n\nI. MỤC ĐÍCH\n'))).toEqual([['KẾ HOẠCH', '', 'I. MỤC ĐÍCH', '']])
  })

  it('takes a form feed for the end of a page and CRLF for the end of a line', async () => {
    expect(await linesOf(encode('một\r\nhai\f2\r\nba\f'))).toEqual([
      ['một', 'hai'],
      ['2', 'ba'],
    ])
  })

  it('reads UTF-16, UTF-8 with a byte order mark, and decomposed letters', async () => {
    const utf16 = Buffer.from('\ufeffSố: 12/KH-UBND', 'utf16le')
    expect(await linesOf(new Uint8Array(utf16))).toEqual([['Số: 12/KH-UBND']])
    expect(await linesOf(encode('\ufeffSố'))).toEqual([['Số']])
    expect(await linesOf(encode('Số'.normalize('NFD')))).toEqual([['Số']])
  })

  it('reads Windows-1258, where tones are characters of their own', async () => {
    // K e-circumflex acute space h o a dot-below c h
    const bytes = Uint8Array.of(0x4b, 0xea, 0xec, 0x20, 0x68, 0x6f, 0x61, 0xf2, 0x63, 0x68)
    expect(await linesOf(bytes)).toEqual([['Kế hoạch']])
  })

  it('marks wide gaps between columns', async () => {
    const { pages } = await ingest(encode('ỦY BAN NHÂN DÂN     CỘNG HÒA'))
    expect(pages[0]?.lines[0]?.words.map(word => word.gap)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'wide',
      undefined,
    ])
  })

  it('makes rows of lines with bars, over a page number and a repeated header', async () => {
    const text =
      'TT | Nội dung | Đơn vị\n1 | Tuyên truyền | Ban Văn hóa\n2\f2\nTT | Nội dung | Đơn vị\n2 | Kiểm tra |\n'
    const { pages } = await ingest(encode(text))
    const rows = pages.flatMap(page => page.lines).flatMap(line => (line.row ? [line.row] : []))
    expect(rows.map(row => [row.table, row.columns, row.kind])).toEqual([
      [0, 3, 'header'],
      [0, 3, 'cells'],
      [0, 3, 'header'],
      [0, 3, 'cells'],
    ])
  })

  it('keeps a row that spans the table, and rows whose outer cells are empty', async () => {
    const text = 'TT | Việc | Ai\nI. HẠ TẦNG\n1 | Làm đường | Thôn\n | Đắp đê | \nHết.\n'
    const { pages } = await ingest(encode(text))
    const lines = pages.flatMap(page => page.lines)
    expect(lines.slice(0, 5).map(line => line.row?.kind)).toEqual([
      'header',
      'group',
      'cells',
      'cells',
      undefined,
    ])
    expect(lines[3]?.words.map(word => word.cell)).toEqual([1, 1])
  })

  it('leaves a lone bar alone: it is a stain', async () => {
    const { pages } = await ingest(encode('dân cư | định danh\nvà xác thực'))
    expect(pages[0]?.lines.some(line => line.row)).toBe(false)
  })

  it('makes no rows of bars that an engine read: some stand against words', async () => {
    const { pages } = await ingest(encode('1 |Soan tin bai | Phong Van hoa\n2 |Kiem tra | Cong an\n'))
    expect(pages[0]?.lines.some(line => line.row)).toBe(false)
  })
})
