/**
 * `npm run bench:compare`: this program beside what one would use instead, on the fixtures' scans whose text layer an
 * English OCR made. Every tenth fixture is read, or
 * every Nth with `--every N`.
 *
 *     way                                     SER %   headings found   seconds a page
 *     the text layer as it is (pdftotext)      62.1             9 %             0.02
 *     tesseract -l vie                          3.9            80 %             4.10
 *
 * SER is the syllable error rate; `headings found` the share of the sections' headings that `grep -iF` finds in the text;
 * seconds are of the processor, start of the program included. `--write` puts the table with commit, machine and versions
 * into docs/benchmarks.md. What is not installed is left out, with a word.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Block, Plan } from '../schemas/plan.ts'
import { packagePath } from '../src/package-root.ts'
import { ways } from './compare/ways.ts'
import { loadScorer, type Scorer } from './repair/scorer.ts'

const SAMPLED = 10

/** The number after a name on the command line. */
function numberAfter(name: string, fallback: number): number {
  const at = process.argv.indexOf(name)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}

interface Row {
  name: string
  version: string
  ser: number
  found: number
  seconds: number
}

interface Fixture {
  name: string
  pdf: string
  text: string
  plan: Plan
}

function fixtures(): Fixture[] {
  const every = numberAfter('--every', SAMPLED)
  return readdirSync(packagePath('fixtures'))
    .filter(file => file.endsWith('.garbled.pdf'))
    .sort()
    .filter((_, index) => index % every === 0)
    .map(file => {
      const name = file.slice(0, -'.garbled.pdf'.length)
      const path = packagePath(`fixtures/${name}`)
      return {
        name,
        pdf: `${path}.garbled.pdf`,
        text: readFileSync(`${path}.txt`, 'utf8'),
        plan: JSON.parse(readFileSync(`${path}.plan.json`, 'utf8')),
      }
    })
}

function measure(all: readonly Fixture[], scorer: Scorer): { rows: Row[]; pages: number } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-compare-'))
  try {
    let pages = 0
    const rows = ways().flatMap(({ name, version, run }) => {
      if (version === undefined) {
        console.log(`${name}: not installed, left out`)
        return []
      }
      const { texts, seconds } = run(
        all.map(({ pdf }) => pdf),
        folder,
      )
      const rates = all.map(({ text }, index) => scorer.score(text, texts[index]!).SER)
      const finds = all.map(({ plan }, index) => headingsFound(plan, texts[index]!))
      pages = texts.reduce((sum, text) => sum + text.split('\f').length, 0) // the last is ours: a form feed between pages
      return [{ name, version, ser: 100 * mean(rates), found: 100 * mean(finds), seconds }]
    })
    return { rows: rows.map(row => ({ ...row, seconds: row.seconds / pages })), pages }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What `grep -iF HEADING` finds: a heading as it is printed, on one line. */
function headingsFound(plan: Plan, text: string): number {
  const lines = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[ \t]+/g, ' ')
  const all = headings(plan.body)
  return all.filter(heading => lines.includes(heading.toLowerCase())).length / all.length
}

function headings(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block =>
    block.type === 'section' ? [...(block.heading ? [block.heading] : []), ...headings(block.blocks)] : [],
  )
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function table(rows: readonly Row[]): string {
  const head = '| way | version | SER % | headings found | seconds a page |\n|---|---|---:|---:|---:|\n'
  return (
    head +
    rows
      .map(
        ({ name, version, ser, found, seconds }) =>
          `| ${name} | ${version} | ${ser.toFixed(1)} | ${found.toFixed(0)} % | ${seconds.toFixed(2)} |\n`,
      )
      .join('')
  )
}

function page(rows: readonly Row[], count: number, pages: number): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const [cpu] = cpus()
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB`
  return `# Beside what one would use instead

${count} of the fixtures (${pages} pages): scans whose text layer an English OCR made, compared with what is printed.

${table(rows)}
SER is the share of syllables that are wrong. *Headings found* is how many of the sections' headings \`grep -iF\` finds in the
text. Seconds are of one processor core, each document a run of the program, its start included. Pages are drawn at 200 dpi
for tesseract; OCRmyPDF reads them as they are in the file.

Commit ${commit}, Node ${process.version}, ${process.platform} ${process.arch}, ${machine}.

\`npm run bench:compare -- --write\` makes this page. How right the whole of a plan is, \`npm run bench\` prints; the README quotes it.
`
}

async function main(): Promise<void> {
  const scorer = await loadScorer()
  if (!scorer) {
    console.log('No scorer: the folder of references is absent. PLAN_EXTRACT_SHARED can name another.')
    return
  }
  const all = fixtures()
  const { rows, pages } = measure(all, scorer)
  console.log(`\n${table(rows)}`)
  if (process.argv.includes('--write'))
    writeFileSync(packagePath('docs/benchmarks.md'), page(rows, all.length, pages))
}

await main()
