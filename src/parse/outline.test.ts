import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { documentOf, sketch } from './test-support.ts'

const outlineOf = (...lines: string[]) => sketch(parse(documentOf(lines.join('\n'))).body)

/** The same lines as words that repair has changed: a text read from a picture. */
function garbledOutlineOf(...lines: string[]): string[] {
  const document = documentOf(lines.join('\n'))
  const word = document.pages[0]?.lines[0]?.words[0]
  if (word) word.raw = 'x'
  return sketch(parse(document).body)
}

describe('outline', () => {
  it('knows Roman numbers that lost their mark, and a first that became 1, where text was read', () => {
    expect(
      garbledOutlineOf(
        '1. Mục đích:',
        '- Một.',
        'II Thời gian, địa điểm:',
        '1. Hai.',
        '2. Ba.',
        'III Nội dung:',
        '- Bốn.',
        'IV. Kinh phí:',
        'Năm.',
      ).filter(line => line.startsWith('[')),
    ).toEqual(['[I] Mục đích:', '[II] Thời gian, địa điểm:', '[III] Nội dung:', '[IV] Kinh phí:'])
  })

  it('takes a row that holds a label and a heading only for the group of those below', () => {
    expect(
      outlineOf(
        'I. BẢNG',
        'TT | Nhiệm vụ | Đơn vị | Thời gian',
        'A | TUYÊN TRUYỀN | | ',
        '1 | Phát thanh | Đài | Quý I',
        'B | TẬP HUẤN | | ',
        '2 | Mở lớp | Trung tâm | Quý II',
      ).slice(2),
    ).toEqual([
      '  | A TUYÊN TRUYỀN :: 1 | Phát thanh | Đài | Quý I',
      '  | B TẬP HUẤN :: 2 | Mở lớp | Trung tâm | Quý II',
    ])
  })

  it('opens and closes levels by the style of labels', () => {
    expect(
      outlineOf(
        'I. MỘT',
        '1. Hai',
        '1.1. Ba;',
        'a) Bốn:',
        '- Năm;',
        '+ Sáu;',
        '- Bảy;',
        'b) Tám;',
        '2. Chín',
        'II. MƯỜI',
      ),
    ).toEqual([
      '[I] MỘT',
      '  [1] Hai',
      '    [1.1] Ba;',
      '      [a] Bốn:',
      '        [-] Năm;',
      '          [+] Sáu;',
      '        [-] Bảy;',
      '      [b] Tám;',
      '  [2] Chín',
      '[II] MƯỜI',
    ])
  })

  it('keeps the label of an author who misnumbers, and its level', () => {
    expect(outlineOf('I. MỘT', '1. Một.', 'III. BA', '1. Một.', 'V. NĂM', '2. Hai.')).toEqual([
      '[I] MỘT',
      '  [1] Một.',
      '[III] BA',
      '  [1] Một.',
      '[V] NĂM',
      '  [2] Hai.',
    ])
  })

  it('keeps a number that an author gives twice, and mends it where a picture was read', () => {
    const lines = ['1. Một', '- Việc.', '2. Hai', '- Việc.', '2. Ba', '- Việc.', '4. Bốn', '- Việc.'] as const
    const labels = (of: string[]) => of.filter(line => !line.startsWith(' ')).map(line => line.slice(0, 3))
    expect(labels(outlineOf(...lines))).toEqual(['[1]', '[2]', '[2]', '[4]'])
    expect(labels(garbledOutlineOf(...lines))).toEqual(['[1]', '[2]', '[3]', '[4]'])
  })

  it('puts Roman numbers under capitals, and numbers under each of them', () => {
    const lines = [
      'A. MỘT',
      '1. Việc.',
      'B. HAI',
      'I. BA',
      '1. Việc.',
      '2. Việc.',
      'II. BỐN',
      '1. Việc.',
      'C. NĂM',
    ]
    expect(outlineOf(...lines)).toEqual([
      '[A] MỘT',
      '  [1] Việc.',
      '[B] HAI',
      '  [I] BA',
      '    [1] Việc.',
      '    [2] Việc.',
      '  [II] BỐN',
      '    [1] Việc.',
      '[C] NĂM',
    ])
  })

  it('is divided by headings in capitals where none has a label', () => {
    const head = ['KẾ HOẠCH', 'Trồng cây', 'Ủy ban nhân dân xã ban hành Kế hoạch như sau:']
    const lines = ['MỤC TIÊU', '- Trồng cây.', 'TỔ CHỨC THỰC HIỆN', '- Các thôn: trồng.']
    expect(outlineOf(...head, ...lines)).toEqual([
      'MỤC TIÊU',
      '  [-] Trồng cây.',
      'TỔ CHỨC THỰC HIỆN',
      '  [-] Các thôn: trồng.',
    ])
  })

  it('tells a Roman number from a decimal by the case of headings in a garbled text', () => {
    const lines = ['I. MỘT', '1. Việc.', 'II. HAI', '1. Việc.', '11. BA', '1. Việc.', 'IV. BỐN', '1. Việc.']
    const roman = garbledOutlineOf(...lines).filter(line => !line.startsWith(' '))
    expect(roman).toEqual(['[I] MỘT', '[II] HAI', '[III] BA', '[IV] BỐN'])
  })

  it('takes an e that looks like a c for what comes next', () => {
    const lines = ['1. Việc:', 'a) Một;', 'b) Hai;', 'c) Ba;', 'd) Bốn;', 'c) Năm.']
    expect(outlineOf(...lines).at(-1)).toBe('  [e] Năm.')
  })

  it('reads a label as it was read where repair made a word of it', () => {
    const document = documentOf('I. MỘT\n1. Việc.\nII. HAI\n1. Việc.\nVề. BA\n1. Việc.')
    const word = document.pages[0]?.lines[4]?.words[0]
    if (word) word.raw = 'V.'
    const { body } = parse(document)
    expect(body.map(node => node.type === 'item' && node.label?.text)).toEqual(['I', 'II', 'V'])
    expect(body.at(-1)).toMatchObject({ text: 'BA' })
  })

  it('gives a table the title over it', () => {
    const { body } = parse(
      documentOf('I. MỘT\n1. Việc\nLỊCH KIỂM TRA\nTT | Việc\n1 | Trồng cây\n2 | Quét dọn'),
    )
    const tables = JSON.stringify(body)
    expect(tables).toContain('"title":{"text":"LỊCH KIỂM TRA"')
  })

  it('puts right what the neighbours fix', () => {
    expect(outlineOf('1. Một.', '2. Hai.', '9. Ba.', '4. Bốn.')).toEqual([
      '[1] Một.',
      '[2] Hai.',
      '[3] Ba.',
      '[4] Bốn.',
    ])
    expect(outlineOf('I. MỘT', 'I1. HAI', 'I11. BA', 'IV. BỐN')).toEqual([
      '[I] MỘT',
      '[II] HAI',
      '[III] BA',
      '[IV] BỐN',
    ])
    expect(outlineOf('a) Một;', 'b) Hai;', '¢) Ba;', 'd) Bốn;')).toEqual([
      '[a] Một;',
      '[b] Hai;',
      '[c] Ba;',
      '[d] Bốn;',
    ])
  })

  it('gives a heading that lost its label the one that is missing', () => {
    expect(
      outlineOf('1. Phòng Kinh tế', '- Làm một;', 'Công an xã', '- Làm hai;', '3. Trạm Y tế', '- Làm ba.'),
    ).toEqual([
      '[1] Phòng Kinh tế',
      '  [-] Làm một;',
      '[2] Công an xã',
      '  [-] Làm hai;',
      '[3] Trạm Y tế',
      '  [-] Làm ba.',
    ])
  })

  it('gives the first heading its label where the next is the second of its series', () => {
    expect(outlineOf('MỤC ĐÍCH', '1. Một.', 'B. NỘI DUNG', '1. Hai.')).toEqual([
      '[A] MỤC ĐÍCH',
      '  [1] Một.',
      '[B] NỘI DUNG',
      '  [1] Hai.',
    ])
  })

  it('takes a repeated label for the next one only in a text that was read from a picture', () => {
    const lines = ['I. MỘT', '1. Việc.', 'II. HAI', '1. Việc.', 'II. BA', '1. Việc.'] as const
    expect(outlineOf(...lines).filter(line => line.startsWith('['))).toEqual([
      '[I] MỘT',
      '[II] HAI',
      '[II] BA',
    ])
    expect(garbledOutlineOf(...lines).filter(line => line.startsWith('['))).toEqual([
      '[I] MỘT',
      '[II] HAI',
      '[III] BA',
    ])
  })

  it('lets a paragraph that ends in a colon hold the items after it', () => {
    expect(outlineOf('I. MỘT', 'Gồm các việc:', '- Một;', '- Hai.', 'Đoạn khác.', '- Ba.')).toEqual([
      '[I] MỘT',
      '  Gồm các việc:',
      '    [-] Một;',
      '    [-] Hai.',
      '  Đoạn khác.',
      '  [-] Ba.',
    ])
  })

  it('puts parts, chapters and articles outside of sections', () => {
    expect(
      outlineOf('Phần I', 'MỤC ĐÍCH', 'A. Chung', 'I. Một', '1. Hai.', 'B. Riêng', 'Phần II', 'TỔ CHỨC'),
    ).toEqual([
      '[Phần I] MỤC ĐÍCH',
      '  [A] Chung',
      '    [I] Một',
      '      [1] Hai.',
      '  [B] Riêng',
      '[Phần II] TỔ CHỨC',
    ])
  })
})

