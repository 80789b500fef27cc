/**
 * Accuracy of repair, document by document and channel by channel:
 *
 *     npm run bench:repair [-- --confusions 40] [--only seeds]
 *
 * Documents are those of ../shared (garbled seeds; the gold texts stripped of diacritics, and as they are) and the
 * simulated development pages of training/work/pairs, held out of all training. What is absent is named and left out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { lineText, type Page } from '../src/document.ts'
import { pagesOfText } from '../src/ingest/text.ts'
import { packagePath } from '../src/package-root.ts'
import { loadRepairer } from '../src/repair/repair.ts'

interface Case {
  set: string
  name: string
  gold: string
  read: string
}

interface TextScore {
  SER: number
  TER: number
  CER: number
  SERtokens: number
  errors: Array<[string | null, string | null]>
}

const shared = process.env.PLAN_EXTRACT_SHARED ?? packagePath('../shared')
const args = process.argv.slice(2)
const option = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined
const confusions = Number(option('--confusions') ?? 0)
const only = option('--only')

const scorerFile = join(shared, 'eval/text.mjs')
if (!existsSync(scorerFile)) {
  console.log(`no scorer: ${scorerFile} is absent`)
  process.exit(0)
}
const { score, align, tokens } = (await import(pathToFileURL(scorerFile).href)) as {
  score(gold: string, candidate: string): TextScore
  align(a: string[], b: string[]): { pairs: Array<[string | null, string | null]> }
  tokens(text: string, strict?: boolean): string[]
}

function strip(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
}

function* cases(): Iterable<Case> {
  for (const folder of ['seeds', 'real']) {
    const path = join(shared, folder)
    for (const file of readdirSync(path)
      .filter(f => f.endsWith('.gold.txt'))
      .sort()) {
      const name = file.replace('.gold.txt', '')
      const gold = readFileSync(join(path, file), 'utf8')
      const ocr = join(path, `${name}.ocr.txt`)
      if (existsSync(ocr)) yield { set: 'seeds', name, gold, read: readFileSync(ocr, 'utf8') }
      const printed = gold.replace(/⟦.*?⟧/gu, '')
      yield { set: 'stripped', name, gold, read: strip(printed) }
      yield { set: 'clean', name, gold, read: printed }
    }
  }
  const fixtures = packagePath('fixtures')
  for (const file of readdirSync(fixtures)
    .filter(f => f.endsWith('.ocr.txt'))
    .sort()) {
    const name = file.replace('.ocr.txt', '')
    const gold = readFileSync(join(fixtures, `${name}.gold.txt`), 'utf8')
    yield { set: 'fixtures', name, gold, read: readFileSync(join(fixtures, file), 'utf8') }
  }
  for (const channel of ['eng', 'vie']) {
    const file = packagePath(`training/work/pairs/${channel}.dev.tsv`)
    if (!existsSync(file)) continue
    const pages = new Map<string, { gold: string[]; read: string[] }>()
    for (const row of readFileSync(file, 'utf8').split('\n')) {
      const [printed, read, place] = row.split('\t')
      if (printed === undefined || read === undefined || place === undefined) continue
      const page = place.split(' ')[0]!
      if (!pages.has(page)) pages.set(page, { gold: [], read: [] })
      pages.get(page)!.gold.push(printed)
      pages.get(page)!.read.push(read)
    }
    for (const [page, { gold, read }] of pages)
      yield { set: `dev-${channel}`, name: page, gold: gold.join('\n'), read: read.join('\n') }
  }
}

const repairer = loadRepairer()
/** Confidence and truth of every word, by set. */
const judged = new Map<string, Array<{ confidence: number; right: boolean }>>()
const sums = new Map<
  string,
  {
    n: number
    before: number
    after: number
    ter: number
    cer: number
    changed: number
    tokens: number
    worse: number
    worst: number
  }
