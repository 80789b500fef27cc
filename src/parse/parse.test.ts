import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../document.ts'
import { parse } from './parse.ts'
import { documentOf, sketch } from './test-support.ts'
import { fragmentsOf, unparse } from './unparse.ts'

const PLAN = `ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ ĐÔNG THỌ Độc lập - Tự do - Hạnh phúc
Số: 31 /KH-UBND Đông Thọ, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
Triển khai Tháng Thanh niên
trên địa bàn xã Đông Thọ năm 2026
Căn cứ Luật Thanh niên ngày 16 tháng 6 năm 2020;
Ủy ban nhân dân xã Đông Thọ ban hành Kế hoạch triển khai Tháng Thanh niên năm 2026 như
sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Phát huy vai trò xung kích của đoàn viên, thanh niên trong tham gia phát triển kinh tế - xã
hội, bảo đảm an ninh trật tự.
- Chăm lo, giáo dục thanh thiếu nhi.
2. Yêu cầu
Hoạt động thiết thực, hiệu quả.
II. TỔ CHỨC THỰC HIỆN
1. Đoàn Thanh niên xã: Chủ trì thực hiện Kế hoạch.
2. Đề nghị các thôn phối hợp.
Trên đây là Kế hoạch triển khai Tháng Thanh niên năm 2026 của xã Đông Thọ./.
Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Đảng ủy xã (b/c); KT. CHỦ TỊCH
- Các thôn; PHÓ CHỦ TỊCH
- Lưu: VT. Đinh Văn Khuê
PHỤ LỤC I
DANH MỤC HOẠT ĐỘNG
(Kèm theo Kế hoạch số 31/KH-UBND ngày 05/3/2026)
TT | Hoạt động | Thời gian
1 | Ra quân trồng cây | Tháng 3
2 | Hiến máu tình nguyện | Tháng 4
`

describe('parse', () => {
  const tree = parse(documentOf(PLAN))

  it('parts two columns of the letterhead that stand on one line', () => {
    expect(tree.letterhead.issuer.map(line => line.text)).toEqual(['ỦY BAN NHÂN DÂN', 'XÃ ĐÔNG THỌ'])
    expect(tree.letterhead.motto.map(line => line.text)).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
    ])
    expect(tree.letterhead.number?.text).toBe('Số: 31 /KH-UBND')
    expect(tree.letterhead.placeDate?.text).toBe('Đông Thọ, ngày 05 tháng 3 năm 2026')
  })

  it('ends the title where the text begins, and the preamble at “như sau:”', () => {
    expect(tree.title.kind?.text).toBe('KẾ HOẠCH')
    expect(tree.title.subject).toHaveLength(2)
    expect(tree.preamble).toHaveLength(2)
    expect(tree.preamble[1]?.text).toMatch(/như sau:$/)
  })

  it('nests the body by its labels and joins the lines of a paragraph', () => {
    expect(sketch(tree.body)).toEqual([
      '[I] MỤC ĐÍCH, YÊU CẦU',
      '  [1] Mục đích',
      '    [-] Phát huy vai trò xung kích của đoàn viên, thanh niên trong tham gia phát triển kinh tế - xã hội, bảo đảm an ninh trật tự.',
      '    [-] Chăm lo, giáo dục thanh thiếu nhi.',
      '  [2] Yêu cầu',
      '    Hoạt động thiết thực, hiệu quả.',
      '[II] TỔ CHỨC THỰC HIỆN',
      '  [1] Đoàn Thanh niên xã: Chủ trì thực hiện Kế hoạch.',
      '  [2] Đề nghị các thôn phối hợp.',
    ])
  })

  it('tells closing, recipients and signature apart', () => {
    expect(tree.closing.map(line => line.text)).toEqual([
      'Trên đây là Kế hoạch triển khai Tháng Thanh niên năm 2026 của xã Đông Thọ./.',
    ])
    expect(tree.end.recipients.map(line => line.text)).toEqual([
      '- Đảng ủy xã (b/c);',
      '- Các thôn;',
      '- Lưu: VT.',
    ])
    expect(tree.end.signature.map(line => line.text)).toEqual([
      'TM. ỦY BAN NHÂN DÂN',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Đinh Văn Khuê',
    ])
  })

  it('reads an annex with label, title, note and table', () => {
    const [annex] = tree.annexes
    expect(annex?.label?.text).toBe('PHỤ LỤC I')
    expect(annex?.title.map(line => line.text)).toEqual(['DANH MỤC HOẠT ĐỘNG'])
    expect(annex?.note).toHaveLength(1)
    expect(sketch(annex?.body ?? [])).toEqual([
      '| TT | Hoạt động | Thời gian',
      '| 1 | Ra quân trồng cây | Tháng 3',
      '| 2 | Hiến máu tình nguyện | Tháng 4',
    ])
  })

  it('knows where everything stood', () => {
    expect(tree.body[0]?.at).toEqual({ page: 1, line: 10 })
    expect(tree.preamble[1]?.at).toEqual({ page: 1, line: 8, endLine: 9 })
  })
})

