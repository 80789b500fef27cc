import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { documentOf, sketch } from './test-support.ts'

describe('annexes: label, title, note and body', () => {
  const told = (lines: readonly string[]) => {
    const before = ['I. MỘT', '- Việc.', 'Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'Lê Thị Hoa']
    return parse(documentOf([...before, ...lines].join('\n'))).annexes.map(({ label, title, note, body }) => {
      const texts = (of: readonly { text: string }[]) => of.map(line => line.text).join(' / ') || '–'
      return [label?.text ?? '–', texts(title), texts(note), sketch(body).join(' ; ')].join(' ¦ ')
    })
  }

  it.each<[lines: string[], annexes: string[]]>([
    [['PHỤ LỤC', 'TT | Việc', '1 | A'], ['PHỤ LỤC ¦ – ¦ – ¦ | TT | Việc ; | 1 | A']],
    [['PHỤ LỤC I', 'DANH MỤC', 'TT | Việc', '1 | A'], ['PHỤ LỤC I ¦ DANH MỤC ¦ – ¦ | TT | Việc ; | 1 | A']],
    [
      ['PHỤ LỤC 01: DANH MỤC VIỆC', 'TT | Việc', '1 | A'],
      ['PHỤ LỤC 01: ¦ DANH MỤC VIỆC ¦ – ¦ | TT | Việc ; | 1 | A'],
    ],
    [['Phụ lục số 2', 'DANH MỤC', '1. Một', '2. Hai'], ['Phụ lục số 2 ¦ DANH MỤC ¦ – ¦ [1] Một ; [2] Hai']],
    [['PHỤ LỤC SỐ 02', 'DANH MỤC', '1. Một', '2. Hai'], ['PHỤ LỤC SỐ 02 ¦ DANH MỤC ¦ – ¦ [1] Một ; [2] Hai']],
    [['\fPhụ lục 1: Danh mục', '1. Một', '2. Hai'], ['Phụ lục 1: ¦ Danh mục ¦ – ¦ [1] Một ; [2] Hai']],
    [['PHỤ LỤC II - DANH MỤC', '1. Một', '2. Hai'], ['PHỤ LỤC II ¦ - DANH MỤC ¦ – ¦ [1] Một ; [2] Hai']],
    [
      ['PHỤ LỤC A', 'BIỂU CHỈ TIÊU', 'GIAO CHO CÁC THÔN', '- Một', '- Hai'],
      ['PHỤ LỤC A ¦ BIỂU CHỈ TIÊU / GIAO CHO CÁC THÔN ¦ – ¦ [-] Một ; [-] Hai'],
    ],
    [['BIỂU SỐ 1', 'TỔNG HỢP', 'TT | Việc', '1 | A'], ['BIỂU SỐ 1 ¦ TỔNG HỢP ¦ – ¦ | TT | Việc ; | 1 | A']],
    [['MẪU SỐ 02', 'BÁO CÁO', 'Kính gửi: UBND xã'], ['MẪU SỐ 02 ¦ BÁO CÁO ¦ – ¦ Kính gửi: UBND xã']],
    [
      ['(Kèm theo Kế hoạch số 1/KH-UBND)', 'PHỤ LỤC I', 'DANH MỤC', 'TT | Việc', '1 | A'],
      ['PHỤ LỤC I ¦ DANH MỤC ¦ (Kèm theo Kế hoạch số 1/KH-UBND) ¦ | TT | Việc ; | 1 | A'],
    ],
    [
      ['PHỤ LỤC I', 'TT | Việc', '1 | A', 'PHỤ LỤC II', 'DANH MỤC', 'TT | Lớp', '1 | B'],
      ['PHỤ LỤC I ¦ – ¦ – ¦ | TT | Việc ; | 1 | A', 'PHỤ LỤC II ¦ DANH MỤC ¦ – ¦ | TT | Lớp ; | 1 | B'],
    ],
    [
      ['DANH MỤC NHIỆM VỤ', '(Kèm theo Kế hoạch số 12/KH-UBND)', 'TT | Việc', '1 | A'],
      ['– ¦ DANH MỤC NHIỆM VỤ ¦ (Kèm theo Kế hoạch số 12/KH-UBND) ¦ | TT | Việc ; | 1 | A'],
    ],
    [
      ['LỊCH KIỂM TRA', 'CÁC THÔN', '(Ban hành kèm theo Kế hoạch số 12/KH-UBND)', 'TT | Việc', '1 | A'],
      ['– ¦ LỊCH KIỂM TRA / CÁC THÔN ¦ (Ban hành kèm theo Kế hoạch số 12/KH-UBND) ¦ | TT | Việc ; | 1 | A'],
    ],
    [
      [
        'Phụ lục',
        'DANH MỤC',
        '(Kèm theo Kế hoạch số 1/KH-UBND ngày 05 tháng 3 năm 2026)',
        '1. Một',
        '2. Hai',
      ],
      ['Phụ lục ¦ DANH MỤC ¦ (Kèm theo Kế hoạch số 1/KH-UBND ngày 05 tháng 3 năm 2026) ¦ [1] Một ; [2] Hai'],
    ],
    [
      [
        'PHỤ LỤC',
        '(Kèm theo Kế hoạch số 1 của UBND xã}',
        'TT Công việc Chủ trì Thời gian',
        '1 Họp Công an xã Quý I',
      ],
      [
        'PHỤ LỤC ¦ – ¦ (Kèm theo Kế hoạch số 1 của UBND xã} ¦ | TT | Công việc | Chủ trì | Thời gian ; | 1 | Họp | Công an xã | Quý I',
      ],
    ],
    [['Phụ lục này là bộ phận của kế hoạch.'], []],
    [['BIỂU DIỄN VĂN NGHỆ'], []],
    [['PHỤ LỤC', 'DANH MỤC', 'STT', '1. Một'], ['PHỤ LỤC ¦ DANH MỤC ¦ – ¦ STT ; [1] Một']],
  ])('%s', (lines, annexes) => expect(told(lines)).toEqual(annexes))
})
