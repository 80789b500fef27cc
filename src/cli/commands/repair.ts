import { join } from 'node:path'
import type { RepairForm } from '../../emit/repaired.ts'
import { runBatch, type Sink } from '../batch.ts'
import type { ExitCode } from '../exit-codes.ts'
import { expandInputs, type Inputs, isDocument } from '../inputs.ts'
import { t } from '../language/language.ts'
import { Messages } from '../messages.ts'
import { jobOptions, type RepairCommandOptions } from '../options.ts'
import { isFolder, requireFolder, targets } from '../outputs.ts'
import { filePerResult, standardOutput } from '../sinks.ts'

const ENDINGS: Record<RepairForm, string> = {
  text: '.repaired.txt',
  json: '.repaired.json',
  ndjson: '.repaired.ndjson',
  suspects: '.suspects.txt',
}

/** `plan-extract repair <input…>`: the repaired text only. */
export async function repairCommand(args: string[], cli: RepairCommandOptions): Promise<ExitCode> {
  const messages = new Messages(cli)
  const options = await jobOptions(cli)
  const inputs = await expandInputs(args, isDocument)
  if (inputs.files.length === 0)
    messages.warning(undefined, t('no supported document in {inputs}', { inputs: args.join(', ') }))
  const form = formOf(cli, inputs)
  const want = { step: 'repair', form } as const
  return await runBatch(
    { files: inputs.files, want, options, sink: sinkFor(inputs, form, cli) },
    cli,
    messages,
  )
}

function formOf(cli: RepairCommandOptions, inputs: Inputs): RepairForm {
  if (cli.onlySuspects) return 'suspects'
  if (!cli.json) return 'text'
  return inputs.several && (cli.output === undefined || cli.output === '-') ? 'ndjson' : 'json'
}

function sinkFor(inputs: Inputs, form: RepairForm, { output, force = false }: RepairCommandOptions): Sink {
  if (output === undefined || output === '-') return standardOutput()
  if (!inputs.several && !isFolder(output)) return filePerResult(() => output, { force })
  requireFolder(output)
  const byPath = targets(inputs.files, output, inputs.base, ENDINGS[form])
  return filePerResult(path => byPath.get(path) ?? join(output, path), { force })
}
