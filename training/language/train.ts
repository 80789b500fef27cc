/**
 * Trains the language model from the corpus beside the package, step by step:
 *
 *     npm run train:language              goes on where an earlier run stopped
 *     npm run train:language -- --again   from the start
 *
 * A step is done when the file that it writes last is there; all but the model itself are in training/work.
 */
import { existsSync, rmSync } from 'node:fs'
import { packagePath } from '../../src/package-root.ts'
import { runStep } from '../run-step.ts'
import { workFile } from './corpus.ts'

const STEPS = [
  { program: 'read-corpus.ts', writesLast: 'surfaces.json' },
  { program: 'choose-vocabulary.ts', writesLast: 'forms.txt' },
  { program: 'count-ngrams.ts', writesLast: 'wiki.counts' },
] as const

if (process.argv.includes('--again'))
  for (const { writesLast } of STEPS) rmSync(workFile(writesLast), { force: true })
for (const { program, writesLast } of STEPS)
  if (existsSync(workFile(writesLast))) console.log(`${program}: done before`)
  else runStep(new URL(program, import.meta.url))
runStep(new URL('build.ts', import.meta.url), '--out', packagePath('models/language.bin'))
