import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pagesOfText } from '../../src/ingest/text.ts'
import { packagePath } from '../../src/package-root.ts'
import { loadRepairer, type Repairer } from '../../src/repair/repair.ts'
import type { Case } from './cases.ts'

/** Scans that are read for comparison, and how sharp. */
const SCANS = ['ke-hoach-chuyen-doi-so', 'ke-hoach-cai-cach-hanh-chinh']
const DPI = 200
const ROUNDS = 8

/** Loads the models; says in how much time and memory. */
export function loadTimed(): { repairer: Repairer; report: string } {
  const before = process.memoryUsage.rss()
  const cpu = process.cpuUsage()
  const started = performance.now()
  const repairer = loadRepairer()
  const took = performance.now() - started
  const { user, system } = process.cpuUsage(cpu)
  const grown = (process.memoryUsage.rss() - before) / 1e6
  return {
    repairer,
    report: `loading the models ${took.toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} ms of processor), ${grown.toFixed(0)} MB`,
  }
}

/** Syllables a second of one core: of new text, and of text of which the words have been looked up before. */
export function repairSpeed(repairer: Repairer, texts: Case[]): string[] {
  const syllables = texts.reduce((sum, { read }) => sum + read.split(/\s+/).length, 0)
  const round = (): number => {
    const { user, system } = process.cpuUsage()
    for (const { read } of texts) repairer.repairPages(pagesOfText(read))
    const after = process.cpuUsage()
    return syllables / ((after.user + after.system - user - system) / 1e6)
  }
  const first = round()
  const others = Array.from({ length: ROUNDS }, round).sort((a, b) => b - a)
  return [
    `${Math.round(first)} syllables a second at first sight, ${Math.round(others[ROUNDS / 2]!)} once their words are known`,
    `resident ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
  ]
}

/** How much cheaper repairing pages is than reading them anew with the installed engine; says so where there is none. */
export function speedAgainstReading(repairer: Repairer, all: Case[]): string {
  for (const program of ['tesseract', 'pdftoppm'])
    if (spawnSync(program, ['--version']).error) return `${program} is not installed: nothing to compare with`
  const folder = mkdtempSync(join(tmpdir(), 'bench-repair-'))
  try {
    let reading = 0
    let repairing = 0
    for (const name of SCANS) {
      const scan = packagePath(`fixtures/${name}.scan.pdf`)
      execFileSync('pdftoppm', ['-r', String(DPI), '-gray', '-png', scan, join(folder, name)])
      const pages = readdirSync(folder).filter(file => file.startsWith(name))
      const started = performance.now()
      for (const page of pages)
        execFileSync('tesseract', [join(folder, page), '-', '-l', 'vie', '--dpi', String(DPI)], {
          env: { ...process.env, OMP_THREAD_LIMIT: '1' },
          stdio: ['ignore', 'pipe', 'ignore'],
        })
      reading += performance.now() - started
      const { read } = all.find(({ set, name: found }) => set === 'fixtures' && found === name)!
      const begun = performance.now()
      for (let i = 0; i < ROUNDS; i++) repairer.repairPages(pagesOfText(read))
      repairing += (performance.now() - begun) / ROUNDS
    }
    return `reading the scans of ${SCANS.length} fixtures with tesseract -l vie takes ${(reading / repairing).toFixed(0)} times as long as repairing their text`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
