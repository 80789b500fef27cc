import { readFileSync } from 'node:fs'
import { repairedText } from '../../src/emit/repaired.ts'
import { repair } from '../../src/extract.ts'
import type { EngineName, OcrChoice } from '../../src/ingest/options.ts'
import { packagePath } from '../../src/package-root.ts'
import { fixtureNames, loadScorer, mean, percent, row, timed } from './common.ts'

const WAYS: readonly OcrChoice[] = ['never', 'auto', 'always']

/**
 *     garbled scan             never      auto    always   auto worse by   auto faster by
 *     ke-hoach-tuyen-quan    7.22 %    0.77 %    0.77 %           0.00 %             3.1
 *
 * How `--ocr auto` chooses where a scan has a garbled text layer: SER after repair, and processor time. `worse` is
 * against the better of the two others, `faster` against `always`.
 */
export async function measureChoice(only: string, engine: EngineName): Promise<void> {
  const score = await loadScorer()
  row('garbled scan', '', ...WAYS.map(way => `${way} %`), 'worse %', 'faster')
  const all: { sers: number[]; seconds: number[] }[] = []
  for (const name of fixtureNames(only)) {
    const gold = readFileSync(packagePath(`fixtures/${name}.txt`), 'utf8')
    const sers: number[] = []
    const seconds: number[] = []
    for (const ocr of WAYS) {
      const path = packagePath(`fixtures/${name}.garbled.pdf`)
      // The first document of all also loads models and engines.
      if (all.length === 0) await repair(path, { ocr, engine })
      const { result, seconds: took } = await timed(() => repair(path, { ocr, engine }))
      sers.push(score(gold, repairedText(result, 'text')).SER)
      seconds.push(took)
    }
    all.push({ sers, seconds })
    print(name, sers, seconds)
  }
  const means = (of: 'sers' | 'seconds'): number[] =>
    WAYS.map((_, way) => mean(all.map(each => each[of][way]!)))
  if (all.length > 0) print('mean', means('sers'), means('seconds'))
}

function print(name: string, sers: readonly number[], seconds: readonly number[]): void {
  const [never, auto, always] = sers as [number, number, number]
  const worse = auto - Math.min(never, always)
  row(name, '', ...sers.map(percent), percent(worse), (seconds[2]! / seconds[1]!).toFixed(1))
}
