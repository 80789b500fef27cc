import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { PlanExtractError } from '../../errors.ts'
import { say } from '../../said.ts'
import { VIETNAMESE as ERRORS } from '../../vietnamese.ts'
import { EXAMPLES } from '../examples.ts'
import { createProgram } from '../program.ts'
import { EXAMPLES as VIETNAMESE_EXAMPLES } from './examples-vietnamese.ts'
import { commanderTold, languageOf, speak, t, told, warningTold } from './language.ts'
import { VIETNAMESE } from './vietnamese.ts'

afterEach(() => speak('en'))

test('--lang wins over the locale; of the locale the first that is set counts', () => {
  expect(languageOf([], {})).toBe('en')
  expect(languageOf([], { LANG: 'vi_VN.UTF-8' })).toBe('vi')
  expect(languageOf([], { LC_ALL: 'C', LANG: 'vi_VN.UTF-8' })).toBe('en')
  expect(languageOf([], { LC_ALL: '', LC_MESSAGES: 'vi', LANG: 'en_US' })).toBe('vi')
  expect(languageOf([], { LANG: 'vitamin' })).toBe('en')
  expect(languageOf(['a.pdf', '--lang', 'en'], { LANG: 'vi_VN' })).toBe('en')
  expect(languageOf(['--lang=vi', 'a.pdf'], {})).toBe('vi')
})

test('both languages fill in the same', () => {
  const fields = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()
  for (const [english, vietnamese] of Object.entries(VIETNAMESE))
    expect(fields(vietnamese), english).toEqual(fields(english))
})

test('every text of the catalogues is said somewhere', () => {
  const root = join(import.meta.dirname, '../../..')
  const source = ['src', 'grammars']
    .flatMap(folder =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name =>
        join(root, folder, name),
      ),
    )
    .filter(name => name.endsWith('.ts') && !name.endsWith('vietnamese.ts') && !name.endsWith('.test.ts'))
    .map(name => readFileSync(name, 'utf8'))
    .join('\n')
  const texts = [...Object.keys(VIETNAMESE), ...Object.keys(ERRORS)]
  expect(texts.filter(text => !source.includes(`'${text}'`) && !source.includes(`"${text}"`))).toEqual([])
})

test('help has a Vietnamese text for every command, argument and option', async () => {
  const texts = (): string[] =>
    [createProgram(() => {})].flatMap(program =>
      [program, ...program.commands].flatMap(command => [
        command.description(),
        ...command.registeredArguments.map(argument => argument.description),
        ...command.options.map(option => option.description),
      ]),
    )
  const english = texts()
  await speak('vi')
  const vietnamese = texts()
  expect(vietnamese).toHaveLength(english.length)
  expect(english.length).toBeGreaterThan(100)
  expect(vietnamese.filter((text, at) => text !== '' && text === english[at])).toEqual([])
})

test('examples show the same commands in both languages', () => {
  const commands = (text: string): string[] => text.match(/plan-extract [\w-]+(?= )/g) ?? []
  for (const [name, text] of Object.entries(EXAMPLES))
    expect(commands(VIETNAMESE_EXAMPLES[name as keyof typeof EXAMPLES]), name).toEqual(commands(text))
})

test('errors, warnings and what the library of arguments says follow the language', async () => {
  const error = new PlanExtractError(
    'E_TOO_LARGE',
    say('{path} is larger than {most} bytes', { path: 'a', most: 9 }),
  )
  const all = (): string[] => [
    told(error.said.message),
    t('{count} failed', { count: 2 }),
    warningTold('title-missing', 'no subject'),
    commanderTold("error: unknown option '--formt'\n(Did you mean --format?)"),
    commanderTold(
      "error: option '-f, --format <format>' argument 'xml' is invalid. Allowed choices are json, yaml.",
    ),
    commanderTold('form (choices: "text", "json", default: "text")'),
  ]
  expect(all()[0]).toBe('a is larger than 9 bytes')
  await speak('vi')
  expect(all()).toEqual([
    'a lớn hơn 9 byte',
    'hỏng 2',
    'Không có trích yếu',
    "lỗi: không có tùy chọn '--formt'\n(Có phải là --format?)",
    "lỗi: tùy chọn '-f, --format <format>' không nhận giá trị 'xml'. Chọn một trong: json, yaml.",
    'form (chọn: "text", "json", mặc định: "text")',
  ])
})
