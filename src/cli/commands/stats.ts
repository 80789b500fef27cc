import { citationGraph, dotOf, graphmlOf } from '../../archive/citation-graph.ts'
import { openArchive } from '../../archive/sqlite/store.ts'
import { statisticsText } from '../../archive/statistics-text.ts'
import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { t } from '../language/language.ts'
import { Messages } from '../messages.ts'
import type { CommonOptions } from '../options.ts'
import { writeOut } from '../standard-output.ts'
import { outputColors } from '../terminal.ts'
import { existingText, openWhole } from '../write.ts'

export interface StatsOptions extends CommonOptions {
  json?: boolean
  graph?: string
  on?: string
  force?: boolean
}

/** `plan-extract stats <archive>`: what it holds; with `--graph`, its citations as a file. */
export async function statsCommand(archive: string, cli: StatsOptions): Promise<ExitCode> {
  const { graph } = cli
  if (graph !== undefined && !/\.(dot|gv|graphml)$/i.test(graph))
    throw new PlanExtractError('E_USAGE', say('{graph} is of no known form of graph', { graph }), {
      hint: say('Give a name that ends in .dot or .graphml.'),
    })
  if (graph !== undefined && !cli.force && existingText(graph) !== undefined)
    throw new PlanExtractError('E_EXISTS', say('{graph} exists', { graph }), {
      hint: say('Give another name, or --force to overwrite it.'),
    })
  const store = await openArchive(archive)
  try {
    if (graph !== undefined) {
      const found = citationGraph(store)
      const writer = openWhole(graph)
      for (const piece of /\.graphml$/i.test(graph) ? graphmlOf(found) : dotOf(found)) writer.write(piece)
      writer.finish()
      new Messages(cli).info(
        t('{documents} documents, {citations} citations → {graph}', {
          documents: found.nodes.length,
          citations: found.edges.length,
          graph,
        }),
      )
    } else {
      const statistics = store.statistics(cli.on)
      await writeOut(
        cli.json ? `${JSON.stringify(statistics, null, 2)}\n` : statisticsText(statistics, outputColors(cli)),
      )
    }
  } finally {
    store.close()
  }
  return EXIT.done
}
