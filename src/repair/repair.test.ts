import { describe, expect, it } from 'vitest'
import { lineText } from '../document.ts'
import { pagesOfText } from '../ingest/text.ts'
import { loadRepairer } from './repair.ts'

function repaired(text: string, byEngine = false): string[] {
  const pages = pagesOfText(text)
  if (byEngine) for (const page of pages) page.text = 'ocr'
  return loadRepairer()
    .repairPages(pages)
    .flatMap(page => page.lines.map(lineText))
}

describe('repair with the models of the package', () => {
  it('puts right what an English engine made of Vietnamese', () => {
    expect(
      repaired(
        'Thye hién Ké hoach s6 41/KH-UBND ngay 05/3/2026 ciia Uy ban nhin din thanh phd vé chuyén ddi s6',
      ),
    ).toEqual([
      'Thực hiện Kế hoạch số 41/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân thành phố về chuyển đổi số',
    ])
  })

  it('puts diacritics back where all are gone', () => {
    expect(repaired('To chuc thuc hien cac nhiem vu cai cach hanh chinh cua phuong trong nam 2026')).toEqual([
      'Tổ chức thực hiện các nhiệm vụ cải cách hành chính của phường trong năm 2026',
    ])
  })

  it('leaves right text as it is, read by an engine or typed', () => {
    const text = [
      'II. NỘI DUNG VÀ TIẾN ĐỘ',
      '1. Quý I năm 2026',
      'Triển khai ứng dụng VNeID theo hướng dẫn tại https://dichvucong.example.vn, đạt 95,5 %.',
    ]
    expect(repaired(text.join('\n'))).toEqual(text)
    expect(repaired(text.join('\n'), true)).toEqual(text)
  })

  it('keeps numerals that stand alone', () => {
    expect(repaired('trong quy I va quy IV nam 2026 theo Phu luc I kém theo Ké hoach nay')).toEqual([
      'trong quý I và quý IV năm 2026 theo Phụ lục I kèm theo Kế hoạch này',
    ])
  })

  it('knows two capitalised words in a row for a name', () => {
    const [line] = repaired('do Uy ban nhin din tinh Lam Khé va Uy ban nhin din xa ban hanh')
    expect(line).toMatch(/tỉnh L[âa]m Khê và/)
  })

  it('drops stains that come together, not a letter that means something', () => {
    expect(repaired('co quan thyc hién hang thang A n A')[0]).toMatch(/tháng$/)
    expect(repaired('dich bénh truyén nhiém nhém A va nhém B')).toEqual([
      'dịch bệnh truyền nhiễm nhóm A và nhóm B',
    ])
    expect(repaired('dich bénh truyén nhiém nhém A B C')).toEqual(['dịch bệnh truyền nhiễm nhóm A B C'])
  })

  it('writes a word as it is usually written where its capital looks like its small letter or was made tall by a mark', () => {
    expect(repaired('Trén day la Ké hoach hoat dong cia TG cong nghé s6 cong dong')[0]).toBe(
      'Trên đây là Kế hoạch hoạt động của Tổ công nghệ số cộng đồng',
    )
    expect(repaired('cong bd dir liéu mé cua thanh phd qua Cong dit liéu mé quoc gia')[0]).toMatch(
      /qua Cổng dữ liệu/,
    )
  })

  it('gives headings in capitals their Roman numerals', () => {
    const lines = ['11. NHIEM VU VA GIAI PHAP THUC HIEN', '11. Thyc hién nhiém vu dugc giao ciia co quan']
    expect(repaired(lines.join('\n')).map(line => line.slice(0, 3))).toEqual(['II.', '11.'])
  })

  it('says how sure it is, and what else a doubtful word may be', () => {
    const [page] = loadRepairer().repairPages(pagesOfText('Uy ban nhin din phuong giao Phong Vin hda'))
    const words = page!.lines[0]!.words
    expect(words[0]!).toMatchObject({ text: 'Ủy', raw: 'Uy' })
    for (const { confidence, alternatives } of words) {
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThanOrEqual(1)
      const rest = (alternatives ?? []).reduce((sum, { probability }) => sum + probability, 0)
      expect(confidence! + rest).toBeLessThanOrEqual(1.001)
    }
  })
})
