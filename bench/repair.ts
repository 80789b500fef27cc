/**
 * Accuracy and speed of repair, document by document and channel by channel:
 *
 *     npm run bench:repair [-- --only seeds] [--confusions 40] [--no-speed]
 *
 * Documents are those of ../shared (garbled seeds; the gold texts stripped of diacritics, and as they are), the fixtures and
 * the simulated development pages of training/work/pairs, held out of all training. What is absent is left out.
 */
import { parseArgs } from 'node:util'
import { pagesOfText } from '../src/ingest/text.ts'
import { cases, scannedCases, textOf } from './repair/cases.ts'
import { loadScorer, shared } from './repair/scorer.ts'
import { loadTimed, repairSpeed, speedAgainstReading } from './repair/speed.ts'
import { percent, Tally } from './repair/tally.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    confusions: { type: 'string', default: '0' },
    speed: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const scorer = await loadScorer()
if (!scorer) {
  console.log(`no scorer in ${shared}`)
  process.exit(0)
}
const { repairer, report } = loadTimed()
const all = [...cases()].filter(({ set }) => set.startsWith(values.only))
if ('scans-vie'.startsWith(values.only)) for await (const scan of scannedCases()) all.push(scan)
const speed = values.speed
  ? repairSpeed(
      repairer,
      all.filter(({ set }) => set === 'seeds' || set === 'fixtures'),
    )
  : []
const tallies = new Map<string, Tally>()
const wrong = new Map<string, number>()
for (const { set, name, gold, read, byEngine } of all) {
  const pages = pagesOfText(read)
  if (byEngine) for (const page of pages) page.text = 'ocr'
  const repaired = repairer.repairPages(pages)
  const text = textOf(repaired)
  const before = scorer.score(gold, read)
  const after = scorer.score(gold, text)
  const tally = tallies.get(set) ?? new Tally(scorer)
  tallies.set(set, tally)
  tally.add(gold, before, after, scorer.score(read, text).TER, repaired, text)
  for (const [right, got] of after.errors) {
    const key = `${set}\t${right ?? '∅'}\t${got ?? '∅'}`
    wrong.set(key, (wrong.get(key) ?? 0) + 1)
  }
  if (!set.startsWith('dev'))
    console.log(
      `${set.padEnd(9)} ${name.padEnd(5)} SER ${percent(before.SER)} → ${percent(after.SER)}  TER ${percent(after.TER)}  CER ${percent(after.CER)}`,
    )
}
for (const [set, tally] of tallies) for (const line of tally.report()) console.log(`${set.padEnd(9)} ${line}`)
if (values.speed)
  for (const line of [report, ...speed, speedAgainstReading(repairer, [...cases()])]) console.log(line)
for (const [key, count] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, Number(values.confusions)))
  console.log(`${count}\t${key}`)
