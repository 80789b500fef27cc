import type { Signature } from '../../schemas/plan.ts'
import type { TextLine } from '../parse/tree.ts'
import { isCapitals } from './text.ts'

/**
 * Who signs, from the lines above and under the signature.
 *
 *     TM. ỦY BAN NHÂN DÂN      onBehalfOf
 *     KT. CHỦ TỊCH             actingFor
 *     PHÓ CHỦ TỊCH             position
 *     Trần Văn An              name
 */
const ON_BEHALF = /^T\s?[./]?\s?M\s?[./]?\s/u
const ACTING =
  /^(?:K\s?[./]?\s?T|T\s?[./]?\s?L|T\s?[./]?\s?U\s?[./]?\s?Q|T\s?[./]?\s?U\s?[./]?\s?N)\s?[./]?\s/u
const SIGNED = /^\(?\s*(?:đã ký|ký tên|ký, đóng dấu|ký, ghi rõ họ tên)/iu

/** All signers, in printed order; empty where nobody signs. */
export function readSignatures(lines: readonly TextLine[]): Signature[] {
  const signers: Signature[] = []
  let signer: Signature = {}
  let last: keyof Signature | undefined
  const close = () => {
    if (Object.keys(signer).length > 0) signers.push(impliedDeputy(signer))
    signer = {}
    last = undefined
  }
  for (const { text } of lines) {
    const line = text.trim()
    if (!line || SIGNED.test(line)) continue
    const field = fieldOf(line)
    if (field === 'name') {
      if (last === 'name') close()
      signer.name = line
      last = 'name'
      continue
    }
    if (signer.name !== undefined) close()
    if (field === 'position' && last !== undefined && goesOn(line, signer, last)) {
      signer[last] = `${signer[last]} ${line}`
    } else {
      if (field === 'position' && signer.position !== undefined && signer.actingFor === undefined)
        signer.actingFor = signer.position
      signer[field] = line
      last = field
    }
  }
  close()
  return signers
}

function fieldOf(line: string): keyof Signature {
  if (ON_BEHALF.test(line)) return 'onBehalfOf'
  if (ACTING.test(line)) return 'actingFor'
  return isCapitals(line) ? 'position' : 'name'
}

const OFFICE =
  /^(?:Q\.?\s|QUYỀN\s|PHÓ|CHỦ|BÍ|TRƯỞNG|GIÁM|HIỆU|CHÁNH|TỔNG|CỤC|VỤ|VIỆN|THỨ|BỘ TRƯỞNG|ỦY VIÊN|UỶ VIÊN|CHỈ HUY|CHÍNH|THƯ KÝ|ĐẠI|THƯỢNG|TRUNG|THIẾU|TỔ|ĐỘI|KẾ TOÁN|NGƯỜI|QUẢN)/u

/** A line without an office of its own goes on with the line above: `TM. ỦY BAN NHÂN DÂN` / `XÃ BÌNH HÒA`. */
function goesOn(line: string, signer: Signature, last: keyof Signature): boolean {
  if (last === 'name') return false
  if (last === 'onBehalfOf') return !OFFICE.test(line)
  return !OFFICE.test(line) && signer[last] !== undefined
}

/** `HIỆU TRƯỞNG` over `PHÓ HIỆU TRƯỞNG`: the deputy signs for the head, though `KT.` was lost. */
function impliedDeputy(signer: Signature): Signature {
  const { onBehalfOf, actingFor, position, name } = signer
  return {
    ...(onBehalfOf ? { onBehalfOf } : {}),
    ...(actingFor ? { actingFor } : {}),
    ...(position ? { position } : {}),
    ...(name ? { name } : {}),
  }
}
