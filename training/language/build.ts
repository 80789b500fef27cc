/**
 * Steps 4 to 6 in one run: estimates, prunes, writes and measures.
 *
 *     npx tsx training/language/build.ts --megabytes 20 --out models/language.bin
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { LanguageModel } from '../../src/repair/language/language-model.ts'
import { bufferOf } from './codes.ts'
import { DOMAINS, type Domain, workFile } from './corpus.ts'
import { estimate } from './estimate.ts'
import { prune } from './prune.ts'
import { report } from './report.ts'
import { WEIGHTS } from './weights.ts'
import { modelBytes } from './write-model.ts'

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '20' },
    weights: { type: 'string', default: DOMAINS.map(domain => WEIGHTS[domain]).join() },
    cutoffs: { type: 'string', default: '2,2,3' },
    smoothing: { type: 'string', default: 'kneser-ney' },
    out: { type: 'string', default: workFile('language.bin') },
  },
})
const weights = Object.fromEntries(
  values.weights.split(',').map((weight, i) => [DOMAINS[i], Number(weight)]),
) as Record<Domain, number>
const [bigram = 2, trigram = 2, fourgram = 3] = values.cutoffs.split(',').map(Number)
const spelling = readFileSync(workFile('vocabulary.txt'), 'utf8').split('\n')
const cases = new Uint8Array(bufferOf('cases.bin'))
const forms = readFileSync(workFile('forms.txt'), 'utf8').split('\n')

const model = estimate({
  weights,
  words: spelling.length,
  cutoffs: { bigram, trigram, fourgram },
  smoothing: values.smoothing === 'witten-bell' ? 'witten-bell' : 'kneser-ney',
})
console.log(
  `n-grams before pruning: ${model.bigrams.length} ${model.trigrams.length} ${model.fourgrams.length}`,
)
// Room for words, unigrams, cases and codebooks comes off the budget.
const fixed = spelling.length * 16 + spelling.join('\n').length * 1.5 + 10_000
for (const megabytes of values.megabytes.split(',').map(Number)) {
  const chosen = prune(model, megabytes * 1_000_000 - fixed)
  const bytes = modelBytes(model, chosen, { spelling, cases, forms })
  writeFileSync(values.out, new Uint8Array(bytes))
  const name = `${values.smoothing} ${values.weights} ${values.cutoffs} ${megabytes} MB: ${bytes.byteLength} bytes`
  report(new LanguageModel(bytes), name)
}
