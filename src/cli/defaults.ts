import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Command, InvalidArgumentError, type Option } from 'commander'

const FILE = 'plan-extract.yaml'

/** Options whose value is a path: in the file they are meant from the file's folder. */
const PATHS = new Set(['output', 'password-file'])

/**
 * Sets what `plan-extract.yaml` of the working folder, or of the nearest folder above that has one, says:
 *
 *     ocr: never
 *     jobs: 2
 *     tolerance:
 *       body.text: 0.02
 *
 * Keys are the long names of options of any command; those that the present command does not know are for others. The
 * command line wins.
 *
 * @throws InvalidArgumentError for a key that no command knows and for a value that its option refuses
 */
export async function applyDefaults(program: Command, command: Command): Promise<void> {
  const path = findUpwards(process.cwd())
  if (path === undefined) return
  const all = new Set(
    [program, ...program.commands].flatMap(each => each.options.map(option => option.name())),
  )
  for (const [key, value] of Object.entries(await readMap(path))) {
    if (!all.has(key)) throw new InvalidArgumentError(`${path}: unknown key “${key}”${similar(key, all)}`)
    for (const each of [program, command])
      for (const option of each.options)
        if (option.name() === key)
          setDefault(each, option, PATHS.has(key) ? fromFolder(path, value) : value, path)
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
    throw new InvalidArgumentError(`${path}: give options as “name: value”, one a line`)
  return value as Record<string, unknown>
}

function setDefault(command: Command, option: Option, value: unknown, path: string): void {
  const attribute = option.attributeName()
  const source = command.getOptionValueSource(attribute)
  if (source !== undefined && source !== 'default') return
  command.setOptionValueWithSource(attribute, parsed(option, value, path), 'config')
}

function parsed(option: Option, value: unknown, path: string): unknown {
  const isSwitch = !option.required && !option.optional
  if (isSwitch) {
    if (typeof value !== 'boolean')
      throw new InvalidArgumentError(`${path}: ${option.name()}: give true or false`)
    return option.negate ? !value : value
  }
  try {
    if (value !== null && typeof value === 'object' && option.flags.includes('='))
      return collected(option, value)
    if (value === null || typeof value === 'object') throw new InvalidArgumentError('give one value')
    return option.parseArg ? option.parseArg(String(value), undefined as never) : String(value)
  } catch (error) {
    throw new InvalidArgumentError(`${path}: ${option.name()}: ${(error as Error).message}`)
  }
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

function similar(key: string, known: Iterable<string>): string {
  const folded = (text: string): string => text.toLowerCase().replace(/[-_]/g, '')
  const near = [...known].find(name => folded(name) === folded(key))
  return near ? `; did you mean “${near}”?` : `; options of the command line are: ${[...known].join(', ')}`
}
