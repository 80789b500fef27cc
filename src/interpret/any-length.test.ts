import { describe, expect, it } from 'vitest'
import { parsePlan } from '../parse-plan.ts'

/** `count` lines, each made from its number. */
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')

/** Texts as no author writes them; a step that goes through all that stands before for every line takes minutes over each. */
const SHAPES: Record<string, string> = {
  'one sentence that never ends': lines(8000, () => 'tuyên truyền vận động người dân tham gia'),
  'one capital after another': lines(4000, () => 'Tuyên truyền vận động người dân tham gia'),
  'a word on each line': lines(150_000, at => (at % 7 === 0 ? 'xã' : 'a')),
  'numbers of documents on one line': 'số 1/QĐ-UB, '.repeat(6000),
  'pages of one line': lines(20_000, at => `trang ${at}\f`),
  recipients: `Nơi nhận:\n${lines(8000, at => `- Phòng số ${at};`)}`,
  signers: `Nơi nhận:\nTM. ỦY BAN NHÂN DÂN\n${lines(8000, () => 'Lê Thị Hoa')}`,
  'duties of one body': `I. TỔ CHỨC THỰC HIỆN\n1. Công an xã\n${lines(130_000, () => '- a')}`,
  'duties of many bodies': `I. TỔ CHỨC THỰC HIỆN\n${lines(6000, at => `- Phòng số ${at} chủ trì việc.`)}`,
  'titles of tables': lines(6000, () => 'Nội dung công việc'),
  'titles of tables with numbers': lines(6000, () => 'STT Nội dung'),
  shares: '50% '.repeat(30_000),
  'documents without number': lines(4000, at => `- Thực hiện Đề án “Việc số ${at}”;`),
  'documents with number': lines(4000, at => `- Thực hiện Quyết định số ${at}/QĐ-UBND về việc khác;`),
}

describe('texts of any shape', () => {
  it.each(Object.entries(SHAPES))('are read in time that grows with their length: %s', (_, text) => {
    const before = process.cpuUsage()
    const plan = parsePlan(text)
    const { user } = process.cpuUsage(before)
    expect(user / 1e6).toBeLessThan(6)
    expect(plan.schemaVersion).toBe('1')
  })
})
