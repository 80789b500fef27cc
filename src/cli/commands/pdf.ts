import { resolve } from 'node:path'
import { PlanExtractError } from '../../errors.ts'
import { bytesBetween, FileSource } from '../../ingest/byte-source.ts'
import type { Job } from '../../jobs/job.ts'
import { identifier, madeBy } from '../../pdf-layer/identifier.ts'
import { say } from '../../said.ts'
import { runBatch, type Sink } from '../batch.ts'
import type { ExitCode } from '../exit-codes.ts'
import { generatorFor } from '../generator-for.ts'
import { expandInputs, type Inputs, isDocument } from '../inputs.ts'
import { t } from '../language/language.ts'
import { Messages } from '../messages.ts'
import { type DocumentOptions, jobOptions } from '../options.ts'
import { requireFolder, statOf, targets } from '../outputs.ts'
import { type ReservedFile, reserveWhole } from '../write.ts'

export interface PdfCommandOptions extends DocumentOptions {
  output: string
  attach?: boolean
  pdfa?: boolean
  resume?: boolean
  force?: boolean
}

/** `plan-extract pdf <input…> -o <folder>`: the same files with a right text layer. */
export async function pdfCommand(args: string[], cli: PdfCommandOptions): Promise<ExitCode> {
  const messages = new Messages(cli)
  const options = await jobOptions(cli)
  const inputs = await expandInputs(args, path => isDocument(path) && !path.toLowerCase().endsWith('.txt'))
  if (inputs.files.length === 0)
    messages.warning(undefined, t('no supported document in {inputs}', { inputs: args.join(', ') }))
  const { attach = false, pdfa = false, force = false, resume = false } = cli
  const made = (path: string): string => madeBy(generatorFor(path, options), { attach, pdfa })
  const target = targetsOf(inputs, cli.output)
  const files = new Map<string, ReservedFile>()
  const sink = pdfSink(target, made, files, { force, resume })
  const want = (path: string): Job['want'] => {
    const file = reserveWhole(target(path))
    files.set(path, file)
    return { step: 'pdf', attach, pdfa, force, to: { path: target(path), temporary: file.temporary } }
  }
  return await runBatch({ files: inputs.files, want, options, sink }, cli, messages)
}

/** Errors: E_USAGE where an output would take the place of an input. */
function targetsOf(inputs: Inputs, output: string): (path: string) => string {
  const isFile = !inputs.several && /\.pdf$/i.test(output) && !statOf(output)?.isDirectory()
  if (!isFile) requireFolder(output)
  const byPath = isFile
    ? new Map(inputs.files.map(({ path }) => [path, output]))
    : targets(inputs.files, output, inputs.base, '.pdf')
  const sources = new Set(inputs.files.map(({ path }) => resolve(path)))
  for (const target of byPath.values())
    if (sources.has(resolve(target)))
      throw new PlanExtractError(
        'E_USAGE',
        say('{output} is an input, which is never overwritten', { output: target }),
        {
          hint: say('Give another folder with -o.'),
        },
      )
  return path => byPath.get(path) ?? output
}

/**
 * A PDF tells by its second identifier what it was made from, and by what.
 *
 * @param files that are being written, by input
 */
function pdfSink(
  target: (path: string) => string,
  made: (path: string) => string,
  files: Map<string, ReservedFile>,
  { force, resume }: { force: boolean; resume: boolean },
): Sink {
  return {
    async wants(path, sha256) {
      if (!statOf(target(path))?.isFile()) return true
      const existing = identifierIn(target(path))
      const own = identifier(await sha256(), made(path))
      if (resume && existing === own) return false
      if (force || existing?.slice(0, 16) === own.slice(0, 16)) return true
      throw new PlanExtractError(
        'E_EXISTS',
        say('{output} exists and is of a different document', { output: target(path) }),
        {
          hint: say('Give another output, or --force to overwrite it.'),
        },
      )
    },
    async write(path) {
      files.get(path)?.finish()
      files.delete(path)
      return { output: target(path) }
    },
    failed(path) {
      files.get(path)?.drop()
      files.delete(path)
    },
    finish: async () => {},
  }
}

/** The end tells where the trailer stands, with what cross-references a file of many pages has between them. */
function identifierIn(path: string): string | undefined {
  const file = new FileSource(path)
  try {
    const text = (from: number, to: number): string =>
      Buffer.from(bytesBetween(file, Math.max(0, from), to)).toString('latin1')
    const start = /startxref\s+(\d+)/.exec(text(file.length - 64, file.length))?.[1]
    if (start === undefined) return undefined
    return /\/ID \[ <[0-9a-f]+> <([0-9a-f]{32})> \]/i.exec(text(Number(start), Number(start) + 1024))?.[1]
  } finally {
    file.close()
  }
}
