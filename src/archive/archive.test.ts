import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ASKED_ABOUT } from '../../fixtures/asked-about.ts'
import { parseQuery } from '../../grammars/query.ts'
import type { Plan } from '../../schemas/plan.ts'
import { samplePlan } from '../../test/sample-plan.ts'
import { PlanExtractError } from '../errors.ts'
import { citationGraph, dotOf, graphmlOf } from './citation-graph.ts'
import { driversOf, openDatabase } from './database.ts'
import { csvOf } from './export/csv.ts'
import { icalendarOf } from './export/icalendar.ts'
import { assignmentListing, type Listing, taskListing, tasksOf } from './export/rows.ts'
import { xlsxOf } from './export/xlsx.ts'
import { feed, type Offered } from './feed.ts'
import { planHits, textOf } from './hits.ts'
import { plansLike } from './likeness.ts'
import { pack } from './packed.ts'
import { planOf } from './plan-record.ts'
import { migrate } from './sqlite/migrations.ts'
import { openArchive, openArchiveToWrite } from './sqlite/store.ts'
import { ARCHIVE_VERSION } from './sqlite/version.ts'
import type { Store } from './store.ts'
import { wordsOf } from './words.ts'

const folder = mkdtempSync(join(tmpdir(), 'plan-extract-archive-'))
const fixtures = join(import.meta.dirname, '../../fixtures')
const path = join(folder, 'a.archive')
let store: Store

beforeAll(async () => {
  store = await openArchiveToWrite(path)
  store.transaction(() => {
    for (const name of ASKED_ABOUT) feed(store, offered(name, readFileSync(join(fixtures, name), 'utf8')))
  })
})
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

function offered(key: string, text: string): Offered {
  return { key, text, path: key, parse: () => JSON.parse(text) }
}

function offeredPlan(key: string, change: (plan: Plan) => unknown = () => {}): Offered {
  const plan = samplePlan()
  change(plan)
  return offered(key, JSON.stringify(plan))
}

function keys(query: string): string[] {
  return store
    .search(parseQuery(query), { limit: 20, offset: 0 })
    .found.filter(({ match }) => match === 'all')
    .map(({ card }) => card.key.replace(/^ke-hoach-|\.plan\.json$/g, ''))
}

test('words are found without diacritics and case, typed diacritics narrow', () => {
  expect(keys('TIEM CHUNG')).toEqual(keys('tiêm chủng'))
  expect(keys('tiêm chủng')).toEqual(['tiem-chung-mo-rong'])
  expect(keys('"tiêm chúng"')).toEqual([])
})

test('letters, marks and numbers of the scripts of plans are parts of words, nothing else is', () => {
  const wrong: string[] = []
  for (let code = 0; code < 0x2100; code++) {
    const character = String.fromCharCode(code)
    const isPart = wordsOf(`a${character}b`).length === 1
    if (isPart !== /[\p{L}\p{M}\p{N}]/u.test(character)) wrong.push(code.toString(16))
  }
  expect(wrong).toEqual([])
})

test('old and new tone placement are the same word', () => {
  expect(keys('"hoà giải"')).toContain('pho-bien-phap-luat')
  expect(keys('"hoà giải"')).toEqual(keys('"hòa giải"'))
})

test('đ is d, and d narrows nothing', () => {
  expect(keys('"doc sach"')).toEqual(keys('"đọc sách"'))
})

test('phrases, beginnings, AND OR NOT and brackets', () => {
  expect(keys('"tổ công nghệ số cộng đồng"')).toEqual(['to-cong-nghe-so'])
  expect(keys('tiêm* chủ*')).toContain('tiem-chung-mo-rong')
  expect(keys('"tiêm chủng" OR "đọc sách"')).toEqual(
    expect.arrayContaining(['tiem-chung-mo-rong', 'ngay-hoi-doc-sach']),
  )
  const without = keys('kế hoạch NOT (level:commune OR level:district)')
  expect(without).toContain('cai-cach-hanh-chinh')
  expect(without).not.toContain('to-cong-nghe-so')
})

