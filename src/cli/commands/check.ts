import { existsSync, readFileSync } from 'node:fs'
import type { Plan } from '../../../schemas/plan.ts'
import { differences, differenceText, expectedPart } from '../../check/differences.ts'
import { toJson } from '../../emit/json.ts'
import { toYaml } from '../../emit/yaml.ts'
import { recordsOf } from '../../validate/plan-file.ts'
import { runBatch, type Sink } from '../batch.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { expandInputs, isDocument } from '../inputs.ts'
import { Messages } from '../messages.ts'
import { type CheckCommandOptions, jobOptions } from '../options.ts'
import { writeOut } from '../standard-output.ts'
import { writeWhole } from '../write.ts'

const EXPECTED_ENDINGS = ['.plan.json', '.plan.yaml', '.plan.yml']

/** `plan-extract check <folder…>`: documents against the expected plans beside them. */
export async function checkCommand(args: string[], cli: CheckCommandOptions): Promise<ExitCode> {
  const messages = new Messages(cli)
  const options = await jobOptions(cli)
  const { files } = await expandInputs(args, path => expectedFile(path) !== undefined && isDocument(path))
  if (files.length === 0)
    messages.warning(undefined, `no document with an expected plan in ${args.join(', ')}`)
  let found = 0

  const compareWith = async (path: string, plan: Plan): Promise<string> => {
    const file = expectedFile(path)
    if (file === undefined) return 'no expected plan beside it'
    const expected = recordsOf(readFileSync(file, 'utf8'), file)[0]?.value
    const list = differences(expected, plan, cli.tolerance)
    if (list.length === 0) return 'as expected'
    if (cli.update) {
      writeWhole(file, file.endsWith('.json') ? toJson(expectedPart(plan)) : toYaml(expectedPart(plan)))
      return `${list.length} differences, expected plan rewritten`
    }
    found += list.length
    for (const difference of list) await writeOut(`${path}: ${differenceText(difference)}\n`)
    return `${list.length} differences`
  }

  const sink: Sink = {
    wants: async () => true,
    write: async (path, done) => ({ note: await compareWith(path, done.plan!) }),
    finish: async () => {},
  }
  const code = await runBatch({ files, want: { step: 'plan' }, options, sink }, cli, messages)
  return code === EXIT.done && found > 0 ? EXIT.found : code
}

/** The expected plan beside a document. */
function expectedFile(path: string): string | undefined {
  const stem = path.replace(/\.[^./\\]+$/, '')
  return EXPECTED_ENDINGS.map(ending => stem + ending).find(file => existsSync(file))
}