>()
const wrong = new Map<string, number>()
let milliseconds = 0
let syllables = 0
for (const { set, name, gold, read } of cases()) {
  if (only && !set.startsWith(only)) continue
  const pages = pagesOfText(read)
  // What an engine read says so of itself; text files don't.
  if (set === 'dev-vie') for (const page of pages) page.text = 'ocr'
  const begin = performance.now()
  const repaired = repairer.repairPages(pages)
  const spent = performance.now() - begin
  const text = repaired.map(page => page.lines.map(lineText).join('\n')).join('\f')
  const before = score(gold, read)
  const after = score(gold, text)
  milliseconds += spent
  syllables += after.SERtokens
  const changed = score(read, text)
  const sum = sums.get(set) ?? {
    n: 0,
    before: 0,
    after: 0,
    ter: 0,
    cer: 0,
    changed: 0,
    tokens: 0,
    worse: 0,
    worst: 0,
  }
  sum.n++
  sum.before += before.SER
  sum.after += after.SER
  sum.ter += after.TER
  sum.cer += after.CER
  sum.changed += changed.TER
  sum.tokens += after.SERtokens
  sum.worse += after.SER > before.SER ? 1 : 0
  sum.worst = Math.max(sum.worst, after.SER)
  sums.set(set, sum)
  judge(set, gold, repaired)
  for (const [right, got] of after.errors) {
    const key = `${set}\t${right ?? '∅'}\t${got ?? '∅'}`
    wrong.set(key, (wrong.get(key) ?? 0) + 1)
  }
  if (!set.startsWith('dev')) {
    console.log(
      `${set.padEnd(9)} ${name.padEnd(5)} SER ${percent(before.SER)} → ${percent(after.SER)}  TER ${percent(after.TER)}  CER ${percent(after.CER)}  ${(after.SERtokens / spent).toFixed(1)} syllables/ms`,
    )
  }
}
for (const [set, { n, before, after, ter, cer, changed, worse, worst }] of sums) {
  console.log(
    `${set.padEnd(9)} mean  SER ${percent(before / n)} → ${percent(after / n)}  TER ${percent(ter / n)}  CER ${percent(cer / n)}  changed ${percent(changed / n)}  worst ${percent(worst)}  worse ${worse}/${n}`,
  )
}
for (const [set, words] of judged) console.log(`${set.padEnd(9)} ${calibration(words)}`)
console.log(`${Math.round((1000 * syllables) / milliseconds)} syllables a second`)
if (confusions > 0) {
  for (const [key, count] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, confusions))
    console.log(`${count}\t${key}`)
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`.padStart(8)
}

/** Notes for every word of the repaired pages whether it is right, line by line where gold has the same lines. */
function judge(set: string, gold: string, pages: Page[]): void {
  const goldLines = gold.split('\n')
  const lines = pages.flatMap(page => page.lines)
  const list = judged.get(set) ?? []
  judged.set(set, list)
  if (goldLines.length !== lines.length) return
  lines.forEach((line, i) => {
    if (goldLines[i]!.includes('⟦')) return
    const words = line.words.flatMap(word =>
      tokens(word.text).map(text => ({ text, confidence: word.confidence ?? 1 })),
    )
    const { pairs } = align(
      tokens(goldLines[i]!),
      words.map(word => word.text),
    )
    let at = 0
    for (const [right, got] of pairs)
      if (got !== null) list.push({ confidence: words[at++]!.confidence, right: right === got })
  })
}

/** Expected calibration error in ten bins, and the share of the errors among the 3 % least sure words. */
function calibration(words: Array<{ confidence: number; right: boolean }>): string {
  if (words.length === 0) return 'no words'
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const inside = words.filter(word => Math.min(9, Math.floor(word.confidence * 10)) === bin)
    const confidence = inside.reduce((sum, word) => sum + word.confidence, 0)
    error += Math.abs(confidence - inside.filter(word => word.right).length)
  }
  const doubtful = [...words]
    .sort((a, b) => a.confidence - b.confidence)
    .slice(0, Math.ceil(0.03 * words.length))
  const wrong = words.filter(word => !word.right).length
  const caught = doubtful.filter(word => !word.right).length
  return `calibration error ${(error / words.length).toFixed(4)}  errors among the 3 % least sure ${percent(caught / Math.max(1, wrong))}  (${wrong} errors, ${words.length} words)`
}
