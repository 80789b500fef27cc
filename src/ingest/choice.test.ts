import { describe, expect, it } from 'vitest'
import { judgeLayer, layerQuality } from './choice.ts'

const PRINTED =
  'Thực hiện Kế hoạch số 208/KH-UBND ngày 09/6/2026 của Ủy ban nhân dân thành phố về chuyển đổi số'
const ENGLISH =
  'Thye hién Ké hoach s6 208/KH-UBND ngay 09/6/2026 ciia Uy ban nhin din thanh phd vé chuyén d6i sb'
const PLAIN =
  'Thuc hien Ke hoach so 208/KH-UBND ngay 09/6/2026 cua Uy ban nhan dan thanh pho ve chuyen doi so'
const BROKEN = '6Ӣ CÔNG 7+ѬѪ1* &Ӝ1* +Ñ$ ;+ & +Ӝ, &+Ӫ 1*+Ƭ$ 9,ӊ7 1$0 ĈӝF OұS 7ӵ GR +ҥQK SK~F'

describe('what a text layer is worth', () => {
  it('is most for text as printed, less for what can be repaired, little for a broken map of characters', () => {
    expect(layerQuality(PRINTED)).toBeGreaterThan(0.9)
    expect(layerQuality(ENGLISH)).toBeGreaterThan(0.6)
    expect(layerQuality(PLAIN)).toBeGreaterThan(0.8)
    expect(layerQuality(BROKEN)).toBeLessThan(0.4)
  })

  it('takes the caption of a digital signature for no text of the page', () => {
    expect(
      judgeLayer('Người ký: Văn phòng Cơ quan: Ủy ban nhân dân xã Thời gian ký: 09.03.2026 13:45:14'),
    ).toBe('scanty')
    expect(judgeLayer(PRINTED.repeat(5))).toBe('good')
    expect(judgeLayer(ENGLISH.repeat(5))).toBe('good')
    expect(judgeLayer(BROKEN.repeat(5))).toBe('broken')
  })
})
