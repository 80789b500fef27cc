import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { type Plan, PlanSchema } from '../../../schemas/plan.ts'
import { PlanExtractError } from '../../errors.ts'
import { openPool } from '../../jobs/pool.ts'
import { Library } from '../../review/library.ts'
import { startReview } from '../../review/server.ts'
import { say } from '../../said.ts'
import { recordsOf } from '../../validate/plan-file.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { expandInputs, isDocument } from '../inputs.ts'
import { t } from '../language/language.ts'
import { Messages } from '../messages.ts'
import { type DocumentOptions, jobOptions } from '../options.ts'
import { isFolder } from '../outputs.ts'
import { planBeside } from '../plan-files.ts'
import { writeOut } from '../standard-output.ts'
import { writeWhole } from '../write.ts'

export interface ReviewOptions extends DocumentOptions {
  port: number
}

/** `plan-extract review <folder>`: a server for this computer's browser; runs until it is interrupted. */
export async function reviewCommand(folder: string, cli: ReviewOptions): Promise<ExitCode> {
  if (!isFolder(folder))
    throw new PlanExtractError('E_USAGE', say('{folder} is no folder', { folder }), {
      hint: say('Give the folder in which the documents lie.'),
    })
  const messages = new Messages(cli)
  const options = await jobOptions(cli)
  const list = async (): Promise<string[]> =>
    (await expandInputs([folder], isDocument)).files.map(({ path }) => path)
  const workers = Math.min(2, cli.jobs ?? availableParallelism())
  const library = new Library(list, resolve(folder), readPlanBeside, options, await openPool(workers))
  const server = await startReview(library, cli.port, writeWhole)
  await writeOut(`${server.url}\n`)
  messages.info(t('Open this address in a browser; Ctrl-C ends the server.'), {
    event: 'ready',
    url: server.url,
  })
  await new Promise<void>(end => {
    process.once('SIGHUP', end)
  })
  await server.close()
  return EXIT.done
}

/** A plan that can't be read is none: the document is read when it is opened. */
function readPlanBeside(path: string): Plan | undefined {
  const found = planBeside(path)
  if (found === undefined) return undefined
  try {
    const parsed = PlanSchema.safeParse(recordsOf(readFileSync(found, 'utf8'), found)[0]?.value)
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