test('fields: issuer, year, level, number, cites, implements', () => {
  expect(keys('issuer:"Vân Phong Hạ"')).toEqual(['to-cong-nghe-so'])
  expect(keys('issuer:"Vân Phong" year:2023')).toEqual([])
  expect(keys('year:2023')).toEqual(['tiem-chung-mo-rong'])
  expect(keys('level:party')).toEqual(['hoc-tap-nghi-quyet'])
  expect(keys('number:83/KH-UBND')).toEqual(['to-cong-nghe-so'])
  expect(keys('implements:58/KH-UBND')).toEqual(['to-cong-nghe-so'])
  expect(keys('cites:58/kh-ubnd')).toEqual(['to-cong-nghe-so'])
  expect(keys('cites:8/KH-UBND')).toEqual([])
})

test('lead and deadline that are asked together are of one task', () => {
  expect(keys('lead:"Văn phòng" deadline:2024-05')).toEqual(['to-cong-nghe-so'])
  expect(keys('lead:"Văn phòng" deadline:<2024-05')).toEqual([])
})

test('a role keeps the words to its sections', () => {
  expect(keys('role:budget "xã hội hóa"')).toContain('to-cong-nghe-so')
  expect(keys('role:forms "xã hội hóa"')).not.toContain('to-cong-nghe-so')
})

test('what no plan has wholly is found nearly so', () => {
  const { found } = store.search(parseQuery('tiêm chũng'), { limit: 3, offset: 0 })
  expect(found[0]).toMatchObject({ match: 'near', card: { key: 'ke-hoach-tiem-chung-mo-rong.plan.json' } })
})

test('a hit shows the best passage with its section and the words marked', () => {
  const [hit] = planHits(store, parseQuery('"sổ theo dõi"'), { limit: 1, offset: 0 }).hits
  expect(hit?.snippet?.section).toBe('IV.3')
  expect(hit?.snippet?.pieces.find(piece => piece.hit)?.text).toBe('sổ theo dõi')
  expect(textOf(hit?.snippet)).toContain('Ghi chép sổ theo dõi')
})

test('facets count what the query finds', () => {
  const { level, year, role } = store.facets(parseQuery('level:commune'))
  expect(level).toEqual([{ value: 'commune', count: keys('level:commune').length }])
  expect(year.reduce((sum, { count }) => sum + count, 0)).toBe(level[0]?.count)
  expect(role.find(({ value }) => value === 'organization')?.count).toBeGreaterThan(2)
})

test('any text is an answer or a message of its own, never a complaint of the database', () => {
  const piece = fc.constantFrom(
    '"',
    '(',
    ')',
    'AND',
    'OR',
    'NOT',
    '*',
    'issuer:',
    'year:',
    'year:<2024',
    'a',
    "'",
    ';',
    '^',
    '{x} :',
    'NEAR(a b)',
    '-',
    ' ',
    'đ',
    '\0',
    '%',
    'role:forms',
    '2024..',
    'cites:',
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 14 }).map(all => all.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(piece, { maxLength: 14 }).map(all => all.join('')),
  )
  fc.assert(
    fc.property(text, source => {
      try {
        const query = parseQuery(source)
        store.search(query, { limit: 3, offset: 0 })
        store.facets(query)
        for (const { card } of tasksOf(store.plans(query), query)) expect(card.key).not.toBe('')
      } catch (error) {
        expect(error).toBeInstanceOf(PlanExtractError)
        expect((error as PlanExtractError).code).toBe('E_QUERY')
      }
    }),
    { numRuns: 150 },
  )
})

test('a long text, deep brackets and SQL are refused or answered', () => {
  expect(() => parseQuery('a '.repeat(5_000))).toThrow(/at most/)
  expect(() => parseQuery('('.repeat(300))).toThrow(/at most/)
  expect(keys("x'; DROP TABLE plans; --")).toEqual([])
  expect(() => parseQuery('isuer:x')).toThrow(/no field isuer/)
  expect(() => parseQuery('year:none')).toThrow(/is no year/)
  expect(() => parseQuery('deadline:<2026-13-01')).toThrow(/is no date/)
})

