import type { Done } from '../jobs/job.ts'
import { counted, t, warningTold } from './language/language.ts'
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

/** What the person put right themselves and finds undone is told without being asked for. */
const UNFIT = 'correction-unfit'

/** Tells the person of one document: how it was read, its warnings, what became of it. */
export function tellDone(path: string, done: Done, { output, note }: Written, messages: Messages): void {
  for (const line of done.log) messages.detail(path, line)
  for (const { severity, at, message, code } of done.warnings) {
    const { page, line } = at ?? {}
    const place = page && (line ? t('page {page}, line {line}', { page, line }) : t('page {page}', { page }))
    const text = `${place ? `${place}: ` : ''}${warningTold(code, message).replace(/\.$/, '')} (${code})`
    const fields = { code, severity: severity ?? 'warning', ...(at && { at }) }
    if (severity === 'error' || code === UNFIT) messages.warning(path, text, fields)
    else messages.detail(path, text, fields)
  }
  const warnings = done.warnings.length
  const counts = [counted(done.pages, 'page'), counted(warnings, 'warning'), ...(note ? [note] : [])].join(
    ', ',
  )
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
  const parts = [t('{count} done', { count: count.done })]
  if (count.leftOut > 0) parts.push(t('{count} left out (unchanged)', { count: count.leftOut }))
  if (count.failed > 0) parts.push(t('{count} failed', { count: count.failed }))
  return t('{counts} in {seconds} s', { counts: parts.join(', '), seconds: (took / 1000).toFixed(1) })
}
