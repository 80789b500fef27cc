import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PlanSchema } from '../schemas/plan.ts'
import { copyFixture, emptyFolder, run } from './program.ts'

const TEXT = 'ke-hoach-chuyen-doi-so.txt'
const GARBLED = 'ke-hoach-chuyen-doi-so.ocr.txt'
const PDF = 'ke-hoach-chuyen-doi-so.pdf'

/** A short plan; the place is invented. */
function shortPlan(title: string): string {
  return `ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ SUỐI NGỌC Độc lập - Tự do - Hạnh phúc
Số: 07/KH-UBND Suối Ngọc, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
${title}

I. MỤC ĐÍCH
- Nâng cao tỷ lệ che phủ cây xanh trên địa bàn xã.
II. TỔ CHỨC THỰC HIỆN
Giao Văn phòng theo dõi, đôn đốc việc thực hiện Kế hoạch này./.

Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Lưu: VT. CHỦ TỊCH
`
}

function plansOf(ndjson: string) {
  return ndjson
    .trimEnd()
    .split('\n')
    .map(line => PlanSchema.parse(JSON.parse(line)))
}

describe('one document', () => {
  test('text with the right words gives a plan on stdout and a line for the person on stderr', async () => {
    const cwd = emptyFolder()
    copyFixture(TEXT, cwd)
    const { code, stdout, stderr } = await run([TEXT], { cwd })
    expect(code).toBe(0)
    const plan = PlanSchema.parse(JSON.parse(stdout))
    expect(plan.header.number).toBe('47/KH-UBND')
    expect(plan.body.length).toBeGreaterThan(1)
    expect(stderr).toMatch(new RegExp(`^${TEXT}: \\d pages?, \\d+ warnings?\\n$`))
  })

  test('a PDF with a text layer gives the same header as its text', async () => {
    const cwd = emptyFolder()
    copyFixture(PDF, cwd)
    const { stdout } = await run([PDF, '-q'], { cwd })
    expect(PlanSchema.parse(JSON.parse(stdout)).header).toMatchObject({
      number: '47/KH-UBND',
      kind: 'Kế hoạch',
    })
  })

  test('standard input, YAML by the ending of -o, and the same bytes from a file of Vietnamese name', async () => {
    const cwd = emptyFolder()
    copyFixture(TEXT, cwd, 'kế hoạch.txt')
    const text = readFileSync(join(cwd, 'kế hoạch.txt'))
    expect((await run(['-', '-o', 'ra/chuẩn.yaml', '-q'], { cwd, input: text })).code).toBe(0)
    expect((await run(['kế hoạch.txt', '-o', 'ra/tệp.yaml', '-q'], { cwd })).code).toBe(0)
    const read = (name: string): string =>
      readFileSync(join(cwd, 'ra', name), 'utf8').replace(/^ +file: .*$/m, '')
    expect(read('chuẩn.yaml')).toBe(read('tệp.yaml'))
    expect(readdirSync(join(cwd, 'ra')).sort()).toEqual(['chuẩn.yaml', 'tệp.yaml'])
  })

  test('validate accepts what extract wrote, and says where a changed plan is wrong', async () => {
    const cwd = emptyFolder()
    copyFixture(GARBLED, cwd)
    await run([GARBLED, '-o', 'a.plan.yaml', '-q'], { cwd })
    expect(await run(['validate', 'a.plan.yaml', '-q'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' })
    const wrong = readFileSync(join(cwd, 'a.plan.yaml'), 'utf8').replace(/^ {2}pages: .*$/m, '  pages: many')
    writeFileSync(join(cwd, 'b.plan.yaml'), wrong)
    const { code, stdout } = await run(['validate', '.'], { cwd })
    expect(code).toBe(3)
    expect(stdout).toMatch(/^b\.plan\.yaml:6:10: source\.pages: /)
  })
})

describe('several documents', () => {
  test('stdout has a plan a line in the order of the inputs, the same with 1 and with 4 jobs', async () => {
    const cwd = emptyFolder()
    copyFixture(GARBLED, cwd, 'z.txt')
    for (const name of ['y.txt', 'x.txt', 'a.txt']) writeFileSync(join(cwd, name), shortPlan(`Thử ${name}`))
    const inputs = ['z.txt', 'y.txt', '.', '-']
    const one = await run([...inputs, '-j', '1'], { cwd, input: shortPlan('Từ đầu vào') })
    const four = await run([...inputs, '-j', '4'], { cwd, input: shortPlan('Từ đầu vào') })
    expect(plansOf(one.stdout).map(plan => plan.source.file)).toEqual([
      'z.txt',
      'y.txt',
      'a.txt',
      'x.txt',
      '-',
    ])
    expect(four.stdout).toBe(one.stdout)
    expect(one.stderr).toMatch(/\n5 done in [\d.]+ s\n$/)
  })

  test('a folder with other things in it: what fails is named, the rest is done, folders are kept', async () => {
    const cwd = emptyFolder()
    mkdirSync(join(cwd, 'tập/2026'), { recursive: true })
    writeFileSync(join(cwd, 'tập/2026/a.txt'), shortPlan('Trồng cây'))
    writeFileSync(join(cwd, 'tập/rỗng.txt'), '')
    writeFileSync(join(cwd, 'tập/hỏng.pdf'), '%PDF-1.4 broken')
    writeFileSync(join(cwd, 'tập/ghi-chú.md'), 'not a document')
    const { code, stdout, stderr } = await run(['tập', 'không-có.pdf', '-o', 'ra'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/error: tập\/rỗng\.txt: .*\(E_EMPTY\)/)
    expect(stderr).toMatch(/error: tập\/hỏng\.pdf: .*\(E_DAMAGED\)/)
    expect(stderr).toMatch(/error: không-có\.pdf: .*\(E_NOT_FOUND\)/)
    expect(stderr).not.toMatch(/^ +at /m)
    expect(readdirSync(join(cwd, 'ra'), { recursive: true }).sort()).toEqual(['2026', '2026/a.plan.json'])
  })

  test('--resume leaves out what is unchanged, and makes anew what has other bytes or other options', async () => {
    const cwd = emptyFolder()
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(cwd, name), shortPlan(`Thử ${name}`))
    const command = ['a.txt', 'b.txt', '-o', 'ra', '--resume', '-j', '1']
    expect((await run(command, { cwd })).stderr).toContain('2 done in')
    writeFileSync(join(cwd, 'b.txt'), shortPlan('Thử lại'))
    expect((await run(command, { cwd })).stderr).toContain('1 done, 1 left out (unchanged)')
    expect(readFileSync(join(cwd, 'ra/b.plan.json'), 'utf8')).toContain('Thử lại')
    expect((await run([...command, '--pages', '1'], { cwd })).stderr).toContain('2 done in')
  })

  test('a plan of a different document is not overwritten but with --force', async () => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'a.txt'), shortPlan('Một'))
    writeFileSync(join(cwd, 'b.txt'), shortPlan('Hai'))
    writeFileSync(join(cwd, 'thư.json'), '{"kept": true}')
    expect((await run(['a.txt', '-o', 'p.json'], { cwd })).code).toBe(0)
    expect((await run(['a.txt', '-o', 'p.json'], { cwd })).code).toBe(0)
    for (const target of ['p.json', 'thư.json']) {
      const before = readFileSync(join(cwd, target), 'utf8')
      const { code, stderr } = await run(['b.txt', '-o', target], { cwd })
      expect([code, stderr]).toEqual([1, expect.stringContaining('E_EXISTS')])
      expect(readFileSync(join(cwd, target), 'utf8')).toBe(before)
    }
    expect((await run(['b.txt', '-o', 'p.json', '--force'], { cwd })).code).toBe(0)
    expect(readFileSync(join(cwd, 'p.json'), 'utf8')).toContain('"file": "b.txt"')
  })

  test('--fail-fast stops at the first input that fails', async () => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'a.txt'), '')
    writeFileSync(join(cwd, 'b.txt'), shortPlan('Hai'))
    const { code, stderr } = await run(['a.txt', 'b.txt', '--fail-fast', '-j', '1', '-o', 'ra.ndjson'], {
      cwd,
    })
    expect([code, stderr]).toEqual([1, expect.stringContaining('0 done, 1 failed')])
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'b.txt'])
  })

  test('the tasks of all plans in one table, and YAML documents in one stream', async () => {
    const cwd = emptyFolder()
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(cwd, name), shortPlan(name))
    expect((await run(['a.txt', 'b.txt', '-o', 'việc.csv', '-j', '1'], { cwd })).code).toBe(0)
    expect(readFileSync(join(cwd, 'việc.csv'), 'utf8')).toMatch(/^file,number,issuer,task,/)
    const { stdout } = await run(['a.txt', 'b.txt', '-f', 'yaml', '-j', '1'], { cwd })
    expect(stdout.match(/^---$/gm)).toHaveLength(2)
  })
})