test('unchanged plans are passed over, changed ones replaced, gone ones pruned', async () => {
  const archive = await openArchiveToWrite(join(folder, 'b.archive'))
  const found = (query: string): number => archive.search(parseQuery(query), { limit: 5, offset: 0 }).total
  archive.transaction(() => {
    expect(feed(archive, offeredPlan('x'))).toBe('new')
    expect(feed(archive, offeredPlan('x'))).toBe('unchanged')
    expect(
      feed(
        archive,
        offeredPlan('x', plan => Object.assign(plan.header, { title: 'Nuôi cá lồng' })),
      ),
    ).toBe('replaced')
    expect(feed(archive, offeredPlan('y'))).toBe('new')
  })
  expect(found('"nuôi cá lồng"')).toBe(1)
  expect(found('title:"trồng cây phân tán"')).toBe(1)
  archive.transaction(() => expect(archive.prune(new Set(['x']))).toBe(1))
  expect(archive.count()).toBe(1)
  expect(() =>
    archive.transaction(() => {
      feed(archive, offeredPlan('z'))
      throw new Error('killed')
    }),
  ).toThrow()
  expect(archive.count()).toBe(1)
  archive.close()
})

test('a plan comes out as it went in', () => {
  const name = 'ke-hoach-to-cong-nghe-so.plan.json'
  const text = readFileSync(join(fixtures, name), 'utf8')
  const [first] = [...store.plans(parseQuery('number:83/KH-UBND'))]
  const expected = planOf(JSON.parse(text), { path: name, sha256: first!.plan.source.sha256 })
  expect(first?.plan).toEqual(expected)
})

test('an archive of a newer version and files of others are refused and left as they are', async () => {
  const newer = join(folder, 'newer.archive')
  ;(await openArchiveToWrite(newer)).close()
  const database = await openDatabase(newer, 'write')
  database.exec(`PRAGMA user_version = ${ARCHIVE_VERSION + 1}`)
  database.close()
  const before = readFileSync(newer)
  await expect(openArchiveToWrite(newer)).rejects.toThrow(/newer plan-extract/)
  await expect(openArchive(newer)).rejects.toThrow(/newer plan-extract/)
  expect(readFileSync(newer).equals(before)).toBe(true)
  const foreign = join(folder, 'notes.txt')
  writeFileSync(foreign, 'no database, but long enough to be looked at as one '.repeat(40))
  await expect(openArchiveToWrite(foreign)).rejects.toThrow(/is no archive/)
  await expect(openArchive(join(folder, 'none'))).rejects.toThrow(/there is no archive/)
})

test('an archive of the first version is brought up to date when it is written to, with what repair was unsure of', async () => {
  const old = join(folder, 'old.archive')
  const database = await openDatabase(old, 'write')
  migrate(database, old, 1)
  const plan = samplePlan()
  database.exec(`INSERT INTO plans(id, key, hash, pages, sketch) VALUES (7, 'a', x'00', 1, x'00')`)
  database.prepare('INSERT INTO contents VALUES (7, ?)').run(pack(plan))
  database.exec(`INSERT INTO search(rowid, alternatives) VALUES (7, 'zebra ω quagga')`)
  database.close()
  await expect(openArchive(old)).rejects.toThrow(/older plan-extract/)
  ;(await openArchiveToWrite(old)).close()
  const archive = await openArchive(old)
  const found = (query: string) => archive.search(parseQuery(query), { limit: 5, offset: 0 }).total
  expect(found('quagga')).toBe(1)
  expect(found(`title:"${plan.header.title}"`)).toBe(1)
  archive.close()
})

test('all plans that match are ranked, however many and in whatever order they came', async () => {
  const archive = await openArchiveToWrite(join(folder, 'ranked.archive'))
  // Half of the plans have the words, the last of them most often.
  const sown = (at: number) => (plan: Plan) => {
    plan.preamble = 'Gieo hạt. '.repeat(at === 1008 ? 9 : 1 - (at % 2))
    Object.assign(plan, { body: [], tasks: [], recipients: [] })
  }
  archive.transaction(() => {
    for (let at = 0; at < 1010; at++) feed(archive, offeredPlan(`${at}`, sown(at)))
  })
  const results = archive.search(parseQuery('gieo hat'), { limit: 1, offset: 0 })
  expect(results).toMatchObject({ total: 505, found: [{ card: { key: '1008' } }] })
  archive.close()
})

