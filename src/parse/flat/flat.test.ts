import { describe, expect, it } from 'vitest'
import { piecesOf } from '../lines.ts'
import { parse } from '../parse.ts'
import { documentOf, sketch } from '../test-support.ts'
import { Cohesion } from './cohesion.ts'
import { Effort } from './effort.ts'
import { readBrokenHeader } from './header.ts'
import { readFlatTable } from './table.ts'

const header = (...lines: string[]) => readBrokenHeader(piecesOf(documentOf(lines.join('\n'))), 0)
const titles = (...lines: string[]) => header(...lines)?.columns.map(column => column.title)

describe('titles of a flat table', () => {
  it('may be broken over two lines', () => {
    expect(titles('Số Đơn vị phối Thời gian', 'TT Nội dung công việc Đơn vị chủ trì hợp thực hiện')).toEqual([
      'Số TT',
      'Nội dung công việc',
      'Đơn vị chủ trì',
      'Đơn vị phối hợp',
      'Thời gian thực hiện',
    ])
  })

  it('are those under a shared one', () => {
    expect(titles('Phân công', 'TT Công việc Thời gian', 'Chủ trì Phối hợp')?.toSorted()).toEqual(
      ['TT', 'Công việc', 'Thời gian', 'Chủ trì', 'Phối hợp'].toSorted(),
    )
  })

  it('may be shuffled, or misread in a letter', () => {
    expect(
      header('STT Nhiệm vụ Cơ quan phối hợp Thời thành gian hoàn')?.columns.map(each => each.kind),
    ).toEqual(['number', 'content', 'body', 'time'])
    expect(titles('TT Nội dung Đơn vị chủ trí Thời gian')).toHaveLength(4)
    expect(titles('TT Nội dung công việc New chủ trì Phối hợp Thời gian')).toHaveLength(5)
  })

  it('may stand right of those read later', () => {
    const found = header('Thời gian Đơn vị chủ trì', 'Phòng Văn hóa', 'TT Nội dung công việc')
    expect(found?.columns.map(each => each.kind)).toEqual(['number', 'content', 'time', 'body'])
    expect(found?.between.map(piece => piece.text)).toEqual(['Phòng Văn hóa'])
  })

  it('are no line of prose', () => {
    expect(header('Nội dung, thời gian và đơn vị thực hiện do Phòng Văn hóa hướng dẫn.')).toBeUndefined()
    expect(header('Nội dung Thời gian')).toBeUndefined()
  })
})

describe('a table whose titles are not known', () => {
  const read = (...lines: string[]) => {
    const pieces = piecesOf(documentOf(lines.join('\n')))
    const found = readFlatTable(pieces, 0, new Cohesion(pieces), new Effort(), piece =>
      piece.text.startsWith('II'),
    )
    return (
      found && { end: found.end, columns: found.table.columns, rows: found.table.rows.map(row => row.cells) }
    )
  }

  it('is told by numbers that count up; lines without one go on, sums stand alone', () => {
    expect(
      read(
        'TT Loại vật tư Đơn vị',
        '1 Áo phao cái 120',
        '2 Xuồng máy',
        'chiếc 02',
        'Tổng số 122',
        'II. KINH PHÍ',
      ),
    ).toEqual({
      end: 5,
      columns: ['TT', 'Loại vật tư Đơn vị'],
      rows: [
        ['1', 'Áo phao cái 120'],
        ['2', 'Xuồng máy chiếc 02'],
        ['', 'Tổng số 122'],
      ],
    })
  })

  it('ends where an item of a list begins', () => {
    expect(read('TT Loại vật tư', '1 Áo phao', '2 Xuồng', '- Dự phòng')?.end).toBe(3)
  })

  it('is none of one row, or of a number that does not follow', () => {
    expect(read('TT Loại vật tư', '1 Áo phao', 'Xuồng')).toBeUndefined()
    expect(read('TT Loại vật tư', '1 Áo phao', '3 Xuồng')).toBeUndefined()
    expect(read('Loại vật tư có', '1 Áo phao', '2 Xuồng')).toBeUndefined()
  })
})

