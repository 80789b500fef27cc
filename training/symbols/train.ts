/**
 * Counts the parts of document symbols in the corpus (`QĐ`, `UBND`, `TTg` of 12/QĐ-UBND, 5/QĐ-TTg):
 *
 *     npx tsx training/symbols/train.ts [-o models/symbols.tsv]
 *
 * Abbreviations that stand by themselves count a tenth; those of bodies whose documents no corpus holds are added. One part a
 * line with its count, most frequent first; rare ones are left out.
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { packagePath } from '../../src/package-root.ts'

const MIN_COUNT = 4
const SYMBOL = /(?<![\p{L}\p{N}/-])\d{1,5}(?:\/\d{4})?[/-](\p{Lu}[\p{L}\d]*(?:[/-][\p{L}\d]+)*)/gu
/** Capitals as abbreviations have them, without tones. */
const ABBREVIATION = /^[A-ZĂÂĐÊÔƠƯ]{2,9}$/
/** What an abbreviation by itself tells of symbols. */
const ALONE = 0.1
/** Longer lines are tables and lists of codes. */
const LONGEST_LINE = 3000

/** Bodies of the Party, its organisations and of communes: they number many plans, and no law. */
const LOCAL =
  `ĐU HU TU BTV BCH UBKT UBKTĐU UBKTHU UBKTTU BTG BTGĐU BTGTU BDV BTCTU VPTU ĐTN TĐTN HĐTN TWĐTN ĐCT LĐLĐ CĐ CĐN CĐCS CĐKN HPN LHPN
  HLHPN HND CCB HCCB MTTQ MTTW BTT BCĐ BCHQS BQL TBN PGDĐT SGDĐT GDĐT BVĐK TTYT VHXH VPUBND VPHĐND THPT THCS TTHĐND HĐBC UBBC TTPVHCC`
    .trim()
    .split(/\s+/)
const LOCAL_COUNT = 100

const counts = new Map<string, number>()
const add = (part: string, count: number) => counts.set(part, (counts.get(part) ?? 0) + count)

async function* linesOf(domain: string): AsyncIterable<string> {
  const { stdout } = spawn('xz', ['-dc', packagePath(`../shared/corpus/${domain}.txt.xz`)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  yield* createInterface({ input: stdout })
}

/** Abbreviations of a line that is not set in capitals. */
function abbreviationsIn(line: string): string[] {
  const words = line.split(/[^\p{L}\p{N}]+/u)
  const found = words.filter(word => ABBREVIATION.test(word))
  return 2 * found.length > words.length ? [] : found
}

for (const part of LOCAL) add(part, LOCAL_COUNT)
for (const domain of ['admin', 'law'])
  for await (const line of linesOf(domain))
    for (const [, symbol] of line.matchAll(SYMBOL))
      for (const part of symbol!.split(/[/-]/)) if (/^\p{Lu}\p{L}*$/u.test(part)) add(part, 1)
for (const domain of ['admin', 'law', 'news'])
  for await (const line of linesOf(domain))
    if (line.length <= LONGEST_LINE) for (const part of abbreviationsIn(line)) add(part, ALONE)

const rows = [...counts]
  .map(([part, count]) => [part, Math.round(count)] as const)
  .filter(([, count]) => count >= MIN_COUNT)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
const args = process.argv.slice(2)
const output = args[0] === '-o' ? args[1]! : packagePath('models/symbols.tsv')
writeFileSync(output, rows.map(([part, count]) => `${part}\t${count}\n`).join(''))
console.error(`${rows.length} parts of symbols to ${output}`)
