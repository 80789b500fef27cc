import { existsSync } from 'node:fs'
import { Argument, Command, Option } from 'commander'
import { VERSION } from '../generator.ts'
import { addArchiveCommands } from './archive-commands.ts'
import { applyDefaults } from './defaults.ts'
import {
  CHECK_EXAMPLES,
  COMPLETION_EXAMPLES,
  EXTRACT_EXAMPLES,
  PDF_EXAMPLES,
  REPAIR_EXAMPLES,
  SCHEMA_EXAMPLES,
  VALIDATE_EXAMPLES,
} from './examples.ts'
import type { ExitCode } from './exit-codes.ts'
import {
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
      'Reads scanned Vietnamese administrative plans (kế hoạch), repairs their text and gives each as JSON or YAML.',
    )
    .version(VERSION, '-V, --version')
    .showHelpAfterError('(plan-extract --help shows what can be given)')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      `${EXTRACT_EXAMPLES}
plan-extract extract --help lists the options; docs/cli.md says more.`,
    )
    .hook('preAction', (_program, command) => applyDefaults(program, command))
  for (const option of commonOptions()) program.addOption(option)

  const extract = program
    .command('extract', { isDefault: true })
    .description('documents to plans (this is what runs without a command)')
    .argument('<input...>', 'files, folders, quoted patterns, - for standard input')
    .addOption(outputOption())
    .addOption(formatOption())
    .addOption(resumeOption())
    .addOption(forceOption())
    .addOption(reportOption())
    .addHelpText('after', EXTRACT_EXAMPLES)
  for (const option of documentOptions()) extract.addOption(option)
  extract.action(async (inputs: string[]) => {
    const meant = misspelt(inputs[0]!, program)
    if (meant) program.error(`error: unknown command '${inputs[0]}'\n(Did you mean ${meant}?)`)
    const { extractCommand } = await import('./commands/extract.ts')
    end(await extractCommand(inputs, extract.optsWithGlobals()))
  })

  const repair = program
    .command('repair')
    .description('repaired text only')
    .argument('<input...>', 'files, folders, quoted patterns, - for standard input')
    .addOption(outputOption())
    .option('--json', 'pages, lines and words with raw text, confidence, alternatives and boxes')
    .option('--only-suspects', 'list the words that a person should look at')
    .addOption(forceOption())
    .addHelpText('after', REPAIR_EXAMPLES)
  for (const option of documentOptions()) repair.addOption(option)
  repair.action(async (inputs: string[]) => {
    const { repairCommand } = await import('./commands/repair.ts')
    end(await repairCommand(inputs, repair.optsWithGlobals()))
  })

  const validate = program
    .command('validate')
    .description('plan files against the schema and the rules a schema cannot say')
    .argument('<input...>', 'plan files, folders, quoted patterns, - for standard input')
    .addOption(reporterOption())
    .addHelpText('after', VALIDATE_EXAMPLES)
  validate.action(async (inputs: string[]) => {
    const { validateCommand } = await import('./commands/validate.ts')
    end(await validateCommand(inputs, validate.optsWithGlobals()))
  })

  const check = program
    .command('check')
    .description('documents against the expected plans beside them, field by field')
    .argument('<folder...>', 'folders, documents, quoted patterns')
    .option('--update', 'rewrite the expected plans')
    .addOption(toleranceOption())
    .addOption(reporterOption())
    .addHelpText('after', CHECK_EXAMPLES)
  for (const option of documentOptions()) check.addOption(option)
  check.action(async (inputs: string[]) => {
    const { checkCommand } = await import('./commands/check.ts')
    end(await checkCommand(inputs, check.optsWithGlobals()))
  })

  const pdf = program
    .command('pdf')
    .description('the same files with a right text layer, to be searched and copied')
    .argument('<input...>', 'PDF and picture files, folders, quoted patterns')
    .requiredOption(
      '-o, --output <path>',
      'folder, made if missing; for one input also a file that ends in .pdf',
    )
    .option('--attach', 'attach the plan as JSON')
    .option('--pdfa', 'write PDF/A-2b, with --attach PDF/A-3b, for long keeping')
    .addOption(resumeOption())
    .addOption(
      new Option(
        '--force',
        'overwrite outputs of different documents; write files whose digital signature breaks',
      ),
    )
    .addHelpText('after', PDF_EXAMPLES)
  for (const option of documentOptions()) pdf.addOption(option)
  pdf.action(async (inputs: string[]) => {
    const { pdfCommand } = await import('./commands/pdf.ts')
    end(await pdfCommand(inputs, pdf.optsWithGlobals()))
  })

  addArchiveCommands(program, end)
  addReviewCommands(program, end)

  const schema = program
    .command('schema')
    .description('the schema of a plan')
    .addOption(
      new Option('--format <format>', 'form of the schema')
        .choices(['json-schema', 'typescript'])
        .default('json-schema'),
    )
    .addHelpText('after', SCHEMA_EXAMPLES)
  schema.action(async () => {
    const { schemaCommand } = await import('./commands/schema.ts')
    end(await schemaCommand(schema.opts()))
  })

  program
    .command('completion')
    .description('completion for a shell')
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', COMPLETION_EXAMPLES)
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      const { completionCommand } = await import('./commands/completion.ts')
      end(await completionCommand(shell, program))
    })

  return program
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
