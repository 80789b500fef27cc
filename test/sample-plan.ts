import type { Plan } from '../schemas/plan.ts'

/** A small plan with a section, a table, a task and places; all names are invented. */
export function samplePlan(): Plan {
  return {
    schemaVersion: '1',
    source: {
      file: 'mau.txt',
      sha256: '0'.repeat(64),
      mediaType: 'text/plain',
      pages: 2,
      text: 'plain',
    },
    header: {
      issuer: { name: 'Ủy ban nhân dân xã Suối Ngọc', level: 'commune' },
      number: '07/KH-UBND',
      serial: '07',
      symbol: 'KH-UBND',
      place: 'Suối Ngọc',
      date: '2026-03-05',
      kind: 'Kế hoạch',
      title: 'Trồng cây phân tán năm 2026',
    },
    basis: [],
    body: [
      {
        type: 'section',
        id: 'I',
        label: 'I',
        heading: 'MỤC ĐÍCH',
        level: 1,
        role: 'purpose',
        at: { page: 1, line: 9 },
        blocks: [
          {
            type: 'statement',
            label: '-',
            text: 'Nâng cao tỷ lệ che phủ cây xanh.',
            at: { page: 1, line: 10, endLine: 11, bbox: [72, 300, 520, 330] },
          },
        ],
      },
      {
        type: 'section',
        id: 'II',
        label: 'II',
        heading: 'NHIỆM VỤ',
        level: 1,
        role: 'solutions',
        blocks: [
          {
            type: 'table',
            columns: ['TT', 'Nội dung', 'Chủ trì'],
            rows: [{ cells: ['1', 'Trồng 500 cây', 'Văn phòng'] }],
          },
        ],
      },
    ],
    purpose: [{ type: 'statement', section: 'I', label: '-', text: 'Nâng cao tỷ lệ che phủ cây xanh.' }],
    requirements: [],
    objectives: [],
    content: [],
    forms: [],
    audience: [],
    schedule: [],
    solutions: [],
    budget: [],
    organization: [],
    reporting: [],
    tasks: [
      {
        id: 'T1',
        text: 'Trồng 500 cây',
        lead: ['Văn phòng', 'Đoàn Thanh niên'],
        support: [],
        deadline: { text: 'trước 30/4/2026', to: '2026-04-30' },
        origin: 'table',
        section: 'II',
        row: '1',
      },
    ],
    assignments: [],
    targets: [],
    recipients: ['Lưu: VT'],
    annexes: [],
    citations: [],
    warnings: [],
  }
}
