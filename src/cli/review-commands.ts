import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ExitCode } from './exit-codes.ts'
import { examples, t } from './language/language.ts'
import { documentOptions } from './options.ts'

/** Adds the commands for looking at results and putting them right. */
export function addReviewCommands(program: Command, end: (code: ExitCode) => void): void {
  const learn = program
    .command('learn')
    .description(t('a lexicon of your own names and abbreviations, from corrections'))
    .argument('<input...>', t('folders of documents with corrections, documents, quoted patterns'))
    .addOption(new Option('-o, --output <file>', t('the lexicon (default: stdout)')))
    .addHelpText('after', examples('learn'))
  for (const option of documentOptions()) learn.addOption(option)
  learn.action(async (inputs: string[]) => {
    const { learnCommand } = await import('./commands/learn.ts')
    end(await learnCommand(inputs, learn.optsWithGlobals()))
  })

  const report = program
    .command('report')
    .description(t('pages to look at: pictures, text, doubts, the plan'))
    .argument('<input...>', t('plan files, documents, folders, quoted patterns'))
    .requiredOption('-o, --output <folder>', t('folder of the pages, made if missing'))
    .addOption(
      new Option('--documents <folder>', t('where the documents of the plans lie, if not beside them')),
    )
    .addHelpText('after', examples('report'))
  for (const option of documentOptions()) report.addOption(option)
  report.action(async (inputs: string[]) => {
    const { reportCommand } = await import('./commands/report.ts')
    end(await reportCommand(inputs, report.optsWithGlobals()))
  })

  const review = program
    .command('review')
    .description(t('the same pages from a local server, which writes corrections to the folder'))
    .argument('<folder>', t('where the documents lie'))
    .addOption(
      new Option('--port <n>', t('port of the server (default: one that is free)'))
        .argParser(port)
        .default(0),
    )
    .addHelpText('after', examples('review'))
  for (const option of documentOptions()) review.addOption(option)
  review.action(async (folder: string) => {
    const { reviewCommand } = await import('./commands/review.ts')
    end(await reviewCommand(folder, review.optsWithGlobals()))
  })
}

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new InvalidArgumentError(t('Give a number up to 65535.'))
  return Number(text)
}
