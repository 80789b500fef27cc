import { describe, expect, it } from 'vitest'
import { citationsOf, type Passage } from './citations.ts'

const preamble = (text: string): Passage => ({ text, part: 'preamble' })
const body = (text: string, section: string): Passage => ({ text, part: 'body', section })

describe('citations', () => {
  it('are unique by number, in the order of first mention, worded as in the fullest', () => {
    const { citations } = citationsOf(
      [
        { text: 'Thực hiện Kế hoạch số 20/KH-UBND', part: 'title' },
        preamble('Thực hiện Kế hoạch số 20/KH-UBND ngày 09/6/2026 của UBND tỉnh về chuyển đổi số.'),
        body('Theo Kế hoạch số 20/KH-UBND và Đề án 06.', 'II.1'),
      ],
      undefined,
    )
    expect(citations).toEqual([
      {
        text: 'Kế hoạch số 20/KH-UBND ngày 09/6/2026 của UBND tỉnh về chuyển đổi số',
        kind: 'Kế hoạch',
        number: '20/KH-UBND',
        date: '2026-06-09',
        issuer: 'UBND tỉnh',
        title: 'chuyển đổi số',
      },
      { text: 'Đề án 06', kind: 'Đề án', section: 'II.1' },
    ])
  })

  it('rest on what the preamble carries out, not on what another title names or the plan itself does', () => {
    const { basis, citations } = citationsOf(
      [
        preamble(
          'Thực hiện Quyết định số 2/QĐ-UBND về Chương trình thực hiện Nghị quyết số 3-NQ/TU; Kế hoạch số 4/KH-UBND, UBND xã ban hành Kế hoạch triển khai Chỉ thị số 5-CT/TU như sau:',
        ),
      ],
      undefined,
    )
    expect(basis.map(each => each.number)).toEqual(['2/QĐ-UBND', '4/KH-UBND'])
    expect(citations.map(each => each.number)).toEqual(['2/QĐ-UBND', '3-NQ/TU', '4/KH-UBND', '5-CT/TU'])
  })

  it('take what a decision encloses for its title', () => {
    const { basis } = citationsOf(
      [
        preamble(
          'Căn cứ Quy chế làm việc của Trường Mầm non Hoa Mai ban hành kèm theo Quyết định số 7/QĐ-MN ngày 01/02/2026;',
        ),
      ],
      undefined,
    )
    expect(basis[0]).toMatchObject({
      number: '7/QĐ-MN',
      title: 'Quy chế làm việc',
      issuer: 'Trường Mầm non Hoa Mai',
      text: expect.stringMatching(/^Quy chế làm việc của/),
    })
  })

  it('leave out the plan itself and a nickname of what is cited already', () => {
    const { citations } = citationsOf(
      [body('Kế hoạch số 9/KH-UBND; Nghị quyết số 57-NQ/TW; theo Nghị quyết 57.', 'I')],
      '9/KH-UBND',
    )
    expect(citations.map(each => each.text)).toEqual(['Nghị quyết số 57-NQ/TW'])
  })
})
