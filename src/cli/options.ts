import { InvalidArgumentError, Option } from 'commander'
import { FORMATS, type Format } from '../emit/formats.ts'
import type { JobOptions } from '../jobs/job.ts'
import type { UserLexicon } from '../user-lexicon/schema.ts'
import { LANGUAGES, type Language, t } from './language/language.ts'
import { REPORTERS, type ReporterName } from './reporters/reporter.ts'

/** Options of every command. */
export interface CommonOptions {
  quiet?: boolean
  verbose?: boolean
  log: 'text' | 'json'
  color: boolean
  lang?: Language
}

/** Options of every command that reads documents. */
export interface DocumentOptions extends CommonOptions {
  ocr: 'auto' | 'always' | 'never'
  engine: 'tesseract.js' | 'tesseract'
  pages?: [number, number][]
  jobs?: number
  failFast?: boolean
  strict?: boolean
  minConfidence?: number
  corrections: boolean
  lexicon?: string
  password?: string
  passwordFile?: string
  timeout?: number
  maxPages?: number
  maxPixels?: number
}

export interface OutputOptions {
  output?: string
  force?: boolean
}

export interface ExtractCommandOptions extends DocumentOptions, OutputOptions {
  format?: Format
  resume?: boolean
  report?: string
}

export interface RepairCommandOptions extends DocumentOptions, OutputOptions {
  json?: boolean
  onlySuspects?: boolean
}

export interface ValidateCommandOptions extends CommonOptions {
  reporter: ReporterName
}

export interface CheckCommandOptions extends DocumentOptions {
  reporter: ReporterName
  update?: boolean
  tolerance?: Record<string, number>
}

export const commonOptions = (): Option[] => [
  new Option('-q, --quiet', t('errors only')),
  new Option('-v, --verbose', t('say which step took how long and why a page was read from its picture')),
  new Option('--log <form>', t('form of the messages on stderr')).choices(['text', 'json']).default('text'),
  new Option('--lang <language>', t('language of messages and help (default: that of the locale)')).choices(
    LANGUAGES,
  ),
  new Option('--no-color', t('no colour, as with NO_COLOR set')),
]

export const outputOption = (): Option =>
  new Option(
    '-o, --output <path>',
    t('one input: a file (- is stdout, the default); several: a folder, made if missing'),
  )

export const forceOption = (): Option =>
  new Option('--force', t('overwrite outputs that were made from a different document'))

export const formatOption = (): Option =>
  new Option(
    '-f, --format <format>',
    t(
      'json, yaml, ndjson or csv-tasks (default: by the ending of -o; on stdout json for one input, ndjson for several)',
    ),
  ).choices(FORMATS)

export const resumeOption = (): Option =>
  new Option('--resume', t('leave out inputs whose output was made from the same bytes, version and options'))

export const reportOption = (): Option =>
  new Option('--report <folder>', t('write pages to look at as well: pictures, text, doubts, the plan'))

export const reporterOption = (): Option =>
  new Option('--reporter <name>', t('form of the findings on stdout')).choices(REPORTERS).default('text')

export const toleranceOption = (): Option =>
  new Option(
    '--tolerance <field=share>',
    t('share of characters of a text that may differ, as body.text=0.02; may be given again'),
  ).argParser(tolerance)

/** In the order of use. */
export const documentOptions = (): Option[] => [
  new Option(
    '--ocr <when>',
    t('auto: the text layer where it is at least as good as the picture, page by page'),
  )
    .choices(['auto', 'always', 'never'])
    .default('auto'),
  new Option('--pages <ranges>', t('only these pages, as 1-3,7')).argParser(pageRanges),
  new Option('-j, --jobs <n>', t('documents at work at the same time (default: number of cores)')).argParser(
    positiveInteger,
  ),
  new Option('--strict', t('exit code 3 if a document has a warning of severity error')),
  new Option('--fail-fast', t('stop at the first input that fails')),
  new Option('--min-confidence <p>', t('warn of every word under this confidence, 0 to 1')).argParser(
    probability,
  ),
  new Option('--lexicon <file>', t('names and abbreviations of your own documents, from plan-extract learn')),
  new Option('--no-corrections', t('leave NAME.corrections.yaml beside a document alone')),
  new Option('--password <text>', t('for encrypted PDF')),
  new Option('--password-file <file>', t('file whose first line is the password')).conflicts('password'),
  new Option('--engine <name>', t('tesseract.js (built in) or the installed tesseract'))
    .choices(['tesseract.js', 'tesseract'])
    .default('tesseract.js'),
  new Option(
    '--timeout <seconds>',
    t('text recognition of one page; past it the page is a warning (default: 120)'),
  ).argParser(positive),
  new Option('--max-pages <n>', t('refuse documents with more pages')).argParser(positiveInteger),
  new Option('--max-pixels <n>', t('refuse pictures with more pixels')).argParser(positiveInteger),
]

/** The options that go to the steps; the password is read from its file here. */
export async function jobOptions(options: DocumentOptions): Promise<JobOptions> {
  const { ocr, engine, pages, timeout, maxPages, maxPixels, minConfidence } = options
  const password = options.password ?? (options.passwordFile && (await firstLine(options.passwordFile)))
  return {
    ocr,
    engine,
    ...(pages && { pages }),
    ...(password && { password }),
    ...(timeout !== undefined && { timeout }),
    ...(maxPages !== undefined && { maxPages }),
    ...(maxPixels !== undefined && { maxPixels }),
    ...(minConfidence !== undefined && { minConfidence }),
    ...(options.corrections === false && { corrections: false as const }),
    ...(options.lexicon && { lexicon: await lexiconOf(options.lexicon) }),
  }
}

async function lexiconOf(path: string): Promise<UserLexicon> {
  const { readLexicon } = await import('../user-lexicon/file.ts')
  return readLexicon(path)
}

async function firstLine(path: string): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  try {
    return (await readFile(path, 'utf8')).split(/\r?\n/, 1)[0] ?? ''
  } catch {
    throw new InvalidArgumentError(t('--password-file: {path} cannot be read', { path }))
  }
}

/** `1-3,7,9-` as inclusive ranges of 1-based page numbers. */
export function pageRanges(text: string): [number, number][] {
  return text.split(',').map(part => {
    const match = /^\s*(\d{1,6})\s*(?:(-)\s*(\d{0,6}))?\s*$/.exec(part)
    const first = Number(match?.[1])
    const last = match?.[2] ? Number(match[3] || Number.MAX_SAFE_INTEGER) : first
    if (!match || first < 1 || last < first)
      throw new InvalidArgumentError(t('Give page numbers from 1 and ranges, as 1-3,7.'))
    return [first, last]
  })
}

function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError(t('Give a whole number from 1.'))
  return Number(text)
}

function positive(text: string): number {
  const number = Number(text)
  if (!(number > 0) || !Number.isFinite(number)) throw new InvalidArgumentError(t('Give a number above 0.'))
  return number
}

function probability(text: string): number {
  const number = Number(text)
  if (text.trim() === '' || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError(t('Give a number from 0 to 1.'))
  return number
}

/** `body.text=0.02` added to what was given before. */
function tolerance(text: string, previous: Record<string, number> = {}): Record<string, number> {
  const [, field, share] = /^([A-Za-z.]+)=([\d.]+)$/.exec(text) ?? []
  if (field === undefined || share === undefined)
    throw new InvalidArgumentError(t('Give a field and a share, as body.text=0.02.'))
  return { ...previous, [field]: probability(share) }
}
