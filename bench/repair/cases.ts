import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineText, type Page } from '../../src/document.ts'
import { ingest } from '../../src/ingest/ingest.ts'
import { packagePath } from '../../src/package-root.ts'
import { shared } from './scorer.ts'

/** A text as read with what is printed; `set` says how it went wrong. */
export interface Case {
  set: string
  name: string
  gold: string
  read: string
  /** An engine says of itself that it read the page. */
  byEngine: boolean
}

/**
 * All texts that repair is measured on: the garbled seeds, the gold texts stripped and as they are, the fixtures, and the
 * simulated development pages. What is absent is left out.
 */
export function* cases(): Iterable<Case> {
  for (const folder of ['seeds', 'real']) yield* referenceCases(join(shared, folder))
  yield* fixtureCases(packagePath('fixtures'))
  for (const channel of ['eng', 'vie']) yield* simulatedCases(channel)
}

/** The scans of real plans as the packaged engine reads them with its Vietnamese model; a minute of reading. */
export async function* scannedCases(): AsyncIterable<Case> {
  const folder = join(shared, 'real')
  if (!existsSync(folder)) return
  for (const name of namesIn(folder, '.pdf')) {
    const { pages } = await ingest(readFileSync(join(folder, `${name}.pdf`)), { ocr: 'always' })
    yield {
      set: 'scans-vie',
      name,
      gold: readFileSync(join(folder, `${name}.gold.txt`), 'utf8'),
      read: textOf(pages),
      byEngine: true,
    }
  }
}

/** Pages as text, a line each of their lines, a form feed between pages. */
export function textOf(pages: readonly Page[]): string {
  return pages.map(page => page.lines.map(lineText).join('\n')).join('\f')
}

function* referenceCases(folder: string): Iterable<Case> {
  if (!existsSync(folder)) return
  for (const name of namesIn(folder, '.gold.txt')) {
    const gold = readFileSync(join(folder, `${name}.gold.txt`), 'utf8')
    const ocr = join(folder, `${name}.ocr.txt`)
    if (existsSync(ocr)) yield { set: 'seeds', name, gold, read: readFileSync(ocr, 'utf8'), byEngine: false }
    const printed = gold.replace(/⟦.*?⟧/gu, '')
    yield { set: 'stripped', name, gold, read: stripped(printed), byEngine: false }
    yield { set: 'clean', name, gold, read: printed, byEngine: false }
  }
}

function* fixtureCases(folder: string): Iterable<Case> {
  for (const name of namesIn(folder, '.ocr.txt')) {
    const [gold, read] = ['gold', 'ocr'].map(kind =>
      readFileSync(join(folder, `${name}.${kind}.txt`), 'utf8'),
    )
    yield { set: 'fixtures', name, gold: gold!, read: read!, byEngine: false }
  }
}

/** Pages of training/work/pairs that are held out of all training, a case each. */
function* simulatedCases(channel: string): Iterable<Case> {
  const file = packagePath(`training/work/pairs/${channel}.dev.tsv`)
  if (!existsSync(file)) return
  const pages = new Map<string, { gold: string[]; read: string[] }>()
  for (const row of readFileSync(file, 'utf8').split('\n')) {
    const [printed, read, place] = row.split('\t')
    if (printed === undefined || read === undefined || place === undefined) continue
    const id = place.split(' ')[0]!
    const page = pages.get(id) ?? { gold: [], read: [] }
    page.gold.push(printed)
    page.read.push(read)
    pages.set(id, page)
  }
  for (const [name, { gold, read }] of pages)
    yield {
      set: `dev-${channel}`,
      name,
      gold: gold.join('\n'),
      read: read.join('\n'),
      byEngine: channel === 'vie',
    }
}

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter(file => file.endsWith(ending))
    .map(file => file.slice(0, -ending.length))
    .sort()
}

function stripped(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
}
