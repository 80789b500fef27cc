import { parseQuery, type Query } from '../../../grammars/query.ts'
import type { Listing } from '../../archive/export/rows.ts'
import { hitListing, type PlanHit, passageHits, planHits, planHitsOneByOne } from '../../archive/hits.ts'
import { openArchive } from '../../archive/sqlite/store.ts'
import type { Store } from '../../archive/store.ts'
import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import type { SEARCH_FORMATS, SEARCH_KINDS } from '../archive-commands.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { counted, t } from '../language/language.ts'
import { Messages } from '../messages.ts'
import type { CommonOptions, OutputOptions } from '../options.ts'
import { writeOut } from '../standard-output.ts'
import { outputColors } from '../terminal.ts'
import { facetText, textHit, textItem } from './search-text.ts'

/** Columns of text where there is no terminal. */
const NO_TERMINAL = 100

export interface SearchOptions extends CommonOptions, OutputOptions {
  of: (typeof SEARCH_KINDS)[number]
  limit: number
  offset: number
  facets?: boolean
  implements?: string
  json?: boolean
  format?: (typeof SEARCH_FORMATS)[number]
  bom?: boolean
}

/** `plan-extract search <archive> <query>` */
export async function searchCommand(archive: string, words: string[], cli: SearchOptions): Promise<ExitCode> {
  const query = queryOf(words, cli)
  const format = cli.json ? 'json' : (cli.format ?? formatOf(cli.output))
  if (cli.output !== undefined && cli.output !== '-' && !cli.force) await failIfThere(cli.output)
  if (format === 'xlsx' && (cli.output === undefined || cli.output === '-'))
    throw new PlanExtractError('E_USAGE', say('a spreadsheet is written to a file'), {
      hint: say('Give -o NAME.xlsx.'),
    })
  const store = await openArchive(archive)
  try {
    await writePieces(await pieces(store, query, cli, format), cli.output)
  } finally {
    store.close()
  }
  return EXIT.done
}

async function failIfThere(output: string): Promise<void> {
  const { existingText } = await import('../write.ts')
  if (existingText(output) === undefined) return
  throw new PlanExtractError('E_EXISTS', say('{output} exists', { output }), {
    hint: say('Give another output, or --force to overwrite it.'),
  })
}

/** Each argument is part of the query as it was typed: what the shell took the quotes from is a phrase again. */
function queryOf(words: readonly string[], cli: SearchOptions): Query {
  const query = parseQuery(words.join(' '))
  if (cli.implements === undefined) return query
  const carriesOut = parseQuery(`implements:"${cli.implements.replaceAll('"', ' ')}"`)
  return query.type === 'all' ? carriesOut : { type: 'and', parts: [query, carriesOut] }
}

function formatOf(output = ''): NonNullable<SearchOptions['format']> {
  return (/\.(json|ndjson|csv|xlsx|ics)$/i.exec(output)?.[1]?.toLowerCase() as 'text') ?? 'text'
}

async function pieces(
  store: Store,
  query: Query,
  cli: SearchOptions,
  format: Exclude<SearchOptions['format'], undefined>,
): Promise<Iterable<string | Uint8Array> | AsyncIterable<string>> {
  switch (format) {
    case 'csv': {
      const { csvOf } = await import('../../archive/export/csv.ts')
      return csvOf(await listing(store, query, cli), cli.bom ? 'bom' : 'none')
    }
    case 'xlsx': {
      const { xlsxOf } = await import('../../archive/export/xlsx.ts')
      return xlsxOf(await listing(store, query, cli))
    }
    case 'ics': {
      const { icalendarOf } = await import('../../archive/export/icalendar.ts')
      const { tasksOf } = await import('../../archive/export/rows.ts')
      return icalendarOf(tasksOf(store.plans(query), query))
    }
    case 'ndjson': {
      const { ndjsonOf } = await import('../../archive/export/ndjson.ts')
      return ndjsonOf(store.plans(query))
    }
    case 'json':
      return [await json(store, query, cli)]
    default:
      return text(store, query, cli)
  }
}

async function listing(store: Store, query: Query, cli: SearchOptions): Promise<Listing> {
  const { assignmentListing, targetListing, taskListing } = await import('../../archive/export/rows.ts')
  switch (cli.of) {
    case 'tasks':
      return taskListing(store.plans(query), query)
    case 'targets':
      return targetListing(store.plans(query), query)
    case 'assignments':
      return assignmentListing(store.plans(query), query)
    case 'statements':
      return hitListing(passageHits(store, query, cli))
    default:
      return hitListing(planHits(store, query, cli).hits)
  }
}

async function json(store: Store, query: Query, cli: SearchOptions): Promise<string> {
  const facets = cli.facets ? { facets: store.facets(query) } : {}
  if (cli.of === 'plans' || cli.of === 'statements') {
    const { total, hits } =
      cli.of === 'plans'
        ? planHits(store, query, cli)
        : {
            total: store.search(query, { limit: 0, offset: 0 }).total,
            hits: [...passageHits(store, query, cli)],
          }
    return `${JSON.stringify({ total, hits: hits.map(jsonHit), ...facets }, null, 2)}\n`
  }
  const { columns, rows } = await listing(store, query, cli)
  const all = [...rows].map(row =>
    Object.fromEntries(
      columns.flatMap((name, at) => {
        const cell = row[at]
        return cell === undefined ? [] : [[name, typeof cell === 'object' ? cell.day : cell]]
      }),
    ),
  )
  const hits = all.slice(cli.offset, cli.offset + cli.limit)
  return `${JSON.stringify({ total: all.length, hits, ...facets }, null, 2)}\n`
}

function jsonHit({ card: { id: _, key: file, ...card }, score, match, snippet }: PlanHit) {
  return { file, ...card, score: Number(score.toFixed(4)), match, ...(snippet && { snippet }) }
}

async function* text(store: Store, query: Query, cli: SearchOptions): AsyncGenerator<string> {
  const colors = outputColors(cli)
  const messages = new Messages(cli)
  if (cli.of === 'plans' || cli.of === 'statements') {
    const { total, hits } =
      cli.of === 'plans'
        ? planHitsOneByOne(store, query, cli)
        : { total: undefined, hits: passageHits(store, query, cli) }
    let number = cli.offset
    let exact = true
    for (const hit of hits) {
      if (exact && hit.match !== 'all') {
        exact = false
        messages.info(number === 0 ? t('no plan has all of this; the nearest are') : t('and nearly so'))
      }
      yield textHit(++number, hit, colors)
    }
    if (total !== undefined)
      messages.info(counted(total, 'plan'), {
        event: 'summary',
        total,
      })
    else if (number === cli.offset) messages.info(t('nothing found'))
  } else {
    const { columns, rows } = await listing(store, query, cli)
    const width = process.stdout.columns ?? NO_TERMINAL
    let number = 0
    for (const row of rows) {
      if (++number > cli.offset + cli.limit) break
      if (number > cli.offset) yield textItem(number, columns, row, { colors, width })
    }
    if (number === 0) messages.info(t('nothing found'))
  }
  if (cli.facets) yield facetText(store.facets(query), colors)
}

async function writePieces(
  all: Iterable<string | Uint8Array> | AsyncIterable<string>,
  output: string | undefined,
): Promise<void> {
  if (output === undefined || output === '-') for await (const piece of all) await writeOut(piece)
  else {
    const { openWhole } = await import('../write.ts')
    const writer = openWhole(output)
    for await (const piece of all) writer.write(piece)
    writer.finish()
  }
}
