/**
 * Makes `grammars/vocabularies/pairs.txt`: syllables that stand together in administrative Vietnamese, with how firmly, from
 * the corpus beside the package.
 *
 *     npx tsx training/pairs/train.ts
 *
 *     giám sát9 đốc8        after `giám` the syllables `sát`, `đốc`; the digit is ten times the normalised pointwise mutual
 *                           information (Bouma 2009) of the pair
 */
import { writeFileSync } from 'node:fs'
import { key } from '../../grammars/phrases.ts'
import { packagePath } from '../../src/package-root.ts'
import { type Domain, paragraphs } from '../language/corpus.ts'

const LEAST_COUNT = 60
const LEAST_STRENGTH = 1

const syllables = new Map<string, number>()
const pairs = new Map<string, Map<string, number>>()
await count('admin')
await count('law')
writeFileSync(packagePath('grammars/vocabularies/pairs.txt'), lines().join('\n').concat('\n'))

async function count(domain: Domain): Promise<void> {
  for await (const line of paragraphs(domain)) {
    let last = ''
    for (const [word] of line.matchAll(/[\p{L}\p{M}]+|[^\s]/gu)) {
      if (!/^\p{L}{1,7}$/u.test(word)) {
        last = ''
        continue
      }
      const syllable = key(word)
      syllables.set(syllable, (syllables.get(syllable) ?? 0) + 1)
      if (last !== '') {
        let after = pairs.get(last)
        if (!after) {
          after = new Map()
          pairs.set(last, after)
        }
        after.set(syllable, (after.get(syllable) ?? 0) + 1)
      }
      last = syllable
    }
  }
}

function lines(): string[] {
  const total = [...syllables.values()].reduce((sum, each) => sum + each, 0)
  const found: string[] = []
  for (const [first, after] of [...pairs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kept = [...after].flatMap(([second, both]) => {
      if (both < LEAST_COUNT) return []
      const chance = (syllables.get(first)! * syllables.get(second)!) / total
      const strength = Math.round((10 * Math.log(both / chance)) / -Math.log(both / total))
      return strength >= LEAST_STRENGTH ? [`${second}${Math.min(strength, 9)}`] : []
    })
    if (kept.length > 0) found.push([first, ...kept.sort()].join(' '))
  }
  return found
}
