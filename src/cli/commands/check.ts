import { existsSync, readFileSync } from 'node:fs'
import { pathText } from '../../../schemas/path.ts'
import type { Plan } from '../../../schemas/plan.ts'
import { type Difference, differences, differenceText, expectedPart } from '../../check/differences.ts'
import { toJson } from '../../emit/json.ts'
import { toYaml } from '../../emit/yaml.ts'
import { type FileRecord, recordsOf } from '../../validate/plan-file.ts'
import { runBatch, type Sink } from '../batch.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { expandInputs, isDocument } from '../inputs.ts'
import { counted, t } from '../language/language.ts'
import { Messages } from '../messages.ts'
import { type CheckCommandOptions, jobOptions } from '../options.ts'
import { createReporter } from '../reporters/reporter.ts'
import { writeOut } from '../standard-output.ts'
import { writeWhole } from '../write.ts'

const EXPECTED_ENDINGS = ['.plan.json', '.plan.yaml', '.plan.yml']

/** `plan-extract check <folder…>`: documents against the expected plans beside them. */
export async function checkCommand(args: string[], cli: CheckCommandOptions): Promise<ExitCode> {
  const messages = new Messages(cli)
  const options = await jobOptions(cli)
  const { files } = await expandInputs(args, path => expectedFile(path) !== undefined && isDocument(path))
  if (files.length === 0)
    messages.warning(
      undefined,
      t('no document with an expected plan in {inputs}', { inputs: args.join(', ') }),
    )
  const reporter = await createReporter(cli.reporter)
  let found = 0

  const report = (
    input: string,
    file: string,
    list: Difference[],
    record: FileRecord | undefined,
  ): Promise<void> =>
    writeOut(
      reporter.add({
        input,
        file,
        findings: list.map(difference => ({
          path: pathText(difference.path),
          message: differenceText(difference),
          ...record?.locate(difference.path),
        })),
      }),
    )

  const compareWith = async (path: string, plan: Plan): Promise<string> => {
    const file = expectedFile(path)
    if (file === undefined) return t('no expected plan beside it')
    const record = recordsOf(readFileSync(file, 'utf8'), file)[0]
    const list = differences(record?.value, plan, cli.tolerance)
    if (list.length === 0) {
      await report(path, file, [], record)
      return t('as expected')
    }
    if (cli.update) {
      writeWhole(file, file.endsWith('.json') ? toJson(expectedPart(plan)) : toYaml(expectedPart(plan)))
      return t('{differences}, expected plan rewritten', { differences: counted(list.length, 'difference') })
    }
    found += list.length
    await report(path, file, list, record)
    return counted(list.length, 'difference')
  }

  const sink: Sink = {
    wants: async () => true,
    write: async (path, done) => ({ note: await compareWith(path, done.plan!) }),
    finish: () => writeOut(reporter.end()),
  }
  const code = await runBatch({ files, want: { step: 'plan' }, options, sink }, cli, messages)
  return code === EXIT.done && found > 0 ? EXIT.found : code
}

/** The expected plan beside a document. */
function expectedFile(path: string): string | undefined {
  const stem = path.replace(/\.[^./\\]+$/, '')
  return EXPECTED_ENDINGS.map(ending => stem + ending).find(file => existsSync(file))
}
