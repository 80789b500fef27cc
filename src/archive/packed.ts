import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Plan } from '../../schemas/plan.ts'

/**
 * A plan's JSON as it is kept: whole, deflated with a dictionary of what every plan repeats. The dictionary belongs to
 * the archive's version: another one needs another version.
 */
const DICTIONARY = Buffer.from(
  [
    '"signature":{"onBehalfOf":"TM. ỦY BAN NHÂN DÂN","actingFor":"KT. CHỦ TỊCH","position":"PHÓ CHỦ TỊCH","name":"',
    '"annexes":[],"citations":[],"confidence":0.9,"warnings":[{"code":"","severity":"warning","message":"',
    '"generator":{"name":"plan-extract","version":"0.1.0","options":"',
    '"tasks":[{"id":"T1","text":"","lead":["Phòng Văn hóa - Xã hội"],"support":["Các cơ quan, đơn vị liên quan"],',
    '"deadline":{"text":"Thường xuyên","recurring":"regular"},"output":"","origin":"table","section":"II","row":"1"}',
    '"assignments":[{"unit":"Ủy ban nhân dân xã","section":"III.1","duties":["Chủ trì, phối hợp với các cơ quan',
    '"targets":[{"text":"100% ","value":100,"unit":"%","comparator":">=","subject":"","section":"I.2"',
    '"basis":[{"text":"Kế hoạch số 1/KH-UBND ngày 01/01/2026 của Ủy ban nhân dân tỉnh về việc","kind":"Kế hoạch","number":"',
    '"date":"2026-01-01","issuer":"Ủy ban nhân dân","title":"","recipients":["Lưu: VT"],"closing":"Trên đây là Kế hoạch',
    '{"schemaVersion":"1","source":{"file":"","sha256":"","mediaType":"application/pdf","pages":9,"text":"layer"},',
    '"header":{"issuer":{"name":"Ủy ban nhân dân xã","level":"commune"},"number":"/KH-UBND","serial":"","symbol":"KH-UBND",',
    '"purpose":[],"requirements":[],"objectives":[],"content":[],"forms":[],"audience":[],"schedule":[],"solutions":[],',
    '"budget":[],"organization":[],"reporting":[],"preamble":"Thực hiện',
    '{"type":"table","columns":["TT","Nội dung","Đơn vị chủ trì","Đơn vị phối hợp","Thời gian"],"rows":[{"cells":["1","',
    '{"type":"section","id":"I.1","label":"1","heading":"Mục đích, yêu cầu","level":1,"role":"organization","blocks":[',
    ']},{"type":"statement","section":"II.1","label":"-","text":"Tổ chức thực hiện có hiệu quả","at":{"page":1,"line":10,',
    '"endLine":12,"bbox":[85.1,300.2,540.3,330.4]},"confidence":0.99},{"type":"statement","label":"-","text":"',
  ].join(''),
)

/** Most plans fit into one piece, and each piece more costs more than the (un)packing itself. */
const CHUNK = 65_536

export function pack(plan: Plan): Uint8Array {
  return deflateRawSync(JSON.stringify(plan), {
    dictionary: DICTIONARY,
    level: 5,
    memLevel: 9,
    chunkSize: CHUNK,
  })
}

export function unpack(bytes: Uint8Array): Plan {
  return JSON.parse(
    inflateRawSync(bytes, { dictionary: DICTIONARY, chunkSize: CHUNK }).toString('utf8'),
  ) as Plan
}
