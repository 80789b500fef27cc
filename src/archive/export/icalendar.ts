import { createHash } from 'node:crypto'
import type { TaskHit } from './rows.ts'

/**
 * Deadlines as iCalendar (RFC 5545), an all-day event on the last day of each task that has one:
 *
 *     BEGIN:VEVENT
 *     DTSTART;VALUE=DATE:20260615
 *     SUMMARY:Cấp phát tài liệu (Văn phòng UBND phường)
 */
export function* icalendarOf(tasks: Iterable<TaskHit>): Generator<string> {
  yield lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//plan-extract//archive//VI', 'CALSCALE:GREGORIAN'])
  for (const { card, task } of tasks) {
    const due = task.deadline?.to ?? task.deadline?.from
    if (due === undefined) continue
    const id = createHash('sha256').update(`${card.key}\n${task.id}`).digest('hex').slice(0, 32)
    const summary = task.lead.length > 0 ? `${task.text} (${task.lead.join('; ')})` : task.text
    const plan = [card.kind, card.number, card.title].filter(Boolean).join(' ')
    yield lines([
      'BEGIN:VEVENT',
      `UID:${id}@plan-extract`,
      // The same archive gives the same bytes: the stamp is the plan's day, not today.
      `DTSTAMP:${compact(card.date ?? due)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(due)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(due))}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped([plan, card.issuer, task.deadline?.text, task.output].filter(Boolean).join('\n'))}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ])
  }
  yield lines(['END:VCALENDAR'])
}

function compact(date: string): string {
  return date.replaceAll('-', '')
}

/** The end of an all-day event is the day after its last. */
function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}

function lines(all: readonly string[]): string {
  return all.map(line => `${folded(line)}\r\n`).join('')
}

/** At most 75 bytes a line, a space before what goes on; characters stay whole. */
function folded(line: string): string {
  let result = ''
  let bytes = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (bytes + size > 75) {
      result += '\r\n '
      bytes = 1
    }
    result += letter
    bytes += size
  }
  return result
}
