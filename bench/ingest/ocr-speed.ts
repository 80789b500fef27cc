import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { repairedText } from '../../src/emit/repaired.ts'
import { repair } from '../../src/extract.ts'
import { engineOf } from '../../src/ingest/engine/engines.ts'
import type { EngineName } from '../../src/ingest/options.ts'
import { packagePath } from '../../src/package-root.ts'
import { childSeconds, fixtureNames, loadScorer, mean, percent, row, run, timed } from './common.ts'

/** Every so many of the fixtures' scans are read. */
const STEP = 4

/**
 *     scans, 21 pages              s/page  pages/min     SER %   engine %
 *     plan-extract                   1.62         74      1.8         88
 *     plan-extract, tesseract        1.30         92      1.9         90
 *     tesseract -l vie               1.05        114      6.4
 *     ocrmypdf                       1.60         75      6.9
 *
 * Scans of the fixtures read to repaired text, beside the installed programs on the same pages: processor time of all
 * threads and processes, so that it counts alike on a busy machine, pages a minute of two processors, and the share of
 * the time that the engine itself takes.
 */
export async function measureOcrSpeed(only: string): Promise<void> {
  const score = await loadScorer()
  const names = fixtureNames(only).filter((_, index) => index % STEP === 0)
  const scans = names.map(name => packagePath(`fixtures/${name}.scan.pdf`))
  const golds = names.map(name => readFileSync(packagePath(`fixtures/${name}.txt`), 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  let pages = 0
  const print = (way: string, seconds: number, texts: readonly string[], engine?: number): void => {
    const ser = mean(texts.map((text, index) => score(golds[index]!, text).SER))
    const each = seconds / pages
    const share = engine === undefined ? '' : percent(engine / seconds)
    row(way, '', each.toFixed(2), (120 / each).toFixed(0), percent(ser), share)
  }
  try {
    const pictures = scans.map(scan => {
      const prefix = join(folder, basename(scan))
      run('pdftoppm', ['-r', '200', '-gray', scan, prefix])
      return readdirSync(folder)
        .filter(file => file.startsWith(basename(scan)))
        .map(file => join(folder, file))
        .sort()
    })
    const names: EngineName[] = run('tesseract', ['--version'])
      ? ['tesseract.js', 'tesseract']
      : ['tesseract.js']
    for (const engine of names) {
      const clock = clockOf(engine)
      await repair(scans[0]!, { engine, ocr: 'always' }) // models and engine are loaded
      clock.seconds = 0
      pages = 0
      const texts: string[] = []
      const { seconds } = await timedWithChildren(async () => {
        for (const scan of scans) {
          const document = await repair(scan, { engine, ocr: 'always' })
          pages += document.pages.length
          texts.push(repairedText(document, 'text'))
        }
      })
      if (engine === names[0]) row(`scans, ${pages} pages`, '', 's/page', 'pages/min', 'SER %', 'engine %')
      print(
        engine === 'tesseract' ? 'plan-extract --engine tesseract' : 'plan-extract',
        seconds,
        texts,
        clock.seconds,
      )
    }
    if (names.length > 1 && pictures.every(files => files.length > 0)) {
      const { result, seconds } = await timedWithChildren(async () =>
        pictures.map(files =>
          files.map(file => run('tesseract', [file, '-', '-l', 'vie']) ?? '').join('\n\f'),
        ),
      )
      print('tesseract -l vie', seconds, result)
    }
    if (run('ocrmypdf', ['--version']) !== undefined) {
      const { result, seconds } = await timedWithChildren(async () =>
        scans.map(scan => {
          const text = join(folder, 'sidecar.txt')
          const made = [
            '-l',
            'vie',
            '--jobs',
            '1',
            '--force-ocr',
            '--sidecar',
            text,
            scan,
            join(folder, 'out.pdf'),
          ]
          return run('ocrmypdf', made) === undefined ? '' : readFileSync(text, 'utf8')
        }),
      )
      print('ocrmypdf', seconds, result)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Processor time of this process's threads and of the programs that it has run. */
async function timedWithChildren<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const before = childSeconds()
  const { result, seconds } = await timed(work)
  return { result, seconds: seconds + childSeconds() - before }
}

/** Adds up the processor time while the engine reads, one picture at a time so that nothing else is counted. */
function clockOf(name: EngineName): { seconds: number } {
  const engine = engineOf(name)
  const read = engine.read.bind(engine)
  const clock = { seconds: 0 }
  let turn: Promise<unknown> = Promise.resolve()
  engine.read = (picture, options) => {
    const reading = turn.then(async () => {
      const { result, seconds } = await timedWithChildren(() => read(picture, options))
      clock.seconds += seconds
      return result
    })
    turn = reading.catch(() => {})
    return reading
  }
  return clock
}
