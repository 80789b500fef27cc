/**
 * Structure of the extracted plans, document by document and field by field:
 *
 *     npm run bench:structure [-- --misses] [--only kh09,giam-ngheo] [--set shared] [--from gold,ocr] [--json]
 *
 * From the gold text and from the text in reading order (parse and interpret alone), from garbled text through repair,
 * and from PDF end to end; `--from scan` and `--from garbled` read the scans of fixtures, which takes long and is not done
 * unless asked for. `--speed` times parsing and interpreting instead: plans of nine pages once warm, and a text of one megabyte.
 * Documents are those of ../shared and the fixtures. Figures are those of ../shared/eval/structure.mjs. What is absent is named
 * and left out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extract } from '../src/extract.ts'
import { packagePath } from '../src/package-root.ts'
import { parsePlan } from '../src/parse-plan.ts'

/** The forms a document is measured from, by how their files end. */
const FORMS = {
  gold: '.gold.txt',
  text: '.txt',
  ocr: '.ocr.txt',
  pdf: '.pdf',
  garbled: '.garbled.pdf',
  scan: '.scan.pdf',
} as const
type From = keyof typeof FORMS
const FAST: readonly From[] = ['gold', 'text', 'ocr', 'pdf']

interface Case {
  name: string
  from: From
  set: 'shared' | 'fixtures'
  gold: string
  input: string
}

interface Score {
  report: Record<string, number>
  misses: string[]
}

const shared = process.env.PLAN_EXTRACT_SHARED ?? packagePath('../shared')
const args = process.argv.slice(2)
const option = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined

const scorerFile = join(shared, 'eval/structure.mjs')
if (!existsSync(scorerFile)) {
  console.log(`no scorer: ${scorerFile} is absent`)
  process.exit(0)
}
const { score } = (await import(pathToFileURL(scorerFile).href)) as {
  score(gold: unknown, candidate: unknown): Score
}

if (args.includes('--speed')) {
  speed()
  process.exit(0)
}

/**
 * Milliseconds of CPU that parsing and interpreting take once warm, the median and the least of some runs: plans of nine pages,
 * one megabyte of text, and one of tables of which only the lines are left.
 */
function speed(): void {
  const texts = readdirSync(packagePath('fixtures'))
    .filter(file => file.endsWith('.gold.txt'))
    .map(file => readFileSync(packagePath(`fixtures/${file}`), 'utf8'))
  const tables = texts.filter(text => /^S?TT /m.test(text))
  const pages = (count: number, of: readonly string[]) =>
    of
      .join('\n')
      .split('\n')
      .slice(0, 42 * count)
      .join('\n')
  const filled = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length)).slice(0, 1_000_000)
  const measured: [name: string, text: string, runs: number][] = [
    ['nine pages', pages(9, texts.slice(1, 5)), 40],
    ['nine pages with tables', pages(9, tables), 40],
    ['one megabyte', filled(texts.join('\n')), 3],
    ['one megabyte of tables', filled(`KẾ HOẠCH\nI. NỘI DUNG\n${tables.map(tableOf).join('\n')}\n`), 3],
  ]
  for (const name of ['000', '001', '004']) {
    const file = join(shared, `seeds/${name}.gold.txt`)
    if (existsSync(file)) measured.splice(2, 0, [`document ${name}`, readFileSync(file, 'utf8'), 40])
  }
  for (const [name, text, runs] of measured) {
    parsePlan(text)
    const times = Array.from({ length: runs }, () => {
      const before = process.cpuUsage()
      parsePlan(text)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }).sort((a, b) => a - b)
    const [least, median] = [times[0], times[runs >> 1]].map(time => (time as number).toFixed(1))
    console.log(`${name.padEnd(24)} ${median} ms of CPU, at least ${least}`)
  }
}

/** The lines from the titles of a text's first table to its end. */
function tableOf(text: string): string {
  const lines = text.split('\n')
  const start = lines.findIndex(line => /^S?TT /.test(line))
  const length = lines.slice(start + 1).findIndex(line => /^(?:[IVX]+[. ]|Nơi nhận)/.test(line))
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n')
}

function cases(): Case[] {
  const found: Case[] = []
  for (const folder of [join(shared, 'seeds'), join(shared, 'real'), packagePath('fixtures')]) {
    if (!existsSync(folder)) {
      console.log(`no documents: ${folder} is absent`)
      continue
    }
    for (const gold of readdirSync(folder).filter(file => file.endsWith('.plan.json'))) {
      const name = basename(gold, '.plan.json')
      const set = folder.startsWith(shared) ? 'shared' : 'fixtures'
      for (const [from, ending] of Object.entries(FORMS) as [From, string][]) {
        const input = join(folder, name + ending)
        if (existsSync(input)) found.push({ name, from, set, gold: join(folder, gold), input })
      }
    }
  }
  const only = option('--only')?.split(',')
  const from: readonly string[] = option('--from')?.split(',') ?? FAST
  const set = option('--set')
  return found.filter(
    one =>
      (!only || only.some(name => one.name.includes(name))) &&
      from.includes(one.from) &&
      (!set || one.set === set),
  )
}

async function planOf(one: Case): Promise<unknown> {
  if (one.from !== 'gold' && one.from !== 'text') return (await extract(one.input)).plan
  const text = readFileSync(one.input, 'utf8')
  // a line that stands for a mark on the paper prints nothing
  const printed = text.split('\n').filter(line => line.trim() !== '⟦noise⟧')
  return parsePlan(printed.join('\n'), { file: basename(one.input) })
}

const rows: (Case & Score & { ms: number })[] = []
for (const one of cases()) {
  const started = performance.now()
  try {
    const plan = await planOf(one)
    const { report, misses } = score(JSON.parse(readFileSync(one.gold, 'utf8')), plan)
    rows.push({ ...one, report, misses, ms: performance.now() - started })
  } catch (error) {
    console.log(`${one.name} from ${one.from} left out: ${(error as Error).message}`)
  }
}

if (args.includes('--json')) {
  console.log(JSON.stringify(rows, null, 1))
} else {
  const fields = [...new Set(rows.flatMap(row => Object.keys(row.report)))]
  const percent = (value: number | undefined) => (value === undefined ? '-' : (100 * value).toFixed(1))
  const heads = fields.map(field => field.slice(0, 10))
  console.log(['document'.padEnd(36), 'from   ', ...heads.map(head => head.padStart(10))].join(' '))
  for (const from of Object.keys(FORMS)) {
    for (const set of ['shared', 'fixtures']) {
      const some = rows.filter(row => row.from === from && row.set === set)
      if (some.length === 0) continue
      for (const row of some) {
        const figures = fields.map(field => percent(row.report[field]).padStart(10))
        console.log([row.name.padEnd(36), from.padEnd(7), ...figures, `${Math.round(row.ms)} ms`].join(' '))
        if (args.includes('--misses')) for (const miss of row.misses) console.log(`    ${miss}`)
      }
      const means = fields.map(field => {
        const values = some.map(row => row.report[field]).filter(value => value !== undefined)
        return percent(values.reduce((sum, value) => sum + value, 0) / values.length).padStart(10)
      })
      console.log([`mean of ${set}`.padEnd(36), from.padEnd(7), ...means].join(' '))
    }
  }
}
