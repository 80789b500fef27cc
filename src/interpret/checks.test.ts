import { describe, expect, it } from 'vitest'
import { parse } from '../parse/parse.ts'
import { interpret } from './interpret.ts'
import { documentOf } from './test-support.ts'

const PLAN = [
  'UBND XÃ YÊN KHÊ',
  'Số: 1/KH-UBND',
  'Yên Khê, ngày 05 tháng 3 năm 2026',
  'KẾ HOẠCH',
  'Trồng cây',
  'Căn cứ Luật Lâm nghiệp năm 2017;',
  'UBND xã ban hành Kế hoạch như sau:',
  'I. MỤC ĐÍCH',
  '- Phủ xanh.',
  'II. NỘI DUNG',
  '- Trồng.',
  'Nơi nhận:',
  '- Như trên;',
  '- Lưu: VT.',
  'CHỦ TỊCH',
  'Lê Thị Hoa',
]

/** The plan of the lines with some of them replaced. */
function planWith(changes: Record<string, readonly string[]>, more: readonly string[] = []) {
  const document = documentOf([...PLAN.flatMap(line => changes[line] ?? [line]), ...more].join('\n'))
  return interpret(parse(document), document)
}

describe('warnings, each with the line that it is about', () => {
  it.each<[what: string, changes: Record<string, string[]>, warnings: string[]]>([
    ['nothing is wrong', {}, []],
    ['a part tells what was before', { 'I. MỤC ĐÍCH': ['I. ĐẶC ĐIỂM TÌNH HÌNH'] }, []],
    [
      'a number is left out',
      { 'II. NỘI DUNG': ['III. NỘI DUNG'] },
      ['numbering-gap @10: III follows, where one before it is missing.'],
    ],
    [
      'a label stands twice',
      { 'II. NỘI DUNG': ['I. NỘI DUNG'] },
      ['label-repeated @10: The label I stands twice; the second is I~2.'],
    ],
    [
      'nothing stands under a heading of no known role',
      { '- Trồng.': ['- Trồng.', 'III. KHÁC'] },
      [
        'section-role-unknown @12: The heading "KHÁC" names no known role.',
        'section-empty @12: Nothing stands under "KHÁC".',
      ],
    ],
    ['nobody signs', { 'CHỦ TỊCH': [], 'Lê Thị Hoa': [] }, ['signature-missing: Nobody signs.']],
    [
      'the signature has no name',
      { 'Lê Thị Hoa': [] },
      ['signature-name-missing @15: The signature has no name.'],
    ],
    [
      'nobody receives',
      { 'Nơi nhận:': [], '- Như trên;': [], '- Lưu: VT.': [] },
      ['recipients-missing: No recipients are listed.'],
    ],
    [
      'a ground has no number',
      { 'Căn cứ Luật Lâm nghiệp năm 2017;': ['Thực hiện Đề án “Trồng một tỷ cây xanh” của Chính phủ;'] },
      [
        'citation-number-missing: The plan rests on "Đề án “Trồng một tỷ cây xanh” của Chính phủ", of which it gives no number.',
      ],
    ],
    [
      'an office cannot be read',
      { 'CHỦ TỊCH': ['KT. CHỦ TỊCH', 'P'] },
      [
        'signature-position-restored @17: The office of the signer is not legible; who signs "KT. CHỦ TỊCH" is PHÓ CHỦ TỊCH.',
      ],
    ],
    [
      'a task has no lead and a time that tells none',
      { '- Trồng.': ['1. Trồng cây', '- Phối hợp: các thôn.', '- Thời gian: theo thực tế.'] },
      [
        'task-lead-missing @11: Task T1 names nobody who leads it.',
        'task-deadline-unreadable @11: Task T1: "theo thực tế" tells no date or period.',
      ],
    ],
    [
      'number and day are left open',
      {
        'Số: 1/KH-UBND': ['Số:    /KH-UBND'],
        'Yên Khê, ngày 05 tháng 3 năm 2026': ['Yên Khê, ngày    tháng 3 năm 2026'],
      },
      [
        'number-incomplete @2: The serial of the number is not filled in or not read.',
        'date-incomplete @3: Day, month or year of the date is not filled in or not read.',
      ],
    ],
    [
      'the calendar has no such day',
      { 'Yên Khê, ngày 05 tháng 3 năm 2026': ['Yên Khê, ngày 31 tháng 2 năm 2026'] },
      ['date-impossible @3: The calendar has no such day: ngày 31 tháng 2 năm 2026.'],
    ],
  ])('%s', (_what, changes, warnings) => {
    const told = planWith(changes).warnings.map(
      ({ code, message, at }) => `${code}${at ? ` @${at.line}` : ''}: ${message}`,
    )
    expect(told).toEqual(warnings)
  })
})

it('views, annexes, grounds and citations say where they stand', () => {
  const annex = ['PHỤ LỤC I', 'DANH MỤC', '- Cây xoan theo Quyết định số 5/QĐ-UBND.']
  const { purpose, content, annexes, basis, citations, header } = planWith({}, annex)
  expect(purpose).toEqual([
    {
      section: 'I',
      type: 'statement',
      label: '-',
      text: 'Phủ xanh.',
      at: { page: 1, line: 9 },
      confidence: 1,
    },
  ])
  expect(content).toMatchObject([{ section: 'II', text: 'Trồng.' }])
  expect(annexes).toEqual([
    {
      label: 'PHỤ LỤC I',
      title: 'DANH MỤC',
      body: [
        {
          type: 'statement',
          label: '-',
          text: 'Cây xoan theo Quyết định số 5/QĐ-UBND.',
          at: { page: 1, line: 19 },
          confidence: 1,
        },
      ],
      at: { page: 1, line: 17, endLine: 18 },
    },
  ])
  expect(basis).toEqual([
    { text: 'Luật Lâm nghiệp năm 2017', kind: 'Luật', title: 'Lâm nghiệp', at: { page: 1, line: 6 } },
  ])
  expect(citations).toEqual([
    { text: 'Luật Lâm nghiệp năm 2017', kind: 'Luật', title: 'Lâm nghiệp', at: { page: 1, line: 6 } },
    {
      text: 'Quyết định số 5/QĐ-UBND',
      kind: 'Quyết định',
      number: '5/QĐ-UBND',
      section: 'PHỤ LỤC I',
      at: { page: 1, line: 19 },
    },
  ])
  expect(header.at).toEqual({ page: 1, line: 1, endLine: 5 })
})
