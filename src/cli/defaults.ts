import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Command, InvalidArgumentError, type Option } from 'commander'
import { t } from './language/language.ts'

const FILE = 'plan-extract.yaml'

/** Options whose value is a path: in the file they are meant from the file's folder. */
const PATHS = new Set(['output', 'report', 'documents', 'password-file', 'lexicon'])

/**
 * Sets what `plan-extract.yaml` of the working folder, or of the nearest folder above that has one, says:
 *
 *     ocr: never
 *     jobs: 2
 *     tolerance:
 *       body.text: 0.02
 *
 * Keys are the long names of options of any command. What the present command does not know is for others, and so is a
 * value that its option refuses and that of another command takes (`format: yaml` is for `extract`, not for `schema`).
 * The command line wins.
 *
 * @throws InvalidArgumentError for a key that no command knows and for a value that every option refuses
 */
export async function applyDefaults(program: Command, command: Command): Promise<void> {
  const path = findUpwards(process.cwd())
  if (path === undefined) return
  const commands = [program, ...program.commands]
  for (const [key, value] of Object.entries(await readMap(path))) {
    const named = commands.flatMap(owner =>
      owner.options.filter(option => option.name() === key).map(option => ({ owner, option })),
    )
    if (named.length === 0) throw unknownKey(path, key, commands)
    const meant = PATHS.has(key) ? fromFolder(path, value) : value
    const results = named.map(each => ({ ...each, ...tried(each.option, meant) }))
    if (results.every(({ refusal }) => refusal !== undefined))
      throw new InvalidArgumentError(`${path}: ${key}: ${results[0]!.refusal}`)
    for (const { owner, option, refusal, result } of results)
      if (refusal === undefined && (owner === program || owner === command)) setDefault(owner, option, result)
  }
}

function findUpwards(folder: string): string | undefined {
  const path = join(folder, FILE)
  if (existsSync(path)) return path
  const above = dirname(folder)
  return above === folder ? undefined : findUpwards(above)
}

async function readMap(path: string): Promise<Record<string, unknown>> {
  const { parse } = await import('yaml')
  let value: unknown
  try {
    value = parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new InvalidArgumentError(`${path}: ${(error as Error).message.split('\n')[0]}`)
  }
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value))
    throw new InvalidArgumentError(t('{path}: give options as “name: value”, one a line', { path }))
  return value as Record<string, unknown>
}

function setDefault(command: Command, option: Option, value: unknown): void {
  const attribute = option.attributeName()
  const source = command.getOptionValueSource(attribute)
  if (source !== undefined && source !== 'default') return
  command.setOptionValueWithSource(attribute, value, 'config')
}

/** The value as the option takes it, or why it does not. */
function tried(option: Option, value: unknown): { result?: unknown; refusal?: string } {
  try {
    return { result: parsed(option, value) }
  } catch (error) {
    return { refusal: (error as Error).message }
  }
}

function parsed(option: Option, value: unknown): unknown {
  const isSwitch = !option.required && !option.optional
  if (isSwitch) {
    if (typeof value !== 'boolean') throw new InvalidArgumentError(t('give true or false'))
    return option.negate ? !value : value
  }
  if (value !== null && typeof value === 'object' && option.flags.includes('='))
    return collected(option, value)
  if (value === null || typeof value === 'object') throw new InvalidArgumentError(t('give one value'))
  return option.parseArg ? option.parseArg(String(value), undefined as never) : String(value)
}

/** A map in the file is an option that is given once for each of its entries. */
function collected(option: Option, map: object): unknown {
  return Object.entries(map).reduce<unknown>(
    (previous, [key, value]) => option.parseArg?.(`${key}=${value}`, previous as never),
    undefined,
  )
}

function fromFolder(file: string, value: unknown): unknown {
  return typeof value === 'string' && value !== '-' ? resolve(dirname(file), value) : value
}

function unknownKey(path: string, key: string, commands: readonly Command[]): InvalidArgumentError {
  const known = [...new Set(commands.flatMap(each => each.options.map(option => option.name())))]
  const folded = (text: string): string => text.toLowerCase().replace(/[-_]/g, '')
  const near = known.find(name => folded(name) === folded(key))
  return new InvalidArgumentError(
    near
      ? t('{path}: unknown key “{key}”; did you mean “{meant}”?', { path, key, meant: near })
      : t('{path}: unknown key “{key}”; options of the command line are: {known}', {
          path,
          key,
          known: known.join(', '),
        }),
  )
}
