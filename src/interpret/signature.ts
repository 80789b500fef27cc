import { fold, skeleton } from '../../grammars/fold.ts'
import { layout, nearestOffice, type Phrase, SHORTEST_OFFICE } from '../../grammars/layout.ts'
import type { Signature } from '../../schemas/plan.ts'
import type { TextLine } from '../parse/tree.ts'
import { isWhollyCapitals } from './text.ts'

/**
 * Who signs, from the lines above and under the signature.
 *
 *     TM. ỦY BAN NHÂN DÂN      onBehalfOf
 *     KT. CHỦ TỊCH             actingFor
 *     PHÓ CHỦ TỊCH             position
 *     Trần Văn An              name
 */
const ON_BEHALF = /^T\s?[./]?\s?M(?:\s?[./]\s?|\s)/u
const ACTING = /^(?:K\s?[./]?\s?T|T\s?[./]?\s?L|T\s?[./]?\s?U\s?[./]?\s?[QN])(?:\s?[./]\s?|\s)/u
const SIGNED = /^\(?\s*(?:đã ký|ký tên|ký, đóng dấu|ký, ghi rõ họ tên)/iu

/** All signers, in printed order; empty where nobody signs. */
export function readSignatures(lines: readonly TextLine[]): Signature[] {
  const signers: Signature[] = []
  let signer: Signature = {}
  let last: keyof Signature | undefined
  /** The office of which a line stands that says nothing, unless another follows. */
  let deputy: string | undefined
  const close = () => {
    if (deputy && signer.actingFor && !signer.position) signer.position = deputy
    deputy = undefined
    if (Object.keys(signer).length > 0) signers.push(inOrder(signer))
    signer = {}
    last = undefined
  }
  for (const [at, { text, confidence }] of lines.entries()) {
    let line = text.trim()
    if (!line || SIGNED.test(line)) continue
    const fresh = last === undefined || last === 'name'
    const field = fresh && isBody(line, lines[at + 1]?.text ?? '') ? 'onBehalfOf' : fieldOf(line)
    if (field === 'name') {
      if (!isName(line)) {
        // nothing of the office is legible
        if (last === 'actingFor' && !/\p{Ll}{2}/u.test(line)) deputy = officeOf(line, confidence, signer)
        continue
      }
      if (last === 'name') close()
      signer.name = line
      last = 'name'
      continue
    }
    if (signer.name !== undefined) close()
    if (field === 'position' && last !== undefined && goesOn(line, signer, last)) {
      signer[last] = `${signer[last]} ${line}`
      continue
    }
    // the office was put before from what was left of its line
    if (field === 'position' && signer.position === line) continue
    if (field === 'position' && signer.position !== undefined) {
      if (isDeputy(line, signer.position)) signer.actingFor = signer.position
      else line = `${signer.position} ${line}`
    }
    signer[field] = field === 'position' ? officeOf(line, confidence, signer) : line
    last = field
  }
  close()
  return signers
}

/** From this confidence on a line is taken as it was read. */
const SURE = 0.9

/**
 * The office that a doubtful line was. Who signs `KT. CHỦ TỊCH` is a `PHÓ CHỦ TỊCH`, so there nothing of it has to be legible;
 * else it is the known one that is nearly it.
 */
function officeOf(line: string, confidence: number, { actingFor }: Signature): string {
  const known = officeInPart(line)
  if (known) return known.printed
  const letters = skeleton(line)
  const head = actingFor && DEPUTISING.exec(actingFor)?.[1]
  if (head && letters.length < SHORTEST_OFFICE) return `PHÓ ${head}`
  if (confidence >= SURE || letters.length < SHORTEST_OFFICE) return line
  const begins = (office: Phrase) => letters !== office.skeleton && letters.startsWith(office.skeleton)
  if (layout.positions.some(begins)) return line
  if (head && !layout.positions.some(office => office.skeleton === letters)) return `PHÓ ${head}`
  return nearestOffice(letters)?.printed ?? line
}
const DEPUTISING = /^K\s?[./]?\s?T\s?[./]?\s+(.+)$/u

/** Over an office the body that the signer stands for where several sign: `CÔNG AN TỈNH` / `KT. GIÁM ĐỐC`. */
function isBody(line: string, below: string): boolean {
  return (
    fieldOf(line) === 'position' &&
    !opensOffice(line) &&
    (ON_BEHALF.test(below) || ACTING.test(below) || opensOffice(below))
  )
}

function fieldOf(line: string): keyof Signature {
  if (ON_BEHALF.test(line)) return 'onBehalfOf'
  if (ACTING.test(line)) return 'actingFor'
  if (officeInPart(line)) return 'position'
  return isWhollyCapitals(line) && !CAPITAL_NAME.test(line) ? 'position' : 'name'
}

/** The office whose letters a line has, though some were read small: `Bí THƯ`. */
function officeInPart(line: string): Phrase | undefined {
  if (isWhollyCapitals(line) || !/\p{Lu}{2}/u.test(line)) return undefined
  const letters = skeleton(line)
  return layout.positions.find(office => office.skeleton === letters)
}

/** Of a person, perhaps after a rank or degree: capitals begin its syllables. What a seal or pen left is none. */
function isName(line: string): boolean {
  if (!/^[\p{L}\p{M}\s.,'’()-]+$/u.test(line)) return false
  const syllables = line.split(/\s+/u)
  const lower = syllables.filter(syllable => /^\p{Ll}/u.test(syllable)).length
  return syllables.length >= 2 && syllables.length <= 8 && lower <= 1
}

/** A name in capitals: two to five syllables, the first a family name. */
const CAPITAL_NAME =
  /^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐINH|ĐOÀN|LÂM|MAI|TRỊNH|ĐÀO|CAO|TRƯƠNG|LƯƠNG|HÀ|TẠ|TÔ|CHU|QUÁCH|TĂNG|THÁI|LƯU|PHÙNG|VƯƠNG|NÔNG|HỨA|KIỀU|TỐNG|ĐÀM|BẠCH|LA|LÒ|GIÀNG|THÀO|SÙNG|VI|MA|HOÀNH|LƯỜNG|QUÀNG|CẦM|ĐIÊU|Y|H')(?:\s\p{Lu}+){1,4}$/u

/** How the lines of an office begin, without diacritics, since those are what is misread first. */
const OFFICE =
  /^(?:q\.?\s|quyen\s|pho|chu|bi thu|truong|giam|hieu|chanh|tong|cuc|chi cuc|vu|vien|thu truong|bo truong|uy vien|chi huy|chinh|thu ky|dai|thuong|trung|thieu|to|doi|ke toan|nguoi|quan)/u
const opensOffice = (line: string) => OFFICE.test(fold(line))

/** A line without an office of its own goes on with the line above: `TM. ỦY BAN NHÂN DÂN` / `XÃ BÌNH HÒA`. */
function goesOn(line: string, signer: Signature, last: keyof Signature): boolean {
  if (last === 'name') return false
  if (last === 'onBehalfOf') return !opensOffice(line)
  // too little for words of an office: what a seal left of the next one
  if (skeleton(line).length < SHORTEST_OFFICE) return false
  return !opensOffice(line) && signer[last] !== undefined
}

/** `HIỆU TRƯỞNG` over `PHÓ HIỆU TRƯỞNG`: the deputy signs for the head, though `KT.` was lost. */
function isDeputy(line: string, position: string): boolean {
  return fold(line).startsWith('pho') && fold(line).includes(fold(position))
}

function inOrder({ onBehalfOf, actingFor, position, name }: Signature): Signature {
  return {
    ...(onBehalfOf ? { onBehalfOf } : {}),
    ...(actingFor ? { actingFor } : {}),
    ...(position ? { position } : {}),
    ...(name ? { name } : {}),
  }
}
