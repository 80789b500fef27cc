import { describe, expect, it } from 'vitest'
import { readSignatures } from './signature.ts'
import { line } from './test-support.ts'

describe('who signs: on whose behalf, for whom, office, name', () => {
  const told = (lines: string[]) =>
    readSignatures(lines.map(line)).map(({ onBehalfOf, actingFor, position, name }) =>
      [onBehalfOf, actingFor, position, name].map(part => part ?? '–').join(' · '),
    )

  it.each([
    [
      'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Trần Văn An',
      ['TM. ỦY BAN NHÂN DÂN · KT. CHỦ TỊCH · PHÓ CHỦ TỊCH · Trần Văn An'],
    ],
    [
      'TM. ỦY BAN NHÂN DÂN / XÃ YÊN KHÊ / CHỦ TỊCH / (Đã ký) / Trần Văn An',
      ['TM. ỦY BAN NHÂN DÂN XÃ YÊN KHÊ · – · CHỦ TỊCH · Trần Văn An'],
    ],
    ['T/M BAN THƯỜNG VỤ / BÍ THƯ / Lê Thị Hoa', ['T/M BAN THƯỜNG VỤ · – · BÍ THƯ · Lê Thị Hoa']],
    ['TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG / Trần Văn An', ['– · TL. CHỦ TỊCH · CHÁNH VĂN PHÒNG · Trần Văn An']],
    [
      'TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG / Ký, ghi rõ họ tên / ThS. Trần Văn An',
      ['– · TUQ. GIÁM ĐỐC · TRƯỞNG PHÒNG · ThS. Trần Văn An'],
    ],
    ['HIỆU TRƯỞNG / Trần Thị B', ['– · – · HIỆU TRƯỞNG · Trần Thị B']],
    ['HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG / Lê Văn C', ['– · HIỆU TRƯỞNG · PHÓ HIỆU TRƯỞNG · Lê Văn C']],
    [
      'CÔNG AN TỈNH / KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / Hà Văn Khoát / SỞ Y TẾ / GIÁM ĐỐC / Nghiêm Thị Vân',
      [
        'CÔNG AN TỈNH · KT. GIÁM ĐỐC · PHÓ GIÁM ĐỐC · Hà Văn Khoát',
        'SỞ Y TẾ · – · GIÁM ĐỐC · Nghiêm Thị Vân',
      ],
    ],
    ['GIÁM ĐỐC / TRẦN VĂN AN', ['– · – · GIÁM ĐỐC · TRẦN VĂN AN']],
    ['CHỦ TỊCH / 2026 12 / Trần Văn An', ['– · – · CHỦ TỊCH · Trần Văn An']],
    [
      'CHỦ TỊCH / Đại tá Trần Văn An / PHÓ CHỦ TỊCH / Lê Thị Hoa',
      ['– · – · CHỦ TỊCH · Đại tá Trần Văn An', '– · – · PHÓ CHỦ TỊCH · Lê Thị Hoa'],
    ],
    ['TRƯỞNG BAN / TUYÊN GIÁO / Trần Văn An', ['– · – · TRƯỞNG BAN TUYÊN GIÁO · Trần Văn An']],
    ['Trần Văn An', ['– · – · – · Trần Văn An']],
    ['Lê Thị Hoa / Trần Văn An', ['– · – · – · Lê Thị Hoa', '– · – · – · Trần Văn An']],
    ['KT.GIÁM ĐỐC / PHÓ GIÁM ĐỐC', ['– · KT.GIÁM ĐỐC · PHÓ GIÁM ĐỐC · –']],
    ['T/M BAN THƯỜNG VỤ / Bí THƯ / Lê Thị Hoa', ['T/M BAN THƯỜNG VỤ · – · BÍ THƯ · Lê Thị Hoa']],
    ['Trần', []],
    ['CHỦ TỊCH / CHỦ TỊCH / Trần Văn An', ['– · – · CHỦ TỊCH · Trần Văn An']],
    ['KT. CHỦ TỊCH / P / Trần Văn An', ['– · KT. CHỦ TỊCH · PHÓ CHỦ TỊCH · Trần Văn An']],
    ['KT. CHỦ TỊCH / 20 / Trần Văn An', ['– · KT. CHỦ TỊCH · PHÓ CHỦ TỊCH · Trần Văn An']],
    ['KT. CHỦ TỊCH / 20 / PHÓ CHỦ TỊCH / Trần Văn An', ['– · KT. CHỦ TỊCH · PHÓ CHỦ TỊCH · Trần Văn An']],
  ])('%s', (lines, signers) => expect(told(lines.split(' / '))).toEqual(signers))
})

describe('an office that is doubtful', () => {
  it.each([
    ['KT. CHỦ TỊCH / PHO CIIU TICH', 'PHÓ CHỦ TỊCH'],
    ['CHỦ TỊCH UBND XÃ YÊN', 'CHỦ TỊCH UBND XÃ YÊN'],
    ['GIÁM DOC', 'GIÁM ĐỐC'],
    ['ABC', 'ABC'],
  ])('%s', (lines, position) => {
    const doubtful = lines.split(' / ').map(text => ({ ...line(text), confidence: 0.4 }))
    expect(readSignatures([...doubtful, line('Trần Văn An')])).toMatchObject([
      { position, name: 'Trần Văn An' },
    ])
  })
})