test('of plans that have common words only the newest come first', async () => {
  const archive = await openArchiveToWrite(join(folder, 'newest.archive'))
  const dates = ['2024-05-01', '2026-01-31', '2025-12-31']
  archive.transaction(() => {
    for (const date of dates)
      feed(
        archive,
        offeredPlan(date, plan => Object.assign(plan.header, { date })),
      )
  })
  const { issuer } = samplePlan().header
  const { found } = archive.search(parseQuery(`ke ${issuer?.name.split(' ')[0]}`), { limit: 5, offset: 0 })
  expect(found.map(({ card }) => card.key)).toEqual([...dates].sort().reverse())
  archive.close()
})

test('within a district of before 2025 stand the communes that carry it on', async () => {
  const archive = await openArchiveToWrite(join(folder, 'd.archive'))
  const issued = (name: string, date: string) => (plan: Plan) =>
    Object.assign(plan.header, { issuer: { name: `Ủy ban nhân dân ${name}` }, date })
  archive.transaction(() => {
    feed(archive, offeredPlan('district', issued('huyện Mê Linh', '2024-02-01')))
    feed(archive, offeredPlan('commune', issued('xã Quang Minh', '2026-02-01')))
    feed(archive, offeredPlan('before', issued('xã Quang Minh', '2023-02-01')))
    feed(archive, offeredPlan('other', issued('xã Suối Ngọc', '2026-02-01')))
  })
  const found = (query: string) =>
    archive.search(parseQuery(query), { limit: 9, offset: 0 }).found.map(({ card }) => card.key)
  expect(found('within:"huyện Mê Linh"').sort()).toEqual(['commune', 'district'])
  expect(found('within:"me linh, hà nội" year:2026')).toEqual(['commune'])
  archive.close()
})

test('near copies are found, most alike first', () => {
  const [first] = [...store.plans(parseQuery('number:83/KH-UBND'))]
  const copy = structuredClone(first!.plan)
  copy.body.pop()
  const like = plansLike(store, copy, 3)
  expect(like[0]?.card.key).toBe('ke-hoach-to-cong-nghe-so.plan.json')
  expect(like[0]?.similarity).toBeGreaterThan(0.5)
})

test('a citation leads to the plan of the archive only where number, date and issuer agree', async () => {
  const archive = await openArchiveToWrite(join(folder, 'c.archive'))
  const cited = { text: 'Kế hoạch số 07/KH-UBND', kind: 'Kế hoạch', number: '07/KH-UBND', date: '2026-03-05' }
  archive.transaction(() => {
    feed(archive, offeredPlan('above'))
    feed(
      archive,
      offeredPlan('child', plan =>
        Object.assign(plan, {
          header: { number: '9/KH-UBND' },
          basis: [{ ...cited, issuer: 'UBND xã Suối Ngọc' }],
        }),
      ),
    )
    feed(
      archive,
      offeredPlan('other', plan =>
        Object.assign(plan, { header: { number: '8/KH-UBND' }, basis: [{ ...cited, date: '2025-03-05' }] }),
      ),
    )
  })
  const graph = citationGraph(archive)
  expect(graph.edges).toContainEqual({ from: 'plan:2', to: 'plan:1', type: 'implements' })
  expect(graph.edges.some(({ from, to }) => from === 'plan:3' && to === 'plan:1')).toBe(false)
  expect([...dotOf(graph)].join('')).toContain('"plan:2" -> "plan:1"')
  expect([...graphmlOf(graph)].join('')).toContain('<edge source="plan:2" target="plan:1">')
  archive.close()
})

