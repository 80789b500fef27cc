import { CommanderError, InvalidArgumentError } from 'commander'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { languageOf, speak, t } from './language/language.ts'
import { createProgram } from './program.ts'
import { endOnFailedOutput, flushOut } from './standard-output.ts'

/** The whole program: arguments in, exit code out. Ends the process. */
export async function main(args: readonly string[]): Promise<never> {
  endOnFailedOutput()
  await speak(languageOf(args, process.env))
  process.once('SIGINT', () => interrupted(EXIT.interrupted))
  process.once('SIGTERM', () => interrupted(143))
  const code = await run(args)
  await flushOut()
  process.exit(code)
}

async function run(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  const program = createProgram(ended => {
    code = ended
  })
  for (const command of [program, ...program.commands]) command.exitOverride()
  try {
    if (args.length === 0) program.help({ error: true })
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return await failure(error, args)
  }
}

async function failure(error: unknown, args: readonly string[]): Promise<ExitCode> {
  if (error instanceof InvalidArgumentError) {
    process.stderr.write(`${t('error:')} ${error.message}\n`)
    return EXIT.usage
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage // it has written its words
  const { failed } = await import('../jobs/failure.ts')
  const { Messages } = await import('./messages.ts')
  const outcome = failed(error)
  const verbose = args.includes('--verbose') || args.includes('-v')
  const messages = new Messages({ verbose, log: args.includes('--log=json') ? 'json' : 'text' })
  messages.error(undefined, outcome)
  if (outcome.stack) messages.detail('plan-extract', outcome.stack)
  return outcome.code === 'E_USAGE' || outcome.code === 'E_QUERY' ? EXIT.usage : EXIT.someFailed
}

/** Finished outputs stay; what is half written and the progress bar go when the process ends. */
function interrupted(code: number): never {
  process.stderr.write(`\n${t('interrupted')}\n`)
  process.exit(code)
}
