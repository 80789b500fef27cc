/**
 * Counts the parts of document symbols in the corpus (`QĐ`, `UBND`, `TTg` of 12/QĐ-UBND, 5/QĐ-TTg):
 *
 *     npx tsx training/symbols/train.ts [-o models/symbols.tsv]
 *
 * One part a line with its count, most frequent first; parts seen fewer than MIN_COUNT times are left out.
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { packagePath } from '../../src/package-root.ts'

const MIN_COUNT = 8
const SYMBOL = /(?<![\p{L}\p{N}/-])\d{1,5}(?:\/\d{4})?[/-](\p{Lu}[\p{L}\d]*(?:[/-][\p{L}\d]+)*)/gu

const counts = new Map<string, number>()
for (const domain of ['admin', 'law']) {
  const { stdout } = spawn('xz', ['-dc', packagePath(`../shared/corpus/${domain}.txt.xz`)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: stdout })) {
    for (const [, symbol] of line.matchAll(SYMBOL)) {
      for (const part of symbol!.split(/[/-]/))
        if (/^\p{Lu}\p{L}*$/u.test(part)) counts.set(part, (counts.get(part) ?? 0) + 1)
    }
  }
}
const rows = [...counts]
  .filter(([, count]) => count >= MIN_COUNT)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
const args = process.argv.slice(2)
const output = args[0] === '-o' ? args[1]! : packagePath('models/symbols.tsv')
writeFileSync(output, rows.map(([part, count]) => `${part}\t${count}\n`).join(''))
console.error(`${rows.length} parts of symbols to ${output}`)
