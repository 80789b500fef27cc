import { describe, expect, it } from 'vitest'
import { readRecipients } from './recipients.ts'
import { readSignatures } from './signature.ts'
import { line } from './test-support.ts'

const signed = (...lines: string[]) => readSignatures(lines.map(line))

describe('signatures', () => {
  it('have authority, for whom, office and name', () => {
    expect(signed('TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', '(Đã ký)', 'Lò Văn Minh')).toEqual([
      {
        onBehalfOf: 'TM. ỦY BAN NHÂN DÂN',
        actingFor: 'KT. CHỦ TỊCH',
        position: 'PHÓ CHỦ TỊCH',
        name: 'Lò Văn Minh',
      },
    ])
    expect(signed('TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG', 'Lò Văn Minh')[0]?.actingFor).toBe('TL. CHỦ TỊCH')
    expect(signed('T/M BAN THƯỜNG VỤ', 'BÍ THƯ', 'NGUYỄN VĂN MINH')[0]).toEqual({
      onBehalfOf: 'T/M BAN THƯỜNG VỤ',
      position: 'BÍ THƯ',
      name: 'NGUYỄN VĂN MINH',
    })
  })

  it('join a body over two lines, and know a deputy without KT.', () => {
    expect(signed('TM. ỦY BAN NHÂN DÂN', 'XÃ YÊN KHÊ', 'CHỦ TỊCH')[0]?.onBehalfOf).toBe(
      'TM. ỦY BAN NHÂN DÂN XÃ YÊN KHÊ',
    )
    expect(signed('HIỆU TRƯỞNG', 'PHÓ HIỆU TRƯỞNG', 'Lò Thị Minh')[0]).toMatchObject({
      actingFor: 'HIỆU TRƯỞNG',
      position: 'PHÓ HIỆU TRƯỞNG',
    })
  })

  it('put the office that a seal hides, where the text is doubtful', () => {
    const doubtful = (text: string) => ({ ...line(text), confidence: 0.4 })
    const office = (...lines: string[]) => readSignatures(lines.map(doubtful))[0]?.position
    expect(office('KT. CHỦ TỊCH', '20 T A', 'Lò Văn Minh')).toBe('PHÓ CHỦ TỊCH')
    expect(office('TL. GIÁM ĐỐC', 'CHANHT HANH TRA', 'Lò Văn Minh')).toBe('CHÁNH THANH TRA')
    expect(office('KT. TRƯỞNG BAN', 'ỦY VIÊN', 'Lò Văn Minh')).toBe('ỦY VIÊN')
    expect(signed('ĐỘI TRƯỞNG', 'Lò Văn Minh')[0]?.position).toBe('ĐỘI TRƯỞNG')
  })

  it('take the body over TM. for no office', () => {
    expect(signed('LIÊN ĐOÀN LAO ĐỘNG TỈNH', 'TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH', 'Lò Văn Minh')[0]).toEqual({
      onBehalfOf: 'TM. BAN THƯỜNG VỤ',
      position: 'CHỦ TỊCH',
      name: 'Lò Văn Minh',
    })
  })

  it('may be several', () => {
    expect(signed('GIÁM ĐỐC', 'Lò Văn Minh', 'KẾ TOÁN TRƯỞNG', 'Lò Thị Hoa').map(each => each.name)).toEqual([
      'Lò Văn Minh',
      'Lò Thị Hoa',
    ])
  })
})

describe('recipients', () => {
  it('have neither bullet nor final mark', () => {
    expect(readRecipients(['- Chủ tịch UBND huyện (để b/c);', '- Lưu: VT, VHXH.', '-'].map(line))).toEqual([
      'Chủ tịch UBND huyện (để b/c)',
      'Lưu: VT, VHXH',
    ])
  })
})
