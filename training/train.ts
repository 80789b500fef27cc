/**
 * Makes every model of `models/`, and the pairs of syllables that tables are cut by, from the corpus beside the package:
 *
 *     npm run train
 *
 * Steps go on where an earlier run stopped: what they have made lies in training/work, and deleting it there begins them
 * anew. The same corpus, fonts and engine give the same models. Half an hour for the language model and the channels, four
 * to five hours for printing and reading the pages that the channels are learnt from, on two cores with 16 GB.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { packagePath } from '../src/package-root.ts'

/** Pages read for each channel; the development pages are held out and only measured with. */
const PAGES = [
  { model: 'eng', set: 'train', fonts: 'times', pages: 306 },
  { model: 'eng', set: 'train', fonts: 'serif', pages: 167 },
  { model: 'eng', set: 'dev', fonts: 'times', pages: 40 },
  { model: 'vie', set: 'train', fonts: 'times', pages: 60 },
  { model: 'vie', set: 'dev', fonts: 'times', pages: 11 },
] as const

run('language/train.ts')
run('symbols/train.ts')
run('pairs/train.ts')
for (const { model, set, fonts, pages } of PAGES)
  run('simulate.ts', '--model', model, '--set', set, '--fonts', fonts, '--pages', String(pages))
channel('eng', 'eng.train.tsv', 'eng.train.serif.tsv')
channel('vie', 'vie.train.tsv')

function channel(name: string, ...pairs: string[]): void {
  const files = pairs.map(file => packagePath(`training/work/pairs/${file}`))
  run('channel/train.ts', ...files, '-o', packagePath(`models/channel-${name}.tsv`))
}

/** Each step has a process, and so a memory, of its own. Ends this one if the step fails. */
function run(program: string, ...options: string[]): void {
  const path = fileURLToPath(new URL(program, import.meta.url))
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', path, ...options], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
