import { join } from 'node:path'
import { ENDINGS, type Format, streamSeparator, streamStart } from '../../emit/formats.ts'
import type { JobOptions } from '../../jobs/job.ts'
import { runBatch, type Sink } from '../batch.ts'
import type { ExitCode } from '../exit-codes.ts'
import { generatorFor } from '../generator-for.ts'
import { expandInputs, type Inputs, isDocument } from '../inputs.ts'
import { t } from '../language/language.ts'
import { Messages } from '../messages.ts'
import { type ExtractCommandOptions, jobOptions } from '../options.ts'
import { isFolder, requireFolder, targets } from '../outputs.ts'
import { filePerResult, oneFile, standardOutput } from '../sinks.ts'

/** `plan-extract [extract] <input…>`: documents to plans. */
export async function extractCommand(args: string[], cli: ExtractCommandOptions): Promise<ExitCode> {
  const messages = new Messages(cli)
  const options = await jobOptions(cli)
  const inputs = await expandInputs(args, isDocument)
  if (inputs.files.length === 0)
    messages.warning(undefined, t('no supported document in {inputs}', { inputs: args.join(', ') }))
  const format = cli.format ?? formatOf(cli.output, inputs)
  const want = { step: 'extract', format } as const
  const batch = { files: inputs.files, want, options, sink: sinkFor(inputs, format, cli, options) }
  if (cli.report === undefined) return await runBatch(batch, cli, messages)
  const { withReport } = await import('../report-pages.ts')
  return await runBatch(withReport(batch, inputs, cli.report, messages), cli, messages)
}

function formatOf(output: string | undefined, inputs: Inputs): Format {
  const name = output?.toLowerCase() ?? ''
  if (name.endsWith('.yaml') || name.endsWith('.yml')) return 'yaml'
  if (name.endsWith('.ndjson')) return 'ndjson'
  if (name.endsWith('.csv')) return 'csv-tasks'
  return toStandardOutput(output) && inputs.several ? 'ndjson' : 'json'
}

function sinkFor(inputs: Inputs, format: Format, cli: ExtractCommandOptions, options: JobOptions): Sink {
  const { output } = cli
  const force = cli.force ?? false
  if (toStandardOutput(output))
    return standardOutput(streamStart(format), inputs.several ? streamSeparator(format) : '')
  const rules = { force, resume: cli.resume ? (path: string) => generatorFor(path, options) : undefined }
  if (inputs.several && isStreamFile(output))
    return oneFile(output, { force }, streamStart(format), streamSeparator(format))
  if (!inputs.several && !isFolder(output)) return filePerResult(() => output, rules, streamStart(format))
  requireFolder(output)
  const byPath = targets(inputs.files, output, inputs.base, ENDINGS[format])
  return filePerResult(path => byPath.get(path) ?? join(output, path), rules, streamStart(format))
}

function toStandardOutput(output: string | undefined): output is undefined | '-' {
  return output === undefined || output === '-'
}

/** Formats of which several plans stand in one file. */
function isStreamFile(output: string): boolean {
  return /\.(ndjson|csv)$/i.test(output) && !isFolder(output)
}
