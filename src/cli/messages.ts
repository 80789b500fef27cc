import { Chalk, type ChalkInstance } from 'chalk'
import type { ErrorCode, PlanExtractError } from '../errors.ts'
import { t, told } from './language/language.ts'
import { printable } from './printable.ts'
import { type Progress, startProgress } from './progress.ts'

export interface MessageOptions {
  quiet?: boolean
  verbose?: boolean
  log?: 'text' | 'json'
  /** False after `--no-color`. */
  color?: boolean
}

/** What a message can carry besides its words; `--log json` writes all of it. */
export interface Fields {
  file?: string
  [key: string]: unknown
}

/**
 * Everything for the person, on stderr:
 *
 *     error: scan.pdf: the file is encrypted (E_ENCRYPTED). Remove the password with qpdf --decrypt, or give --password.
 *     warning: ke-hoach.pdf: page 2, line 14: the date can't be read (date-unreadable)
 *     ke-hoach.pdf: 4 pages, 2 warnings → out/ke-hoach.plan.json
 *
 * With `--log json` one object a line: `{"level":"error","file":"scan.pdf","code":"E_ENCRYPTED","message":…,"hint":…}`.
 */
export class Messages {
  readonly #options: MessageOptions
  readonly #colors: ChalkInstance
  #progress: Progress | undefined

  constructor(options: MessageOptions) {
    this.#options = options
    const colored = options.color !== false && process.stderr.isTTY && !process.env.NO_COLOR
    this.#colors = new Chalk({ level: colored ? 1 : 0 })
  }

  error(file: string | undefined, error: { code: ErrorCode; said: PlanExtractError['said'] }): void {
    const { code, said } = error
    const hint = said.hint && told(said.hint)
    const sentence = told(said.message).replace(/\.$/, '')
    const text = `${prefix(file)}${printable(sentence)} (${code}).${hint ? ` ${hint}` : ''}`
    this.#write('error', `${this.#colors.red.bold(t('error:'))} ${text}`, {
      ...(file !== undefined && { file }),
      code,
      message: sentence,
      ...(hint && { hint }),
    })
  }

  warning(file: string | undefined, message: string, fields: Fields = {}): void {
    if (this.#options.quiet) return
    this.#write('warning', `${this.#colors.yellow(t('warning:'))} ${prefix(file)}${message}`, {
      ...(file !== undefined && { file }),
      ...fields,
      message,
    })
  }

  /** One line per file where no progress bar shows the same. */
  fileDone(file: string, message: string, fields: Fields): void {
    if (this.#options.quiet || this.#progress) return
    this.#write('info', `${prefix(file)}${printable(message)}`, { file, ...fields, message })
  }

  info(message: string, fields: Fields = {}): void {
    if (this.#options.quiet) return
    this.#write('info', message, { ...fields, message })
  }

  /** With `--verbose` only. */
  detail(file: string, message: string, fields: Fields = {}): void {
    if (!this.#options.verbose) return
    this.#write('debug', this.#colors.dim(`${prefix(file)}${message}`), { file, ...fields, message })
  }

  /** A bar with count, rate and time left, on a terminal only. */
  startProgress(total: number, unit: 'file' | 'page'): void {
    if (this.#options.quiet || this.#options.log === 'json' || !process.stderr.isTTY) return
    this.#progress = startProgress(total, unit)
  }

  progress(done: number, name: string, total?: number): void {
    this.#progress?.show(done, name, total)
  }

  stopProgress(): void {
    this.#progress?.stop()
    this.#progress = undefined
  }

  #write(level: string, text: string, fields: Fields): void {
    const line = this.#options.log === 'json' ? JSON.stringify({ level, ...fields }) : text
    if (this.#progress) this.#progress.print(line)
    else process.stderr.write(`${line}\n`)
  }
}

function prefix(file: string | undefined): string {
  return file === undefined ? '' : `${file === '-' ? t('(standard input)') : printable(file)}: `
}
