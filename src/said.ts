import type { VIETNAMESE } from './vietnamese.ts'

/**
 * A message that can be given in another language later: English is its key and its text, `vietnamese.ts` the rest. What is
 * filled in may be a message itself.
 *
 *     say('the file has {count} pages, more than {most}', { count: 812, most: 500 })
 */
export interface Said {
  readonly key: SaidKey
  readonly fields: Readonly<Record<string, Field>>
}

export type SaidKey = keyof typeof VIETNAMESE & string

/** What stands in the place of a `{name}`; undefined is said as such, since it comes from messages of other libraries. */
export type Field = string | number | undefined | Said

/** The names in the braces of a text. */
export type FieldsOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | FieldsOf<Rest>
  : never

/** Nothing for a text without braces, else a value for each name in them. */
export type FieldArguments<Text extends string, Value> = [FieldsOf<Text>] extends [never]
  ? []
  : [fields: Readonly<Record<FieldsOf<Text>, Value>>]

/** A message with what is filled in. A text that has no translation does not compile. */
export function say<Key extends SaidKey>(key: Key, ...[fields]: FieldArguments<Key, Field>): Said {
  return { key, fields: fields ?? {} }
}

/** The message in English, or in what `inLanguage` makes of its key. */
export function textOf({ key, fields }: Said, inLanguage: (key: SaidKey) => string = same => same): string {
  const text = (field: Field): string =>
    typeof field === 'object' ? textOf(field, inLanguage) : String(field)
  return filled(inLanguage(key), name => text(fields[name]))
}

/** Puts a value for each `{name}`, as it is: braces in it stay. */
export function filled(text: string, value: (name: string) => string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => value(name))
}
