import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { lineText } from '../../document.ts'
import { ingest } from '../ingest.ts'
import { legacyFontOf } from './fonts.ts'

/** A page with a line for each font: its name, and the bytes drawn with it. */
async function pageOf(lines: readonly (readonly [font: string, bytes: string])[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  const { context } = document
  const fonts = context.obj({})
  let content = ''
  lines.forEach(([name, bytes], index) => {
    const font = {
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: PDFName.of(name),
      Encoding: 'WinAnsiEncoding',
    }
    fonts.set(PDFName.of(`F${index}`), context.register(context.obj(font)))
    const hex = Buffer.from(bytes, 'latin1').toString('hex')
    content += `BT /F${index} 13 Tf 72 ${750 - 30 * index} Td <${hex}> Tj ET\n`
  })
  page.node.set(PDFName.of('Resources'), context.obj({ Font: fonts }))
  page.node.set(PDFName.of('Contents'), context.register(context.stream(content)))
  return await document.save()
}

async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const { pages } = await ingest(bytes, { ocr: 'never' })
  return pages.flatMap(page => page.lines.map(lineText))
}

describe('fonts of before Unicode', () => {
  it('are read after TCVN3, whose fonts are called .Vn…', async () => {
    const page = await pageOf([
      ['.VnTime', 'Thùc hiÖn KÕ ho¹ch sè 12, x· T\xadêng L\xadu quyÕt ®Þnh'],
      ['ABCDEF+.VnTime,Bold', 'Tæ chøc, µ xÐt duyÖt'],
    ])
    expect(await linesOf(page)).toEqual([
      'Thực hiện Kế hoạch số 12, xã Tường Lưu quyết định',
      'Tổ chức, à xét duyệt',
    ])
  })

  it('with capitals drawn for small letters, give capitals', async () => {
    expect(await linesOf(await pageOf([['.VnTimeH', 'ñy ban nh©n d©n tØnh']]))).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH',
    ])
  })

  it('are read after VNI, whose marks are letters of their own', async () => {
    const page = await pageOf([
      ['VNI-Times', 'UÛy ban nhaân daân xaõ, ñöôïc duyeät naêm 2025'],
      ['VNI-Helve-Condense', 'ÑÒNH HÖÔÙNG'],
    ])
    expect(await linesOf(page)).toEqual(['Ủy ban nhân dân xã, được duyệt năm 2025', 'ĐỊNH HƯỚNG'])
  })

  it('are told by their names alone: the same letters of another font stay', async () => {
    expect(await linesOf(await pageOf([[StandardFonts.TimesRoman, '20 °C, § 5, café']]))).toEqual([
      '20 °C, § 5, café',
    ])
    expect(legacyFontOf('TimesNewRomanPSMT')).toBeUndefined()
    expect(legacyFontOf('.VnArialH,Bold')).toEqual({ encoding: 'tcvn3', capitals: true })
    expect(legacyFontOf('.VnCentury Schoolbook')).toEqual({ encoding: 'tcvn3', capitals: false })
  })
})
