import type { Done } from '../jobs/job.ts'
import type { Messages } from './messages.ts'

/** What became of a result. */
export interface Written {
  /** The file that was written. */
  output?: string
  note?: string
}

export interface Counts {
  done: number
  leftOut: number
  failed: number
  /** Done, with a warning of severity error. */
  withErrors: number
}

/** Tells the person of one document: how it was read, its warnings, what became of it. */
export function tellDone(path: string, done: Done, { output, note }: Written, messages: Messages): void {
  for (const line of done.log) messages.detail(path, line)
  for (const { severity, at, message, code } of done.warnings) {
    const place = at ? `page ${at.page}${at.line ? `, line ${at.line}` : ''}: ` : ''
    const text = `${place}${message.replace(/\.$/, '')} (${code})`
    const fields = { code, severity: severity ?? 'warning', ...(at && { at }) }
    if (severity === 'error') messages.warning(path, text, fields)
    else messages.detail(path, text, fields)
  }
  const warnings = done.warnings.length
  const counts = [plural(done.pages, 'page'), plural(warnings, 'warning'), ...(note ? [note] : [])].join(', ')
  messages.fileDone(path, output === undefined ? counts : `${counts} → ${output}`, {
    event: 'done',
    pages: done.pages,
    warnings,
    ...(output !== undefined && { output }),
    ...(note !== undefined && { note }),
  })
}

/** `12 done, 3 left out (unchanged), 1 failed in 8.1 s` */
export function summary(count: Counts, took: number): string {
  const parts = [`${count.done} done`]
  if (count.leftOut > 0) parts.push(`${count.leftOut} left out (unchanged)`)
  if (count.failed > 0) parts.push(`${count.failed} failed`)
  return `${parts.join(', ')} in ${(took / 1000).toFixed(1)} s`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
