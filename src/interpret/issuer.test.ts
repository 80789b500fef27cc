import { describe, expect, it } from 'vitest'
import { bodiesOfLetterhead, issuerOfPreamble, isUnitName, levelOf, mixedCase, writtenOut } from './issuer.ts'

describe('bodies of a letterhead, in mixed case, and the level of the last', () => {
  it.each([
    ['ỦY BAN NHÂN DÂN / THÀNH PHỐ CẨM LŨNG', 'Ủy ban nhân dân thành phố Cẩm Lũng', 'district'],
    ['ỦY BAN NHÂN DÂN / THÀNH PHỐ HÀ NỘI', 'Ủy ban nhân dân thành phố Hà Nội', 'province'],
    ['UBND TP. HẢI PHÒNG', 'Ủy ban nhân dân TP. Hải Phòng', 'province'],
    ['UBND TP HẢI LŨNG', 'Ủy ban nhân dân TP. Hải Lũng', 'district'],
    ['UBND THỦ ĐÔ HÀ NỘI', 'Ủy ban nhân dân Thủ đô Hà Nội', 'province'],
    ['UBND THỊ TRẤN YÊN KHÊ', 'Ủy ban nhân dân thị trấn Yên Khê', 'commune'],
    ['UBND PHƯỜNG 5', 'Ủy ban nhân dân phường 5', 'commune'],
    ['UBND QUẬN 1 / PHÒNG NỘI VỤ', 'Ủy ban nhân dân quận 1 › Phòng Nội vụ', 'district'],
    [
      'ỦY BAN NHÂN DÂN / XÃ YÊN KHÊ / BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ',
      'Ủy ban nhân dân xã Yên Khê › Ban Chỉ đạo Chuyển đổi số',
      'commune',
    ],
    ['SỞ GIÁO DỤC VÀ / ĐÀO TẠO AN LĨNH', 'Sở Giáo dục và Đào tạo An Lĩnh', 'province'],
    [
      'SỞ GIÁO DỤC VÀ ĐÀO TẠO / TRƯỜNG THPT YÊN KHÊ',
      'Sở Giáo dục và Đào tạo › Trường THPT Yên Khê',
      'organization',
    ],
    [
      'PHÒNG GD&ĐT CẨM LŨNG / TRƯỜNG TIỂU HỌC YÊN KHÊ',
      'Phòng GD&ĐT Cẩm Lũng › Trường Tiểu học Yên Khê',
      'organization',
    ],
    ['HUYỆN ỦY CẨM LŨNG / ĐẢNG ỦY XÃ YÊN KHÊ', 'Huyện ủy Cẩm Lũng › Đảng ủy xã Yên Khê', 'party'],
    ['TỈNH ỦY AN LĨNH / -----', 'Tỉnh ủy An Lĩnh', 'party'],
    [
      'ĐẢNG CỘNG SẢN VIỆT NAM / BAN CHẤP HÀNH / ĐẢNG BỘ XÃ YÊN KHÊ',
      'Đảng Cộng Sản Việt Nam › Ban Chấp hành Đảng bộ xã Yên Khê',
      'party',
    ],
    ['HỘI LIÊN HIỆP PHỤ NỮ / XÃ YÊN KHÊ / ***', 'Hội Liên hiệp Phụ nữ xã Yên Khê', 'organization'],
    ['BỘ Y TẾ / BỆNH VIỆN ĐA KHOA AN LĨNH', 'Bộ Y tế › Bệnh viện Đa khoa An Lĩnh', 'organization'],
    ['BỘ CÔNG AN / CÔNG AN TỈNH AN LĨNH', 'Bộ Công an › Công an tỉnh An Lĩnh', 'province'],
    ['CÔNG AN TỈNH AN LĨNH / CÔNG AN XÃ YÊN KHÊ', 'Công an tỉnh An Lĩnh › Công an xã Yên Khê', 'commune'],
    ['TRUNG TÂM / PHỤC VỤ HÀNH CHÍNH CÔNG', 'Trung tâm Phục vụ hành chính công', ''],
    ['CHI CỤC THUẾ / KHU VỰC CẨM LŨNG - YÊN KHÊ', 'Chi cục Thuế khu vực Cẩm Lũng - Yên Khê', ''],
    ['BAN CHỈ HUY QUÂN SỰ / XÃ YÊN KHÊ', 'Ban Chỉ huy Quân sự xã Yên Khê', 'commune'],
    ['Ủy ban nhân dân xã Yên Khê', 'Ủy ban nhân dân xã Yên Khê', 'commune'],
    ['CÔNG TY TNHH / AN LĨNH', 'Công ty TNHH An Lĩnh', 'organization'],
    ['SỞ DÂN TỘC & TÔN GIÁO', 'Sở Dân tộc & Tôn giáo', 'province'],
    [
      'BAN THƯỜNG TRỰC ỦY BAN / MTTQ VIỆT NAM XÃ YÊN KHÊ',
      'Ban Thường trực Ủy ban MTTQ Việt Nam xã Yên Khê',
      'organization',
    ],
    ['UBND XÃ NÔNG THÔN MỚI', 'Ủy ban nhân dân xã Nông Thôn Mới', 'commune'],
  ])('%s', (lines, names, level) => {
    const found = bodiesOfLetterhead(lines.split(' / ')).map(name => writtenOut(mixedCase(name, '')))
    expect(found.join(' › ')).toBe(names)
    expect(levelOf(found.at(-1)!, found.at(-2)) ?? '').toBe(level)
  })
})