describe('words that stand together', () => {
  it('are known from the corpus, or from standing together twice', () => {
    const cohesion = new Cohesion(piecesOf(documentOf('Vạn Xuân Lâu\nở Vạn Xuân Lâu')))
    const bond = (left: string, right: string) =>
      cohesion.of(cohesion.syllable(left), cohesion.syllable(right))
    expect(bond('giám', 'sát,')).toBeGreaterThan(0.5)
    expect(bond('tiểu', 'phó')).toBe(0)
    expect(bond('Xuân', 'Lâu')).toBeGreaterThan(0.3)
  })
})

describe('the work on a flat table', () => {
  const spent = (rows: number, effort: Effort) => {
    const lines = Array.from(
      { length: rows },
      (_, row) =>
        `${row + 1} Biên soạn tài liệu tuyên truyền Ban Văn hóa Quý III/2026\nvà phát thanh Đoàn xã`,
    )
    const text = ['STT Nhiệm vụ Đơn vị chủ trì Thời gian', ...lines].join('\n')
    const pieces = piecesOf(documentOf(text))
    const found = readFlatTable(pieces, 0, new Cohesion(pieces), effort, () => false)
    expect(found?.end).toBe(pieces.length)
    return effort.spent / pieces.length
  }

  it('is bounded for a line, however long the table', () => {
    expect(spent(80, new Effort())).toBeLessThan(40)
    expect(spent(40, new Effort())).toBeGreaterThan(5)
  })

  it('is small for tables beyond the allowance', () => {
    expect(spent(80, new Effort(100))).toBeLessThan(5)
    const effort = new Effort(200)
    spent(80, effort)
    effort.spent = 0
    expect(spent(80, effort)).toBeLessThan(5)
  })
})

it('rows without numbers begin where their first column does', () => {
  const { body } = parse(
    documentOf(
      [
        'I. LỊCH THỰC HIỆN',
        'Tháng Nội dung công việc Người phụ trách',
        'Tháng 3 Giám sát chuyên đề đối với chi bộ trường học Phó Chủ nhiệm',
        'Tháng 5 Kiểm tra việc thi hành kỷ luật đảng Chủ nhiệm',
        'II. TỔ CHỨC THỰC HIỆN',
      ].join('\n'),
    ),
  )
  expect(sketch(body).slice(1, 4)).toEqual([
    '  | Tháng | Nội dung công việc | Người phụ trách',
    '  | Tháng 3 | Giám sát chuyên đề đối với chi bộ trường học | Phó Chủ nhiệm',
    '  | Tháng 5 | Kiểm tra việc thi hành kỷ luật đảng | Chủ nhiệm',
  ])
})

it('a dash opens a part of a cell, where it is none of a name', () => {
  const { body } = parse(
    documentOf(
      [
        'I. LỊCH',
        'Tuần Thời gian Nội dung công việc Người phụ trách',
        '1 Từ 02/9 đến 08/9 - Khai giảng năm học mới Hiệu trưởng',
        '2 Từ 09/9 đến 15/9 - Hội nghị cha mẹ học sinh Hiệu trưởng',
        'II. TỔ CHỨC THỰC HIỆN',
      ].join('\n'),
    ),
  )
  expect(sketch(body)[2]).toBe('  | 1 | Từ 02/9 đến 08/9 | - Khai giảng năm học mới | Hiệu trưởng')
})

