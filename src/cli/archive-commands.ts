import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ExitCode } from './exit-codes.ts'
import { examples, t } from './language/language.ts'
import { documentOptions, forceOption } from './options.ts'

export const SEARCH_KINDS = ['plans', 'statements', 'tasks', 'targets', 'assignments'] as const
export const SEARCH_FORMATS = ['text', 'json', 'ndjson', 'csv', 'xlsx', 'ics'] as const
export const COMPARE_FORMATS = ['text', 'markdown', 'json', 'html'] as const

/** Adds the commands on archives of plans. */
export function addArchiveCommands(program: Command, end: (code: ExitCode) => void): void {
  const index = program
    .command('index')
    .description(t('plans or documents into an archive that can be searched'))
    .argument('<archive>', t('file of the archive, made if missing'))
    .argument('<input...>', t('plan files, documents, folders, quoted patterns'))
    .option('--prune', t('remove plans that are not among the inputs'))
    .addHelpText('after', examples('index'))
  for (const option of documentOptions()) index.addOption(option)
  index.action(async (archive: string, inputs: string[]) => {
    const { indexCommand } = await import('./commands/index.ts')
    end(await indexCommand(archive, inputs, index.optsWithGlobals()))
  })

  const search = program
    .command('search')
    .description(t('finds plans, statements and tasks in an archive'))
    .argument('<archive>', t('made by plan-extract index'))
    .argument('[query...]', t('words, "phrases", fields'))
    .addOption(new Option('--of <what>', t('what to list')).choices(SEARCH_KINDS).default('plans'))
    .addOption(new Option('--limit <n>', t('at most so many hits')).argParser(whole).default(10))
    .addOption(new Option('--offset <n>', t('pass over so many hits')).argParser(whole).default(0))
    .addOption(new Option('--facets', t('count the plans by issuer, level, year, kind and role')))
    .addOption(new Option('--implements <number>', t('plans that carry out this document')))
    .addOption(new Option('--json', t('hits as JSON')))
    .addOption(new Option('-f, --format <format>', t('form of the list')).choices(SEARCH_FORMATS))
    .addOption(new Option('-o, --output <path>', t('file to write (xlsx needs one)')))
    .addOption(new Option('--bom', t('begin CSV with a byte order mark, so that Excel reads it as UTF-8')))
    .addOption(forceOption())
    .addHelpText('after', examples('search'))
  search.action(async (archive: string, query: string[]) => {
    const { searchCommand } = await import('./commands/search.ts')
    end(await searchCommand(archive, query, search.optsWithGlobals()))
  })

  const compare = program
    .command('compare')
    .description(t('what two plans share and where they differ'))
    .argument('<plan>', t('plan file or document'))
    .argument('[other]', t('plan file or document'))
    .addOption(new Option('--archive <archive>', t('compare with the plans of an archive instead')))
    .addOption(new Option('--against-parent', t('only what the other plan has and this one has not')))
    .addOption(new Option('-f, --format <format>', t('form of the comparison')).choices(COMPARE_FORMATS))
    .addOption(new Option('--json', t('as --format json')))
    .addOption(new Option('-o, --output <path>', t('file to write instead of stdout')))
    .addOption(
      new Option('--limit <n>', t('with --archive: at most so many plans')).argParser(whole).default(10),
    )
    .addOption(forceOption())
    .addHelpText('after', examples('compare'))
  compare.action(async (plan: string, other: string | undefined) => {
    const { compareCommand } = await import('./commands/compare.ts')
    end(await compareCommand(plan, other, compare.optsWithGlobals()))
  })

  const stats = program
    .command('stats')
    .description(t('what an archive holds'))
    .argument('<archive>', t('made by plan-extract index'))
    .option('--json', t('as JSON'))
    .addOption(new Option('--graph <file>', t('write the citations as a graph: .dot or .graphml')))
    .addOption(
      new Option('--on <date>', t('day from which tasks are due, as 2026-06-01 (default: none)')).argParser(
        day,
      ),
    )
    .addOption(forceOption())
    .addHelpText('after', examples('stats'))
  stats.action(async (archive: string) => {
    const { statsCommand } = await import('./commands/stats.ts')
    end(await statsCommand(archive, stats.optsWithGlobals()))
  })
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(t('Give a whole number.'))
  return Number(text)
}

function day(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError(t('Give a date, as 2026-06-01.'))
  return text
}
