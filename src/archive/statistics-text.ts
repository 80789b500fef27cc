import type { ChalkInstance } from 'chalk'
import type { Counted, Statistics } from './store.ts'

/** Columns of a bar at its longest. */
const LONGEST = 30

/**
 * Statistics for a person:
 *
 *     year
 *       2025  ██████████████                 41
 *       2026  ██████████████████████████████ 88
 */
export function statisticsText(statistics: Statistics, colors: ChalkInstance): string {
  const { plans, sections, statements, tasks, assignments, targets, citations } = statistics
  const totals = Object.entries({ plans, sections, statements, tasks, assignments, targets, citations })
  const widest = Math.max(...totals.map(([, count]) => String(count).length))
  return [
    ...totals.map(([name, count]) => `${String(count).padStart(widest)}  ${name}\n`),
    bars('issuer', statistics.issuers, colors),
    bars('level', statistics.levels, colors),
    bars('year', statistics.years, colors),
    bars('kind', statistics.kinds, colors),
    bars('lead of tasks', statistics.leads, colors),
    bars('tasks due', statistics.due, colors),
    bars('confidence, from', statistics.confidence, colors),
  ].join('')
}

function bars(title: string, list: readonly Counted[], colors: ChalkInstance): string {
  if (list.length === 0) return ''
  const most = Math.max(...list.map(({ count }) => count))
  const widest = Math.max(...list.map(({ value }) => [...value].length))
  const lines = list.map(({ value, count }) => {
    const bar = '█'.repeat(Math.max(1, Math.round((count / most) * LONGEST)))
    const name = value + ' '.repeat(widest - [...value].length)
    return `  ${name}  ${colors.cyan(bar)}${' '.repeat(LONGEST - bar.length)} ${count}\n`
  })
  return `\n${colors.bold(title)}\n${lines.join('')}`
}
