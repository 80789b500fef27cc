/**
 * Makes every model of `models/`, and the pairs of syllables that tables are cut by, from the corpus beside the package:
 *
 *     npm run train
 *
 * Steps go on where an earlier run stopped: what they have made lies in training/work, and deleting it there begins them
 * anew. The same corpus, fonts and engine give the same models. Half an hour for the language model and the channels, four
 * to five hours for printing and reading the pages that the channels are learnt from, on two cores with 16 GB.
 */
import { packagePath } from '../src/package-root.ts'
import { runStep } from './run-step.ts'

/** Pages read for each channel; the development pages are held out and only measured with. */
const PAGES = [
  { model: 'eng', set: 'train', fonts: 'times', pages: 306 },
  { model: 'eng', set: 'train', fonts: 'serif', pages: 167 },
  { model: 'eng', set: 'dev', fonts: 'times', pages: 40 },
  { model: 'vie', set: 'train', fonts: 'times', pages: 60 },
  { model: 'vie', set: 'dev', fonts: 'times', pages: 11 },
] as const

runStep(new URL('language/train.ts', import.meta.url))
runStep(new URL('symbols/train.ts', import.meta.url))
runStep(new URL('pairs/train.ts', import.meta.url))
for (const { model, set, fonts, pages } of PAGES)
  runStep(
    new URL('simulate.ts', import.meta.url),
    '--model',
    model,
    '--set',
    set,
    '--fonts',
    fonts,
    '--pages',
    String(pages),
  )
channel('eng', 'eng.train.tsv', 'eng.train.serif.tsv')
channel('vie', 'vie.train.tsv')

function channel(name: string, ...pairs: string[]): void {
  const files = pairs.map(file => packagePath(`training/work/pairs/${file}`))
  runStep(
    new URL('channel/train.ts', import.meta.url),
    ...files,
    '-o',
    packagePath(`models/channel-${name}.tsv`),
  )
}