test('tasks leave as CSV, spreadsheet and calendar', async () => {
  const query = parseQuery('lead:"Văn phòng" deadline:2024-05')
  const lines = [...csvOf(taskListing(store.plans(query), query), 'bom')]
  expect(lines[0]).toMatch(/^\ufefffile,number,issuer,date/)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('2024-05-31')
  const calendar = [...icalendarOf(tasksOf(store.plans(query), query))].join('')
  expect(calendar).toContain('DTSTART;VALUE=DATE:20240531\r\nDTEND;VALUE=DATE:20240601\r\n')
  for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const cells = sheetText(taskListing(store.plans(query), query))
  expect(cells).toContain('<v>45443</v>') // 2024-05-31 as spreadsheets count days
})

/** What the sheet of a spreadsheet says. */
function sheetText(listing: Listing): string {
  const files = unzipSync(Buffer.concat([...xlsxOf(listing)]))
  return strFromU8(files['xl/worksheets/sheet1.xml']!)
}

test('duties are those of the unit that is asked for', () => {
  const units = (question: string) => {
    const query = parseQuery(question)
    return [...assignmentListing(store.plans(query), query).rows].map(row => String(row[5]))
  }
  expect(units('unit:"ban chi dao"').length).toBeGreaterThan(1)
  expect(units('unit:"ban chi dao"').filter(unit => !/ban chỉ đạo/i.test(unit))).toEqual([])
  const others = units('number:83/KH-UBND NOT unit:"ban chi dao"')
  expect(others.filter(unit => /ban chỉ đạo/i.test(unit))).toEqual([])
})

test('a spreadsheet keeps marks, leaves control characters out and is written piece by piece', () => {
  expect(sheetText({ columns: ['a'], rows: [['<b> & "c"\u0001 _x0041_']] })).toContain(
    '>&lt;b&gt; &amp; "c" _x005F_x0041_<',
  )
  let asked = 0
  const rows = (function* () {
    for (; asked < 5_000; asked++) yield [`hàng ${asked}`, asked, { day: '2026-03-31' }]
  })()
  const pieces = xlsxOf({ columns: ['a', 'b', 'c'], rows })
  pieces.next()
  expect(asked).toBeLessThan(5_000)
  expect(Buffer.concat([...pieces]).length).toBeGreaterThan(10_000)
})

test('a sheet of more rows than Excel opens is refused', () => {
  const rows = Array(1_000).fill(['a'])
  expect(() => [...xlsxOf({ columns: ['a'], rows }, 1_000)]).toThrow(/no more than 1000 rows/)
  expect([...xlsxOf({ columns: ['a'], rows }, 1_001)].length).toBeGreaterThan(0)
})

test('statistics count what was put in', () => {
  const { plans, levels, due } = store.statistics('2026-01-01')
  expect(plans).toBe(store.count())
  expect(levels.reduce((sum, { count }) => sum + count, 0)).toBe(plans)
  expect(due.every(({ value }) => value >= '2026-01')).toBe(true)
})

test("Node's own SQLite comes first where it is stable", () => {
  expect(driversOf('20.19.0')).toEqual(['@photostructure/sqlite'])
  expect(driversOf('22.15.9')).toEqual(['@photostructure/sqlite'])
  expect(driversOf('22.16.0')).toEqual(['node:sqlite', '@photostructure/sqlite'])
  expect(driversOf('24.0.0')[0]).toBe('node:sqlite')
})

test("an archive is the same to the package and to Node's own SQLite", async context => {
  const own = driversOf(process.versions.node).includes('node:sqlite')
  context.skip(!own, 'this Node has no stable SQLite of its own')
  const both = join(folder, 'both.archive')
  const written = await openArchiveToWrite(both)
  written.transaction(() => feed(written, offeredPlan('a')))
  written.close()
  const rows = []
  for (const driver of ['node:sqlite', '@photostructure/sqlite']) {
    const database = await openDatabase(both, 'read', [driver])
    rows.push(
      database.prepare("SELECT rowid FROM search WHERE search MATCH 'cay'").all(),
      database.prepare('SELECT key, number, sketch FROM plans').all(),
    )
    database.close()
  }
  expect(rows[0]).toHaveLength(1)
  expect(rows.slice(2)).toEqual(rows.slice(0, 2))
})
