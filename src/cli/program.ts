import { existsSync } from 'node:fs'
import { Argument, Command, Help, Option } from 'commander'
import { VERSION } from '../version.ts'
import { addArchiveCommands } from './archive-commands.ts'
import { applyDefaults } from './defaults.ts'
import type { ExitCode } from './exit-codes.ts'
import { commanderTold, examples, languageOf, speak, t } from './language/language.ts'
import {
  type CommonOptions,
  commonOptions,
  documentOptions,
  forceOption,
  formatOption,
  outputOption,
  reporterOption,
  reportOption,
  resumeOption,
  toleranceOption,
} from './options.ts'
import { addReviewCommands } from './review-commands.ts'

/**
 * The commands with their options and help. What a command does is loaded when it is called, so that `--help` is quick.
 *
 * @param end told the exit code of the command that ran
 */
export function createProgram(end: (code: ExitCode) => void): Command {
  const program = new Command('plan-extract')
    .description(
      t(
        'Reads scanned Vietnamese administrative plans (kế hoạch), repairs their text and gives each as JSON or YAML.',
      ),
    )
    .version(VERSION, '-V, --version', t('output the version number'))
    .helpOption('-h, --help', t('display help for command'))
    .helpCommand('help [command]', t('display help for command'))
    .showHelpAfterError(t('(plan-extract --help shows what can be given)'))
    .configureHelp(helpInLanguage())
    .configureOutput({ outputError: (text, write) => write(commanderTold(text)) })
    .addHelpText(
      'after',
      `${examples('extract')}
${t('plan-extract extract --help lists the options; docs/cli.md says more.')}`,
    )
    .hook('preAction', async (_program, command) => {
      await applyDefaults(program, command)
      await speak(program.opts<CommonOptions>().lang ?? languageOf([], process.env))
    })
  for (const option of commonOptions()) program.addOption(option)

  const extract = program
    .command('extract', { isDefault: true })
    .description(t('documents to plans (this is what runs without a command)'))
    .argument('<input...>', t('files, folders, quoted patterns, - for standard input'))
    .addOption(outputOption())
    .addOption(formatOption())
    .addOption(resumeOption())
    .addOption(forceOption())
    .addOption(reportOption())
    .addHelpText('after', examples('extract'))
  for (const option of documentOptions()) extract.addOption(option)
  extract.action(async (inputs: string[]) => {
    const meant = misspelt(inputs[0]!, program)
    if (meant) {
      const unknown = t("unknown command '{command}'", { command: inputs[0]! })
      program.error(`${t('error:')} ${unknown}\n${t('(Did you mean {meant}?)', { meant })}`)
    }
    const { extractCommand } = await import('./commands/extract.ts')
    end(await extractCommand(inputs, extract.optsWithGlobals()))
  })

  const repair = program
    .command('repair')
    .description(t('repaired text only'))
    .argument('<input...>', t('files, folders, quoted patterns, - for standard input'))
    .addOption(outputOption())
    .option('--json', t('pages, lines and words with raw text, confidence, alternatives and boxes'))
    .option('--only-suspects', t('list the words that a person should look at'))
    .addOption(forceOption())
    .addHelpText('after', examples('repair'))
  for (const option of documentOptions()) repair.addOption(option)
  repair.action(async (inputs: string[]) => {
    const { repairCommand } = await import('./commands/repair.ts')
    end(await repairCommand(inputs, repair.optsWithGlobals()))
  })

  const validate = program
    .command('validate')
    .description(t('plan files against the schema and the rules a schema cannot say'))
    .argument('<input...>', t('plan files, folders, quoted patterns, - for standard input'))
    .addOption(reporterOption())
    .addHelpText('after', examples('validate'))
  validate.action(async (inputs: string[]) => {
    const { validateCommand } = await import('./commands/validate.ts')
    end(await validateCommand(inputs, validate.optsWithGlobals()))
  })

  const check = program
    .command('check')
    .description(t('documents against the expected plans beside them, field by field'))
    .argument('<folder...>', t('folders, documents, quoted patterns'))
    .option('--update', t('rewrite the expected plans'))
    .addOption(toleranceOption())
    .addOption(reporterOption())
    .addHelpText('after', examples('check'))
  for (const option of documentOptions()) check.addOption(option)
  check.action(async (inputs: string[]) => {
    const { checkCommand } = await import('./commands/check.ts')
    end(await checkCommand(inputs, check.optsWithGlobals()))
  })

  const pdf = program
    .command('pdf')
    .description(t('the same files with a right text layer, to be searched and copied'))
    .argument('<input...>', t('PDF and picture files, folders, quoted patterns'))
    .requiredOption(
      '-o, --output <path>',
      t('folder, made if missing; for one input also a file that ends in .pdf'),
    )
    .option('--attach', t('attach the plan as JSON'))
    .option('--pdfa', t('write PDF/A-2b, with --attach PDF/A-3b, for long keeping'))
    .addOption(resumeOption())
    .addOption(
      new Option(
        '--force',
        t('overwrite outputs of different documents; write files whose digital signature breaks'),
      ),
    )
    .addHelpText('after', examples('pdf'))
  for (const option of documentOptions()) pdf.addOption(option)
  pdf.action(async (inputs: string[]) => {
    const { pdfCommand } = await import('./commands/pdf.ts')
    end(await pdfCommand(inputs, pdf.optsWithGlobals()))
  })

  addArchiveCommands(program, end)
  addReviewCommands(program, end)

  const schema = program
    .command('schema')
    .description(t('the schema of a plan'))
    .addOption(
      new Option('--format <format>', t('form of the schema'))
        .choices(['json-schema', 'typescript'])
        .default('json-schema'),
    )
    .addHelpText('after', examples('schema'))
  schema.action(async () => {
    const { schemaCommand } = await import('./commands/schema.ts')
    end(await schemaCommand(schema.opts()))
  })

  program
    .command('completion')
    .description(t('completion for a shell'))
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', examples('completion'))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completionCommand } = await import('./commands/completion.ts')
      end(await completionCommand(shell, program))
    })

  return program
}

/** Headings, choices and defaults in the language that is spoken; options of the program stand under each command. */
function helpInLanguage(): Partial<Help> & { showGlobalOptions: true } {
  const { optionDescription, argumentDescription, commandUsage, subcommandTerm } = Help.prototype
  return {
    showGlobalOptions: true,
    styleTitle: commanderTold,
    optionDescription: option => commanderTold(optionDescription(option)),
    argumentDescription: argument => commanderTold(argumentDescription(argument)),
    commandUsage: command => commanderTold(commandUsage(command)),
    subcommandTerm: command => commanderTold(subcommandTerm.call(new Help(), command)),
  }
}

/** The command that an argument was probably meant to be: one letter off, two letters changed places, or its beginning. */
function misspelt(word: string, program: Command): string | undefined {
  if (!/^[a-z]{3,12}$/i.test(word) || existsSync(word)) return undefined
  return program.commands.map(command => command.name()).find(name => isNear(word.toLowerCase(), name))
}

function isNear(word: string, name: string): boolean {
  if (name.startsWith(word)) return true
  if (Math.abs(word.length - name.length) > 1) return false
  let start = 0
  while (start < word.length && word[start] === name[start]) start++
  const [a, b] = [word.slice(start), name.slice(start)]
  const swapped = `${a[1] ?? ''}${a[0] ?? ''}${a.slice(2)}`
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || swapped === b
}