it('gives every line back from the tree, page after page', () => {
  const document = documentOf(PLAN.replace('PHỤ LỤC I\n', '\fPHỤ LỤC I\n\n'))
  const tree = parse(document)
  expect(unparse(tree)).toBe(printed(document))
})

describe('parse of any text', () => {
  const vocabulary = [
    ...PLAN.split(/\s+/).slice(0, 120),
    'I.',
    'V.',
    '1.',
    '1.1.',
    'a)',
    'đ)',
    '(2)',
    '-',
    '+',
    'I1.',
    '¢)',
    'Nơi',
    'nhận:',
    'TM.',
    'PHỤ',
    'LỤC',
    '|',
    './.',
    '2026',
    'KẾ HOẠCH',
    'Điều 1.',
    'Phần I',
  ]
  const line = fc.oneof(
    fc.array(fc.constantFrom(...vocabulary), { maxLength: 12 }).map(words => words.join(' ')),
    fc.constantFrom('STT Nội dung Đơn vị chủ trì Thời gian', 'I. TUYÊN TRUYỀN', '1', '2', '2 Công an xã'),
  )
  const invented = fc
    .array(fc.oneof(line, fc.string({ unit: 'grapheme', maxLength: 40 })), { maxLength: 60 })
    .map(lines => lines.join('\n'))
  const damaged = fc
    .array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'join', 'cut')), { maxLength: 12 })
    .map(damages => damages.reduce((text, [at, kind]) => damage(text, at, kind), PLAN))

  it('gives a tree that holds every word once, in its place', () => {
    const check = (text: string) => {
      const document = documentOf(text)
      expect(unparse(parse(document))).toBe(printed(document))
    }
    fc.assert(fc.property(invented, check), { numRuns: 150 })
    fc.assert(fc.property(damaged, check), { numRuns: 150 })
  })

  it('keeps in the texts what it took from the lines', () => {
    const bare = (text: string) => text.replace(/\s/g, '')
    fc.assert(
      fc.property(damaged, text => {
        for (const { text: found } of parse(documentOf(text)).preamble)
          expect(bare(text)).toContain(bare(found).slice(0, 30))
        expect(fragmentsOf(parse(documentOf(text))).every(fragment => fragment.text !== '')).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('takes time in proportion to the length', () => {
    const large = documentOf(PLAN.repeat(600)) // about one megabyte
    const started = performance.now()
    parse(large)
    // a second on a quiet machine; minutes if any step took the square
    expect(performance.now() - started).toBeLessThan(30_000)
  })
})

function damage(text: string, at: number, kind: string): string {
  const lines = text.split('\n')
  const index = at % lines.length
  const here = lines[index] as string
  if (kind === 'drop') lines.splice(index, 1)
  if (kind === 'double') lines.splice(index, 0, here)
  if (kind === 'swap') lines.splice(index, 2, lines[index + 1] ?? '', here)
  if (kind === 'join') lines.splice(index, 2, `${here} ${lines[index + 1] ?? ''}`)
  if (kind === 'cut') return text.slice(0, at % (text.length + 1))
  return lines.join('\n')
}

/** The words of a document in their lines, as unparse writes them. */
function printed(document: SourceDocument): string {
  const pages = document.pages.map(page =>
    page.lines.map(line => line.words.map(word => word.text).join(' ')),
  )
  const last = pages.findLastIndex(lines => lines.some(line => line !== ''))
  return pages
    .slice(0, last + 1)
    .map((lines, index) => {
      const end = index === last ? lines.findLastIndex(line => line !== '') + 1 : lines.length
      return lines.slice(0, end).join('\n')
    })
    .map(text => text.replace(/\n+$/, ''))
    .join('\f')
}