describe('input that is no plan', () => {
  const letter = 'Kính gửi: Phòng Văn hóa\nĐề nghị quý phòng cho ý kiến trước ngày 15/6/2026.\nTrân trọng!\n'
  const prose = 'Trời hôm nay đẹp. Chúng tôi đi dọc bờ suối, nghe chim hót. '.repeat(20)
  const random = Uint8Array.from(
    { length: 1024 },
    (_, index) => (index * 7919 + ((index * index) % 251)) % 256,
  )

  test('each ends in a plan or in a named error, never in a stack trace', async () => {
    const cwd = emptyFolder()
    const files = {
      'rỗng.txt': '',
      'văn.txt': prose,
      'thư.txt': letter,
      'trắng.txt': '\n \n\t\n',
      'lạ.txt': random,
    }
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(cwd, name), bytes)
    const { code, stdout, stderr } = await run([...Object.keys(files), '-j', '1'], { cwd })
    expect(code).toBe(1)
    expect(plansOf(stdout).map(plan => plan.source.file)).toEqual(['văn.txt', 'thư.txt', 'trắng.txt'])
    expect(stderr).toMatch(/^error: rỗng\.txt: .*\(E_EMPTY\)/)
    expect(stderr).toMatch(/\nerror: lạ\.txt: .*\(E_UNSUPPORTED\)/)
    expect(stderr).not.toMatch(/^ +at /m)
    expect(plansOf(stdout).every(plan => plan.warnings.length > 0)).toBe(true)
  })

  test('an output that can not be written is named', async () => {
    const cwd = emptyFolder()
    mkdirSync(join(cwd, 'ra'))
    writeFileSync(join(cwd, 'a.txt'), shortPlan('Một'))
    const { code, stderr } = await run(['a.txt', '-o', 'a.txt/ra.json'], { cwd })
    expect([code, stderr]).toEqual([1, expect.stringContaining('E_WRITE')])
    expect(existsSync(join(cwd, 'ra.json'))).toBe(false)
  })
})

describe('check', () => {
  test('an expected plan that --update wrote holds, and a planted error is reported with its path and place', async () => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'a.txt'), shortPlan('Trồng cây'))
    writeFileSync(join(cwd, 'a.plan.yaml'), '{}\n')
    writeFileSync(join(cwd, 'b.txt'), shortPlan('Không có kế hoạch mong đợi'))
    expect((await run(['check', '.', '--update'], { cwd })).code).toBe(0)
    expect(await run(['check', '.'], { cwd })).toMatchObject({ code: 0, stdout: '' })
    const expected = readFileSync(join(cwd, 'a.plan.yaml'), 'utf8')
    writeFileSync(join(cwd, 'a.plan.yaml'), expected.replace('2026-03-05', '2026-03-06'))
    const { code, stdout } = await run(['check', '.'], { cwd })
    expect(code).toBe(3)
    expect(stdout).toMatch(
      /^a\.txt: header\.date: expected 2026-03-06, got 2026-03-05 {2}· {2}page 1, line \d+\n$/,
    )
  })
})