describe('paragraphs', () => {
  const long = 'Tuyên truyền trên hệ thống truyền thanh, bảng tin, nhóm thông tin của các thôn và đoàn thể'

  it('go on over a blank line, a page break and a number of the page', () => {
    expect(outlineOf('I. MỘT', `- ${long}`, '', 'trong xã.', '- Hai.')).toEqual([
      '[I] MỘT',
      `  [-] ${long} trong xã.`,
      '  [-] Hai.',
    ])
    expect(outlineOf('I. MỘT', `- ${long}`, '\f2', 'trong xã.', '- Hai.')).toEqual([
      '[I] MỘT',
      `  [-] ${long} trong xã.`,
      '  [-] Hai.',
    ])
  })

  it('take a dash between words that stand about a dash elsewhere for no bullet', () => {
    expect(
      outlineOf('I. MỘT', '- Phòng Văn hóa - Xã hội chủ trì.', `- ${long} của Phòng Văn hóa`, '- Xã hội xã.'),
    ).toEqual([
      '[I] MỘT',
      '  [-] Phòng Văn hóa - Xã hội chủ trì.',
      `  [-] ${long} của Phòng Văn hóa - Xã hội xã.`,
    ])
  })

  it('join a symbol that was broken after its hyphen', () => {
    expect(outlineOf('I. MỘT', `- ${long} theo Quyết định số 12/QĐ-`, 'TTg ngày 01/02/2024.')).toEqual([
      '[I] MỘT',
      `  [-] ${long} theo Quyết định số 12/QĐ-TTg ngày 01/02/2024.`,
    ])
  })

  it('begin after a colon at the end of a line, and at another ground after a comma', () => {
    const tree = parse(
      documentOf(
        [
          'KẾ HOẠCH',
          'Công tác tuần',
          'Căn cứ Công văn của huyện,',
          'Theo đề nghị của Công đoàn, xã xây dựng kế hoạch như sau:',
          'Thứ Hai, ngày 16/3/2026',
          '- Họp giao ban.',
        ].join('\n'),
      ),
    )
    expect(tree.preamble.map(each => each.text)).toHaveLength(2)
    expect(sketch(tree.body)[0]).toContain('Thứ Hai')
  })
})

