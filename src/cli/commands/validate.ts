import { readFileSync } from 'node:fs'
import { pathText } from '../../../schemas/path.ts'
import { PlanExtractError } from '../../errors.ts'
import { failed } from '../../jobs/failure.ts'
import { say } from '../../said.ts'
import { PLAN_ENDINGS, recordsOf } from '../../validate/plan-file.ts'
import { validate } from '../../validate/validate.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { expandInputs, type InputFile } from '../inputs.ts'
import { counted, t } from '../language/language.ts'
import { Messages } from '../messages.ts'
import type { ValidateCommandOptions } from '../options.ts'
import { createReporter, type ReportedFinding } from '../reporters/reporter.ts'
import { writeOut } from '../standard-output.ts'

/**
 * `plan-extract validate <input…>`: plan files against the schema and the rules that a schema can't say. Each finding is
 * a line on stdout that editors can jump to:
 *
 *     out/118-KH.plan.json:812:7: tasks[3].lead: no responsible body is named
 */
export async function validateCommand(args: string[], cli: ValidateCommandOptions): Promise<ExitCode> {
  const messages = new Messages(cli)
  const { files } = await expandInputs(args, path => isPlanFile(path))
  if (files.length === 0)
    messages.warning(undefined, t('no plan file in {inputs}', { inputs: args.join(', ') }))
  let plans = 0
  let findings = 0
  let failures = 0
  const reporter = await createReporter(cli.reporter)
  for (const file of files) {
    try {
      const found: ReportedFinding[] = []
      for (const { value, locate } of recordsOf(read(file), file.path)) {
        plans++
        for (const { path, message } of validate(value).findings)
          found.push({ path: pathText(path), message, ...locate(path) })
      }
      findings += found.length
      await writeOut(reporter.add({ input: file.path, file: file.path, findings: found }))
    } catch (error) {
      failures++
      messages.error(file.path, failed(error))
    }
  }
  await writeOut(reporter.end())
  messages.info(`${counted(plans, 'plan')}, ${counted(findings, 'finding')}`, {
    event: 'summary',
    plans,
    findings,
    failed: failures,
  })
  if (failures > 0) return EXIT.someFailed
  return findings > 0 ? EXIT.found : EXIT.done
}

function isPlanFile(path: string): boolean {
  return PLAN_ENDINGS.some(ending => path.toLowerCase().endsWith(ending) && ending.length > '.json'.length)
}

function read({ path, error }: InputFile): string {
  if (error) throw error
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8')
  } catch (cause) {
    throw new PlanExtractError(
      'E_UNREADABLE',
      say('the file cannot be read ({code})', { code: (cause as NodeJS.ErrnoException).code }),
      {
        hint: say('Check its permissions.'),
        cause,
      },
    )
  }
}
