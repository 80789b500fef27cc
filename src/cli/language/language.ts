import { type FieldArguments, filled, type Said, textOf } from '../../said.ts'
import { EXAMPLES } from '../examples.ts'
import type { VIETNAMESE } from './vietnamese.ts'

/** Languages of what the program says to the person. Results on stdout are the same in each. */
export const LANGUAGES = ['en', 'vi'] as const
export type Language = (typeof LANGUAGES)[number]

/** Everything there is in one language besides English. */
interface Catalogue {
  errors: Readonly<Record<Said['key'], string>>
  texts: Readonly<Record<Text, string>>
  examples: Readonly<Record<keyof typeof EXAMPLES, string>>
  warnings: Readonly<Record<string, string>>
  commander: (text: string) => string
}

type Text = keyof typeof VIETNAMESE & string

/** Undefined while English is spoken. */
let catalogue: Catalogue | undefined

/** Sets what `t`, `told` and `examples` give from now on; a catalogue is loaded when its language is first asked for. */
export async function speak(language: Language): Promise<void> {
  catalogue = language === 'vi' ? (await import('./catalogue.ts')).CATALOGUE : undefined
}

/**
 * `--lang`, else the first of LC_ALL, LC_MESSAGES and LANG that is set, as gettext has it; English where none says
 * Vietnamese. Read from the arguments before they are parsed, since help is one of the texts.
 */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  const asked = at < 0 ? undefined : (args[at]!.split('=')[1] ?? args[at + 1])
  if (asked !== undefined) return asked === 'vi' ? 'vi' : 'en'
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^vi(?![a-z])/i.test(locale) ? 'vi' : 'en'
}

/** A text of the command line. English is its key; one that has no Vietnamese does not compile. */
export function t<Key extends Text>(key: Key, ...[fields]: FieldArguments<Key, string | number>): string {
  const values: Readonly<Record<string, string | number>> = fields ?? {}
  return filled(catalogue?.texts[key] ?? key, name => String(values[name]))
}

const COUNTED = {
  page: ['{count} page', '{count} pages'],
  warning: ['{count} warning', '{count} warnings'],
  plan: ['{count} plan', '{count} plans'],
  finding: ['{count} finding', '{count} findings'],
  difference: ['{count} difference', '{count} differences'],
} as const

/** `1 page`, `3 pages`. */
export function counted(count: number, what: keyof typeof COUNTED): string {
  const [one, many] = COUNTED[what]
  return t(count === 1 ? one : many, { count })
}

/** What an error says. */
export function told(said: Said): string {
  return textOf(said, key => catalogue?.errors[key] ?? key)
}

/**
 * What a warning of a document says. Plans carry it in English, so that they are the same everywhere; here its code is
 * named in the language of the person.
 */
export function warningTold(code: string, message: string): string {
  return catalogue?.warnings[code] ?? message
}

/** What stands under the options of a command. */
export function examples(command: keyof typeof EXAMPLES): string {
  return (catalogue?.examples ?? EXAMPLES)[command]
}

/** What the library of arguments says, which knows English only. */
export function commanderTold(text: string): string {
  return catalogue?.commander(text) ?? text
}