describe('cells of a flat table', () => {
  const cells = (...lines: string[]) =>
    sketch(parse(documentOf(['C. VIỆC', '- Việc.', 'D. LỊCH', ...lines].join('\n'))).body)

  it('hold names of bodies that are broken at their dash', () => {
    expect(
      cells(
        'TT Nhiệm vụ Đơn vị chủ trì Đơn vị phối hợp Thời gian',
        '1 Rà soát, hoàn thiện chức năng, Phòng Văn hóa - Các phòng chuyên Tháng 6/2026',
        'nhiệm vụ của các phòng chuyên môn Xã hội môn',
      ).at(-1),
    ).toBe(
      '  | 1 | Rà soát, hoàn thiện chức năng, nhiệm vụ của các phòng chuyên môn | Phòng Văn hóa - Xã hội | Các phòng chuyên môn | Tháng 6/2026',
    )
  })

  it('are whole lines where titles and numbers are', () => {
    const lines =
      'TT|Nội dung công việc|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian|1|Tập huấn cho thành viên Tổ bầu cử'
    expect(
      cells(...lines.split('|'), 'Ủy ban bầu cử xã', 'Công an xã', 'Chậm nhất ngày 04/01/2026').at(-1),
    ).toBe(
      '  | 1 | Tập huấn cho thành viên Tổ bầu cử | Ủy ban bầu cử xã | Công an xã | Chậm nhất ngày 04/01/2026',
    )
  })

  it('stand under rows in capitals, though their I was read as 1', () => {
    expect(
      cells(
        'TT Nhiệm vụ Đơn vị chủ trì Thời gian',
        '1 CÔNG TÁC CHỈ ĐẠO',
        '1 Kiểm tra hồ sơ Công an xã Quý I',
      ).at(-1),
    ).toBe('  | 1 CÔNG TÁC CHỈ ĐẠO :: 1 | Kiểm tra hồ sơ | Công an xã | Quý I')
  })

  it('go on under titles that a further page has again', () => {
    const head = 'TT Nhiệm vụ Đơn vị chủ trì Thời gian'
    expect(
      cells(
        head,
        '1 Kiểm tra hồ sơ Công an xã Quý I',
        `\f${head}`,
        '2 Số hóa tài liệu Trạm Y tế Quý IV',
      ).slice(-2),
    ).toEqual(['  | 1 | Kiểm tra hồ sơ | Công an xã | Quý I', '  | 2 | Số hóa tài liệu | Trạm Y tế | Quý IV'])
  })

  it('stand under rows that letters count', () => {
    expect(
      cells(
        'TT Nhiệm vụ Đơn vị chủ trì Thời gian',
        'A Công tác quản lý',
        '1 Kiểm tra hồ sơ Công an xã Quý I',
        'B Công tác nghiệp vụ',
        '2 Số hóa tài liệu Trạm Y tế Quý IV',
      ).slice(-2),
    ).toEqual([
      '  | A Công tác quản lý :: 1 | Kiểm tra hồ sơ | Công an xã | Quý I',
      '  | B Công tác nghiệp vụ :: 2 | Số hóa tài liệu | Trạm Y tế | Quý IV',
    ])
  })

  it('begin with the times that lead the lines, until the next part of the text', () => {
    expect(
      cells(
        'Thời gian Nội dung công việc Người thực hiện',
        'Tháng 8/2025 - Kiện toàn ban chỉ đạo. Hiệu trưởng',
        '- Rà soát thiết bị. Đ/c Hưng',
        'Tháng 9/2025 - Tập huấn phần mềm. Ban Chỉ đạo',
        'E. TỔ CHỨC THỰC HIỆN',
        '1. Ban Giám hiệu chỉ đạo.',
      ).slice(-4),
    ).toEqual([
      '  | Tháng 8/2025 | - Kiện toàn ban chỉ đạo. - Rà soát thiết bị. | Hiệu trưởng Đ/c Hưng',
      '  | Tháng 9/2025 | - Tập huấn phần mềm. | Ban Chỉ đạo',
      '[E] TỔ CHỨC THỰC HIỆN',
      '  [1] Ban Giám hiệu chỉ đạo.',
    ])
  })
})
