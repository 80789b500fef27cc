/**
 * `npm run bench`: how right the text and the structure are, on references that are not part of the project:
 *
 *     document  from        SER %   TER %  structure
 *     000       gold text                       94.1
 *     000       OCR text     2.31    5.02       88.7
 *     kh04      PDF          1.90    4.40       90.2
 *
 * SER is the syllable error rate, TER the strict token error rate, structure the plain mean over the figures of a plan.
 * Fails where a mean is worse than its floor in bench/floors.json; floors only go up. The references and their scorers
 * are looked for in ../shared, or where PLAN_EXTRACT_SHARED says.
 *
 * Of the fixtures' scans every fourth is read, with --all every one.
 *
 *     --json     the figures as JSON     --misses   what is missing in each plan
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { emit } from '../src/emit/emit.ts'
import { repairedText } from '../src/emit/repaired.ts'
import { type ExtractOptions, extract, type Input } from '../src/extract.ts'
import { packagePath } from '../src/package-root.ts'

interface Scorers {
  text(gold: string, candidate: string): { SER: number; TER: number }
  structure(gold: unknown, candidate: unknown): { report: Record<string, number>; misses: string[] }
}

interface Measured {
  document: string
  from: 'gold text' | 'OCR text' | 'PDF'
  set: 'gold' | 'seeds' | 'real' | 'fixtures'
  /** In percent. */
  ser?: number
  ter?: number
  structure: number
  seconds: number
  misses: string[]
}

interface Floor {
  set: Measured['set']
  figure: 'ser' | 'structure'
  atMost?: number
  atLeast?: number
}

const SAMPLED = 4

const shared = process.env.PLAN_EXTRACT_SHARED ?? packagePath('../shared')

async function loadScorers(): Promise<Scorers> {
  const load = async (name: string) => (await import(pathToFileURL(join(shared, 'eval', name)).href)).score
  return { text: await load('text.mjs'), structure: await load('structure.mjs') }
}

/** The documents to measure, one after the other. */
async function* measurements(scorers: Scorers): AsyncGenerator<Measured> {
  for (const [folder, set] of [
    ['seeds', 'seeds'],
    ['real', 'real'],
  ] as const)
    for (const name of namesIn(join(shared, folder))) {
      const path = join(shared, folder, name)
      const gold = { text: readFileSync(`${path}.gold.txt`, 'utf8'), plan: readPlan(path) }
      yield await measure(
        name,
        'gold',
        'gold text',
        Buffer.from(printed(gold.text)),
        { plan: gold.plan },
        scorers,
      )
      if (existsSync(`${path}.ocr.txt`))
        yield await measure(name, set, 'OCR text', `${path}.ocr.txt`, gold, scorers)
      if (existsSync(`${path}.pdf`)) yield await measure(name, set, 'PDF', `${path}.pdf`, gold, scorers)
    }
  for (const [index, name] of namesIn(packagePath('fixtures')).entries()) {
    const path = packagePath(`fixtures/${name}`)
    const plan = readPlan(path)
    const gold = { text: readFileSync(`${path}.gold.txt`, 'utf8'), plan }
    yield await measure(name, 'fixtures', 'OCR text', `${path}.ocr.txt`, gold, scorers)
    // a scan takes as long as forty texts
    if (index % SAMPLED !== 0 && !process.argv.includes('--all')) continue
    const inOrder = { text: readFileSync(`${path}.txt`, 'utf8'), plan }
    yield await measure(name, 'fixtures', 'PDF', `${path}.garbled.pdf`, inOrder, scorers)
  }
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(file => file.endsWith('.gold.txt'))
    .map(file => file.slice(0, -'.gold.txt'.length))
    .sort()
}

function readPlan(path: string): unknown {
  return JSON.parse(readFileSync(`${path}.plan.json`, 'utf8'))
}

/** Gold text without the marks of lines that print nothing and of tokens that nobody can read. */
function printed(gold: string): string {
  return gold.replaceAll(/⟦[^⟧]*⟧/g, '')
}

async function measure(
  document: string,
  set: Measured['set'],
  from: Measured['from'],
  input: Input,
  gold: { text?: string; plan: unknown },
  scorers: Scorers,
): Promise<Measured> {
  const started = performance.now()
  const options: ExtractOptions = { fileName: document }
  const result = await extract(input, options)
  const seconds = (performance.now() - started) / 1000
  const { report, misses } = scorers.structure(gold.plan, JSON.parse(emit(result.plan, 'json')))
  const measured: Measured = { document, from, set, structure: 100 * report.overall!, seconds, misses }
  if (gold.text === undefined) return measured
  const { SER, TER } = scorers.text(gold.text, repairedText(result.document, 'text'))
  return { ...measured, ser: 100 * SER, ter: 100 * TER }
}

function mean(values: number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
}

function row(cells: (string | undefined)[]): string {
  const [document = '', from = '', ...figures] = cells
  return `${document.padEnd(32)}${from.padEnd(11)}${figures.map(cell => (cell ?? '').padStart(10)).join('')}`
}

function table(all: Measured[]): string {
  const lines = [row(['document', 'from', 'SER %', 'TER %', 'structure', 'seconds'])]
  for (const { document, from, ser, ter, structure, seconds } of all)
    lines.push(
      row([document, from, ser?.toFixed(2), ter?.toFixed(2), structure.toFixed(1), seconds.toFixed(1)]),
    )
  lines.push('')
  for (const set of new Set(all.map(each => each.set))) {
    const of = all.filter(each => each.set === set)
    const figure = (name: 'ser' | 'ter' | 'structure') => mean(of.flatMap(each => each[name] ?? []))
    lines.push(
      row([
        `mean of ${set}`,
        '',
        figure('ser')?.toFixed(2),
        figure('ter')?.toFixed(2),
        figure('structure')?.toFixed(1),
      ]),
    )
  }
  return lines.join('\n')
}

/** One line per floor; `held` is false where the mean is worse. */
function compare(all: Measured[], floors: Floor[]): { text: string; held: boolean }[] {
  return floors.flatMap(
    ({ set, figure, atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }) => {
      const value = mean(all.filter(each => each.set === set).flatMap(each => each[figure] ?? []))
      if (value === undefined) return []
      const held = value <= atMost && value >= atLeast
      const bound = Number.isFinite(atMost) ? `at most ${atMost}` : `at least ${atLeast}`
      return [
        {
          held,
          text: `${held ? 'held  ' : 'BROKEN'}  mean ${figure} of ${set}: ${value.toFixed(2)} (${bound})`,
        },
      ]
    },
  )
}

async function main(): Promise<void> {
  if (!existsSync(join(shared, 'eval'))) {
    console.log(
      `No references: ${shared} is absent, so nothing is measured. PLAN_EXTRACT_SHARED can name another folder.`,
    )
    return
  }
  const scorers = await loadScorers()
  const all: Measured[] = []
  for await (const measured of measurements(scorers)) {
    all.push(measured)
    if (!process.argv.includes('--misses')) continue
    console.log(`\n${measured.document} from ${measured.from}\n${measured.misses.join('\n')}`)
  }
  const floors: Floor[] = JSON.parse(readFileSync(packagePath('bench/floors.json'), 'utf8'))
  const results = compare(all, floors)
  if (process.argv.includes('--json')) console.log(JSON.stringify(all, null, 2))
  else console.log(`${table(all)}\n\n${results.map(({ text }) => text).join('\n')}`)
  if (results.some(({ held }) => !held)) process.exitCode = 1
}

await main()
process.exit() // engines of text recognition would keep the process waiting
