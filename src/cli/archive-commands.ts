import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ExitCode } from './exit-codes.ts'
import { documentOptions, forceOption } from './options.ts'

const INDEX_EXAMPLES = `
Inputs are plan files (.plan.json, .plan.yaml, .ndjson), documents (extracted on the way), folders and quoted patterns. In a
folder a document that has its plan beside it is left out. What the archive has already is not touched.

Examples:
  plan-extract index ke-hoach.archive plans/
  plan-extract index ke-hoach.archive plans/ --prune     plans that are gone from the folder leave the archive
  plan-extract index ke-hoach.archive scans/ -j 4        extracts what is new
`

const SEARCH_EXAMPLES = `
A query is words and "phrases"; all must be in the plan. Diacritics and case may be left out; typed ones narrow. word* finds
beginnings; AND, OR, NOT and brackets join. Fields:
  title: heading: issuer: kind: place: lead: support: unit: signer: recipients: preamble:    words or a "phrase"
  within:                                          a district, also the communes that carry it on since 2025
  number: cites: implements:                       a document, as 208/KH-UBND
  year: date: deadline:                            2026, 2026-06, <2026-06-30, >=2025, 2024..2026
  level:commune|district|province|central|party|organization
  role:purpose|requirements|objectives|content|forms|audience|schedule|solutions|budget|organization|reporting

Examples:
  plan-extract search ke-hoach.archive chuyen doi so
  plan-extract search ke-hoach.archive 'role:forms "truyền thanh" year:2026'
  plan-extract search ke-hoach.archive 'lead:"Công an" deadline:<2026-06-30' --of tasks --format xlsx -o tasks.xlsx
  plan-extract search ke-hoach.archive --implements 208/KH-UBND
  plan-extract search ke-hoach.archive 'tiêm chủng' --facets
`

const COMPARE_EXAMPLES = `
Examples:
  plan-extract compare a.plan.json b.plan.json
  plan-extract compare a.plan.json b.plan.json --format html -o a-b.html
  plan-extract compare xa.plan.json huyen.plan.json --against-parent     what of the plan above has no counterpart
  plan-extract compare --archive ke-hoach.archive a.plan.json            near copies and the plans it shares most with
`

const STATS_EXAMPLES = `
Examples:
  plan-extract stats ke-hoach.archive
  plan-extract stats ke-hoach.archive --json
  plan-extract stats ke-hoach.archive --graph citations.dot      who carries out what; .graphml for other programs
`

export const SEARCH_KINDS = ['plans', 'statements', 'tasks', 'targets', 'assignments'] as const
export const SEARCH_FORMATS = ['text', 'json', 'ndjson', 'csv', 'xlsx', 'ics'] as const
export const COMPARE_FORMATS = ['text', 'markdown', 'json', 'html'] as const

/** Adds the commands on archives of plans. */
export function addArchiveCommands(program: Command, end: (code: ExitCode) => void): void {
  const index = program
    .command('index')
    .description('plans or documents into an archive that can be searched')
    .argument('<archive>', 'file of the archive, made if missing')
    .argument('<input...>', 'plan files, documents, folders, quoted patterns')
    .option('--prune', 'remove plans that are not among the inputs')
    .addHelpText('after', INDEX_EXAMPLES)
  for (const option of documentOptions()) index.addOption(option)
  index.action(async (archive: string, inputs: string[]) => {
    const { indexCommand } = await import('./commands/index.ts')
    end(await indexCommand(archive, inputs, index.optsWithGlobals()))
  })

  const search = program
    .command('search')
    .description('finds plans, statements and tasks in an archive')
    .argument('<archive>', 'made by plan-extract index')
    .argument('[query...]', 'words, "phrases", fields')
    .addOption(new Option('--of <what>', 'what to list').choices(SEARCH_KINDS).default('plans'))
    .addOption(new Option('--limit <n>', 'at most so many hits').argParser(whole).default(10))
    .addOption(new Option('--offset <n>', 'pass over so many hits').argParser(whole).default(0))
    .addOption(new Option('--facets', 'count the plans by issuer, level, year, kind and role'))
    .addOption(new Option('--implements <number>', 'plans that carry out this document'))
    .addOption(new Option('--json', 'hits as JSON'))
    .addOption(new Option('-f, --format <format>', 'form of the list').choices(SEARCH_FORMATS))
    .addOption(new Option('-o, --output <path>', 'file to write (xlsx needs one)'))
    .addOption(new Option('--bom', 'begin CSV with a byte order mark, so that Excel reads it as UTF-8'))
    .addOption(forceOption())
    .addHelpText('after', SEARCH_EXAMPLES)
  search.action(async (archive: string, query: string[]) => {
    const { searchCommand } = await import('./commands/search.ts')
    end(await searchCommand(archive, query, search.optsWithGlobals()))
  })

  const compare = program
    .command('compare')
    .description('what two plans share and where they differ')
    .argument('<plan>', 'plan file or document')
    .argument('[other]', 'plan file or document')
    .addOption(new Option('--archive <archive>', 'compare with the plans of an archive instead'))
    .addOption(new Option('--against-parent', 'only what the other plan has and this one has not'))
    .addOption(new Option('-f, --format <format>', 'form of the comparison').choices(COMPARE_FORMATS))
    .addOption(new Option('--json', 'as --format json'))
    .addOption(new Option('-o, --output <path>', 'file to write instead of stdout'))
    .addOption(
      new Option('--limit <n>', 'with --archive: at most so many plans').argParser(whole).default(10),
    )
    .addOption(forceOption())
    .addHelpText('after', COMPARE_EXAMPLES)
  compare.action(async (plan: string, other: string | undefined) => {
    const { compareCommand } = await import('./commands/compare.ts')
    end(await compareCommand(plan, other, compare.optsWithGlobals()))
  })

  const stats = program
    .command('stats')
    .description('what an archive holds')
    .argument('<archive>', 'made by plan-extract index')
    .option('--json', 'as JSON')
    .addOption(new Option('--graph <file>', 'write the citations as a graph: .dot or .graphml'))
    .addOption(
      new Option('--on <date>', 'day from which tasks are due, as 2026-06-01 (default: none)').argParser(day),
    )
    .addOption(forceOption())
    .addHelpText('after', STATS_EXAMPLES)
  stats.action(async (archive: string) => {
    const { statsCommand } = await import('./commands/stats.ts')
    end(await statsCommand(archive, stats.optsWithGlobals()))
  })
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}

function day(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('Give a date, as 2026-06-01.')
  return text
}