describe('any labels and headings', () => {
  it('makes an outline of any labels and headings, printed or read', () => {
    const label = fc.constantFrom(
      ...[
        'I.',
        'I-',
        'II.',
        'III',
        'IV.',
        'l.',
        '1.',
        '11.',
        '2.',
        '1.1.',
        '1.2.',
        'a)',
        'b)',
        'đ)',
        '-',
        '+',
        'Điều 1.',
        '',
      ],
    )
    const heading = fc.constantFrom('MỤC TIÊU', 'Mục tiêu chung', 'Đến ngày 30/6:', 'TỔ CHỨC THỰC HIỆN')
    const lines = fc.array(
      fc.tuple(label, heading).map(parts => parts.join(' ').trim()),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(lines, found => {
        for (const outline of [outlineOf('I. MỞ ĐẦU', ...found), garbledOutlineOf('I. MỞ ĐẦU', ...found)])
          for (const line of found) expect(outline.join('\n')).toContain(line.split(' ').at(-1))
      }),
      { numRuns: 400 },
    )
  })
})

describe('outlines, whole, a `>` for each level', () => {
  const flat = (lines: readonly string[]) =>
    lines.map(line => line.replace(/^ +/, indent => `${'>'.repeat(indent.length / 2)} `)).join(' / ')

  it.each<[lines: string, printed: string, read?: string]>([
    [
      'I. MỘT / 1. A / 1.1. Việc; / 1.2. Việc; / 2. B / 2.1. Việc; / II. HAI / 1. Việc.',
      '[I] MỘT / > [1] A / >> [1.1] Việc; / >> [1.2] Việc; / > [2] B / >> [2.1] Việc; / [II] HAI / > [1] Việc.',
    ],
    [
      'I. MỘT / 1. A / 1.1. Việc; / 1.9. Việc; / 2.1. Việc; / II. HAI',
      '[I] MỘT / > [1] A / >> [1.1] Việc; / >> [1.9] Việc; / >> [2.1] Việc; / [II] HAI',
    ],
    [
      '1. Một / a) Việc; / b) Việc; / d) Việc; / đ) Việc. / 2. Hai / a) Việc.',
      '[1] Một / > [a] Việc; / > [b] Việc; / > [d] Việc; / > [đ] Việc. / [2] Hai / > [a] Việc.',
    ],
    [
      '1. Một / a) Việc; / b) Việc; / d) Việc; / d) Việc; / e) Việc. / 2. Hai',
      '[1] Một / > [a] Việc; / > [b] Việc; / > [d] Việc; / > [d] Việc; / > [e] Việc. / [2] Hai',
      '[1] Một / > [a] Việc; / > [b] Việc; / > [d] Việc; / > [đ] Việc; / > [e] Việc. / [2] Hai',
    ],
    [
      'I. MỘT / Các việc gồm: / - A; / - B. / Việc khác.',
      '[I] MỘT / > Các việc gồm: / >> [-] A; / >> [-] B. / > Việc khác.',
    ],
    [
      'I. MỘT / 1. Việc. / (Có phụ lục kèm theo) / 2. Việc.',
      '[I] MỘT / > [1] Việc. / >> (Có phụ lục kèm theo) / > [2] Việc.',
    ],
    [
      'I. MỘT / 1. Việc. / (Ghi chú chung của phần một.) / II. HAI',
      '[I] MỘT / > [1] Việc. / >> (Ghi chú chung của phần một.) / [II] HAI',
    ],
    [
      'Phần I / CHUNG / I. MỘT / 1. Việc. / Phần II / RIÊNG / I. BA / 1. Việc.',
      '[Phần I] CHUNG / > [I] MỘT / >> [1] Việc. / [Phần II] RIÊNG / > [I] BA / >> [1] Việc.',
    ],
    [
      'Chương I. CHUNG / Điều 1. Phạm vi / 1. Việc. / 2. Việc. / Điều 2. Đối tượng / Chương II. RIÊNG / Điều 3. Việc',
      '[Chương I] CHUNG / > [Điều 1] Phạm vi / >> [1] Việc. / >> [2] Việc. / > [Điều 2] Đối tượng / [Chương II] RIÊNG / > [Điều 3] Việc',
    ],
    [
      'A. MỘT / I. HAI / 1. Việc. / II. BA / B. BỐN / I. NĂM',
      '[A] MỘT / > [I] HAI / >> [1] Việc. / > [II] BA / [B] BỐN / > [I] NĂM',
    ],
    [
      '1. Một / (1) Việc; / (2) Việc; / 2. Hai / (1) Việc.',
      '[1] Một / > [(1)] Việc; / > [(2)] Việc; / [2] Hai / > [(1)] Việc.',
    ],
    ['1. Một / 1) Việc; / 2) Việc; / 2. Hai', '[1] Một / > [1] Việc; / > [2] Việc; / [2] Hai'],
    [
      'I. MỘT / - Việc. / III. BA / - Việc. / IV. BỐN / - Việc.',
      '[I] MỘT / > [-] Việc. / [III] BA / > [-] Việc. / [IV] BỐN / > [-] Việc.',
    ],
    [
      'I. MỘT / - Việc. / II. HAI / - Việc. / II. BA / - Việc. / IV. BỐN / - Việc.',
      '[I] MỘT / > [-] Việc. / [II] HAI / > [-] Việc. / [II] BA / > [-] Việc. / [IV] BỐN / > [-] Việc.',
      '[I] MỘT / > [-] Việc. / [II] HAI / > [-] Việc. / [III] BA / > [-] Việc. / [IV] BỐN / > [-] Việc.',
    ],
    [
      '1. Một / - Việc. / 2. Hai / - Việc. / 9. Ba / - Việc. / 4. Bốn / - Việc.',
      '[1] Một / > [-] Việc. / [2] Hai / > [-] Việc. / [3] Ba / > [-] Việc. / [4] Bốn / > [-] Việc.',
    ],
    [
      '1. Một / - Việc. / 2. Hai / - Việc. / 7. Bảy / - Việc.',
      '[1] Một / > [-] Việc. / [2] Hai / > [-] Việc. / [7] Bảy / > [-] Việc.',
    ],
    [
      'I. MỘT / - Việc. / HAI / - Việc. / III. BA / - Việc.',
      '[I] MỘT / > [-] Việc. / [II] HAI / > [-] Việc. / [III] BA / > [-] Việc.',
    ],
    [
      '1. Mục đích / - Việc. / Yêu cầu / - Việc. / 3. Nội dung / - Việc.',
      '[1] Mục đích / > [-] Việc. / [2] Yêu cầu / > [-] Việc. / [3] Nội dung / > [-] Việc.',
    ],
    [
      'a) Việc một; / b) Việc hai; / Việc ba; / d) Việc bốn.',
      '[a] Việc một; / [b] Việc hai; / > Việc ba; / [d] Việc bốn.',
      '[a] Việc một; / [b] Việc hai; / [c] Việc ba; / [d] Việc bốn.',
    ],
    [
      'a) Một: / - Việc; / - Việc. / b) Hai: / - Việc; / - Việc. / Ba: / - Việc.',
      '[a] Một: / > [-] Việc; / > [-] Việc. / [b] Hai: / > [-] Việc; / > [-] Việc. / > Ba: / >> [-] Việc.',
    ],
    [
      'l. MỤC ĐÍCH / - Việc. / II. YÊU CẦU / - Việc. / 1H. NỘI DUNG / - Việc.',
      '[I] MỤC ĐÍCH / > [-] Việc. / [II] YÊU CẦU / > [-] Việc. / [III] NỘI DUNG / > [-] Việc.',
    ],
    [
      '1. MỤC ĐÍCH / 1. Việc một. / 2. Việc hai. / II. NỘI DUNG / 1. Việc.',
      '[I] MỤC ĐÍCH / > [1] Việc một. / > [2] Việc hai. / [II] NỘI DUNG / > [1] Việc.',
    ],
    [
      'II. MỘT / - Việc. / II. HAI / - Việc. / III. BA / - Việc.',
      '[II] MỘT / > [-] Việc. / [II] HAI / > [-] Việc. / [III] BA / > [-] Việc.',
      '[I] MỘT / > [-] Việc. / [II] HAI / > [-] Việc. / [III] BA / > [-] Việc.',
    ],
    [
      'I. MỘT / 1. A / l. Việc; / 2. Việc. / 11. HAI / - Việc.',
      '[I] MỘT / > [1] A / >> [l] Việc; / > [2] Việc. / [II] HAI / > [-] Việc.',
    ],
    [
      'I. MỘT / a) A; / b) B; / ¢) C; / d) D. / II. HAI',
      '[I] MỘT / > [a] A; / > [b] B; / > [c] C; / > [d] D. / [II] HAI',
    ],
    [
      'I. MỘT / 1. A / - Việc. / 52 Phòng ban / - Việc. / II. HAI',
      '[I] MỘT / > [1] A / >> [-] Việc. / >> 52 Phòng ban / >> [-] Việc. / [II] HAI',
    ],
    [
      'I. MỘT / 5.1. A / - Việc. / 52 B / - Việc. / 5.3. C / II. HAI',
      '[I] MỘT / > [5.1] A / >> [-] Việc. / > [5.2] B / >> [-] Việc. / > [5.3] C / [II] HAI',
    ],
    [
      'I. MỘT / - Việc. / Vv. HAI / - Việc. / III. BA',
      '[I] MỘT / > [-] Việc. / [II] HAI / > [-] Việc. / [III] BA',
    ],
    ['1. Một. / 2. Hai. / Ba không có số.', '[1] Một. / [2] Hai. / > Ba không có số.'],
    [
      'Mục 1. CHUNG / Điều 1. Việc / - A. / Mục 2. RIÊNG / Điều 2. Việc',
      '[Mục 1] CHUNG / > [Điều 1] Việc / >> [-] A. / [Mục 2] RIÊNG / > [Điều 2] Việc',
    ],
    [
      'I. MỘT / Bước 1: Làm. / Bước 2: Xong. / II. HAI',
      '[I] MỘT / > Bước 1: Làm. / > Bước 2: Xong. / [II] HAI',
    ],
  ])('%s', (lines, printed, read = printed) => {
    expect(flat(outlineOf(...lines.split(' / ')))).toBe(printed)
    expect(flat(garbledOutlineOf(...lines.split(' / ')))).toBe(read)
  })
})
