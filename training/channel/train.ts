/**
 * Learns a channel from pairs of printed and read lines (made by `training/simulate.ts`):
 *
 *     npx tsx training/channel/train.ts PAIRS.tsv… -o models/channel-eng.tsv
 *
 * Viterbi training: align all lines under the present costs, count segments, take costs from the counts, again. Counts
 * are smoothed by what the printed letter's base letter does, so that rare letters (ẵ, ỵ) have more than their few examples.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { align, type Costs } from './align.ts'
import { Counts } from './counts.ts'
import { LearntCosts } from './learnt.ts'
import { priorCosts } from './prior.ts'

const ROUNDS = 4

interface Pair {
  printed: string
  read: string
}

function readPairs(files: string[]): Pair[] {
  const pairs: Pair[] = []
  for (const file of files) {
    for (const row of readFileSync(file, 'utf8').split('\n')) {
      const [printed, read] = row.split('\t')
      if (printed && read) pairs.push({ printed: fold(printed), read: fold(read) })
    }
  }
  return pairs
}

function fold(line: string): string {
  return line.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** The same costs, each worked out once. */
function remembered(costs: Costs): Costs {
  const known = new Map<string, number>()
  return {
    cost(printed, read) {
      const key = `${printed}\t${read}`
      let cost = known.get(key)
      if (cost === undefined) known.set(key, (cost = costs.cost(printed, read)))
      return cost
    },
  }
}

function train(pairs: Pair[]): LearntCosts {
  let costs: Costs = priorCosts
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Counts()
    const quick = remembered(costs)
    let total = 0
    let characters = 0
    let dropped = 0
    for (const { printed, read } of pairs) {
      const found = align(printed, read, quick)
      // Lines that cost as much as chance are lines wrongly paired.
      if (!found || found.cost > 2.2 * printed.length + 8) {
        dropped++
        continue
      }
      total += found.cost
      characters += printed.length
      counts.addText(printed)
      for (const segment of found.segments) counts.add(segment)
      counts.addDigits(found.segments)
    }
    costs = new LearntCosts(counts)
    console.error(
      `round ${round + 1}: ${(total / characters).toFixed(4)} nats a character, ${pairs.length - dropped} lines, ${dropped} dropped`,
    )
  }
  return costs as LearntCosts
}

const args = process.argv.slice(2)
const at = args.indexOf('-o')
const output = at >= 0 ? args.splice(at, 2)[1]! : 'channel.tsv'
const learnt = train(readPairs(args))
const rows = [...new Map([...learnt.entries()].map(entry => [`${entry[0]}\t${entry[1]}`, entry])).values()]
  .filter(([, , cost]) => cost < 11.5)
  .sort(([p, r], [q, s]) => (p < q ? -1 : p > q ? 1 : r < s ? -1 : 1))
  .map(([printed, read, cost]) => `${printed}\t${read}\t${Math.round(cost * 100)}`)
writeFileSync(output, `${rows.join('\n')}\n`)
console.error(`${rows.length} mappings to ${output}`)
