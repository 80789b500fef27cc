import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ExitCode } from './exit-codes.ts'
import { documentOptions } from './options.ts'

const REPORT_EXAMPLES = `
Inputs are plan files (.plan.json, .plan.yaml, .ndjson), documents (extracted on the way), folders and quoted patterns. The
document of a plan is looked for beside it and in the folder that --documents names; it must have the same bytes.

Examples:
  plan-extract report scans/ -o pages/                     then open pages/index.html
  plan-extract report plans/ --documents scans/ -o pages/
  plan-extract extract scans/ -o plans/ --report pages/    both in one go
`

const REVIEW_EXAMPLES = `
Prints an address that this computer's browser can open, and no other. What is corrected there is written beside each
document as NAME.corrections.yaml, which extract, repair, pdf and index apply.

Examples:
  plan-extract review scans/
  plan-extract review scans/ --port 8080
`

const LEARN_EXAMPLES = `
Reads the documents of the folder that have corrections beside them. A name or an abbreviation is kept that puts something
right in documents it was not learned from, or elsewhere in its own, and nothing wrong in any.

Examples:
  plan-extract learn scans/ -o lexicon.yaml
  plan-extract extract scans/ -o plans/ --lexicon lexicon.yaml
`

/** Adds the commands for looking at results and putting them right. */
export function addReviewCommands(program: Command, end: (code: ExitCode) => void): void {
  const learn = program
    .command('learn')
    .description('a lexicon of your own names and abbreviations, from corrections')
    .argument('<input...>', 'folders of documents with corrections, documents, quoted patterns')
    .addOption(new Option('-o, --output <file>', 'the lexicon (default: stdout)'))
    .addHelpText('after', LEARN_EXAMPLES)
  for (const option of documentOptions()) learn.addOption(option)
  learn.action(async (inputs: string[]) => {
    const { learnCommand } = await import('./commands/learn.ts')
    end(await learnCommand(inputs, learn.optsWithGlobals()))
  })

  const report = program
    .command('report')
    .description('pages to look at: pictures, text, doubts, the plan')
    .argument('<input...>', 'plan files, documents, folders, quoted patterns')
    .requiredOption('-o, --output <folder>', 'folder of the pages, made if missing')
    .addOption(new Option('--documents <folder>', 'where the documents of the plans lie, if not beside them'))
    .addHelpText('after', REPORT_EXAMPLES)
  for (const option of documentOptions()) report.addOption(option)
  report.action(async (inputs: string[]) => {
    const { reportCommand } = await import('./commands/report.ts')
    end(await reportCommand(inputs, report.optsWithGlobals()))
  })

  const review = program
    .command('review')
    .description('the same pages from a local server, which writes corrections to the folder')
    .argument('<folder>', 'where the documents lie')
    .addOption(
      new Option('--port <n>', 'port of the server (default: one that is free)').argParser(port).default(0),
    )
    .addHelpText('after', REVIEW_EXAMPLES)
  for (const option of documentOptions()) review.addOption(option)
  review.action(async (folder: string) => {
    const { reviewCommand } = await import('./commands/review.ts')
    end(await reviewCommand(folder, review.optsWithGlobals()))
  })
}

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new InvalidArgumentError('Give a number up to 65535.')
  return Number(text)
}