describe('the body that a preamble says issues', () => {
  it.each([
    ['Căn cứ tình hình, UBND xã Yên Khê ban hành Kế hoạch như sau:', 'Ủy ban nhân dân xã Yên Khê'],
    [
      'Thực hiện Công văn của Sở; Trường Tiểu học Yên Khê xây dựng kế hoạch như sau:',
      'Trường Tiểu học Yên Khê',
    ],
    [
      'Ủy ban nhân dân huyện Cẩm Lũng ban hành Kế hoạch triển khai như sau:',
      'Ủy ban nhân dân huyện Cẩm Lũng',
    ],
    ['Căn cứ Kế hoạch của UBND tỉnh ban hành năm 2025, xã thực hiện:', undefined],
    ['Để tổ chức tốt, Đảng ủy xã lập kế hoạch như sau:', 'Đảng ủy xã'],
    ['HĐND xã Yên Khê ban hành Nghị quyết.', undefined],
  ])('%s', (preamble, issuer) => expect(issuerOfPreamble(preamble)).toBe(issuer))
})

describe('a name in capitals is written as the document writes it', () => {
  it.each([
    ['UBND XÃ YÊN KHÊ', 'tại UBND xã Yên Khê và', 'UBND xã Yên Khê'],
    ['XÃ YÊN KHÊ', 'ở xã Yên Khê Thượng và xã Yên Khê.', 'Xã Yên Khê'],
    ['ỦY BAN NHÂN DÂN XÃ A DƠI', 'tại xã A Dơi', 'Ủy ban nhân dân xã A Dơi'],
    ['Sở Nội vụ', 'x', 'Sở Nội vụ'],
    ['TRƯỜNG MẦM NON HOA SEN', 'Trường MẦM NON hoa sen', 'Trường MẦM NON hoa sen'],
  ])('%s in “%s”', (name, document, written) => expect(mixedCase(name, document)).toBe(written))
})

it('tells names of administrative units from those of bodies', () => {
  const names = [
    'XÃ YÊN KHÊ',
    'TP. AN LĨNH',
    'THỦ ĐÔ HÀ NỘI',
    'HUYỆN CẨM LŨNG',
    'UBND XÃ',
    'XÃ HỘI',
    'SỞ Y TẾ',
  ]
  expect(names.filter(isUnitName)).toEqual(names.slice(0, 4))
})
