import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { documentOf, sketch } from './test-support.ts'
import type { Node } from './tree.ts'

/** What stands between two sections; a line that begins with a form feed begins a page. */
function between(lines: readonly string[]): Node[] {
  const text = ['I. MỘT', '- Việc.', ...lines, 'II. HAI', '- Việc.'].join('\n').replaceAll('\n\f', '\f')
  const [first] = parse(documentOf(text)).body
  return first?.type === 'item' ? first.children.slice(1) : []
}

describe('tables', () => {
  it.each<[what: string, lines: string[], table: string[]]>([
    [
      'a header of two lines, the second under a shared title',
      ['TT | Nội dung | Phân công | ', '  |  | Chủ trì | Phối hợp', '1 | Tuyên truyền | Đài | Thôn'],
      ['| TT | Nội dung | Phân công Chủ trì | Phân công Phối hợp', '| 1 | Tuyên truyền | Đài | Thôn'],
    ],
    [
      'a header of two lines that goes on',
      ['STT | Nội dung công | Thời gian', '  | việc | hoàn thành', '1 | Phát thanh | Quý I'],
      ['| STT | Nội dung công | Thời gian', '|  | việc | hoàn thành', '| 1 | Phát thanh | Quý I'],
    ],
    [
      'a header repeated on the next page',
      ['TT | Việc | Hạn', '1 | Một | 1/6', '\fTT | Việc | Hạn', '2 | Hai | 2/6'],
      ['| TT | Việc | Hạn', '| 1 | Một | 1/6', '| 2 | Hai | 2/6'],
    ],
    [
      'a row cut by the end of a page',
      ['TT | Việc | Hạn', '1 | Phát thanh trên loa | 1/6', '\f | của các thôn | ', '2 | Hai | 2/6'],
      ['| TT | Việc | Hạn', '| 1 | Phát thanh trên loa của các thôn | 1/6', '| 2 | Hai | 2/6'],
    ],
    [
      'a row that only looks cut: a capital begins it',
      ['TT | Việc | Hạn', '1 | Phát thanh | 1/6', '\f | Của các thôn | ', '2 | Hai | 2/6'],
      ['| TT | Việc | Hạn', '| 1 | Phát thanh | 1/6', '|  | Của các thôn | ', '| 2 | Hai | 2/6'],
    ],
    [
      'not cut where no page ends',
      ['TT | Việc | Hạn', '1 | Phát thanh | 1/6', ' | của các thôn | ', '2 | Hai | 2/6'],
      ['| TT | Việc | Hạn', '| 1 | Phát thanh | 1/6', '|  | của các thôn | ', '| 2 | Hai | 2/6'],
    ],
    [
      'groups in one cell and with their label apart',
      [
        'TT | Việc | Hạn | Ai',
        'I. MỘT | | | ',
        '1 | A | 1/6 | X',
        'II | HAI | | ',
        '2 | B | 2/6 | Y',
        'C) | Ba | | ',
        '3 | C | 3/6 | Z',
      ],
      [
        '| TT | Việc | Hạn | Ai',
        '| I. MỘT :: 1 | A | 1/6 | X',
        '| II HAI :: 2 | B | 2/6 | Y',
        '| C) Ba :: 3 | C | 3/6 | Z',
      ],
    ],
    [
      'no group: a small letter, another cell, a number',
      ['TT | Việc | Hạn | Ai', 'I | một | | ', 'K | Hai | | ', '1 | Ba | | ', 'I | Bốn | Năm | '],
      [
        '| TT | Việc | Hạn | Ai',
        '| I | một |  | ',
        '| K | Hai |  | ',
        '| 1 | Ba |  | ',
        '| I | Bốn | Năm | ',
      ],
    ],
    [
      'two columns have no groups',
      ['TT | Việc', 'I. MỘT | ', '1 | A'],
      ['| TT | Việc', '| I. MỘT | ', '| 1 | A'],
    ],
    ['no header', ['1 | Một | A', '2 | Hai | B'], ['| ', '| 1 | Một | A', '| 2 | Hai | B']],
    ['a title in capitals over it', ['DANH SÁCH LỚP', 'TT | Lớp', '1 | A'], ['| TT | Lớp', '| 1 | A']],
    [
      'a title that names what it is',
      ['Bảng 1. Số trẻ cần tiêm', 'TT | Thôn', '1 | A'],
      ['| TT | Thôn', '| 1 | A'],
    ],
    [
      'no title: a sentence',
      ['Các lớp như sau:', 'TT | Lớp', '1 | A'],
      ['Các lớp như sau:', '| TT | Lớp', '| 1 | A'],
    ],
    [
      'two tables with a line between',
      ['TT | Lớp', '1 | A', 'Và những việc sau đây cũng được làm.', 'TT | Việc', '1 | B'],
      ['| TT | Lớp', '| 1 | A', 'Và những việc sau đây cũng được làm.', '| TT | Việc', '| 1 | B'],
    ],
  ])('%s', (_what, lines, table) => expect(sketch(between(lines))).toEqual(table))

  it.each([
    ['a title in capitals over it', ['DANH SÁCH LỚP', 'TT | Lớp', '1 | A'], ['DANH SÁCH LỚP']],
    [
      'a title that names what it is',
      ['Bảng 1. Số trẻ cần tiêm', 'TT | Thôn', '1 | A'],
      ['Bảng 1. Số trẻ cần tiêm'],
    ],
    ['no title: a sentence', ['Các lớp như sau:', 'TT | Lớp', '1 | A'], []],
    [
      'two tables with a line between',
      ['TT | Lớp', '1 | A', 'Và những việc sau đây cũng được làm.', 'TT | Việc', '1 | B'],
      [],
    ],
  ])('%s', (_what, lines, titles) => {
    const found = between(lines).flatMap(node =>
      node.type === 'table' && node.title ? [node.title.text] : [],
    )
    expect(found).toEqual(titles)
  })

  it('have the place of all their rows, and each row its own', () => {
    const [table] = between(['TT | Việc | Hạn', '1 | A | 1/6', '2 | B | 2/6'])
    expect(table).toMatchObject({ type: 'table', at: { page: 1, line: 3, endLine: 5 } })
    expect(table?.type === 'table' && table.rows.map(row => row.at)).toEqual([
      { page: 1, line: 4 },
      { page: 1, line: 5 },
    ])
  })
})
